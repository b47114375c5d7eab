package import PubQLModel

/// Writes results as comma-separated values, RFC 4180 with line feeds.
///
/// Shape: a line of column names (`value` for a list or a single value), then a line a row. A field
/// stands in quotes when it holds a comma, a quote or a line end, or begins or ends with a blank.
/// A missing value is nothing and an empty text `""`; where a row is one missing value, it is `""`
/// too, since readers skip empty lines. Lists are joined by `; `.
/// Not supported: telling a list item that holds `; ` from two items; other separators.
/// - Source: RFC 4180 (October 2005)
package struct CSVWriter: FormatWriter {
  package let name = "csv"
  package let extensions = ["csv"]
  package let summary = "comma-separated values with a header line"

  package init() {}

  package func write(_ table: any TableSource, to sink: any ByteSink) throws(OutputError) {
    let output = OutputBuffer(sink)
    let names = table.headerNames
    guard !names.isEmpty else { return }
    for (column, name) in names.enumerated() {
      if column > 0 { output.append(0x2C) }
      write(Array(name.utf8), to: output)
    }
    output.append(0x0A)
    let cell = FlatCell()
    for row in 0..<table.rowCount {
      for column in names.indices {
        if column > 0 { output.append(0x2C) }
        cell.reset()
        table.visitCell(row: row, column: column, cell)
        if cell.isMissing && names.count > 1 { continue }
        write(cell.bytes, to: output)
      }
      output.append(0x0A)
      try output.check()
    }
    try output.finish()
  }

  /// Writes a field that is there, in quotes where it needs them.
  private func write(_ field: [UInt8], to output: OutputBuffer) {
    field.withUnsafeBufferPointer { bytes in
      guard needsQuotes(bytes) else { return output.append(bytes) }
      output.append(0x22)
      var copied = 0
      for index in bytes.indices where bytes[index] == 0x22 {
        output.append(bytes, copied, index + 1)
        output.append(0x22)
        copied = index + 1
      }
      output.append(bytes, copied, bytes.count)
      output.append(0x22)
    }
  }

  private func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 { return true }
    for byte in bytes where byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D {
      return true
    }
    return false
  }
}
