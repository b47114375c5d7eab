import PubQL
import Testing

/// Several loads are one corpus; records of values are records; files in memory come back.
struct LoadingTests {
  private static let queries = [
    "from corpus | select id", "count by topic", "count by author", "count by year",
    "count by date",
    "count by region, year", "topic = \"Cities\" | select id", "author = \"Ekman\" | select id",
    "region within \"Europe\" | select id, regions", "date in 2019..2020 | select id, date",
    "sort date desc, title | select id", "sort type | select id, type",
    "group by type { n: count(), t: list(topic), newest: max(date), best: top(author) }",
    "each author | sort date | take 1 per author | select author, id", "describe",
    "distinct region", "missing(abstract) | select id", "title has \"cities\" | select id, title",
    "abstract contains \"water\" | select id", "count by language", "top 2 by date per type",
    "group { n: count_distinct(topic), s: share(year = 2020), m: median(year) }",
    "language != \"English\" | select id", "institution = \"Clingendael\" | select id",
    "type == \"policy brief\" | select id", "topics all [\"Cities\", \"Trade\"] | select id",
    "author in (date < 2020 | distinct author) | select id", "count by lower(topic)",
  ]

  /// The listing as one text for each record.
  private static let pieces: [String] = Sample.listing.split(separator: "\n\n").map { $0 + "\n" }

  /// A law: records loaded in several parts answer as those of one file.
  @Test func partsAnswerAsTheWhole() throws {
    let whole = try Sample.session()
    #expect(Self.pieces.count == 6)
    for cut in [[1, 5], [2, 2, 2], [1, 1, 1, 2, 1], [5, 1]] {
      let session = Session()
      var start = 0
      for count in cut {
        let text = Self.pieces[start..<start + count].joined(separator: "\n")
        try session.load(bytes: Array(text.utf8), named: "\(start)", format: "ciao")
        start += count
      }
      #expect(session.recordCount == 6)
      for query in Self.queries {
        #expect(session.answer(query) == whole.answer(query), "\(query) of \(cut)")
      }
    }
  }

  /// A law: a whole answer added as values to another session answers as the records it shows.
  @Test func valuesAnswerAsTheListing() throws {
    let whole = try Sample.session()
    let session = Session()
    try session.add(try whole.query("from corpus").rows)
    for query in Self.queries {
      #expect(session.answer(query) == whole.answer(query), "\(query)")
    }
  }

  /// A law: what `save` writes as a listing is read back the same.
  @Test func listingsComeBack() throws {
    let whole = try Sample.session()
    #expect(whole.answer("from corpus | save \"out.txt\"") == "saved out.txt 6")
    let bytes = try #require(whole.memoryFiles["out.txt"])
    let session = Session()
    try session.load(bytes: bytes, format: "ciao")
    for query in Self.queries {
      #expect(session.answer(query) == whole.answer(query), "\(query)")
    }
  }

  @Test func values() throws {
    let session = Session()
    func add(_ fields: [(String, Value)]) throws {
      try session.add([.record(fields.map { RecordField(name: $0.0, value: $0.1) })], as: "host")
    }
    try add([
      ("id", 7), ("title", "A, B and C: a title"), ("author", "Ekman, Alice"),
      ("date", .date("2020-05")), ("topics", ["Research and Development", "Peace, War"]),
      ("region", .place("UK")), ("pages", 12), ("open", true), ("note", .missing),
    ])
    try add([
      ("id", "8"), ("date", 2019), ("authors", [.person("A. Ekman"), .person("B")]),
      ("tags", ["x", "y"]),
    ])
    try add([("id", "9"), ("date", "May 2018")])
    try add([("id", "10"), ("date", "no date at all")])
    expect(
      session,
      [
        ("from host | count", "4"),
        ("id = 7 | select topics", "[Research and Development, Peace, War]"),
        ("author = \"Ekman\" | select id", "7 / 8"), ("region within \"Europe\" | select id", "7"),
        ("sort date | select id", "9 / 8 / 7 / 10"), ("pages = \"12\" | select id", "7"),
        ("tags = \"y\" | select id, tags", "8 | [x, y]"),
        ("count by tags", "- | 3 / x | 1 / y | 1"),
        ("id = 10 | select date, publication_date", "- | no date at all"),
        ("open = \"true\" | select id", "7"), ("note = 1", "PQ0104"),
        ("id = 7 | select source", "<values>:1"),
      ])
    for bad: [(String, Value)] in [
      [("title", ["a", "b"])], [("topics", [["a"]])], [("x", .record([]))],
      [("date", .date("2020-99"))], [("x", .decimal(.infinity))],
    ] {
      #expect(throws: PubQLError.self) { try add(bad) }
    }
    #expect(throws: PubQLError.self) { try session.add(["no record"]) }
    #expect(session.recordCount == 4)
  }

  /// Repeated labels: no value is lost, also of fields that have one value.
  @Test func repeatedLabels() throws {
    let text = """
      1. Twice
      - Publication Date:
      - 2020
      - Publication Date:
      - 1999
      - Content Type:
      - Book
      - Content Type:
      - Brief
      - Topic:
      - A
      - Topic:
      - B and A

      """
    let session = try Sample.session(text)
    expect(
      session,
      [
        ("select topics", "[A, B, A]"), ("count by topic", "A | 1 / B | 1"),
        ("type has \"book\" | select type", "Book; Brief"),
        // What a condition finds is what the record shows.
        ("date = 1999 | select date", ""), ("select date", "2020"),
        ("count by date", "2020 | 1"),
      ])
    let shown = session.answer("select type")
    #expect(session.answer("count by type") == "\(shown) | 1")
    let all = try session.query("from corpus").rows[0]
    #expect("\(all)".contains("1999") && "\(all)".contains("Brief"))
  }

  @Test func reports() throws {
    let session = Session()
    let report = try session.load(
      bytes: Array("noise\n\n1. A\n- Publication Date:\n- someday\n".utf8), named: "n.txt",
      format: "ciao", as: "noisy")
    #expect(report.name == "noisy" && report.files == 1 && report.records == 1)
    #expect(report.skippedLines == 1 && report.problemCount == report.problems.count)
    #expect(report.problems.allSatisfy { $0.file == "n.txt" && $0.line > 0 })
    #expect(report.problems.allSatisfy { Reference.explanation(of: $0.code) != nil })
    #expect(session.sources.count == 1)
    #expect(throws: PubQLError.self) { try session.load(bytes: [1, 2, 3], format: "nix") }
    #expect(session.fields.map(\.name).contains("publication_date"))
    #expect(session.values(of: "publication_date").map(\.value) == ["someday"])
  }
}
