/// What a column of a result holds, as far as drawing and writing need to know.
package enum CellKind: Sendable {
  case text
  /// Numbers stand at the right.
  case number
  case bool
  case date
  /// Lists, people, places: anything that is drawn as text
  case other
}

/// A column of a result.
package struct TableColumn: Sendable {
  package let name: String
  package let kind: CellKind
  /// The standard field that it shows unchanged; it decides which columns give way on a
  /// narrow terminal.
  package let field: StandardField?

  package init(name: String, kind: CellKind, field: StandardField? = nil) {
    self.name = name
    self.kind = kind
    self.field = field
  }
}

/// What a result is as a whole.
package enum TableShape: Sendable {
  /// Rows and columns; JSON: an array of objects
  case table
  /// Whole records: as `table`, but JSON leaves missing values out
  case records
  /// One column of values; JSON: an array of them
  case list
  /// One cell; JSON: the value itself
  case value
  /// One row; JSON: one object
  case record
}

/// A result that can be drawn or written, any number of times and by several threads.
package protocol TableSource: Sendable {
  var shape: TableShape { get }
  var columns: [TableColumn] { get }
  var rowCount: Int { get }
  /// The chart that its rows are to be shown as, if they are.
  var chart: Chart? { get }
  /// What reads the cells of a column, which is in range.
  func reader(of column: Int) -> any CellReader
}

extension TableSource {
  package var chart: Chart? { nil }
}

/// Receives the content of a cell: exactly one value, which may be a list or a record of values.
package protocol CellVisitor: AnyObject {
  func missing()
  func bool(_ value: Bool)
  func whole(_ value: Int)
  /// Finite.
  func decimal(_ value: Double)
  /// UTF-8; valid only during the call. Dates come as EDTF text, people as printed.
  func text(_ utf8: UnsafeBufferPointer<UInt8>)
  /// `count` values follow, then `endList`.
  func beginList(count: Int)
  func endList()
  /// `key` and a value, any number of times, then `endRecord`.
  func beginRecord()
  func key(_ name: String)
  func endRecord()
}

extension CellVisitor {
  /// Hands a `String` over as UTF-8.
  package func text(_ value: String) {
    var value = value
    value.withUTF8 { text($0) }
  }
}
