package import PubQLModel

/// Writes results as a table in GitHub's Markdown; numbers stand at the right.
///
/// Shape: header, rule, then a line a row; nothing is cut. Line ends become `<br>`; characters that
/// would be read as table or inline marks get a backslash. Lists are joined by `; `.
/// Not supported: a result without columns, which has no table.
/// - Source: GitHub Flavored Markdown 0.29, "Tables (extension)"
package struct MarkdownWriter: FormatWriter {
  package let name = "md"
  package let extensions = ["md", "markdown"]
  package let summary = "a table in Markdown"

  package init() {}

  package func write(_ table: any TableSource, to sink: any ByteSink) throws(OutputError) {
    let output = OutputBuffer(sink)
    let names = table.headerNames
    guard !names.isEmpty else { return }
    for name in names {
      output.append("| ")
      write(Array(name.utf8), to: output)
      output.append(0x20)
    }
    output.append("|\n")
    for column in table.columns.prefix(names.count) {
      output.append(column.kind == .number ? "| ---: " : "| --- ")
    }
    output.append("|\n")
    let cell = FlatCell()
    for row in 0..<table.rowCount {
      for column in names.indices {
        cell.reset()
        table.visitCell(row: row, column: column, cell)
        output.append("| ")
        guard !cell.bytes.isEmpty else { continue }
        write(cell.bytes, to: output)
        output.append(0x20)
      }
      output.append("|\n")
      try output.check()
    }
    try output.finish()
  }

  private func write(_ field: [UInt8], to output: OutputBuffer) {
    field.withUnsafeBufferPointer { bytes in
      var copied = 0
      for index in bytes.indices {
        let byte = bytes[index]
        switch byte {
        case 0x0A, 0x0D:
          output.append(bytes, copied, index)
          copied = index + 1
          // CR LF is one line end.
          if byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A { continue }
          output.append("<br>")
        case 0x5C, 0x7C, 0x60, 0x2A, 0x3C, 0x5B:
          output.append(bytes, copied, index)
          output.append(0x5C)
          copied = index
        case 0x5F where isEdge(bytes, index):
          output.append(bytes, copied, index)
          output.append(0x5C)
          copied = index
        default:
          continue
        }
      }
      output.append(bytes, copied, bytes.count)
    }
  }

  /// Whether an underscore stands at the edge of a word, where it would begin or end emphasis.
  private func isEdge(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index > 0, index + 1 < bytes.count else { return true }
    return !(isWord(bytes[index - 1]) && isWord(bytes[index + 1]))
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}
