import PubQL
import Testing

/// The stage `dedupe`: which records are one, which of them stays, and what is told of the others.
struct DedupeTests {
  private func session(_ titles: [String], authors: [String] = ["Alice Ekman"]) throws -> Session {
    try PlainRecord.session(
      titles.enumerated().map { index, title in
        PlainRecord(id: "\(index + 1)", title: title, authors: authors, year: 2020)
      })
  }

  /// Whether two titles of one author and year are taken for one work.
  private func areOne(_ a: String, _ b: String) throws -> Bool {
    try session([a, b]).query("dedupe").rowCount == 1
  }

  @Test func titles() throws {
    for (a, b) in [
      ("Smart Cities in China", "smart cities in china."),
      ("Côte d’Ivoire’s Election", "Cote d'Ivoire's election"),
      ("The Future of Urban Health", "Future of Urban Health"),
      ("The Future of Urban Health", "The Future of Urban Haelth"),
      ("Cyber Security Now", "Cybersecurity now"), ("The Welfare Programme", "The Welfare Program"),
      ("Multilateralism", "Multilateralsim"), ("Smart Cities", "Smart Citties"),
      ("Organisation of Work", "Organization of Work"), ("研究城市", "研究 城市"),
      ("Trade and Aid and War in Peru", "Trade & Aid and War in Peru"),
    ] {
      #expect(try areOne(a, b), "\(a) / \(b)")
    }
    for (a, b) in [
      ("Security in North Korea", "Security in South Korea"), ("Outlook 2019", "Outlook 2020"),
      ("Water Policy, Part I", "Water Policy, Part II"),
      ("Iran and the World", "Iraq and the World"),
      (
        "Oversight of the Security Sector in Kenya and Its Neighbours since Independence",
        "Oversight of the Security Sector in Ghana and Its Neighbours since Independence"
      ),
      ("Smart Cities in China: A Review", "Smart Cities in China"),
      ("Austria at Sea", "Australia at Sea"),
      ("Health and Water", "Water and Health"), ("研究城市", "研究农村"), ("A", "B"),
      ("Report on G20 Summits", "Report on G7 Summits"),
    ] {
      #expect(try !areOne(a, b), "\(a) / \(b)")
    }
  }

