import PubQL
import PubQLCorpusGenerator
import PubQLModel
import PubQLText
import Testing

/// A law: a loaded list is what the list gives by itself, with what the whole text teaches.
///
/// Loading cuts lists into pieces, looks at each piece once, and puts names together at the end;
/// here each list is taken apart by the rules of lists alone.
struct ListLoadingTests {
  private static let topics = [
    "Science and Technology", "Cities", "COVID-19", "Law and Order", "Energy", "R&D", "A (b, c)",
    "Women’s Rights", "城市", "Gender and Peace", "the", "The", "and", "And X", "AND", "Oil and Gas",
    "Rules, Laws", "Andorra", "K;L", "Trade and", "Health\u{A0}Care", "Fire and Ice and Fog",
  ]
  private static let regions = [
    "Korea, Republic of", "Korea", "Republic of", "Japan", "Kenya", "Trinidad and Tobago",
    "Gambia, The", "Gambia", "Congo, Democratic Republic of the", "Washington, D.C.", "Africa",
    "St. Vincent and the Grenadines", "Virgin Islands, U.S.", "Unknown Land", "Iran",
    "Islamic Republic of", "Bosnia and Herzegovina",
  ]
  private static let institutions = [
    "World Bank", "Alice Ekman and Bob Smith", "Alice Ekman", "Alice Ekman, Bob Smith",
    "Ministry of Trade and Industry", "House of Lords; Commons", "Bob Smith & Co",
    "Li King and Bo Ba, Ltd",
  ]
  private static let people = [
    "Alice Ekman", "Bob Smith", "Li King", "Bo Ba", "J. Smith", "Smith", "María García Márquez",
    "Jean-Paul de la Cruz", "van Gogh, Vincent", "Ekman, A.", "Martin King Jr.", "Anna Lee, PhD",
    "Gen. Zoë Müller", "王小明", "World Bank", "Institute of Affairs and Trade", "EKMAN Alice",
    "Li King et al.", "others", "Bob Smith with Anna Lee", "Đặng Văn A", "Rose House",
  ]

  private struct Record {
    let topics: String
    let regions: String
    let authors: String
    let institution: String
  }

  @Test(arguments: [3, 5, 8] as [UInt64])
  func listsAreCutAsByThemselves(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let records = (0..<1500).map { _ in
      Record(
        topics: Self.list(of: Self.topics, &random), regions: Self.list(of: Self.regions, &random),
        authors: Self.list(of: Self.people + Self.institutions.prefix(4), &random),
        institution: Self.institutions.randomElement(using: &random) ?? "")
    }
    let session = Session()
    try session.load(bytes: Array(Self.listing(records).utf8), format: "ciao")
    let result = try session.query("select topics, regions, authors")
    try #require(result.rowCount == records.count)
    let topics = Self.vocabulary(of: records.map(\.topics), over: .topics)
    let regions = Self.vocabulary(of: records.map(\.regions), over: .places)
    let institutions = Set(records.map { Folding.folded($0.institution) })
    for (row, record) in records.enumerated() {
      let place = Comment(rawValue: "seed \(seed): \(record)")
      let names = PersonName.splitList(record.authors) { institutions.contains($0) }
      #expect(
        Self.texts(result[row, 0]) == ProseList.split(record.topics, vocabulary: topics), place)
      #expect(
        Self.texts(result[row, 1]) == ProseList.split(record.regions, vocabulary: regions), place)
      #expect(Self.texts(result[row, 2]) == names, place)
    }
  }

  private static func vocabulary(of lists: [String], over base: Vocabulary) -> Vocabulary {
    var learner = ProseListLearner()
    for list in lists { learner.learn(list) }
    return learner.vocabulary(over: base)
  }

  private static func texts(_ value: Value) -> [String] {
    switch value {
    case .list(let values): values.flatMap(texts)
    case .text(let text), .person(let text), .place(let text): [text]
    default: []
    }
  }

  /// Names as lists are written, and as they should not be.
  private static func list(of names: [String], _ random: inout SplitMix) -> String {
    let chosen = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      names.randomElement(using: &random) ?? ""
    }
    guard let last = chosen.last, chosen.count > 1 else { return chosen.joined() }
    let first = chosen.dropLast().joined(separator: ", ")
    switch Int.random(in: 0..<12, using: &random) {
    case 0..<4: return "\(first), and \(last)"
    case 4..<7: return "\(first) and \(last)"
    case 7: return "\(first), \(last)"
    case 8: return chosen.joined(separator: "; ")
    case 9: return chosen.joined(separator: ",")
    case 10: return chosen.joined(separator: " & ")
    default: return chosen.joined(separator: " and ") + ","
    }
  }

  private static func listing(_ records: [Record]) -> String {
    // Long enough for several pieces, which cores read by turns.
    let filler = String(repeating: "Words that no list has. ", count: 200)
    return records.enumerated().map { index, record in
      """
      \(index + 1). Title
      - Author:
      - \(record.authors)
      - Institution:
      - \(record.institution)
      - Topic:
      - \(record.topics)
      - Political Geography:
      - \(record.regions)
      - Abstract:
      - \(filler)

      """
    }.joined(separator: "\n")
  }
}
