import PubQL
import Testing

/// Texts of records as values that groups, `distinct`, `dedupe by` and joins compare: in memory, in
/// a mapped file, and in two segments.
struct EqualTextTests {
  private static let titles = [
    "Water", "WATER", "Wäter", "Fire and Ice", "fire and ice", "研究", nil, "", "waters", "Ice",
  ]

  /// A title for each record; missing for some.
  private static let given = (0..<400).map { titles[$0 * $0 % 97 % titles.count] }

  private static func records() -> [Value] {
    given.enumerated().map { number, title in
      var fields = [
        RecordField(name: "id", value: .text("\(number)")),
        RecordField(
          name: "topics",
          value: .list([.text(number % 3 == 0 ? "Cities" : "Trade"), .text("Law")])),
      ]
      if let title { fields.append(RecordField(name: "title", value: .text(title))) }
      return .record(fields)
    }
  }

  private static func sessions() throws -> [Session] {
    let records = records()
    let loaded = SnapshotTests.session([:])
    try loaded.add(records)
    try loaded.build("a.pubdb")
    let mapped = SnapshotTests.session(["a.pubdb": try #require(loaded.memoryFiles["a.pubdb"])])
    try mapped.load(["a.pubdb"])
    let parts = SnapshotTests.session([:])
    try parts.add(Array(records[..<150]))
    try parts.add(Array(records[150...]))
    return [loaded, mapped, parts]
  }

  /// As texts compare, for those above.
  private static func folded(_ title: String?) -> String {
    (title ?? "").lowercased().replacing("ä", with: "a")
  }

  @Test func groups() throws {
    var counts: [String: Int] = [:]
    var firsts: [String: String] = [:]
    var firstRows: [Int] = []
    for (row, title) in Self.given.enumerated() {
      let key = Self.folded(title)
      if counts[key] == nil {
        firstRows.append(row)
        firsts[key] = title ?? ""
      }
      counts[key, default: 0] += 1
    }
    for session in try Self.sessions() {
      let counted = try session.query("count by title")
      #expect(counted.rowCount == counts.count)
      for row in 0..<counted.rowCount {
        let title = counted[row, 0].text ?? ""
        #expect(firsts[Self.folded(title)] == title)
        #expect(counted[row, 1].int == counts[Self.folded(title)], "\(title)")
      }
      let most = try session.query("count by title | top 2 by count | select title, count")
      #expect(
        most.rows == Array(try session.query("count by title | sort count desc").rows.prefix(2)))
      let distinct = try session.query("distinct title")
      #expect(
        distinct.rows.map { Self.folded($0["title"].text) }
          == firstRows.map {
            Self.folded(Self.given[$0])
          })
      let whole = try session.query("select title | distinct")
      #expect(whole.rows == distinct.rows)
    }
  }

  @Test func severalColumns() throws {
    var seen: Set<String> = []
    let rows = Self.given.indices.filter {
      seen.insert("\(Self.folded(Self.given[$0])) \($0 % 3 == 0)").inserted
    }
    var first: [String: Int] = [:]
    for (row, title) in Self.given.enumerated() where first[Self.folded(title)] == nil {
      first[Self.folded(title)] = row
    }
    for session in try Self.sessions() {
      let distinct = try session.query("select title, topics | distinct")
      #expect(distinct.rowCount == rows.count)
      #expect(
        distinct.column("topics")
          == rows.map {
            .list([.text($0 % 3 == 0 ? "Cities" : "Trade"), .text("Law")])
          })
      // A record without a title, or with an empty one, is no duplicate.
      let kept = try session.query("dedupe by title | select id").column("id")
      let expected = Self.given.indices.filter {
        Self.folded(Self.given[$0]).isEmpty || first[Self.folded(Self.given[$0])] == $0
      }
      #expect(kept?.map(\.line) == expected.map(String.init))
    }
  }

  @Test func joined() throws {
    for session in try Self.sessions() {
      let query = """
        count by topic | where topic = "Cities"
          | join left (from corpus | where id in ["0", "3", "6"] | select topics, title) on topic = topics
          | select title
        """
      let titles = try session.query(query).column("title")
      #expect(titles?.map(\.line) == [0, 3, 6].map { Self.given[$0] ?? "-" })
    }
  }
}
