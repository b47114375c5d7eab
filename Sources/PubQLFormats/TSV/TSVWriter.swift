package import PubQLModel

/// Writes results as tab-separated values, one line a row whatever the values hold.
///
/// Shape: a line of column names (`value` for a list or a single value), then a line a row. Tab,
/// line feed, carriage return and backslash in values are written `\t`, `\n`, `\r`, `\\`. A missing
/// value is nothing. Lists are joined by `; `.
/// Not supported: telling a missing value from an empty text, or a list item that holds `; ` from
/// two items.
package struct TSVWriter: FormatWriter {
  package let name = "tsv"
  package let extensions = ["tsv", "tab"]
  package let summary = "tab-separated values with a header line"

  package init() {}

  package func write(_ table: any TableSource, to sink: any ByteSink) throws(OutputError) {
    let output = OutputBuffer(sink)
    let names = table.headerNames
    guard !names.isEmpty else { return }
    for (column, name) in names.enumerated() {
      if column > 0 { output.append(0x09) }
      write(Array(name.utf8), to: output)
    }
    output.append(0x0A)
    let cell = FlatCell()
    for row in 0..<table.rowCount {
      for column in names.indices {
        if column > 0 { output.append(0x09) }
        cell.reset()
        table.visitCell(row: row, column: column, cell)
        write(cell.bytes, to: output)
      }
      output.append(0x0A)
      try output.check()
    }
    try output.finish()
  }

  private func write(_ field: [UInt8], to output: OutputBuffer) {
    field.withUnsafeBufferPointer { bytes in
      var copied = 0
      for index in bytes.indices {
        let letter: UInt8
        switch bytes[index] {
        case 0x09: letter = 0x74
        case 0x0A: letter = 0x6E
        case 0x0D: letter = 0x72
        case 0x5C: letter = 0x5C
        default: continue
        }
        output.append(bytes, copied, index)
        output.append(0x5C)
        output.append(letter)
        copied = index + 1
      }
      output.append(bytes, copied, bytes.count)
    }
  }
}
