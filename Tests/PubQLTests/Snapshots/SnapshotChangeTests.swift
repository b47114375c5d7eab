import PubQL
import Testing

/// What is deleted, replaced, compacted: as if it had been built so.
struct SnapshotChangeTests {
  private static func ids(_ session: Session) throws -> String {
    try session.query("from corpus | select id").line
  }

  private static func opened(_ bytes: [UInt8]?) throws -> Session {
    let session = SnapshotTests.session(["a.pubdb": try #require(bytes)])
    try session.load(["a.pubdb"])
    return session
  }

  @Test func deletes() throws {
    let session = SnapshotTests.session(["a.pubdb": try SnapshotTests.sample()])
    let change = try session.delete(["3", "1", "3"], from: "a.pubdb")
    #expect(change.records == 4 && change.deleted == 2 && change.segments == 1)
    #expect(try session.verify("a.pubdb").records == 4)
    let opened = try Self.opened(session.memoryFiles["a.pubdb"])
    #expect(try Self.ids(opened) == "2 / 4 / 5 / 6")
    // Values that no record has any more are nowhere.
    #expect(opened.answer("region = \"Kenya\" | count").hasPrefix("PQ0220"))
    #expect(!opened.values(of: "topic").contains { $0.value.contains("Water") })
    let kenya = try #require(opened.fields.first { $0.name == "regions" })
    #expect(kenya.distinct == 3)
    // Nor are their bytes.
    let bytes = try #require(session.memoryFiles["a.pubdb"])
    #expect(!Self.contains(bytes, "Kenya") && !Self.contains(bytes, "money uphill"))
  }

  private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }

  /// A field that only a source knows goes with its last value.
  @Test func fieldsGoWithTheirValues() throws {
    let session = SnapshotTests.session(["a.pubdb": try SnapshotTests.sample()])
    try session.delete(["3", "4"], from: "a.pubdb")
    let opened = try Self.opened(session.memoryFiles["a.pubdb"])
    #expect(!opened.fields.contains { $0.name == "language" })
    #expect(opened.fields.contains { $0.name == "pages" })
    #expect(opened.completions(in: "lang", at: 4).items.isEmpty)
  }

  @Test func sourcesStay() throws {
    let session = SnapshotTests.session(["a.pubdb": try SnapshotTests.sample()])
    try session.load(bytes: Array(Sample.listing.utf8), named: "2.txt")
    try session.append(to: "a.pubdb")
    let before = try Self.opened(session.memoryFiles["a.pubdb"])
    let kept = "from corpus | where id not in [1, 6] | with s: source | select id, s"
    let sources = before.answer(kept)
    try session.compact("a.pubdb")
    try session.delete(["1", "6"], from: "a.pubdb")
    #expect(try Self.opened(session.memoryFiles["a.pubdb"]).answer(kept) == sources)
  }

  @Test func deletesAllOrNothing() throws {
    let whole = try SnapshotTests.sample()
    let session = SnapshotTests.session(["a.pubdb": whole])
    let error = #expect(throws: PubQLError.self) {
      try session.delete(["1", "12", "x"], from: "a.pubdb")
    }
    let told = try #require(error?.diagnostics.first)
    #expect(told.code == "PQ0525" && error?.exitCode == 4)
    #expect(told.message == "`a.pubdb` has no record with 2 of the 3 ids: `12`, `x`")
    #expect(told.help == "the nearest to `12` is `1`; nothing was deleted")
    #expect(session.memoryFiles["a.pubdb"] == whole)
    #expect(try session.delete([], from: "a.pubdb").deleted == 0)
    #expect(session.memoryFiles["a.pubdb"] == whole)
    #expect(try session.delete((1...6).map(String.init), from: "a.pubdb").records == 0)
    #expect(try session.verify("a.pubdb").segments == 0)
    let one = #expect(throws: PubQLError.self) { try session.delete(["1"], from: "a.pubdb") }
    #expect(one?.diagnostics.first?.message == "`a.pubdb` has no record with the id `1`")
  }