  /// Records that were given another title are still records.
  @Test func titlesThatWereChanged() throws {
    let twice = try session(["Smart Cities", "Smart Citties", "Rivers"])
    let query = "with title: upper(title) | dedupe | select title, duplicates, why"
    #expect(
      twice.answer(query)
        == "SMART CITIES | [2] | same year, same authors, like title / RIVERS | - | -"
        || twice.answer(query).hasPrefix("SMART CITIES | [2] | "))
    #expect(twice.answer("with title: \"a\" | dedupe | select duplicates") == "[2, 3]")
    #expect(twice.answer("[1, 1, 2] | dedupe") == "1 / 2")
  }

  @Test func yearsAndAuthors() throws {
    let title = "Rivers of the Dry North"
    func one(_ authors: [String], _ year: Int?, _ others: [String], _ other: Int?) throws -> Bool {
      let records = [
        PlainRecord(id: "1", title: title, authors: authors, year: year),
        PlainRecord(id: "2", title: title, authors: others, year: other),
      ]
      return try PlainRecord.session(records).query("dedupe").rowCount == 1
    }
    #expect(try one(["Alice Ekman"], 2020, ["Ekman, A."], 2021))
    #expect(try one(["Alice Ekman"], nil, ["A. Ekman"], 2021))
    #expect(try one(["Alice Ekman"], 2020, [], 2020))
    #expect(try one([], nil, [], nil))
    #expect(try one(["Alice Ekman", "Bo Berg"], 2020, ["Bo Berg"], 2020))
    #expect(try one(["Alice Ekman", "Bo Berg"], 2020, ["Alice Ekman", "Cy Dahl"], 2020))
    #expect(try !one(["Alice Ekman"], 2020, ["Alice Ekman"], 2022))
    #expect(try !one(["Alice Ekman"], 2020, ["Bo Ekman"], 2020))
    #expect(
      try !one(["Alice Ekman", "Bo Berg", "C D"], 2020, ["Alice Ekman", "E F", "G H"], 2020))
  }

  @Test func shortTitlesSayLittle() throws {
    let records = [
      PlainRecord(id: "1", title: "Editorial", year: 2020),
      PlainRecord(id: "2", title: "Editorial"),
      PlainRecord(id: "3", title: "Editorial", year: 2021),
      PlainRecord(id: "4", title: "Editorial", year: 2020),
      PlainRecord(id: "5"), PlainRecord(id: "6"), PlainRecord(id: "7", title: "?!"),
      PlainRecord(id: "8", title: "?!"), PlainRecord(id: "9", title: "Editorial"),
    ]
    let session = try PlainRecord.session(records)
    expect(session, [("dedupe | select id", "1 / 2 / 3 / 5 / 6 / 7 / 8 / 9")])
  }

  @Test func theFullestStays() throws {
    let records = [
      PlainRecord(
        id: "a", title: "Rivers of the North", authors: ["A. Ekman", "Bo Berg"], year: 2020),
      PlainRecord(id: "x", title: "Another work altogether", year: 2020),
      PlainRecord(
        id: "b", title: "Rivers of the Nroth", abstract: "Short.",
        authors: ["Alice Ekman", "Bo Berg"], year: 2020),
      PlainRecord(
        id: "c", title: "The Rivers of the North", abstract: "Longer, by far.",
        authors: ["Alice Ekman"], year: 2021),
      PlainRecord(id: "y", title: "Yet another work", year: 2020),
      PlainRecord(id: "z", title: "Yet another work", year: 2020),
    ]
    let session = try PlainRecord.session(records)
    expect(
      session,
      [
        ("dedupe | select id, duplicates", "x | - / c | [a, b] / y | [z]"),
        (
          "dedupe | where id in [\"x\", \"y\"] | select why",
          "- / same title, same year, authors unknown"
        ),
        (
          "dedupe | where id = \"c\" | select why",
          "a: title 0.84, one year apart, 1 of 2 authors; "
            + "b: as a: title 0.93, same year, 2 of 2 authors"
        ),
        ("dedupe | where \"a\" in duplicates | select id", "c"),
        ("dedupe | where duplicates = \"b\" | select id", "c"),
        ("dedupe | dedupe | where not missing(duplicates) | count", "0"),
        ("dedupe | dedupe | count", "3"), ("dedupe | each duplicates | count", "4"),
        (
          "select id, title | dedupe | select id, duplicates",
          "a | - / x | - / b | - / c | - / y | [z]"
        ),
        ("select title | dedupe | select duplicates", "- / - / - / - / [6]"),
        ("search \"rivers\" | dedupe | select id, snippet(title, 2)", "c | The Rivers…"),
        ("with why: 1 | dedupe", "PQ0437"), ("with duplicates: 1 | dedupe by title", "PQ0437"),
      ])
    #expect(
      try session.query("dedupe").columns.map { "\($0.name): \($0.type)" }.suffix(2)
        == ["duplicates: list of ids", "why: text"])
  }

  @Test func likenessThroughAThird() throws {
    let records = (2018...2021).map { (year: Int) in
      PlainRecord(
        id: "\(year)", title: "Rivers of the Dry North", authors: ["A. Ekman"], year: year)
    }
    let session = try PlainRecord.session(records)
    expect(
      session,
      [
        (
          "dedupe | select id, why",
          "2018 | 2019: same title, one year apart, 1 of 1 author; "
            + "2020: as 2019: same title, one year apart, 1 of 1 author; "
            + "2021: as 2020: same title, one year apart, 1 of 1 author"
        )
      ])
  }

  @Test func byValues() throws {
    let session = try Sample.session()
    expect(
      session,
      [
        (
          "dedupe by type | select id, duplicates, why",
          "1 | [3] | same type / 2 | [6] | same type / 4 | - | - / 5 | - | -"
        ),
        ("dedupe by type, year | select id", "1 / 2 / 3 / 4 / 5"),
        ("dedupe by type, date | select id", "1 / 2 / 3 / 4 / 5 / 6"),
        ("dedupe by lower(type) | where id = 1 | select why", "same lower"),
        ("dedupe by language | count", "6"), ("dedupe by titel", "PQ0104"),
        (
          "count by topic | dedupe by count | select topic, duplicates",
          "Cities | - / Governance | - / COVID-19 | [4, 5, 6, 7]"
        ),
        ("[3, 1, 3] | dedupe by value", "3 | [3] | same value / 1 | - | -"),
        ("[3, 1, 3] | dedupe", "3 / 1"), ("count by topic | dedupe | count", "7"),
        ("[] | dedupe | count", "0"), ("where false | dedupe | count", "0"),
        ("where false | dedupe by title | count", "0"), ("dedupe | count", "6"),
      ])
  }

  /// Groups found by comparing all with all, over random records with slips of the pen.
  @Test(arguments: [31, 32, 33, 34, 35, 36] as [UInt64])
  func agreesWithAPlainImplementation(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let records = PlainDuplicates.records(90, &random)
    let session = try PlainRecord.session(records)
    let result = try session.query("dedupe | select id, duplicates")
    let found = result.rows.indices.map { "\(result[$0, 0].line) \(result[$0, 1].line)" }
    let expected = PlainDuplicates.groups(records)
    #expect(found == expected, "seed \(seed)")
    #expect(found.contains { !$0.hasSuffix("-") }, "seed \(seed) made no duplicates")
  }

  /// Many records that share a title, or a word of it, are no work without end.
  @Test(.timeLimit(.minutes(2)))
  func manyAlike() throws {
    let equal = (1...10_000).map {
      PlainRecord(
        id: "\($0)", title: "Annual Report", authors: ["Person\($0) Family\($0)"], year: 2020)
    }
    #expect(try PlainRecord.session(equal).query("dedupe | count")[0, 0] == .whole(10_000))
    let same = (1...10_000).map { PlainRecord(id: "\($0)", title: "Annual Report", year: 2020) }
    #expect(try PlainRecord.session(same).query("dedupe | count")[0, 0] == .whole(1))
    let sharing = (1...2_000).map {
      PlainRecord(id: "\($0)", title: "Report Part \($0)", year: 2020)
    }
    #expect(try PlainRecord.session(sharing).query("dedupe | count")[0, 0] == .whole(2_000))
    let long = (1...20).map {
      PlainRecord(id: "\($0)", title: String(repeating: "water fire ", count: 2_000) + "\($0)")
    }
    #expect(try PlainRecord.session(long).query("dedupe | count")[0, 0] == .whole(20))
  }
}

