import PubQL
import Testing

/// A snapshot's index of words gives what looking at the texts gives.
struct WordIndexTests {
  private static let words = [
    "smart", "city", "cities", "China", "the", "of", "Ökonomie", "état", "中国", "中文", "smartphone",
    "it’s", "state-of-the-art", "x̃y", "covid", "19", "a", "a",
  ]

  /// A session with random texts of these words, and one with a snapshot of them, in so many parts.
  static func sessions(
    records: Int, parts: Int, seed: UInt64
  ) throws -> (texts: Session, snapshot: Session) {
    let texts = SnapshotTests.session([:])
    var files: [String: [UInt8]] = [:]
    var random = SeededGenerator(seed: seed)
    for part in 0..<parts {
      let listing = Array(Self.listing(records / parts, part, &random).utf8)
      try texts.load(bytes: listing, named: "\(part).txt")
      let session = SnapshotTests.session(files)
      try session.load(bytes: listing, named: "\(part).txt")
      if part == 0 { try session.build("a.pubdb") } else { try session.append(to: "a.pubdb") }
      files = session.memoryFiles
    }
    let snapshot = SnapshotTests.session(files)
    try snapshot.load(["a.pubdb"])
    return (texts, snapshot)
  }

  private static func listing(
    _ count: Int, _ part: Int, _ random: inout SeededGenerator
  ) -> String {
    func text(_ length: Int) -> String {
      (0..<length).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
          + ["", "", "", ",", ".", " –"][Int.random(in: 0..<6, using: &random)]
      }.joined(separator: " ")
    }
    var lines: [String] = []
    for number in 1...count {
      lines.append("\(number). T\(part) \(text(Int.random(in: 1...4, using: &random)))")
      lines.append("- Publication Date:\n- \(2000 + number % 20)")
      lines.append("- Topic:\n- \(["Cities", "Smart Health", "War"][number % 3])")
      guard number % 7 != 0 else { continue }
      lines.append("- Abstract:\n- \(text(Int.random(in: 1...30, using: &random)))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static let conditions = [
    "title has \"city\"", "abstract has \"a a\"", "abstract has \"a a a\"", "abstract has \"中国\"",
    "abstract has \"中\"", "abstract has \"state of\"", "abstract has \"nothing\"",
    "abstract has \"smart nothing\"", "not (abstract has \"the\")", "abstract contains \"art\"",
    "abstract contains \"rt ci\"", "abstract contains \"t-of-t\"", "abstract contains \"-\"",
    "abstract contains \"国\"", "abstract contains \"文 \"", "abstract contains \"\"",
    "abstract contains \"mart ci\" and title has \"smart\"", "title starts \"t0 smart\"",
    "title ends \"city\"", "title ends \"ity.\"", "title = \"t0 smart city\"",
    "title == \"T0 smart city\"", "abstract has [\"city\", \"cities\"]",
    "abstract has all [\"city\", \"smart\"]", "abstract has [\"nothing\", \"covid 19\"]",
    "abstract has \"OKONOMIE\"", "abstract has \"xy\"", "abstract contains \"̃y\"",
    "topic = \"war\" and abstract has \"it s\"", "title matches /cit(y|ies)/i",
    "abstract matches /^(smart|the)/i", "abstract matches /[a-c]o[v-z]/i",
    "abstract matches /City/",
    "abstract matches /x?/i", "abstract matches /1\\d/i", "abstract matches /city?|art/i",
    "abstract has \"covid\" or title has \"covid\"",
  ]

  static let searches = [
    "search \"smart\"", "search \"smart city\"", "search \"\\\"smart city\\\"\"",
    "search \"\\\"a a\\\" the\"", "search \"smart -city\"", "search \"smart* -\\\"of the\\\"\"",
    "search \"\\\"the cit*\\\"\"", "search \"中 smart\"", "search \"nothing\"",
    "search \"smart\" { topic: 3, abstract: 1 }", "where topic = \"war\" | search \"the of\"",
    "where date > 2010 | search \"smart health\" { topics: 2, title: 1 }",
    "search \"smart city\" | take 3", "sort title | search \"covid\"",
  ]

  static let questions =
    conditions.map { "\($0) | select source, title" }
    + searches.map { "from corpus | \($0) | select source, score" }

  static func agree(
    _ sessions: (texts: Session, snapshot: Session), _ questions: [String]
  ) throws {
    for question in questions {
      let wanted = try sessions.texts.query(question).bytes(format: "json")
      let found = try sessions.snapshot.query(question).bytes(format: "json")
      #expect(wanted == found, "\(question)")
    }
  }

  /// A word that is all of each text takes no bits: neither for gaps nor for places.
  @Test func wordsThatTakeNoBits() throws {
    let session = SnapshotTests.session([:])
    let titles = Array(repeating: "Editorial", count: 1000) + ["Editorial note", "A note"]
    try session.add(
      titles.enumerated().map { index, title in
        .record([
          RecordField(name: "id", value: .text("\(index)")),
          RecordField(name: "title", value: .text(title)),
        ])
      })
    try session.build("a.pubdb")
    let bytes = try #require(session.memoryFiles["a.pubdb"])
    let opened = SnapshotTests.session(["a.pubdb": bytes])
    try opened.load(["a.pubdb"])
    #expect(opened.answer("title has \"editorial note\" | select id") == "1000")
    #expect(opened.answer("title has \"editorial\" | count") == "1001")
    _ = try opened.verify("a.pubdb")
  }

  @Test(arguments: [1, 3]) func answersAsTheTexts(parts: Int) throws {
    try Self.agree(try Self.sessions(records: 600, parts: parts, seed: 20_260_305), Self.questions)
  }

  /// What is explained says where words were asked for.
  @Test(arguments: [
    ("title has \"city\"", ["words"]), ("title contains \"ity\"", ["words"]),
    ("title matches /cit(y|ies)/i", ["words"]), ("title contains \"-\"", ["texts"]),
    ("title has \"city\" and date > 2000", ["index", "words"]),
    ("title matches /--/", ["texts"]), ("from corpus | search \"city\"", ["words"]),
  ]) func explains(query: String, by: [String]) throws {
    let sessions = try Self.sessions(records: 20, parts: 1, seed: 1)
    let result = try sessions.snapshot.query("explain \(query)")
    let told = (result.column("by") ?? []).compactMap(\.text)
    #expect(told == by)
    let scanned = try sessions.texts.query("explain \(query)")
    #expect(
      (scanned.column("by") ?? []).compactMap(\.text) == by.map { $0 == "words" ? "texts" : $0 })
  }

  /// More records than lie in a window.
  @Test func manyRecords() throws {
    let listing = (1...66_000).map { number in
      "\(number). \(number % 3 == 0 ? "smart" : "the") \(number % 5 == 0 ? "city" : "smart")\n"
    }.joined()
    let texts = SnapshotTests.session([:])
    try texts.load(bytes: Array(listing.utf8), named: "1.txt")
    try texts.build("a.pubdb")
    let snapshot = SnapshotTests.session(texts.memoryFiles)
    try snapshot.load(["a.pubdb"])
    try Self.agree(
      (texts, snapshot),
      [
        "title has \"smart city\" | select id", "title contains \"mart cit\" | count",
        "from corpus | search \"smart city\" | take 5 | select id, score",
      ])
  }
}
