import PubQLModel

/// Rows of named values.
struct PlainTable {
  var columns: [PlainColumn]
  var rows: [PlainRow]
  var shape: Shape
  /// What the rows were last searched for
  var search: PlainSearch?

  enum Shape {
    /// Whole records of a corpus
    case records
    case table
    /// Values in one column
    case list
    /// One value that stands alone
    case value
  }
}

struct PlainColumn: Sendable {
  let name: String
  let kind: PlainKind
  /// Another name that means it: `topic` beside `topics`
  var otherName: String?
  /// Whether its kind is known before the query runs
  var isTyped: Bool

  init(_ name: String, _ kind: PlainKind, otherName: String? = nil, isTyped: Bool = true) {
    self.name = name
    self.kind = kind
    self.otherName = otherName
    self.isTyped = isTyped
  }
}

struct PlainRow {
  var cells: [String: PlainValue]
  /// Why arguments of a definition cannot be worked out, which counts when they are looked at
  var failures: [String: any Error] = [:]
  /// The record that the row shows, while there is one
  var record: ReferenceRecord?
  /// File and line of the record
  var source: String?
  /// What aggregates look at
  var group: PlainGroup?
  /// What running columns look at
  var window: PlainWindow?

  subscript(name: String) -> PlainValue {
    get throws {
      if let failure = failures[name] { throw failure }
      guard let value = cells[name] else { throw PlainError.noColumn(name) }
      return value
    }
  }
}

/// A row among the others, in their order.
final class PlainWindow {
  let rows: [PlainRow]
  let index: Int

  init(_ rows: [PlainRow], at index: Int) {
    self.rows = rows
    self.index = index
  }
}

/// The rows of a group, and how many rows there are in all.
final class PlainGroup {
  let rows: [PlainRow]
  let rowCount: Int

  init(rows: [PlainRow], of rowCount: Int) {
    self.rows = rows
    self.rowCount = rowCount
  }
}

extension PlainTable {
  /// A list as rows.
  init(list values: [PlainValue], _ kind: PlainKind) {
    self.init(
      columns: [PlainColumn("value", kind)],
      rows: values.map { PlainRow(cells: ["value": $0]) }, shape: .list)
  }

  /// Whole records.
  init(_ records: [ReferenceRecord], sources: [String]) {
    self.init(
      columns: Self.recordColumns,
      rows: zip(records, sources).map { record, source in
        PlainRow(cells: record.cells, record: record, source: source)
      },
      shape: .records)
  }

  static let recordColumns = [
    PlainColumn("id", .id), PlainColumn("title", .text),
    PlainColumn("authors", .list(.person), otherName: "author"), PlainColumn("date", .date),
    PlainColumn("type", .text),
    PlainColumn("institutions", .list(.text), otherName: "institution"),
    PlainColumn("abstract", .text), PlainColumn("topics", .list(.text), otherName: "topic"),
    PlainColumn("regions", .list(.place), otherName: "region"),
  ]

  func column(_ name: String) throws -> PlainColumn {
    guard let column = columns.first(where: { $0.name == name }) else {
      throw PlainError.noColumn(name)
    }
    return column
  }
}

extension ReferenceRecord {
  /// The record as a row has it.
  fileprivate var cells: [String: PlainValue] {
    func list(_ field: ReferenceField, _ make: (String) -> PlainValue) -> PlainValue {
      let values = values(field)
      return values.isEmpty ? .missing : .list(values.map { make($0.text) })
    }
    func one(_ field: ReferenceField) -> PlainValue {
      values(field).first.map { .text($0.text) } ?? .missing
    }
    return [
      "id": one(.id), "title": one(.title), "authors": list(.author) { .person($0) },
      "date": date.map { .date($0) } ?? .missing, "type": one(.type),
      "institutions": list(.institution) { .text($0) }, "abstract": one(.abstract),
      "topics": list(.topic) { .text($0) }, "regions": list(.region) { .place($0) },
    ]
  }
}
