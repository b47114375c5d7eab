import PubQLModel

/// Writes rows as JSON values.
final class JSONRows: RowWriter {
  /// What stands before the first row, before each other, and behind each.
  struct Layout {
    var first: StaticString = ""
    var other: StaticString = ""
    var end: StaticString = ""
  }

  private let output: OutputBuffer
  private let layout: Layout
  private let isObject: Bool
  private let leavesOutMissing: Bool
  private var cells: RowCells
  private let visitor: JSONCells
  /// The columns' keys as they stand before values, `,"title":`, one after another.
  private let keys: [UInt8]
  private let keyEnds: [Int]

  init(_ table: any TableSource, _ output: OutputBuffer, _ layout: Layout) {
    self.output = output
    self.layout = layout
    switch table.shape {
    case .table, .records, .record: isObject = true
    case .list, .value: isObject = false
    }
    leavesOutMissing = table.shape == .records
    cells = RowCells(table)
    visitor = JSONCells(output)
    let keys = OutputBuffer()
    keyEnds = table.columns.map { column in
      keys.append(0x2C)
      JSONText.write(text: column.name, to: keys)
      keys.append(0x3A)
      return keys.count
    }
    self.keys = Array(keys.bytes)
  }

  func write(_ rows: Range<Int>) {
    cells.read(rows)
    cells.withTexts { texts in
      for row in rows {
        output.append(row == 0 ? layout.first : layout.other)
        if isObject {
          writeObject(row, row - rows.lowerBound, texts)
        } else {
          writeSole(row, row - rows.lowerBound, texts)
        }
        output.append(layout.end)
      }
    }
  }

  /// Writes a row as an object.
  private func writeObject(_ row: Int, _ place: Int, _ texts: RowTexts) {
    output.append(0x7B)
    let start = output.count
    for column in keyEnds.indices {
      let before = output.count
      appendKey(column, isFirst: before == start)
      if !write(column, row, texts.cell(column, place)), leavesOutMissing {
        output.cut(to: before)
      }
    }
    output.append(0x7D)
  }

  /// Writes the one cell of a row as a value.
  private func writeSole(_ row: Int, _ place: Int, _ texts: RowTexts) {
    guard !keyEnds.isEmpty else { return output.append("null") }
    _ = write(0, row, texts.cell(0, place))
  }

  private func appendKey(_ column: Int, isFirst: Bool) {
    let start = column == 0 ? 0 : keyEnds[column - 1]
    output.append(keys, (isFirst ? start + 1 : start)..<keyEnds[column])
  }

  /// Writes a cell, and tells whether it has a value.
  @inline(__always)
  private func write(
    _ column: Int, _ row: Int, _ texts: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    switch cells.forms[column] {
    case .any:
      visitor.write(cells.readers[column], row: row)
      return !visitor.isMissing
    case .text:
      guard let text = texts.first else { break }
      JSONText.write(text, to: output)
      return true
    case .texts:
      if texts.isEmpty { break }
      output.append(0x5B)
      for index in texts.indices {
        if index > 0 { output.append(0x2C) }
        JSONText.write(texts[index], to: output)
      }
      output.append(0x5D)
      return true
    }
    output.append("null")
    return false
  }
}
