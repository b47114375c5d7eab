import PubQLDisplay
import PubQLModel

/// A value of a test table.
indirect enum Cell: Sendable {
  case missing
  case bool(Bool)
  case whole(Int)
  case decimal(Double)
  case text(String)
  /// Bytes that need not be UTF-8
  case bytes([UInt8])
  case list([Cell])
  case record([(String, Cell)])

  func visit(_ visitor: any CellVisitor) {
    switch self {
    case .missing: visitor.missing()
    case .bool(let value): visitor.bool(value)
    case .whole(let value): visitor.whole(value)
    case .decimal(let value): visitor.decimal(value)
    case .text(let value): visitor.text(value)
    case .bytes(let value): value.withUnsafeBufferPointer { visitor.text($0) }
    case .list(let values):
      visitor.beginList(count: values.count)
      for value in values { value.visit(visitor) }
      visitor.endList()
    case .record(let fields):
      visitor.beginRecord()
      for (name, value) in fields {
        visitor.key(name)
        value.visit(visitor)
      }
      visitor.endRecord()
    }
  }
}

struct SampleTable: TableSource {
  var shape = TableShape.table
  let columns: [TableColumn]
  let rows: [[Cell]]

  init(_ shape: TableShape, columns: [TableColumn], _ rows: [[Cell]]) {
    self.shape = shape
    self.columns = columns
    self.rows = rows
  }

  /// Columns of texts; names that begin with `#` are of numbers, those of standard fields show them.
  init(_ shape: TableShape, _ names: [String], _ rows: [[Cell]]) {
    let columns = names.map { name in
      name.hasPrefix("#")
        ? TableColumn(name: String(name.dropFirst()), kind: .number)
        : TableColumn(
          name: name, kind: name == "date" ? .date : .text,
          field: StandardField.allCases.first { $0.name == name })
    }
    self.init(shape, columns: columns, rows)
  }

  init(_ names: [String], _ rows: [[Cell]]) { self.init(.table, names, rows) }

  var rowCount: Int { rows.count }

  func reader(of column: Int) -> any CellReader { SampleReader(rows.map { $0[column] }) }
}

/// Reads a column of a `SampleTable`.
private final class SampleReader: CellReader {
  private let cells: [Cell]

  init(_ cells: [Cell]) { self.cells = cells }

  func visit(_ row: Int, _ visitor: any CellVisitor) { cells[row].visit(visitor) }
}

/// Options for a width, changed as a test needs it.
func options(_ width: Int, _ change: (inout DisplayOptions) -> Void = { _ in }) -> DisplayOptions {
  var options = DisplayOptions()
  options.width = width
  change(&options)
  return options
}

/// Numbers from a seed, so that a failure can be repeated.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
