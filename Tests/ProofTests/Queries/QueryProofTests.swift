import PubQL
import SyntaxShapes
import Testing

/// The program and the plain evaluation give the same answers to random queries.
@Suite struct QueryProofTests {
  @Test func queriesGiveWhatTheyMean() async {
    let corpora = (ProofSettings.cases + ProofShare.perCorpus - 1) / ProofShare.perCorpus
    var report = ProofShare()
    // Shared out, so that all cores are at work.
    await withTaskGroup(of: ProofShare.self) { group in
      for share in 0..<4 {
        group.addTask {
          var report = ProofShare()
          for number in stride(from: share, to: corpora, by: 4) {
            report.tryQueries(seed: ProofSettings.seed &+ UInt64(number))
          }
          return report
        }
      }
      for await share in group { report.add(share) }
    }
    for problem in report.problems { Issue.record("\(problem)") }
    // Queries without an answer tell little.
    #expect(report.telling * 2 > report.tried)
    guard report.tried >= 2000 else { return }
    let stages = Reference.stages.map { "| \($0.name)" }
    let calls = (Reference.functions + Reference.aggregates).map { "\($0.name)(" }
    // Each has its plain evaluation.
    #expect(Set(stages + calls).subtracting(report.used) == [])
  }
}

/// What came out of some queries.
struct ProofShare: Sendable {
  /// Queries over one corpus
  static let perCorpus = 50
  /// Of more problems no more is said
  private static let enough = 8

  private(set) var tried = 0
  private(set) var telling = 0
  private(set) var problems: [String] = []
  /// Names of stages and functions that occurred
  private(set) var used: Set<String> = []

  mutating func add(_ other: ProofShare) {
    tried += other.tried
    telling += other.telling
    problems += other.problems
    used.formUnion(other.used)
  }

  mutating func tryQueries(seed: UInt64) {
    guard problems.count < Self.enough else { return }
    do {
      let corpus = try ProofCorpus(seed: seed)
      var queries = QueryGenerator(corpus, seed: seed)
      for _ in 0..<Self.perCorpus { try compare(queries.query(), corpus, seed) }
    } catch { problems.append("PUBQL_PROOF_SEED=\(seed): \(error)") }
  }

  private mutating func compare(
    _ query: PlainQuery, _ corpus: ProofCorpus, _ seed: UInt64
  ) throws {
    let meant = try Answer(query)
    tried += 1
    if meant.failure == nil, !meant.rows.isEmpty { telling += 1 }
    used.formUnion(Self.names(in: query.text))
    if let broken = brokenLaw(ofLayout: query.text) {
      problems.append("PUBQL_PROOF_SEED=\(seed) \(broken):\n\(query.text)")
    }
    guard !meant.agrees(with: Answer(query.text, corpus.session)) else { return }
    problems.append(
      """
      PUBQL_PROOF_SEED=\(seed) PUBQL_PROOF_CASES=\(Self.perCorpus)
      \(query.text)
      \(Self.shortest(query, corpus))
      """)
  }

  /// Words before a parenthesis, `length(`, and behind a bar, `| sort`.
  private static func names(in text: String) -> Set<String> {
    var names: Set<String> = []
    var word: [UInt8] = []
    var isStage = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): word.append(byte)
      default:
        if !word.isEmpty, isStage { names.insert("| " + String(decoding: word, as: UTF8.self)) }
        if !word.isEmpty, byte == UInt8(ascii: "(") {
          names.insert(String(decoding: word, as: UTF8.self) + "(")
        }
        if !word.isEmpty || byte != UInt8(ascii: " ") { isStage = byte == UInt8(ascii: "|") }
        word = []
      }
    }
    if isStage { names.insert("| " + String(decoding: word, as: UTF8.self)) }
    return names
  }

  /// A query that disagrees, with as few stages as it takes, and both answers.
  private static func shortest(_ query: PlainQuery, _ corpus: ProofCorpus) -> String {
    var query = query
    while let shorter = query.stages.indices.reversed().lazy.map(query.without).first(
      where: { disagrees($0, corpus) })
    {
      query = shorter
    }
    guard let meant = try? Answer(query) else { return "" }
    return """
      shortened: \(query.text)
      meant: \(meant.shown)
      given: \(Answer(query.text, corpus.session).shown)
      """
  }

  /// A query that does not compile is none.
  private static func disagrees(_ query: PlainQuery, _ corpus: ProofCorpus) -> Bool {
    guard let meant = try? Answer(query) else { return false }
    let given = Answer(query.text, corpus.session)
    return (given.failure == nil || given.failedRunning) && !meant.agrees(with: given)
  }
}
