import PubQLModel

/// The content of one cell as plain bytes, for the formats that know only text.
///
/// Shape: the items of a list are joined by `; `, those of a record written `key: value` and joined
/// by `, `; a missing value has no bytes. Not supported: telling an item that holds `; ` from two
/// items. JSON keeps lists apart.
final class FlatCell: CellVisitor {
  private(set) var bytes: [UInt8] = []
  /// Whether there is no value, or only an empty list.
  private(set) var isMissing = true
  /// Whether a list or record has had a value that the next must be set apart from.
  private var needsSeparator = false
  private var followsKey = false
  /// For each open list or record, whether it is a record.
  private var open: [Bool] = []

  /// Makes ready for the next cell.
  func reset() {
    bytes.removeAll(keepingCapacity: true)
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
      bytes.append(open.last == true ? 0x2C : 0x3B)
      bytes.append(0x20)
    }
  }

  func missing() {
    if !open.isEmpty { beginValue() }
  }

  func bool(_ value: Bool) {
    beginValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  func whole(_ value: Int) {
    beginValue()
    NumberText.append(value, to: &bytes)
  }

  func decimal(_ value: Double) {
    beginValue()
    NumberText.append(value, to: &bytes)
  }

  func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    beginValue()
    bytes.append(contentsOf: utf8)
  }

  func beginList(count: Int) { enter(record: false) }

  func endList() { leave() }

  func beginRecord() { enter(record: true) }

  func key(_ name: String) {
    isMissing = false
    separate()
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: [0x3A, 0x20])
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
