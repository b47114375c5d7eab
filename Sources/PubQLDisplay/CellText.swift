import PubQLModel
import PubQLText

/// The content of a cell as text for people.
///
/// Shape: the items of a list are joined by `, `, or by `; ` where they are names that may hold
/// commas; a record is `key: value` with `, ` between; missing is empty.
final class CellText: CellVisitor {
  /// The value when the cell is one number.
  private(set) var number: Double?
  private(set) var isMissing = true
  private var bytes: [UInt8] = []
  private var isCut = false
  private let reader: any CellReader
  private let limit: Int
  private let separator: StaticString
  private var needsSeparator = false
  private var followsKey = false
  /// For each open list or record, whether it is a record.
  private var open: [Bool] = []

  /// - Parameters:
  ///   - column: whose cells are read.
  ///   - limit: bytes that can matter; what is longer is cut there and ends in `…`.
  init(_ table: any TableSource, _ column: Int, limit: Int = .max) {
    reader = table.reader(of: column)
    self.limit = limit
    switch table.columns[column].field {
    case .authors, .institutions: separator = "; "
    default: separator = ", "
    }
  }

  /// Reads a cell; the text has its line ends and control characters still in it.
  func read(_ row: Int) -> String {
    number = nil
    isMissing = true
    isCut = false
    needsSeparator = false
    followsKey = false
    bytes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    reader.visit(row, self)
    return String(decoding: bytes, as: UTF8.self) + (isCut ? "…" : "")
  }

  private func append(_ utf8: UnsafeBufferPointer<UInt8>) {
    guard !isCut else { return }
    guard bytes.count + utf8.count > limit else { return bytes.append(contentsOf: utf8) }
    isCut = true
    var end = max(0, limit - bytes.count)
    while end > 0, utf8[end] & 0xC0 == 0x80 { end -= 1 }
    bytes.append(contentsOf: utf8[..<end])
  }

  private func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  private func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private func separate() {
    if followsKey {
      followsKey = false
    } else if needsSeparator {
      append(open.last == true ? ", " : separator)
    }
  }

  private func beginValue() {
    isMissing = false
    separate()
    needsSeparator = true
  }

  func missing() {
    if followsKey { beginValue() }
  }

  func bool(_ value: Bool) {
    beginValue()
    append(value ? "true" : "false" as StaticString)
  }

  func whole(_ value: Int) {
    beginValue()
    number = open.isEmpty ? Double(value) : nil
    append(String(value))
  }

  func decimal(_ value: Double) {
    beginValue()
    number = open.isEmpty && value.isFinite ? value : nil
    append(NumberDrawing.text(of: value))
  }

  func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    beginValue()
    append(utf8)
  }

  func beginList(count: Int) { enter(record: false) }

  func endList() { leave() }

  func beginRecord() { enter(record: true) }

  func key(_ name: String) {
    beginValue()
    append(name)
    append(": " as StaticString)
    followsKey = true
  }

  func endRecord() { leave() }

  private func enter(record: Bool) {
    separate()
    needsSeparator = false
    open.append(record)
  }

  private func leave() {
    _ = open.popLast()
    needsSeparator = true
  }
}

/// A value in lines of at most `cells`, its own line ends kept, with nothing in it that commands a
/// terminal.
func wrappedLines(_ value: String, to cells: Int) -> [String] {
  // Made harmless first, since what is drawn for a control character takes room.
  value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap {
    DisplayWidth.wrap(DisplayWidth.sanitised(String($0)), to: cells)
  }
}
