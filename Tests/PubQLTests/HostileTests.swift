import PubQL
import Testing

/// Whatever the text and the data, there are results or problems, and an end.
struct HostileTests {
  private static let more = "9. More\n- Topic:\n- Cities and Trade\n"

  private static func session() throws -> Session {
    var options = SessionOptions()
    options.files = .memory(["more.txt": Array(more.utf8)])
    options.mayReplaceFiles = true
    let session = Session(options: options)
    try session.load(bytes: Array(Sample.listing.utf8), format: "ciao")
    return session
  }

  /// Runs a text; every problem has a code that is explained, and every number is one.
  private func run(_ bytes: [UInt8], on session: Session) -> Bool {
    do throws(PubQLError) {
      try session.run(utf8: bytes) { output in
        if case .result(let result) = output { #expect(isFinite(result)) }
      }
      return true
    } catch {
      #expect(!error.diagnostics.isEmpty)
      for problem in error.diagnostics {
        #expect(Reference.explanation(of: problem.code) != nil, "\(problem.code)")
        #expect(problem.start <= problem.end && problem.end <= bytes.count)
        #expect(!problem.message.isEmpty)
      }
      return false
    }
  }

  private func isFinite(_ result: QueryResult) -> Bool {
    result.rows.allSatisfy(isFinite)
  }

  private func isFinite(_ value: Value) -> Bool {
    switch value {
    case .decimal(let number): number.isFinite
    case .list(let values): values.allSatisfy(isFinite)
    case .record(let fields): fields.allSatisfy { isFinite($0.value) }
    default: true
    }
  }

  @Test func goodQueriesRun() throws {
    for query in Mutations.queries {
      #expect(run(Array(query.utf8), on: try Self.session()), "\(query)")
    }
  }

  @Test(arguments: [1, 2]) func mutations(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var session = try Self.session()
    var good = 0
    for round in 0..<1500 {
      if round % 100 == 0 { session = try Self.session() }
      let query = Mutations.queries[round % Mutations.queries.count]
      let text = Mutations.mutated(query, &random)
      if run(text, on: session) { good += 1 }
    }
    // Some mutations are harmless; were none, nothing behind the parser would be tried.
    #expect(good > 20, "seed \(seed)")
  }

  @Test func prefixes() throws {
    let session = try Self.session()
    for query in Mutations.queries {
      let bytes = Array(query.utf8)
      for length in 0..<bytes.count where length % 3 == 0 || bytes[length] == 0x20 {
        _ = run(Array(bytes[..<length]), on: session)
      }
    }
  }

  @Test func deepAndLong() throws {
    let session = try Self.session()
    let open = String(repeating: "(", count: 100)
    let close = String(repeating: ")", count: 100)
    #expect(session.answer("\(open)id = 1\(close)") == "1")
    #expect(session.answer("\(open)1\(close) + 1") == "2")
    let terms = (0..<5000).map { "id = \"\($0)\"" }
    #expect(session.answer(terms.joined(separator: " or ")) == "1 2 3 4 5 6")
    #expect(session.answer(terms.prefix(500).joined(separator: " and ")) == "")
    let many = (0..<1000).map { "\"\($0)\"" }.joined(separator: ", ")
    #expect(session.answer("id in [\(many)]") == "1 2 3 4 5 6")
    #expect(session.answer("[\(many)] | count") == "1000")
    #expect(
      session.answer("from corpus" + String(repeating: " | where true", count: 2000))
        == "1 2 3 4 5 6")
    let columns = (0..<500).map { "c\($0): \($0)" }.joined(separator: ", ")
    #expect(session.answer("select \(columns) | take 1 | select c499") == "499")
    let long = String(repeating: "a", count: 100_000)
    #expect(session.answer("title has \"\(long)\"") == "")
    #expect(session.answer("title like \"\(long)\"") == "")
    #expect(session.answer("\(long) = 1") == "PQ0104")
    #expect(session.answer("title matches /\(long)/").contains(""))
    let chain = (1..<60).map { "def f\($0) = f\($0 - 1) and true" }.joined(separator: "; ")
    #expect(session.answer("def f0 = id = 1; \(chain); f40").hasPrefix("PQ0109"))
    let short = (1..<40).map { "def g\($0) = g\($0 - 1) and true" }.joined(separator: "; ")
    #expect(session.answer("def g0 = id = 1; \(short); g39") == "1")
    let nested = (0..<12).map { _ in "author in (from corpus | where " }.joined()
    #expect(
      session.answer(nested + "true" + String(repeating: " | distinct author)", count: 12))
        == "1 2 4 6")
  }

  @Test func hugeNumbers() throws {
    let session = try Self.session()
    let huge = "9223372036854775807"
    let texts = [
      "take \(huge)", "skip \(huge)", "top \(huge) by date", "top \(huge) by date per type",
      "take \(huge) per type", "skip \(huge) per type", "authors[\(huge)] = \"x\"",
      "authors[-\(huge)] = \"x\"", "authors[-\(huge) - 1] = \"x\"", "date + \(huge) days > 2020",
      "date - \(huge) months > 2020", "date + 99999999 years > 2020", "date - 5801000 years < 0001",
      "date in \(huge)..", "year in -\(huge)..\(huge)", "id = \(huge)", "date = \(huge)",
      "round(\(huge), 15)", "round(1.5, \(huge))", "group { p: percentile(year, \(huge)) }",
      "near(title, \"a\", \"b\", \(huge))", "\(huge)0", "1.\(huge)\(huge)", "\(huge) years",
      "\(huge) days - \(huge) days", "(\(huge) months + 1 day) * 2", "-\(huge) * -1",
      "2020 - \(huge)", "\(huge) = \(huge).0", "[\(huge), \(huge).0] | distinct",
      "date(\"9999\") + 5790000 years", "date(\"y-170000\") + 1 year",
      "date + 1 day - 1 day = date",
      "select date - 0001-01-01", "select date.end, date.start",
      "date(\"../..\") + \(huge) days", "date(\"/2020\").start", "date(\"2020/\").end",
    ]
    for text in texts { _ = run(Array(text.utf8), on: session) }
    #expect(session.answer("take \(huge) | count") == "6")
    #expect(session.answer("date + 99999999 years > 2020") == "PQ0402")
  }

  @Test func emptyAndOddData() throws {
    let nothing = Session()
    #expect(nothing.answer("from corpus") == "PQ0117")
    #expect(nothing.fields.isEmpty || nothing.recordCount == 0)
    #expect(nothing.years == nil)
    try nothing.load(bytes: [], format: "ciao")
    #expect(nothing.answer("count") == "0")

    let bare = Session()
    try bare.add([.record([]), .record([]), .record([RecordField(name: "x", value: .missing)])])
    expect(
      bare,
      [
        ("count", "3"), ("count by topic", "- | 3"), ("sort date | count", "3"),
        ("missing(id) | count", "3"), ("topic = \"x\" | count", "0"),
        ("describe | count", "9"), ("group { m: max(date), l: list(topic) }", "- | []"),
        ("distinct topic", "-"), ("each author | count", "3"), ("take 1 per date | count", "1"),
        ("title has \"x\" | count", "0"), ("x = 1", "PQ0104"),
      ])
  }

  @Test func manyValues() throws {
    let session = Session()
    let topics = (0..<10_000).map { Value.text("Topic \($0)") }
    let twice = (0..<4000).map { Value.text($0 % 2 == 0 ? "Topic \($0)" : "TOPIC \($0 - 1)") }
    try session.add([
      .record([
        RecordField(name: "id", value: "1"), RecordField(name: "topics", value: .list(topics)),
      ]),
      .record([
        RecordField(name: "id", value: "2"), RecordField(name: "topics", value: .list(twice)),
      ]),
    ])
    expect(
      session,
      [
        ("count by topic | count", "10000"), ("count by lower(topic) | count", "10000"),
        ("id = 2 | count by topic | count", "2000"), ("each topic | count", "14000"),
        ("topic = \"topic 9999\" | select id", "1"), ("length(topics) = 10000 | select id", "1"),
        ("group { n: count_distinct(topic) }", "10000"),
      ])
    let records = (0..<2000).map { number in
      Value.record([
        RecordField(name: "id", value: .text("\(number)")),
        RecordField(name: "date", value: .whole(1900 + number % 100)),
        RecordField(name: "kind", value: .text("k\(number % 7)")),
      ])
    }
    let many = Session()
    try many.add(records)
    expect(
      many,
      [
        ("count by id, date, kind, title, type, abstract | count", "2000"),
        ("count by kind, date, year, d: date.decade | count", "700"),
        ("group by id, k: kind { a: count(), b: max(date), c: list(kind) } | count", "2000"),
      ])
  }
}
