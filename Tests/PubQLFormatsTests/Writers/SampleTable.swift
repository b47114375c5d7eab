import PubQLFormats
import PubQLModel

/// A value of a test table.
indirect enum Cell: Equatable, Sendable {
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
  /// Whether its columns of texts say so, as those of a corpus do; else they may hold anything.
  var knowsTexts = false
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

  func reader(of column: Int) -> any CellReader {
    let cells = rows.map { $0[column] }
    return (knowsTexts ? TextReader(cells) : nil) ?? SampleReader(cells)
  }
}

/// Reads a column of a `SampleTable`.
final class SampleReader: CellReader {
  private let cells: [Cell]

  init(_ cells: [Cell]) { self.cells = cells }

  func visit(_ row: Int, _ visitor: any CellVisitor) { cells[row].visit(visitor) }
}

/// Reads a column of texts, or of lists of texts.
final class TextReader: CellReader {
  let form: CellForm
  private let cells: [Cell]
  private let texts: [[SampleBytes]]

  /// Nil where a cell holds something else, or an empty list, which texts do not know.
  init?(_ cells: [Cell]) {
    var texts: [[SampleBytes]] = []
    var lists = 0
    for cell in cells {
      switch cell {
      case .missing: texts.append([])
      case .text(let text): texts.append([SampleBytes(text)])
      case .list(let members) where !members.isEmpty:
        lists += 1
        let members = members.compactMap { member in
          if case .text(let text) = member { SampleBytes(text) } else { nil }
        }
        texts.append(members)
      default: return nil
      }
    }
    guard lists == 0 || lists == texts.count(where: { !$0.isEmpty }) else { return nil }
    form = lists == 0 ? .text : .texts
    self.cells = cells
    self.texts = texts
  }

  func visit(_ row: Int, _ visitor: any CellVisitor) { cells[row].visit(visitor) }

  func read(_ rows: Range<Int>, into cells: inout TextCells) {
    for row in rows {
      for text in texts[row] { cells.texts.append(text.bytes) }
      cells.ends.append(cells.texts.count)
    }
  }
}

/// Bytes that stay where they are.
final class SampleBytes: @unchecked Sendable {
  // Sendable: nobody changes them.
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ text: String) {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = memory.initialize(from: text.utf8)
    bytes = UnsafeBufferPointer(memory)
  }

  deinit { bytes.deallocate() }
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
