import PubQLModel

/// Writes results as a table in GitHub's Markdown; numbers stand at the right.
///
/// Shape: header, rule, then a line a row; nothing is cut. Line ends become `<br>`; characters that
/// would be read as table or inline marks get a backslash. Lists are joined by `; `.
/// Not supported: a result without columns, which has no table.
/// - Source: GitHub Flavored Markdown 0.29, "Tables (extension)"
package struct MarkdownWriter: FlatFormat {
  package let name = "md"
  package let extensions = ["md", "markdown"]
  package let summary = "a table in Markdown"

  package init() {}

  static let lineEnd: StaticString = "|\n"

  func writeHead(of table: any TableSource, to output: OutputBuffer) {
    let names = table.headerNames
    guard !names.isEmpty else { return }
    writeNames(names, to: output)
    for column in table.columns.prefix(names.count) {
      output.append(column.kind == .number ? "| ---: " : "| --- ")
    }
    output.append(Self.lineEnd)
  }

  static func write(
    _ utf8: UnsafeBufferPointer<UInt8>?, column: Int, of count: Int, to output: OutputBuffer
  ) {
    output.append("| ")
    guard let utf8, !utf8.isEmpty else { return }
    write(utf8, to: output)
    output.append(0x20)
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to output: OutputBuffer) {
    var copied = 0
    func copy(upTo end: Int) {
      output.append(UnsafeBufferPointer(rebasing: bytes[copied..<end]))
      copied = end
    }
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x0A, 0x0D:
        copy(upTo: index)
        copied += 1
        // CR LF is one line end.
        if byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A { continue }
        output.append("<br>")
      case 0x5C, 0x7C, 0x60, 0x2A, 0x3C, 0x5B:
        copy(upTo: index)
        output.append(0x5C)
      case 0x5F where isEdge(bytes, index):
        copy(upTo: index)
        output.append(0x5C)
      default:
        continue
      }
    }
    copy(upTo: bytes.count)
  }

  /// Whether an underscore stands at the edge of a word, where it would begin or end emphasis.
  private static func isEdge(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index > 0, index + 1 < bytes.count else { return true }
    return !(isWord(bytes[index - 1]) && isWord(bytes[index + 1]))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}
