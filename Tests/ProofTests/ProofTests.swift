import PubQL
import PubQLCorpusGenerator
import Testing

/// The program and the plainest possible evaluation give the same answers.
@Suite struct ProofTests {
  @Test func conditionsGiveTheRecordsThatTheyMean() throws {
    var remaining = ProofSettings.cases
    var corpusSeed = ProofSettings.seed
    var failures = 0
    while remaining > 0, failures < 20 {
      let isOdd = corpusSeed % 4 != 0
      let corpus = try ProofCorpus(seed: corpusSeed, count: 150, oddities: isOdd)
      var conditions = ConditionGenerator(corpus.records, seed: corpusSeed &+ 1)
      for _ in 0..<min(100, remaining) {
        if let problem = disagreement(conditions.condition(), corpus) {
          Issue.record("PUBQL_PROOF_SEED=\(corpusSeed) PUBQL_PROOF_CASES=100\n\(problem)")
          failures += 1
        }
      }
      remaining -= 100
      corpusSeed &+= 1
    }
  }

  private func disagreement(_ written: WrittenCondition, _ corpus: ProofCorpus) -> String? {
    let meant = corpus.ids(written.condition)
    let given: [String]
    do {
      given = try corpus.ids(written.text)
    } catch {
      return "\(written.text)\n\(error)"
    }
    guard given != meant else { return nil }
    let more = given.filter { !meant.contains($0) }
    let less = meant.filter { !given.contains($0) }
    let shown = Set((more + less).prefix(2))
    let records = corpus.generated.filter { shown.contains(String($0.id)) }
    return """
      \(written.text)
      gives \(given.count), \(meant.count) are meant; too many: \(more); not found: \(less)
      \(records.map { "\($0)" }.joined(separator: "\n"))
      """
  }
}
