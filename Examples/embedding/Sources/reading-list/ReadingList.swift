import PubQL

/// A program that asks PubQL questions about records of its own.
@main
struct ReadingList {
  static func main() throws {
    let session = Session()
    try addRecords(to: session)
    try showRecent(of: session, since: "2019", topics: ["Cities", "Climate Change"])
    try countByTopic(of: session)
    showMistake(in: session)
  }

  /// Records come from a text in any format that PubQL reads, and from values.
  static func addRecords(to session: Session) throws {
    let listing = """
      17. Trams against the Tide
      - Author:
      - Ama Sarpong and Zoë Lindqvist
      - Publication Date:
      - 05-2020
      - Topic:
      - Cities and Climate Change
      - Political Geography:
      - Ghana

      """
    let report = try session.load(bytes: Array(listing.utf8), named: "pasted", as: "pasted")
    print("\(report.records) record was pasted, with \(report.problemCount) oddities")

    let ours: [Value] = [
      .record([
        RecordField(name: "id", value: "a1"),
        RecordField(name: "title", value: "Harbours of the Lake"),
        RecordField(name: "authors", value: ["Zoë Lindqvist"]),
        RecordField(name: "date", value: 2018),
        RecordField(name: "topics", value: ["Trade", "Cities"]),
        RecordField(name: "regions", value: ["Kenya", "Uganda"]),
        RecordField(name: "shelf", value: "B 12"),
      ]),
      .record([
        RecordField(name: "id", value: "a2"),
        RecordField(name: "title", value: "Who Owns the Shade? Trees and Heat in Accra"),
        RecordField(name: "authors", value: ["A. Sarpong"]),
        RecordField(name: "date", value: .date("2021-03")),
        RecordField(name: "topics", value: ["Cities"]),
        RecordField(name: "regions", value: ["Ghana"]),
      ]),
    ]
    try session.add(ours, as: "ours")
    print("\(session.recordCount) records in all")
  }

  /// What a user typed is bound as a parameter and never becomes part of the query.
  static func showRecent(of session: Session, since year: String, topics: [String]) throws {
    let result = try session.query(
      """
      date >= $since and topic in $topics and author = "Ama Sarpong" and region within "Africa"
      | sort date
      | select id, title, date, authors
      """,
      parameters: ["since": .date(year), "topics": .list(topics.map { .text($0) })])
    for row in result.rows {
      let authors = row["authors"].members.compactMap(\.text).joined(separator: " & ")
      print("\(row["date"].text ?? "undated")  \(row["title"].text ?? "") (\(authors))")
    }
  }

  /// Columns come out with their types, or written in a format.
  static func countByTopic(of session: Session) throws {
    let result = try session.query("count by topic | sort count desc, topic")
    let counts = result.column("count")?.compactMap(\.int) ?? []
    print("\(result.rowCount) topics, \(counts.reduce(0, +)) times")
    print(String(decoding: try result.bytes(format: "csv"), as: UTF8.self), terminator: "")
  }

  /// A mistake is told with its place and, where there is one, a change that resolves it.
  static func showMistake(in session: Session) {
    let query = "topic = \"Cities\" and yeer >= 2019"
    do {
      _ = try session.query(query)
    } catch {
      for problem in error.diagnostics {
        print("\(problem.code) at column \(problem.column): \(problem.message)")
        for edit in problem.edits {
          var bytes = Array(query.utf8)
          bytes.replaceSubrange(edit.start..<edit.end, with: edit.replacement.utf8)
          print("try: \(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
  }
}
