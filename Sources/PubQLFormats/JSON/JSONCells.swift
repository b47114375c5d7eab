import PubQLModel

/// Writes cells as JSON values: numbers, texts, lists and records keep their kind.
final class JSONCells: CellVisitor {
  private let output: OutputBuffer
  private var start = 0
  private var needsComma = false
  /// Whether the last cell had no value.
  private(set) var isMissing = false

  init(_ output: OutputBuffer) { self.output = output }

  /// Writes a cell.
  func write(_ reader: any CellReader, row: Int) {
    start = output.count
    needsComma = false
    isMissing = false
    reader.visit(row, self)
  }

  @inline(__always)
  private func beginValue() {
    if needsComma { output.append(0x2C) }
    needsComma = true
  }

  func missing() {
    isMissing = output.count == start
    beginValue()
    output.append("null")
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
    guard value.isFinite else { return missing() }
    beginValue()
    NumberText.append(value, to: output)
  }

  func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    beginValue()
    JSONText.write(utf8, to: output)
  }

  func beginList(count: Int) {
    beginValue()
    output.append(0x5B)
    needsComma = false
  }

  func endList() {
    output.append(0x5D)
    needsComma = true
  }

  func beginRecord() {
    beginValue()
    output.append(0x7B)
    needsComma = false
  }

  func key(_ name: String) {
    if needsComma { output.append(0x2C) }
    needsComma = false
    JSONText.write(text: name, to: output)
    output.append(0x3A)
  }

  func endRecord() {
    output.append(0x7D)
    needsComma = true
  }
}