/// Duplicates in the plainest way.
enum PlainDuplicates {
  private static let words = [
    "water", "security", "politics", "election", "border", "migration", "finance", "climate",
    "river", "energy", "conflict", "military", "education", "hospital", "parliament", "railway",
    "harvest", "currency", "language", "tradition", "machine", "satellite", "village", "kingdom",
  ]
  private static let minor = ["the", "of", "in", "and", "for"]
  private static let people = ["Ann Ek", "Bo Alm", "Cy Dahl", "Di Berg", "Ed Falk"]

  /// Works, and records of them that differ a little.
  static func records(_ count: Int, _ random: inout SeededGenerator) -> [PlainRecord] {
    var records: [PlainRecord] = []
    while records.count < count {
      let title = (0..<Int.random(in: 3...7, using: &random)).flatMap { _ -> [String] in
        let word = words.randomElement(using: &random) ?? ""
        return Bool.random(using: &random)
          ? [minor.randomElement(using: &random) ?? "", word] : [word]
      }
      let authors = people.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      let year = Int.random(in: 2000...2003, using: &random)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        records.append(
          PlainRecord(
            id: "\(records.count + 1)", title: varied(title, &random),
            abstract: Bool.random(using: &random)
              ? String(repeating: "x", count: Int.random(in: 1...3, using: &random)) : nil,
            authors: Int.random(in: 0..<4, using: &random) == 0 ? [] : authors,
            year: Int.random(in: 0..<4, using: &random) == 0
              ? nil : year + Int.random(in: 0...1, using: &random)))
      }
    }
    return records
  }

  private static func varied(_ title: [String], _ random: inout SeededGenerator) -> String {
    var title = title
    let place = Int.random(in: 0..<title.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      var letters = Array(title[place])
      letters.remove(at: Int.random(in: 0..<letters.count, using: &random))
      if !letters.isEmpty { title[place] = String(letters) }
    case 1:
      var letters = Array(title[place])
      letters.swapAt(0, letters.count - 1)
      title[place] = String(letters)
    case 2: title.removeAll { $0 == "the" }
    case 3 where place > 0:
      title[place - 1] += title[place]
      title.remove(at: place)
    case 4: title[place] = words.randomElement(using: &random) ?? ""
    default: break
    }
    return title.joined(separator: Bool.random(using: &random) ? " " : ", ")
  }

  /// For each record that stays its id and those of the others, as the test writes them.
  static func groups(_ records: [PlainRecord]) -> [String] {
    var group = Array(records.indices)
    for a in records.indices {
      for b in 0..<a where group[a] != group[b] && areOne(records[a], records[b]) {
        let (from, to) = (max(group[a], group[b]), min(group[a], group[b]))
        for index in group.indices where group[index] == from { group[index] = to }
      }
    }
    return records.indices.compactMap { row in
      let members = records.indices.filter { group[$0] == group[row] }
      let best = members.max { isLessFull(records[$0], $0, records[$1], $1) }
      guard best == row else { return nil }
      let others = members.filter { $0 != row }.map { records[$0].id }
      return "\(records[row].id) " + (others.isEmpty ? "-" : "[\(others.joined(separator: ", "))]")
    }
  }

  private static func isLessFull(_ a: PlainRecord, _ i: Int, _ b: PlainRecord, _ j: Int) -> Bool {
    func filled(_ record: PlainRecord) -> Int {
      [record.abstract != nil, record.year != nil, !record.authors.isEmpty].count { $0 }
    }
    return (filled(a), a.abstract?.count ?? 0, -i) < (filled(b), b.abstract?.count ?? 0, -j)
  }

  private static func areOne(_ a: PlainRecord, _ b: PlainRecord) -> Bool {
    guard let first = a.title?.plainWords, let second = b.title?.plainWords,
      let likeness = likeness(first, second)
    else { return false }
    if let year = a.year, let other = b.year, abs(year - other) > 1 { return false }
    if a.authors.isEmpty || b.authors.isEmpty {
      return likeness >= 0.95
        && (min(first.count, second.count) >= 3 || a.year != nil && a.year == b.year)
    }
    let shared = a.authors.count { b.authors.contains($0) }
    return shared > 0 && shared * 2 >= min(a.authors.count, b.authors.count)
  }

  private static func likeness(_ a: [String], _ b: [String]) -> Double? {
    if a.joined() == b.joined() { return 1 }
    let letters = max(a.joined().count, b.joined().count)
    guard let cost = cost(a[...], b[...]) else { return nil }
    return cost > Int(Double(letters) * 0.2) ? nil : 1 - Double(cost) / Double(letters)
  }

  /// The least number of letters that must change; nil where whole words differ.
  private static func cost(_ a: ArraySlice<String>, _ b: ArraySlice<String>) -> Int? {
    guard let first = a.first, let second = b.first else {
      let rest = a + b
      return rest.allSatisfy { minor.contains($0) } ? rest.joined().count : nil
    }
    if first == second, let rest = cost(a.dropFirst(), b.dropFirst()) { return rest }
    var best: Int?
    func consider(_ cost: Int, _ rest: Int?) {
      if let rest { best = min(best ?? Int.max, cost + rest) }
    }
    if let edits = edits(Array(first), Array(second)) {
      consider(edits, cost(a.dropFirst(), b.dropFirst()))
    }
    if minor.contains(first) { consider(first.count, cost(a.dropFirst(), b)) }
    if minor.contains(second) { consider(second.count, cost(a, b.dropFirst())) }
    return best
  }

  /// Letters that differ between two words that may be one.
  private static func edits(_ a: [Character], _ b: [Character]) -> Int? {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if short.count >= 6, long.count - short.count <= 2, long.starts(with: short) {
      return long.count - short.count
    }
    var rows = [Array(0...b.count)]
    for i in 1...max(1, a.count) where i <= a.count {
      var row = [i]
      for j in 1...max(1, b.count) where j <= b.count {
        var cell = min(rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), rows[i - 1][j] + 1)
        cell = min(cell, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cell = min(cell, rows[i - 2][j - 2] + 1)
        }
        row.append(cell)
      }
      rows.append(row)
    }
    let limit = short.count < 5 ? 0 : short.count < 8 ? 1 : 2
    return rows[a.count][b.count] <= limit ? rows[a.count][b.count] : nil
  }
}
