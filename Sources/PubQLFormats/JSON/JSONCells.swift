import PubQLModel

/// Writes cells as JSON values: numbers, texts, lists and records keep their kind.
final class JSONCells: CellVisitor {
  private let output: OutputBuffer
  /// For each column its key as it stands before the value: `"title":`.
  private let keys: [[UInt8]]
  private let leavesOutMissing: Bool
  /// The key that must be written before the next value.
  private var pendingKey: Int?
  private var needsComma = false
  private var digits: [UInt8] = []

  init(_ output: OutputBuffer, columns: [TableColumn], leavesOutMissing: Bool) {
    self.output = output
    self.leavesOutMissing = leavesOutMissing
    keys = columns.map { column in
      let memory = ByteMemory()
      let buffer = OutputBuffer(memory)
      var name = column.name
      name.withUTF8 { JSONText.write($0, to: buffer) }
      buffer.append(0x3A)
      // Memory never fails.
      try? buffer.finish()
      return memory.bytes
    }
  }

  /// Writes a row as an object.
  func writeObject(_ table: any TableSource, row: Int) {
    output.append(0x7B)
    needsComma = false
    for column in keys.indices {
      pendingKey = column
      table.visitCell(row: row, column: column, self)
      if pendingKey != nil { missing() }
    }
    output.append(0x7D)
  }

  /// Writes the one cell of a row as a value.
  func writeValue(_ table: any TableSource, row: Int) {
    needsComma = false
    guard !keys.isEmpty else { return missing() }
    table.visitCell(row: row, column: 0, self)
  }

  @inline(__always)
  private func beginValue() {
    if needsComma { output.append(0x2C) }
    needsComma = true
    if let column = pendingKey {
      output.append(keys[column])
      pendingKey = nil
    }
  }

  func missing() {
    if leavesOutMissing && pendingKey != nil {
      pendingKey = nil
      return
    }
    beginValue()
    output.append("null")
  }

  func bool(_ value: Bool) {
    beginValue()
    output.append(value ? "true" : "false")
  }

  func whole(_ value: Int) {
    beginValue()
    digits.removeAll(keepingCapacity: true)
    NumberText.append(value, to: &digits)
    output.append(digits)
  }

  func decimal(_ value: Double) {
    guard value.isFinite else { return missing() }
    beginValue()
    digits.removeAll(keepingCapacity: true)
    NumberText.append(value, to: &digits)
    output.append(digits)
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
    var name = name
    name.withUTF8 { JSONText.write($0, to: output) }
    output.append(0x3A)
  }

  func endRecord() {
    output.append(0x7D)
    needsComma = true
  }
}
