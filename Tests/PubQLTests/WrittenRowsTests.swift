import PubQL
import Testing

/// Results that are written in many pieces, and read row by row.
struct WrittenRowsTests {
  private static let count = 1200

  private static let questions = [
    "from corpus",
    "from corpus | sort id desc",
    "select id, title, authors, date, abstract",
    "select id, year: year(date), n: length(authors), first: authors[0], type",
    "count by author, type", "from corpus | each topics | select topics",
    "from corpus | with r: {a: title, b: [1, 0.5, missing, \"q\\\"\"]}",
  ]

  /// Titles and abstracts that need escapes, and fields that are missing.
  private static func records() -> [Value] {
    var random = RandomRecords(seed: 11)
    return random.records(count).enumerated().map { number, record in
      guard case .record(var fields) = record else { return record }
      fields.append(RecordField(name: "title", value: .text("“\(number)” \t\\ 研究, \"x\"")))
      let long = String(repeating: "long, and longer; ", count: number % 50)
      fields.append(
        RecordField(name: "abstract", value: number % 3 == 0 ? .missing : .text(long + "\n.")))
      return .record(fields)
    }
  }

  /// The same records in memory, in a mapped file, and in two segments.
  private static func sessions() throws -> [Session] {
    let records = records()
    let loaded = SnapshotTests.session([:])
    try loaded.add(records)
    try loaded.build("a.pubdb")
    let mapped = SnapshotTests.session(["a.pubdb": try #require(loaded.memoryFiles["a.pubdb"])])
    try mapped.load(["a.pubdb"])
    let parts = SnapshotTests.session([:])
    try parts.add(Array(records[..<500]))
    try parts.add(Array(records[500...]))
    return [loaded, mapped, parts]
  }

  private func lines(_ result: QueryResult, _ format: String) throws -> [Substring] {
    String(decoding: try result.bytes(format: format), as: UTF8.self).split(separator: "\n")
  }

  /// A few rows are written in one piece, by one thread.
  @Test func manyRowsAreWrittenAsFewAre() throws {
    let sessions = try Self.sessions()
    for question in Self.questions {
      let whole = try lines(sessions[0].query(question), "jsonl")
      for first in stride(from: 0, to: whole.count, by: 310) {
        let few = try sessions[0].query(question + " | skip \(first) | take 10")
        #expect(try lines(few, "jsonl") == Array(whole[first...].prefix(10)), "\(question)")
      }
      for session in sessions {
        for format in ["jsonl", "json", "csv", "tsv", "md"] {
          let bytes = try session.query(question).bytes(format: format)
          #expect(try bytes == sessions[0].query(question).bytes(format: format), "\(question)")
        }
      }
    }
  }

  @Test func rowsAreTheirCells() throws {
    for session in try Self.sessions() {
      for question in Self.questions {
        let result = try session.query(question + " | take 700")
        let names = result.columns.map(\.name)
        for (number, row) in result.rows.enumerated() {
          let cells = names.indices.map {
            RecordField(name: names[$0], value: result[number, $0])
          }
          #expect(row == .record(cells) && row == result[number], "\(question), row \(number)")
        }
        for (index, name) in names.enumerated() {
          #expect(result.column(name) == (0..<result.rowCount).map { result[$0, index] })
        }
      }
    }
  }
}
