import PubQL
import Testing

/// Snapshots whose checksums hold and whose content makes no sense: whatever is answered, nothing
/// traps, and nothing outside of the file is read.
///
/// `PUBQL_DAMAGE_CASES` says how many are tried; three times as many as of each kind here.
struct SnapshotForgeryTests {
  private static let cases = SnapshotDamageTests.cases / 3

  /// Of two segments, one of which has lost records.
  private static func sample() throws -> [UInt8] {
    let session = SnapshotTests.session(["a.pubdb": try SnapshotTests.sample()])
    try session.load(bytes: Array(Sample.listing.utf8), named: "2.txt")
    try session.append(to: "a.pubdb")
    try session.delete(["3"], from: "a.pubdb")
    return try #require(session.memoryFiles["a.pubdb"])
  }

  /// Asks everything, and writes the file anew.
  private static func use(_ bytes: [UInt8]) {
    let session = SnapshotTests.session(["a.pubdb": bytes])
    if (try? session.load(["a.pubdb"])) != nil {
      _ = SnapshotTests.answers(session)
      for field in session.fields { _ = session.values(of: field.name, limit: 3) }
      try? session.build("b.pubdb")
    }
    _ = try? session.verify("a.pubdb")
    _ = try? session.delete(["1"], from: "a.pubdb")
    _ = try? session.compact("a.pubdb")
  }

  /// The description of the layout is enough to write what is read.
  @Test func sealsAsTheWriterDoes() throws {
    let whole = try Self.sample()
    var forged = ForgedSnapshot(whole)
    #expect(forged.sections.count > 50)
    forged.seal()
    #expect(forged.bytes == whole)
  }

  @Test func changedNumbers() throws {
    let whole = ForgedSnapshot(try Self.sample())
    var random = SeededGenerator(seed: 11)
    for _ in 0..<Self.cases {
      var forged = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        guard
          let section = forged.sections.filter({ !$0.range.isEmpty }).randomElement(using: &random)
        else { continue }
        let size =
          [1, 2, 4, 8].filter { $0 <= section.range.count }.randomElement(using: &random) ?? 1
        let place =
          section.range.lowerBound
          + Int.random(in: 0...(section.range.count - size) / size, using: &random) * size
        forged.set(Self.number(&random), at: place, size: size)
      }
      forged.seal()
      Self.use(forged.bytes)
    }
  }

  /// Four thousand million occurrences whose places take no bits at all.
  @Test func occurrencesWithoutPlaces() throws {
    var forged = ForgedSnapshot(try SnapshotTests.sample())
    let blocks = try #require(forged.sections.first { $0.role == 44 }).range
    let data = try #require(forged.sections.first { $0.role == 45 }).range
    for block in stride(from: blocks.lowerBound, to: blocks.upperBound, by: 16) {
      // Data at the beginning, one record, gaps of 0 bits, numbers of occurrences of 32, places of 0.
      forged.set(0, at: block + 8, size: 4)
      forged.set(0x0020_0000, at: block + 12, size: 4)
      forged.set(forged.number(at: block, size: 4), at: block + 4, size: 4)
    }
    forged.set(0xFFFF_FFF0, at: data.lowerBound, size: 4)
    forged.seal()
    let session = SnapshotTests.session(["a.pubdb": forged.bytes])
    try session.load(["a.pubdb"])
    let told = session.answer("title has \"smart city\" | count")
    #expect(told.hasPrefix("PQ052"))
    #expect(throws: PubQLError.self) { try session.verify("a.pubdb") }
  }

  /// Records behind those that a block says it has, behind the last of all, and as many in a block as
  /// it may have, in a range of one.
  @Test func recordsThatAreNotThere() throws {
    let whole = ForgedSnapshot(try SnapshotTests.sample())
    for isNarrow in [false, true] {
      var forged = whole
      for section in forged.sections where section.role == 44 {
        for block in stride(
          from: section.range.lowerBound, to: section.range.upperBound, by: 16)
        {
          // 128 records with gaps of 16 bits, data at the beginning.
          forged.set(0, at: block + 8, size: 4)
          forged.set(isNarrow ? 0x0101_007F : 0x0101_1000, at: block + 12, size: 4)
          if isNarrow { forged.set(forged.number(at: block, size: 4), at: block + 4, size: 4) }
        }
      }
      for section in forged.sections where section.role == 45 {
        for byte in section.range { forged.set(0xFF, at: byte, size: 1) }
      }
      forged.seal()
      let session = SnapshotTests.session(["a.pubdb": forged.bytes])
      try session.load(["a.pubdb"])
      // Whoever makes the checksums right may say what he wants, but not end the process.
      for search in ["city", "cit* smart", "\"smart city\"", "the -city"] {
        _ = session.answer("search '\(search)' | take 2 | select id, score")
      }
      #expect(session.answer("search 'city' | count").hasPrefix("PQ052"))
      #expect(throws: PubQLError.self) { try session.verify("a.pubdb") }
    }
  }

  /// More words than two segments may have together.
  @Test func endlessTotals() throws {
    var forged = ForgedSnapshot(try SnapshotTests.sample())
    for section in forged.sections where section.role == 47 {
      forged.set(UInt64(Int.max), at: section.range.lowerBound, size: 8)
      forged.set(1, at: section.range.lowerBound + 8, size: 8)
    }
    forged.seal()
    let session = SnapshotTests.session(["a.pubdb": forged.bytes, "b.pubdb": forged.bytes])
    try session.load(["a.pubdb"])
    try session.load(["b.pubdb"])
    #expect(session.answer("search \"city\" | count").hasPrefix("PQ052"))
  }

  private static func number(_ random: inout SeededGenerator) -> UInt64 {
    switch Int.random(in: 0...4, using: &random) {
    case 0: UInt64.max
    case 1: UInt64(1) << UInt64.random(in: 0...63, using: &random)
    case 2: UInt64.random(in: 0...20, using: &random)
    default: UInt64.random(in: 0...UInt64.max, using: &random)
    }
  }

  @Test func otherDirectories() throws {
    let whole = ForgedSnapshot(try Self.sample())
    var random = SeededGenerator(seed: 13)
    for _ in 0..<Self.cases {
      var forged = whole
      let size = [1, 2, 4, 8].randomElement(using: &random) ?? 1
      let place = Int.random(
        in: forged.directory.lowerBound...forged.directory.upperBound - size, using: &random)
      forged.set(Self.number(&random), at: place, size: size)
      forged.seal()
      Self.use(forged.bytes)
    }
  }

  /// Sections that are shorter than they should be, or are another's.
  @Test func changedDirectory() throws {
    let whole = ForgedSnapshot(try Self.sample())
    var random = SeededGenerator(seed: 12)
    for _ in 0..<Self.cases {
      var forged = whole
      guard let section = forged.sections.randomElement(using: &random),
        let other = forged.sections.randomElement(using: &random)
      else { continue }
      switch Int.random(in: 0...2, using: &random) {
      case 0:
        let length = Int.random(in: 0...section.range.count / 8, using: &random) * 8
        forged.set(UInt64(length), at: section.entry + 10, size: 8)
      case 1:
        forged.set(UInt64(other.range.lowerBound), at: section.entry + 2, size: 8)
        forged.set(UInt64(other.range.count), at: section.entry + 10, size: 8)
        forged.set(UInt64(other.checksums), at: section.entry + 18, size: 8)
      default: forged.set(other.role, at: section.entry, size: 2)
      }
      // The sections are read anew, as they are told now.
      forged = ForgedSnapshot(forged.bytes)
      forged.seal()
      Self.use(forged.bytes)
    }
  }
}
