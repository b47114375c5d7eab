import PubQL

/// What a query gave, in one form for both sides.
struct Answer: Equatable {
  private(set) var columns: [String] = []
  private(set) var rows: [[Value]] = []
  /// The code of what went wrong instead
  private(set) var failure: String?

  /// What a query means.
  /// - Throws: when it is none, for it asks for a column that is not there.
  init(_ query: PlainQuery) throws {
    do {
      let table = try query.run()
      columns = table.columns.map(\.name)
      rows = try table.rows.map { row in try columns.map { try row[$0].given } }
    } catch PlainError.failure(let code) {
      failure = code
    }
  }

  /// What the program gives.
  init(_ text: String, _ session: Session) {
    do throws(PubQLError) {
      let result = try session.query(text)
      columns = result.columns.map(\.name)
      rows = (0..<result.rowCount).map { row in columns.indices.map { result[row, $0] } }
    } catch { failure = error.diagnostics.map(\.code).joined(separator: " ") }
  }

  /// Whether it failed while it ran.
  var failedRunning: Bool { failure?.hasPrefix("PQ04") ?? false }

  func agrees(with given: Answer) -> Bool {
    // Which of several mistakes is met first is not said, only that the query fails as it runs.
    if failure != nil { return given.failedRunning }
    return given.failure == nil && columns == given.columns && rows.count == given.rows.count
      && zip(rows, given.rows).allSatisfy { zip($0, $1).allSatisfy { cellsAgree($0, $1) } }
  }

  /// The first rows, for a report.
  var shown: String {
    if let failure { return "fails with \(failure)" }
    let lines = rows.prefix(12).map { "  " + $0.map(\.shown).joined(separator: " | ") }
    return (["\(rows.count) rows of \(columns.joined(separator: " | "))"] + lines)
      .joined(separator: "\n")
  }
}

/// Whether a cell is what was meant. Numbers that are no whole ones may differ in the last digits.
func cellsAgree(_ meant: Value, _ given: Value) -> Bool {
  switch (meant, given) {
  case (.decimal(let a), .decimal(let b)):
    return a == b || abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
  // Of 3 and 3.0, which are one key of a group, either may stand for both.
  case (.decimal(let a), .whole(let b)), (.whole(let b), .decimal(let a)):
    return abs(a - Double(b)) <= 1e-9
  case (.list(let a), .list(let b)):
    return a.count == b.count && zip(a, b).allSatisfy { cellsAgree($0, $1) }
  case (.record(let a), .record(let b)):
    return a.count == b.count
      && zip(a, b).allSatisfy { $0.name == $1.name && cellsAgree($0.value, $1.value) }
  default: return meant == given
  }
}

extension Value {
  /// With its kind where that cannot be seen, cut where it is long.
  fileprivate var shown: String {
    switch self {
    case .missing: "-"
    case .bool(let flag): "\(flag)"
    case .whole(let number): "\(number)"
    case .decimal(let number): "\(number)"
    case .text(let text): "\"\(text.prefix(60))\""
    case .date(let text): text
    case .duration(let months, let days): "\(months)m\(days)d"
    case .person(let name): "person \(name)"
    case .place(let name): "place \(name)"
    case .list(let values): "[" + values.map(\.shown).joined(separator: ", ") + "]"
    case .record(let fields):
      "{" + fields.map { "\($0.name): \($0.value.shown)" }.joined(separator: ", ") + "}"
    }
  }
}
