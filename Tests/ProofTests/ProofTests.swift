import PubQL
import PubQLCorpusGenerator
import Testing

/// The program and the plainest possible evaluation give the same answers.
@Suite struct ProofTests {
  /// The corpora of a hundred conditions each are shared out, so that all cores are at work.
  private static let shares = 4

  @Test(arguments: 0..<shares) func conditionsGiveTheRecordsThatTheyMean(share: Int) throws {
    let seeds = (0..<(ProofSettings.cases + 99) / 100).filter { $0 % Self.shares == share }
    try compare(seeds.map { ProofSettings.seed &+ UInt64($0) })
  }

  private func compare(_ seeds: [UInt64]) throws {
    var failures = 0
    var telling = 0
    for corpusSeed in seeds where failures < 20 {
      let isOdd = corpusSeed % 4 != 0
      let corpus = try ProofCorpus(seed: corpusSeed, count: 150, oddities: isOdd)
      var conditions = ConditionGenerator(corpus.records, seed: corpusSeed &+ 1)
      for _ in 0..<100 {
        let written = conditions.condition()
        let meant = corpus.ids(written.condition)
        if !meant.isEmpty, meant.count < corpus.records.count { telling += 1 }
        if let problem = disagreement(written, meant, corpus) {
          Issue.record("PUBQL_PROOF_SEED=\(corpusSeed) PUBQL_PROOF_CASES=100\n\(problem)")
          failures += 1
        }
      }
    }
    // A condition that all or no records meet tells little.
    #expect(telling >= seeds.count * 30)
  }

  private func disagreement(
    _ written: WrittenCondition, _ meant: [String], _ corpus: ProofCorpus
  ) -> String? {
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
