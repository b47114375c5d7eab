import PubQLModel

/// The content of one cell as plain bytes, for the formats that know only text.
///
/// Shape: the items of a list are joined by `; `, those of a record written `key: value` and joined
/// by `, `; a missing value has no bytes. Not supported: telling an item that holds `; ` from two
/// items. JSON keeps lists apart.
final class FlatCell: CellVisitor {
  private let output = OutputBuffer()
  /// Whether there is no value, or only an empty list.
  private(set) var isMissing = true
  /// Whether a list or record has had a value that the next must be set apart from.
  private var needsSeparator = false
  private var followsKey = false
  /// For each open list or record, whether it is a record.
  private var open: [Bool] = []

  /// The content; valid until the next cell.
  var bytes: UnsafeBufferPointer<UInt8> { output.bytes }

  /// Reads a cell.
  func read(_ reader: any CellReader, row: Int) {
    reset()
    reader.visit(row, self)
  }

  /// Reads a list of texts.
  func read(_ texts: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>) {
    reset()
    beginList(count: texts.count)
    for text in texts { self.text(text) }
    endList()
  }

  private func reset() {
    output.cut(to: 0)
    open.removeAll(keepingCapacity: true)
    isMissing = true
    needsSeparator = false
    followsKey = false
  }

  private func beginValue() {
    isMissing = false
    separate()
    needsSeparator = true
  }

  private func separate() {
    if followsKey {
      followsKey = false
    } else if needsSeparator {
      output.append(open.last == true ? ", " : "; ")
    }
  }

  func missing() {
    if !open.isEmpty { beginValue() }
  }

  func bool(_ value: Bool) {
    beginValue()
    output.append(value ? "true" : "false")
  }

  func whole(_ value: Int) {
    beginValue()
    NumberText.append(value, to: output)
  }

  func decimal(_ value: Double) {
    beginValue()
    NumberText.append(value, to: output)
  }

  func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    beginValue()
    output.append(utf8)
  }

  func beginList(count: Int) { enter(record: false) }

  func endList() { leave() }

  func beginRecord() { enter(record: true) }

  func key(_ name: String) {
    isMissing = false
    separate()
    output.append(text: name)
    output.append(": ")
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
