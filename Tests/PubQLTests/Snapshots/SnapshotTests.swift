import PubQL
import Testing

/// Snapshots hold what was loaded, and open as any other source.
struct SnapshotTests {
  /// Everything that a session can tell of its records.
  static let questions = [
    "distance(author, \"Alice Eckmann\") <= 3 | select id",
    "from corpus | with s: source", "count by topic", "count by author", "count by region, type",
    "count by year", "topic = \"cities\" and region within \"Asia\" | select id, title",
    "author = \"Ekman\" | select id, author", "missing(date) | select id", "describe",
    "title has \"smart city\" | count", "search \"silk road\"", "group by pages { n: count() }",
    "sort date desc, title | take 3 | select title, abstract", "date in 2019..2020 | count",
    "count by country(region)", "count by pairs(topic)", "count by title", "distinct abstract",
    "select abstract, authors | distinct", "count by type | join left (select type, title) on type",
  ]

  /// A session whose files are these.
  static func session(_ files: [String: [UInt8]]) -> Session {
    var options = SessionOptions()
    options.files = .memory(files)
    return Session(options: options)
  }

  /// The bytes of a snapshot of the sample.
  static func sample() throws -> [UInt8] {
    let session = session([:])
    try session.load(bytes: Array(Sample.listing.utf8), named: "1.txt")
    try session.build("a.pubdb")
    return try #require(session.memoryFiles["a.pubdb"])
  }

  static func answers(_ session: Session) -> [String] {
    questions.map { question in
      do throws(PubQLError) {
        return String(
          decoding: try session.query(question).bytes(format: "json"), as: UTF8.self)
      } catch { return error.diagnostics.map(\.code).joined(separator: " ") }
    }
  }

  @Test func holdsWhatWasLoaded() throws {
    let loaded = Self.session([:])
    try loaded.load(bytes: Array(Sample.listing.utf8), named: "1.txt")
    let opened = Self.session(["a.pubdb": try Self.sample()])
    let report = try opened.load(["a.pubdb"])
    #expect(report.records == 6 && report.problemCount == 0)
    #expect(Self.answers(opened) == Self.answers(loaded))
    #expect(opened.fields.map(\.name) == loaded.fields.map(\.name))
  }

  /// What is built of a snapshot is that snapshot.
  @Test func buildingAgainChangesNothing() throws {
    let bytes = try Self.sample()
    let session = Self.session(["a.pubdb": bytes])
    try session.load(["a.pubdb"])
    try session.build("b.pubdb")
    #expect(session.memoryFiles["b.pubdb"] == bytes)
  }

  @Test func opensWithTextsAndOthers() throws {
    let session = Self.session([
      "a.pubdb": try Self.sample(), "b.txt": Array(Sample.listing.utf8),
    ])
    try session.run("load \"b.txt\" as texts; load \"a.pubdb\" as snapshot") { _ in }
    #expect(try session.query("count")[0, 0] == .whole(12))
    #expect(try session.query("from snapshot | count")[0, 0] == .whole(6))
    #expect(
      try session.query("from snapshot | except (from texts) by id | count")[0, 0]
        == .whole(0))
    let both = Self.session([
      "1.txt": Array(Sample.listing.utf8), "2.pubdb": try Self.sample(),
      "3.txt": Array(Sample.listing.utf8),
    ])
    try both.load(["*"])
    #expect(
      try both.query("with s: source | take 1 per id | where s has \"1 txt\" | count")[0, 0]
        == .whole(6))
  }

  @Test func appends() throws {
    let session = Self.session(["a.pubdb": try Self.sample()])
    try session.load(bytes: Array(Sample.listing.utf8), named: "2.txt")
    try session.append(to: "a.pubdb")
    let (records, segments) = try session.verify("a.pubdb")
    #expect(records == 12 && segments == 2)
    let loaded = Self.session([:])
    for name in ["1.txt", "2.txt"] {
      try loaded.load(bytes: Array(Sample.listing.utf8), named: name)
    }
    let opened = Self.session(["a.pubdb": try #require(session.memoryFiles["a.pubdb"])])
    try opened.load(["a.pubdb"])
    #expect(Self.answers(opened) == Self.answers(loaded))
    // A snapshot of several segments becomes one of one.
    try opened.build("c.pubdb")
    #expect(try opened.verify("c.pubdb").segments == 1)
    let joined = Self.session(["c.pubdb": try #require(opened.memoryFiles["c.pubdb"])])
    try joined.load(["c.pubdb"])
    #expect(Self.answers(joined) == Self.answers(loaded))
  }

  @Test func ofNothing() throws {
    let session = Self.session([:])
    try session.build("empty.pubdb")
    #expect(try session.verify("empty.pubdb").records == 0)
    #expect(try session.load(["empty.pubdb"]).records == 0)
    #expect(try session.query("from corpus | count")[0, 0] == .whole(0))
  }

  @Test func refusesOtherFiles() throws {
    let whole = try Self.sample()
    var newer = whole
    newer[8] = 3
    let session = Self.session([
      "text.pubdb": Array(Sample.listing.utf8), "cut.pubdb": Array(whole.prefix(200)),
      "short.pubdb": Array(whole.prefix(10)), "none.pubdb": [], "newer.pubdb": newer,
      "long.pubdb": whole + [0],
    ])
    func code(_ name: String) -> String {
      do throws(PubQLError) { try session.load([name]) } catch {
        return error.diagnostics[0].code
      }
      return "none"
    }
    #expect(code("text.pubdb") == "PQ0520" && code("none.pubdb") == "PQ0520")
    #expect(code("cut.pubdb") == "PQ0523" && code("short.pubdb") == "PQ0523")
    #expect(code("long.pubdb") == "PQ0523")
    // The version is checked by the header's checksum, too.
    #expect(code("newer.pubdb") == "PQ0524")
    #expect(code("nowhere.pubdb") == "PQ0501")
  }

  @Test func keepsWhatIsThere() throws {
    let session = Self.session(["a.pubdb": [1, 2, 3]])
    #expect(throws: PubQLError.self) { try session.build("a.pubdb") }
    #expect(session.memoryFiles["a.pubdb"] == [1, 2, 3])
    #expect(throws: PubQLError.self) { try session.append(to: "a.pubdb") }
    #expect(session.memoryFiles["a.pubdb"] == [1, 2, 3])
    try session.build("a.pubdb", replacing: true)
    #expect(session.memoryFiles["a.pubdb"] != [1, 2, 3])
  }
}
