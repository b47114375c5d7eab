import PubQL
import PubQLCorpusGenerator
import Testing

/// However a query is carried out, its answer is the same: by an index or row by row, with steps
/// brought together or one by one, counted in a plain table or as groups of rows.
@Suite struct PlanLawTests {
  private static func corpus(_ offset: UInt64, count: Int = 400) throws -> ProofCorpus {
    try ProofCorpus(seed: ProofSettings.seed &+ offset, count: count, oddities: true, words: 4)
  }

  private func ids(_ corpus: ProofCorpus, _ query: String) -> [String] {
    Answer(query + " | select id", corpus.session).rows.map { $0[0].text ?? "?" }
  }

  /// A column of its own makes a table no set of records any more: then conditions are worked out
  /// row by row.
  @Test func withAndWithoutIndexes() throws {
    let corpus = try Self.corpus(8000)
    var conditions = ConditionGenerator(corpus.records, seed: ProofSettings.seed)
    for _ in 0..<60 {
      let condition = conditions.condition(depth: 3).text
      let rows = "from corpus | with own: 1 | where \(condition)"
      let set = "from corpus | where \(condition)"
      let found = ids(corpus, set)
      #expect(found == ids(corpus, rows), "\(condition)")
      let count = Answer("\(set) | count", corpus.session).rows.first?.first?.int
      #expect(count == found.count, "\(condition)")
      for end in ["take 3", "skip 2 | take 4", "top 5 by date", "sort date", "sort type desc"] {
        #expect(
          ids(corpus, "\(set) | \(end)") == ids(corpus, "\(rows) | \(end)"),
          "\(condition) | \(end)")
      }
    }
  }

  /// `show` gives what is there to somebody, so that the steps around it stay two.
  @Test func withAndWithoutJoinedSteps() throws {
    let corpus = try Self.corpus(8100)
    var conditions = ConditionGenerator(corpus.records, seed: ProofSettings.seed &+ 1)
    var random = SplitMix(seed: ProofSettings.seed)
    let starts = [
      "sort date desc", "sort title", "sort type, date desc", "count by topic", "count by year",
      "count by type, year", "count by pairs(topic)", "count by region, type",
      "group by topic { n: count() }", "distinct type, year", "sort length(title) desc",
      "search \"the\"", "search \"of -and\"", "search \"policy\" | search \"the\"",
    ]
    let ends = [
      "count", "take 4", "skip 3 | take 2", "skip 3", "top 3 by count", "top 2", "top 3 by date",
      "top 5 by count asc", "take 0", "top 4 by count, topic", "top 3 by score",
      "top 4 by score asc",
    ]
    for _ in 0..<120 {
      let first = random.chance(50) ? "where " + conditions.condition(depth: 1).text : nil
      let second = random.chance(50) ? "where " + conditions.condition(depth: 1).text : nil
      let stages = [first, second, random.pick(starts), random.pick(ends)].compactMap { $0 }
        .filter { _ in random.chance(85) }
      let joined = (["from corpus"] + stages).joined(separator: " | ")
      let apart = (["from corpus"] + stages).joined(separator: " | show | ")
      #expect(last(joined, corpus.session) == last(apart, corpus.session), "\(joined)")
    }
  }

  /// What a text gives at its end, or what is wrong with it.
  private func last(_ text: String, _ session: Session) -> String {
    var result: QueryResult?
    do throws(PubQLError) {
      try session.run(text) { if case .result(let table) = $0 { result = table } }
    } catch { return error.diagnostics.map(\.code).joined() }
    guard let result else { return "nothing" }
    let rows = result.rows.map { "\($0)" }
    return (result.columns.map(\.name) + rows).joined(separator: "\n")
  }

  /// Another aggregate wants the rows of each group.
  @Test func countsOfGroups() throws {
    let corpus = try Self.corpus(8200)
    var conditions = ConditionGenerator(corpus.records, seed: ProofSettings.seed &+ 2)
    let keys = [
      "topic", "type", "region", "date", "year", "y: date.year, type", "topic, year", "type, topic",
      "author", "institution, type, year", "t: pairs(topic)", "r: pairs(region)",
      "topic, region", "m: month(date), type", "title", "s: season(date), type",
    ]
    for key in keys {
      for _ in 0..<3 {
        let start = "from corpus | where \(conditions.condition(depth: 1).text) | group by \(key)"
        let counted = Answer("\(start) { n: count() }", corpus.session)
        let grouped = Answer(
          "\(start) { n: count(), highest: max(id) } | drop highest", corpus.session)
        #expect(counted.failure == nil, "\(start)")
        #expect(grouped.agrees(with: counted), "\(start)")
      }
    }
  }
}