  /// Only segments that lose records are made anew, and all records of an id go.
  @Test func deletesFromSegments() throws {
    let session = SnapshotTests.session(["a.pubdb": try SnapshotTests.sample()])
    try session.load(bytes: Array(Sample.listing.utf8), named: "2.txt")
    try session.append(to: "a.pubdb")
    #expect(try session.delete(["2"], from: "a.pubdb").deleted == 2)
    let (records, segments) = try session.verify("a.pubdb")
    #expect(records == 10 && segments == 2)
    #expect(
      try Self.ids(Self.opened(session.memoryFiles["a.pubdb"])).filter { $0 != "/" }
        == "1  3  4  5  6  1  3  4  5  6")
  }

  @Test func replaces() throws {
    let session = SnapshotTests.session(["a.pubdb": try SnapshotTests.sample()])
    try session.load(
      bytes: Array("2. Anew\n- Topic:\n- Rivers\n\n7. More\n- Topic:\n- Trade\n".utf8),
      named: "2.txt")
    let change = try session.replace(in: "a.pubdb")
    #expect(change.records == 7 && change.added == 2 && change.deleted == 1)
    #expect(change.segments == 2)
    let opened = try Self.opened(session.memoryFiles["a.pubdb"])
    #expect(try Self.ids(opened) == "1 / 3 / 4 / 5 / 6 / 2 / 7")
    #expect(opened.answer("id = 2 | select title, topics") == "Anew | [Rivers]")
  }

  @Test func compacts() throws {
    let session = SnapshotTests.session(["a.pubdb": try SnapshotTests.sample()])
    try session.load(bytes: Array(Sample.listing.utf8), named: "2.txt")
    try session.append(to: "a.pubdb")
    let before = SnapshotTests.answers(try Self.opened(session.memoryFiles["a.pubdb"]))
    let change = try session.compact("a.pubdb")
    #expect(change.records == 12 && change.segments == 1)
    let compacted = session.memoryFiles["a.pubdb"]
    #expect(SnapshotTests.answers(try Self.opened(compacted)) == before)
    // It is the file that is built of all at once.
    let whole = try Self.opened(compacted)
    try whole.build("b.pubdb")
    #expect(whole.memoryFiles["b.pubdb"] == compacted)
    // A single segment stays as it is.
    #expect(try session.compact("a.pubdb").segments == 1)
    #expect(session.memoryFiles["a.pubdb"] == compacted)
  }

  @Test func keepsWhatIsDamaged() throws {
    var bytes = try SnapshotTests.sample()
    bytes[200] ^= 1
    let session = SnapshotTests.session(["a.pubdb": bytes])
    #expect(throws: PubQLError.self) { try session.delete(["1"], from: "a.pubdb") }
    #expect(throws: PubQLError.self) { try session.compact("a.pubdb") }
    #expect(throws: PubQLError.self) { try session.replace(in: "a.pubdb") }
    #expect(session.memoryFiles["a.pubdb"] == bytes)
  }

  /// Random records: what is left after deleting answers as if it had been built alone.
  @Test(arguments: 1...20 as ClosedRange<UInt64>) func deletingIsAsNeverBuilt(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var records = RandomRecords(seed: seed)
    let parts = [records.records(30), records.records(Int.random(in: 1...20, using: &random))]
    var file: [UInt8] = []
    for (index, part) in parts.enumerated() {
      let session = SnapshotTests.session(index == 0 ? [:] : ["a.pubdb": file])
      try session.add(part)
      if index == 0 { try session.build("a.pubdb") } else { try session.append(to: "a.pubdb") }
      file = try #require(session.memoryFiles["a.pubdb"])
    }
    let gone = Set((0..<30).shuffled(using: &random).prefix(Int.random(in: 1...29, using: &random)))
    let changed = SnapshotTests.session(["a.pubdb": file])
    try changed.delete(gone.map { "\($0)" }, from: "a.pubdb")
    if seed % 2 == 0 { try changed.compact("a.pubdb") }
    try changed.verify("a.pubdb")
    let opened = try Self.opened(changed.memoryFiles["a.pubdb"])
    let alone = SnapshotTests.session([:])
    for part in parts {
      try alone.add(part.enumerated().filter { !gone.contains($0.offset) }.map(\.element))
    }
    let questions = SnapshotTests.questions.filter {
      !$0.contains("source") && !$0.contains("pages")
    }
    for question in questions {
      #expect(opened.answer(question) == alone.answer(question), "seed \(seed): \(question)")
    }
    for field in alone.fields {
      #expect(opened.values(of: field.name) == alone.values(of: field.name), "seed \(seed)")
    }
  }
}
