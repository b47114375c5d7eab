import PubQLFormats
import PubQLModel

/// A value of a test table.
indirect enum Cell: Equatable {
  case missing
  case bool(Bool)
  case whole(Int)
  case decimal(Double)
  case text(String)
  /// Bytes that need not be UTF-8
  case bytes([UInt8])
  case list([Cell])
  case record([(String, Cell)])

  static func == (left: Cell, right: Cell) -> Bool {
    switch (left, right) {
    case (.missing, .missing): true
    case (.bool(let a), .bool(let b)): a == b
    case (.whole(let a), .whole(let b)): a == b
    case (.decimal(let a), .decimal(let b)): a == b
    // Not by canonical equivalence: what is written must come back byte by byte.
    case (.text(let a), .text(let b)): Array(a.utf8) == Array(b.utf8)
    case (.bytes(let a), .bytes(let b)): a == b
    case (.list(let a), .list(let b)): a == b
    case (.record(let a), .record(let b)):
      a.map(\.0) == b.map(\.0) && a.map(\.1) == b.map(\.1)
    default: false
    }
  }

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

  /// Columns of texts; names that begin with `#` are of numbers.
  init(_ shape: TableShape, _ names: [String], _ rows: [[Cell]]) {
    let columns = names.map { name in
      name.hasPrefix("#")
        ? TableColumn(name: String(name.dropFirst()), kind: .number)
        : TableColumn(name: name, kind: .text)
    }
    self.init(shape, columns: columns, rows)
  }

  init(_ names: [String], _ rows: [[Cell]]) { self.init(.table, names, rows) }

  var rowCount: Int { rows.count }

  func visitCell(row: Int, column: Int, _ visitor: any CellVisitor) {
    rows[row][column].visit(visitor)
  }
}

/// What a writer makes of a table.
func written(_ writer: any FormatWriter, _ table: any TableSource) throws -> String {
  let memory = ByteMemory()
  try writer.write(table, to: memory)
  return memory.text
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
