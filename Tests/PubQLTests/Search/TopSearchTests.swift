import PubQL
import Testing

/// The best rows of a search, of which most others are told apart without being scored: they are the
/// first of all that it finds, with the same scores and in the same order.
struct TopSearchTests {
  private static let words = [
    "smart", "city", "cities", "the", "of", "état", "中", "smartphone", "covid", "19", "a", "war",
    "t0", "t1",
  ]
  private static let blocks = [
    "", "", "{ abstract: 1 }", "{ title: 3, abstract: 0.5 }", "{ title: 1, abstract: 1, topic: 7 }",
    "{ topic: 0.1, abstract: 2 }",
  ]
  private static let conditions = [
    "", "", "where date > 2010 | ", "where topic = \"war\" | ", "where abstract has \"city\" | ",
    "where title has \"nothing\" | ", "where date = 2003 and topic = \"cities\" | ",
  ]

  private static func search(_ random: inout SeededGenerator) -> String {
    func word() -> String { words.randomElement(using: &random) ?? "" }
    let terms = (0..<Int.random(in: 1...3, using: &random)).map { number in
      switch Int.random(in: 0..<8, using: &random) {
      case 0: "\"\(word()) \(word())\""
      case 1: String(word().prefix(1)) + "*"
      case 2 where number > 0: "-" + word()
      default: word()
      }
    }
    let condition = conditions.randomElement(using: &random) ?? ""
    let block = blocks.randomElement(using: &random) ?? ""
    return "from corpus | \(condition)search '\(terms.joined(separator: " "))' \(block)"
  }

  private static func rows(_ session: Session, _ query: String) throws -> [[Value]] {
    let result = try session.query(query + " | select source, score")
    return result.rows.indices.map { [result[$0, 0], result[$0, 1]] }
  }

  @Test(arguments: [(1, 21), (3, 22)] as [(Int, UInt64)])
  func areTheFirstOfAll(parts: Int, seed: UInt64) throws {
    let session = try WordIndexTests.sessions(records: 6_000, parts: parts, seed: seed).snapshot
    var random = SeededGenerator(seed: seed)
    for _ in 0..<80 {
      let query = Self.search(&random)
      let all = try Self.rows(session, query)
      for most in [1, 30, 300] {
        let count = Int.random(in: 1...most, using: &random)
        let best = try Self.rows(session, query + " | take \(count)")
        #expect(best == Array(all.prefix(count)), "\(query) | take \(count)")
      }
    }
  }

  @Test(arguments: [(1, 23), (2, 24)] as [(Int, UInt64)])
  func areThoseOfTheTexts(parts: Int, seed: UInt64) throws {
    let sessions = try WordIndexTests.sessions(records: 1_000, parts: parts, seed: seed)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<12 {
      let query = Self.search(&random)
      let all = try Self.rows(sessions.texts, query)
      #expect(try Self.rows(sessions.snapshot, query) == all, "\(query)")
      let count = Int.random(in: 1...60, using: &random)
      for session in [sessions.texts, sessions.snapshot] {
        let best = try Self.rows(session, query + " | take \(count)")
        #expect(best == Array(all.prefix(count)), "\(query) | take \(count)")
      }
      let strong = query + " | where score > 1"
      #expect(
        try Self.rows(sessions.snapshot, strong + " | take 5")
          == Array(try Self.rows(sessions.texts, strong).prefix(5)), "\(strong)")
    }
  }

  /// A session with some titles, and one with a snapshot of them.
  private static func sessions(
    _ titles: [String]
  ) throws -> (texts: Session, snapshot: Session) {
    let texts = SnapshotTests.session([:])
    let listing = titles.enumerated().map { "\($0 + 1). \($1)\n" }.joined()
    try texts.load(bytes: Array(listing.utf8), named: "1.txt")
    try texts.build("a.pubdb")
    let snapshot = SnapshotTests.session(texts.memoryFiles)
    try snapshot.load(["a.pubdb"])
    return (texts, snapshot)
  }

  /// More of a word in a text than fit into a byte, and than count.
  @Test func manyOccurrences() throws {
    let counts = [1, 254, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 2]
    let titles = counts.flatMap { count in
      let words = String(repeating: "the ", count: count)
      return [words + "city", "city " + words, words + "smart"]
    }
    try WordIndexTests.agree(
      try Self.sessions(titles),
      ["the city", "the", "the -smart", "the*", "cit* the", "\"the the\" city"].flatMap { text in
        ["| select source, score", "| take 3 | select source, score"].map { end in
          "search '\(text)' \(end)"
        }
      })
  }

  /// A word that is in few of the records, or in few of the windows, beside words that are in most.
  @Test func rareWords() throws {
    let titles = (1...140_000).map { number in
      "the \(number % 3 == 0 ? "smart" : "city")"
        + (number % 9_001 == 0 || number > 139_998 ? " rare" : "")
        + (number == 70_000 ? " once" : "")
        + (number % 2 == 0 ? " the" : "")
    }
    let sessions = try Self.sessions(titles)
    try WordIndexTests.agree(
      sessions,
      [
        "the rare", "rare city", "once", "once the", "once smart", "rare the city", "rare -smart",
        "the -once smart",
      ].flatMap { text in
        [
          "search '\(text)' | take 4 | select id, score", "search '\(text)' | count",
          "where id = \"9001\" or id = \"70000\" | search '\(text)' | select id, score",
        ]
      })
  }
}
