import PubQL

/// Records of few different values, so that many agree: names in several forms, places and topics
/// in several spellings, coarse dates, fields that are missing.
struct RandomRecords {
  static let people = [
    "Alice Ekman", "A. Ekman", "Ekman, Bo", "EKMAN Alice", "Jan van den Berg", "J. Berg",
    "Cristina Picardo", "Cristina de Esperanza Picardo", "Wang Wei", "W. Wang", "李 伟",
  ]
  static let places = ["UK", "United Kingdom", "Côte d'Ivoire", "Ivory Coast", "China", "Atlantis"]
  static let topics = ["Cities", "cities", "Énergie", "energie", "Trade", "Health"]
  static let dates = ["2019", "2020", "2020-05", "2020-05-14", "2021"]
  static let types = ["Book", "book", "Policy Brief"]

  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A session with two corpora, `a` and `b`.
  mutating func session(_ first: Int, _ second: Int) throws -> Session {
    var options = SessionOptions()
    options.files = .memory([:])
    let session = Session(options: options)
    try session.add(records(first), as: "a")
    try session.add(records(second), as: "b")
    return session
  }

  mutating func records(_ count: Int) -> [Value] {
    (0..<count).map { id in
      .record([
        RecordField(name: "id", value: .text("\(id)")),
        RecordField(name: "authors", value: .list(some(of: Self.people, 0...3))),
        RecordField(name: "regions", value: .list(some(of: Self.places, 0...2))),
        RecordField(name: "topics", value: .list(some(of: Self.topics, 0...3))),
        RecordField(name: "date", value: some(of: Self.dates, 0...1).first ?? .missing),
        RecordField(name: "type", value: some(of: Self.types, 0...1).first ?? .missing),
      ])
    }
  }

  private mutating func some(of words: [String], _ count: ClosedRange<Int>) -> [Value] {
    (0..<Int.random(in: count, using: &random)).compactMap { _ in
      words.randomElement(using: &random).map { .text($0) }
    }
  }
}
