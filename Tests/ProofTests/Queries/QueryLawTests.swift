import PubQL
import PubQLCorpusGenerator
import Testing

/// What holds of any query, whatever it asks for.
@Suite struct QueryLawTests {
  /// `not (a = b)` is `a != b`, and `not not p` is `p`, for values of every kind, one or many,
  /// missing or not.
  @Test func unequalIsTheNegationOfEqualForEveryKind() throws {
    let seed = ProofSettings.seed &+ 3000
    let corpus = try ProofCorpus(seed: seed)
    var queries = QueryGenerator(corpus, seed: seed)
    let scope = Scope(PlainTable(corpus.records, sources: corpus.sources))
    let all = try corpus.ids("from corpus")
    let kinds: [PlainKind] = [
      .number, .text, .bool, .date, .duration, .person, .place, .list(.number), .list(.text),
      .list(.person), .list(.place), .list(.date),
    ]
    for kind in kinds {
      for _ in 0..<8 {
        let left = queries.expression(of: kind, scope, depth: 1).operand
        let value = queries.value(of: kind.element)
        let right = queries.written(value, of: kind.element).operand
        for (positive, negative) in [("=", "!="), ("==", "!==")] {
          let holds = try corpus.ids("from corpus | where \(left) \(positive) \(right)")
          let fails = try corpus.ids("from corpus | where \(left) \(negative) \(right)")
          let hint: Comment = "seed \(seed): \(left) \(positive) \(right)"
          #expect(fails == all.filter { !holds.contains($0) }, hint)
          #expect(
            try corpus.ids("from corpus | where not (\(left) \(positive) \(right))") == fails, hint)
          #expect(
            try corpus.ids("from corpus | where not not (\(left) \(positive) \(right))") == holds,
            hint)
        }
      }
    }
  }

  /// Counting rows gives as many as there are, and a layout keeps the meaning of a query.
  @Test func countsAndLayouts() throws {
    let seed = ProofSettings.seed &+ 4000
    let corpus = try ProofCorpus(seed: seed)
    var queries = QueryGenerator(corpus, seed: seed)
    for _ in 0..<100 {
      let text = queries.query().text
      let hint: Comment = "seed \(seed): \(text)"
      let answer = Answer(text, corpus.session)
      let layout = try Session.format(text)
      #expect(try Session.format(layout) == layout, hint)
      #expect(answer.agrees(with: Answer(layout, corpus.session)), hint)
      guard answer.failure == nil else { continue }
      let count = try corpus.session.query("\(text) | count").column("count")?.first?.int
      #expect(count == answer.rows.count, hint)
    }
  }

  /// Any beginning of a query ends in a result or in messages.
  @Test func beginningsEndInAResultOrInMessages() throws {
    let seed = ProofSettings.seed &+ 5000
    let corpus = try ProofCorpus(seed: seed, count: 6, oddities: true, words: 3)
    var queries = QueryGenerator(corpus, seed: seed)
    for _ in 0..<20 {
      let text = queries.query().text
      for end in text.indices.enumerated().filter({ $0.offset % 2 == 0 }).map(\.element) {
        let beginning = String(text[..<end])
        do throws(PubQLError) {
          _ = try corpus.session.query(beginning)
        } catch {
          let isEmpty = error.diagnostics.isEmpty && error.kind != .usage
          #expect(!isEmpty, "seed \(seed): \(beginning)")
        }
      }
    }
  }
}
