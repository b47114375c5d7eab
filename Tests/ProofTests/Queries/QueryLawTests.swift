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
        queries.definitions = []
        let left = queries.expression(of: kind, scope, depth: 1).operand
        let prefix = queries.definitions.map { $0 + "\n" }.joined() + "from corpus | where"
        let value = queries.value(of: kind.element)
        let right = queries.written(value, of: kind.element).operand
        for (positive, negative) in [("=", "!="), ("==", "!==")] {
          let holds = try corpus.ids("\(prefix) \(left) \(positive) \(right)")
          let fails = try corpus.ids("\(prefix) \(left) \(negative) \(right)")
          let hint: Comment = "seed \(seed): \(left) \(positive) \(right)"
          #expect(fails == all.filter { !holds.contains($0) }, hint)
          #expect(
            try corpus.ids("\(prefix) not (\(left) \(positive) \(right))") == fails, hint)
          #expect(
            try corpus.ids("\(prefix) not not (\(left) \(positive) \(right))") == holds,
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
      let query = queries.query()
      let text = query.text
      let hint: Comment = "seed \(seed): \(text)"
      let answer = Answer(text, corpus.session)
      let layout = try Session.format(text)
      #expect(try Session.format(layout) == layout, hint)
      #expect(answer.agrees(with: Answer(layout, corpus.session)), hint)
      // Nothing can follow a chart.
      guard answer.failure == nil, !(query.stages.last?.isChart ?? false) else { continue }
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

  // MARK: Stages

  /// Tables that stages are tried on.
  private static let tables = [
    "from corpus", "from corpus | sort title", "from corpus | where not missing(topic)",
    "from corpus | each topic | select id, topic", "[3, 1, 2, 1]", "from corpus | where false",
  ]

  private func lines(_ text: String, _ corpus: ProofCorpus) throws -> [[Value]] {
    let answer = Answer(text, corpus.session)
    try #require(answer.failure == nil, "\(text): \(answer.shown)")
    return answer.rows
  }

  /// A union with itself is itself, as is what both have; nothing is left without itself.
  @Test func tablesWithThemselves() throws {
    let seed = ProofSettings.seed &+ 6000
    let corpus = try ProofCorpus(seed: seed)
    for table in Self.tables {
      let all = try lines(table, corpus)
      for (stage, meant) in [("union", all), ("intersect", all), ("except", [])] {
        #expect(
          try lines("\(table) | \(stage) (\(table))", corpus) == meant, "seed \(seed): \(table)")
      }
    }
  }

  /// A sample is a part of the rows in their order, as large as told, the same each time.
  @Test func samples() throws {
    let seed = ProofSettings.seed &+ 7000
    let corpus = try ProofCorpus(seed: seed)
    for table in Self.tables {
      let all = try lines("\(table) | with n: row() | select n", corpus)
      for count in [0, 1, 5, 1000] {
        let query = "\(table) | with n: row() | select n | sample \(count) seed \(count)"
        let some = try lines(query, corpus)
        #expect(some.count == min(count, all.count), "seed \(seed): \(query)")
        #expect(some == all.filter { some.contains($0) }, "seed \(seed): \(query)")
        #expect(try lines(query, corpus) == some, "seed \(seed): \(query)")
      }
    }
  }

  /// What is found has all of the words, the best first; what is like a record is not the record;
  /// what stays of records that are one stood there before; a chart changes nothing.
  @Test func searchesAndLikenesses() throws {
    let seed = ProofSettings.seed &+ 8000
    let corpus = try ProofCorpus(seed: seed, count: 60, oddities: true)
    let all = try corpus.ids("from corpus")
    var conditions = ConditionGenerator(corpus.records, seed: seed)
    for _ in 0..<20 {
      let words = ReferenceWords.words(conditions.fragment(.title, .has))
      let texts = words.map { String(decoding: $0, as: UTF8.self) }
      let text = texts.joined(separator: " ")
      let meant = corpus.records.filter { record in
        let there = (record.values(.title) + record.values(.abstract)).flatMap(\.words)
        return words.allSatisfy { there.contains($0) }
      }
      let search = "search \(conditions.quoted(text))"
      let hint: Comment = "seed \(seed): \(search)"
      #expect(try Set(corpus.ids(search)) == Set(meant.map(\.id)), hint)
      let scores = try lines("\(search) | select score", corpus).compactMap { $0[0].double }
      #expect(scores == scores.sorted(by: >) && scores.count == meant.count, hint)
      let passages = try lines("\(search) | select title, snippet(title)", corpus)
      #expect(passages.allSatisfy { !$0[1].members.isEmpty }, hint)
    }
    for id in all.prefix(8) {
      let found = try corpus.ids("similar \(id)")
      #expect(!found.contains(id) && Set(found).count == found.count, "seed \(seed): similar \(id)")
      let scores = try lines("similar \(id) | select score", corpus).compactMap { $0[0].double }
      #expect(scores == scores.sorted(by: >) && scores.allSatisfy { $0 > 0 && $0 <= 1 })
    }
    for keys in ["", " by type", " by type, date"] {
      let kept = try corpus.ids("dedupe\(keys)")
      #expect(kept.count <= all.count && Set(kept).isSubset(of: all), "seed \(seed): dedupe\(keys)")
      #expect(
        try corpus.ids("dedupe\(keys) | drop duplicates, why | dedupe\(keys)").count == kept.count)
    }
    let counted = "from corpus | count by type"
    #expect(try lines("\(counted) | chart bar", corpus) == lines(counted, corpus))
  }

  /// A script that would go on without end ends with a message.
  @Test(arguments: [
    "def f(n) = if n > 90 then 0 else f(n + 1) + f(n + 1); f(0)",
    "def fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2); fib(30)",
    "def deep(n) = if n = 0 then 0 else 1 + deep(n - 1); deep(1000000)",
    "def grow(xs, n) = if n = 0 then xs else grow([xs, xs], n - 1); length(grow([1], 40))",
    "def grow(t, n) = if n = 0 then t else grow(\"{t}{t}\", n - 1); length(grow(\"ab\", 60))",
    "let xs = range(1, 100000)\nfor a in $xs { for b in $xs { let c = a + b } }",
    "let xs = range(1, 1000)\nlet ys = map($xs, x => map($xs, y => map($xs, z => x + y + z)))",
    "length(range(1, 9223372036854775807))",
    "def f(g, n) = if n = 0 then 0 else g(g, n - 1); f((g, n) => g(g, n), 3)",
    "fold(range(1, 1000), [1], (xs, x) => [xs, xs])",
    "length(flatten(fold(range(1, 60), [1], (xs, x) => [xs, xs])))",
  ])
  func endlessScriptsEndInAMessage(script: String) throws {
    var options = SessionOptions()
    options.files = .none
    options.limits.steps = 20_000
    let session = Session(options: options)
    let start = ContinuousClock.now
    let answer = Answer(script, session)
    #expect(answer.failedRunning || answer.failure == "PQ0109", "\(script): \(answer.shown)")
    #expect(ContinuousClock.now - start < .seconds(60), "\(script)")
    #expect(Answer("1 + 1", session).rows == [[.whole(2)]])
  }
}
