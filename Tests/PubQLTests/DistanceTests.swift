import PubQL
import Testing

/// Conditions that ask how many letters differ are answered by the values of a field, or by walking
/// them; the answers are those of the function, called for each record.
///
/// `fold(author)` is the same text to `distance`, but no field that the engine knows.
struct DistanceTests {
  private static let syllables = ["ro", "bert", "za", "mor", "é", "li", "kö", "ma", "研", "ss", " "]

  private static func name(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in
      syllables.randomElement(using: &random) ?? ""
    }.joined()
  }

  private static func listing(_ count: Int, _ random: inout SeededGenerator) -> String {
    (1...count).map { number in
      let authors = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        "\(name(&random)) \(name(&random))x"
      }
      return "\(number). \(name(&random)) \(name(&random))\n"
        + (authors.isEmpty ? "" : "- Author:\n- \(authors.joined(separator: ", "))\n")
        + (number % 3 == 0 ? "" : "- Content Type:\n- \(name(&random))y\n")
    }.joined(separator: "\n")
  }

  /// More names than are looked at one by one, in segments as they are read, and in a snapshot.
  private static func sessions(_ seed: UInt64) throws -> [Session] {
    var random = SeededGenerator(seed: seed)
    let parts = [120, 90, 20].map { listing($0, &random) }
    let whole = SnapshotTests.session([:])
    let building = SnapshotTests.session([:])
    for (index, part) in parts.enumerated() {
      try whole.load(bytes: Array(part.utf8), named: "\(index).txt", format: "ciao")
      try building.load(bytes: Array(part.utf8), named: "\(index).txt", format: "ciao")
    }
    try building.build("a.pubdb")
    let snapshot = SnapshotTests.session(building.memoryFiles)
    try snapshot.load(["a.pubdb"])
    return [whole, snapshot]
  }

  private static let forms = [
    "D <= 1", "D < 2", "D = 2", "D == 1", "D != 1", "1 >= D", "2 = D", "D in 0..2", "D in 1..2",
    "D in 2..", "D in ..1", "D not in 0..2", "D > 2", "D >= 3", "not D <= 2", "not (D > 1)",
    "D <= 1.5", "D > 0.5", "D < 0", "D >= 0", "D = 1.5", "D <= 20", "D > 20", "D in [0, 2]",
    "D <= 1 and title starts \"r\"", "D <= 1 or D > 9",
  ]

  @Test(arguments: [1, 2]) func conditions(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for session in try Self.sessions(seed) {
      for field in ["author", "type", "title"] {
        for form in Self.forms {
          let target = "\"\(Self.name(&random)) \(Self.name(&random))x\""
          for call in ["distance(FIELD, \(target))", "distance(\(target), FIELD)"] {
            let condition = form.replacing("D", with: call)
            let fast = session.answer(
              "where \(condition.replacing("FIELD", with: field)) | select id")
            let plain = session.answer(
              "where \(condition.replacing("FIELD", with: "fold(\(field))")) | select id")
            #expect(fast == plain && !fast.contains("PQ"), "seed \(seed): \(condition), \(field)")
          }
        }
      }
    }
  }

  /// Several texts, of which the nearest counts.
  @Test func nearestOfSeveral() throws {
    for session in try Self.sessions(3) {
      for form in ["D <= 2", "D = 2", "D > 3", "not D > 3", "D in 1..3"] {
        let call = "distance(FIELD, [\"roli mabertx\", \"zamor köx\"])"
        for field in ["author", "type", "title"] {
          let condition = form.replacing("D", with: call)
          #expect(
            session.answer("where \(condition.replacing("FIELD", with: field)) | count")
              == session.answer(
                "where \(condition.replacing("FIELD", with: "fold(\(field))")) | count"),
            "\(condition), \(field)")
        }
      }
    }
  }

  /// How it is worked out: by walking the names, by each of them, by the texts.
  @Test(arguments: [
    ("distance(author, \"robert zamor\") <= 1", "index"),
    ("4 >= distance(author, \"robert zamor\")", "index"),
    ("distance(\"robert zamor\", author) < 2", "index"),
    ("distance(author, \"robert zamor\") > 2", "index"),
    ("distance(author, \"robert zamor\") != 2", "index"),
    ("distance(author, \"robert zamor\") <= 20", "values"),
    ("distance(title, \"robert zamor\") <= 1", "texts"),
    ("distance(fold(title), \"robert zamor\") <= 1", "rows"),
  ])
  func explained(_ condition: String, _ access: String) throws {
    let session = SnapshotTests.session([:])
    var random = SeededGenerator(seed: 5)
    try session.load(bytes: Array(Self.listing(4000, &random).utf8), named: "a.txt", format: "ciao")
    let plan = try session.query("explain from corpus | where \(condition)")
    #expect(plan[1, "by"] == .text(access), "\(condition)")
  }

  /// Work that grows with the square of a length is counted, before it is done.
  @Test func hostileLengths() throws {
    let session = try Sample.session()
    let texts: [String: Value] = [
      "long": .text(String(repeating: "ab", count: 500_000)),
      "other": .text(String(repeating: "bca", count: 333_333)),
      "fair": .text(String(repeating: "研", count: 20_000)),
    ]
    let cases = [
      ("distance($long, $other)", "PQ0406"), ("distance($long, $long)", "0"),
      ("where distance(title, $fair) <= 3 | count", "0"),
      ("where distance($long, [$other, title]) <= 3 | count", "PQ0406"),
      ("distance($fair, \"研\")", "19999"),
      ("where distance(title, slice($other, 0, 1900)) > 1800 | count", "6"),
    ]
    for (text, answer) in cases {
      #expect(session.answer(text, parameters: texts) == answer, "\(text)")
    }
  }
}
