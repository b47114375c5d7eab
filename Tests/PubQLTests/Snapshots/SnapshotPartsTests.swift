import PubQL
import PubQLCorpusGenerator
import Testing

/// Snapshots that are built in parts hold what is built at once.
struct SnapshotPartsTests {
  /// Listings of records, each text so many.
  private static func listings(_ counts: [Int], seed: UInt64) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (index, count) in counts.enumerated() {
      var generator = CorpusGenerator(
        seed: seed &+ UInt64(index), count: count, oddities: false)
      while let record = generator.next() {
        record.appendListing(to: &files["papers/\(index).txt", default: []])
      }
    }
    return files
  }

  /// Questions whose answers do not hang on which names a part shows.
  private static let questions = [
    "from corpus | with s: source | select id, title, abstract, s", "count by year",
    "count by type",
    "title has \"the\" | count", "describe | select field",
  ]

  private static func answers(_ session: Session) -> [String] {
    questions.map { session.answer($0) }
  }

  @Test(arguments: [[400], [60, 300, 5, 200], [1, 1, 300]]) func partsAreTheWhole(
    counts: [Int]
  ) throws {
    let files = Self.listings(counts, seed: 5)
    let whole = SnapshotTests.session(files)
    let loaded = try whole.load(["papers"])
    let session = SnapshotTests.session(files)
    // Parts of the least length.
    let (read, change) = try session.build(from: ["papers"], to: "a.pubdb", memory: 1)
    #expect(read.records == loaded.records && read.files == loaded.files)
    #expect(read.problemCount == loaded.problemCount)
    #expect(read.problems.map(\.json) == loaded.problems.map(\.json))
    #expect(change.segments > 3 && change.records == loaded.records)
    #expect(try session.verify("a.pubdb").segments == change.segments)
    let opened = SnapshotTests.session(["a.pubdb": try #require(session.memoryFiles["a.pubdb"])])
    try opened.load(["a.pubdb"])
    #expect(Self.answers(opened) == Self.answers(whole))
    // What fits is one segment: the file that is built of what is loaded.
    try session.build(from: ["papers"], to: "b.pubdb", memory: 1 << 30)
    try whole.build("b.pubdb")
    #expect(session.memoryFiles["b.pubdb"] == whole.memoryFiles["b.pubdb"])
  }

  /// The records that a text is cut at are where it is cut, whatever a reader makes of it.
  @Test func oddTextsInParts() throws {
    let seeds = ["a.txt": Sample.listing, "b.txt": "", "c.bin": "\u{0}\u{1}"].mapValues {
      Array(String(repeating: $0, count: 200).utf8)
    }
    let whole = SnapshotTests.session(seeds)
    let loaded = try whole.load(["*"])
    let session = SnapshotTests.session(seeds)
    let (read, change) = try session.build(from: ["*"], to: "a.pubdb", memory: 1)
    #expect(read.records == loaded.records && read.files == loaded.files && change.segments > 2)
    // A file that is named itself has to be of a known format, and no snapshot is made.
    #expect(throws: PubQLError.self) {
      try session.build(from: ["a.txt", "c.bin"], to: "b.pubdb", memory: 1)
    }
    #expect(throws: PubQLError.self) { try session.build(from: ["d.txt"], to: "b.pubdb") }
    #expect(session.memoryFiles["b.pubdb"] == nil)
  }

  @Test func addsAndReplacesInParts() throws {
    let files = Self.listings([300], seed: 6)
    let session = SnapshotTests.session(files)
    try session.build(from: ["papers"], to: "a.pubdb")
    let more = try session.build(from: ["papers"], to: "a.pubdb", .append, memory: 1).change
    #expect(more.records == 600 && more.added == 300 && more.segments > 3)
    let anew = try session.build(from: ["papers"], to: "a.pubdb", .replace, memory: 1).change
    #expect(anew.records == 300 && anew.added == 300 && anew.deleted == 600)
    let opened = SnapshotTests.session(["a.pubdb": try #require(session.memoryFiles["a.pubdb"])])
    try opened.load(["a.pubdb"])
    let whole = SnapshotTests.session(files)
    try whole.load(["papers"])
    #expect(Self.answers(opened) == Self.answers(whole))
  }

  @Test func readsSnapshotsAmongTexts() throws {
    var files = Self.listings([40], seed: 7)
    files["papers/a.pubdb"] = try SnapshotTests.sample()
    let session = SnapshotTests.session(files)
    let (read, change) = try session.build(from: ["papers"], to: "b.pubdb")
    #expect(read.files == 2 && read.records == 46 && change.segments == 1)
    #expect(try session.build(from: ["papers"], to: "c.pubdb", memory: 1).change.records == 46)
  }

  /// What is told of progress never goes back, and ends at the end.
  @Test func tellsHowFarItIs() throws {
    let files = Self.listings([300], seed: 8)
    let id = String(decoding: files["papers/0.txt", default: []].prefix { $0 != 46 }, as: UTF8.self)
    let session = SnapshotTests.session(files)
    var told: [SnapshotProgress] = []
    try session.build(from: ["papers"], to: "a.pubdb", memory: 1) { told.append($0) }
    let fractions = told.compactMap(\.fraction)
    #expect(fractions.count == told.count && fractions == fractions.sorted())
    #expect(fractions.first.map { $0 < 0.2 } == true && fractions.last.map { $0 > 0.99 } == true)
    told = []
    try session.delete([id], from: "a.pubdb") { told.append($0) }
    #expect(told.compactMap(\.fraction) == told.compactMap(\.fraction).sorted() && !told.isEmpty)
  }
}
