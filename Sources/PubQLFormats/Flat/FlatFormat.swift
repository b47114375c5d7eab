import PubQLModel

/// A format of lines and columns, whose cells are plain texts.
///
/// Shape: a head, of which the names of the columns are a part, then a line a row.
protocol FlatFormat: RowFormat {
  /// Writes a cell with what stands before it.
  ///
  /// - Parameters:
  ///   - utf8: the content, as `FlatCell` has it; nil where it is missing.
  ///   - column: from 0 up to `count`.
  static func write(
    _ utf8: UnsafeBufferPointer<UInt8>?, column: Int, of count: Int, to output: OutputBuffer)
  /// What stands behind the last cell of a line.
  static var lineEnd: StaticString { get }
}

extension FlatFormat {
  /// Without columns there is nothing to write.
  func rows(of table: any TableSource) -> Range<Int> {
    0..<(table.headerNames.isEmpty ? 0 : table.rowCount)
  }

  func writeHead(of table: any TableSource, to output: OutputBuffer) {
    let names = table.headerNames
    if !names.isEmpty { writeNames(names, to: output) }
  }

  /// Writes a line of names.
  func writeNames(_ names: [String], to output: OutputBuffer) {
    for (column, name) in names.enumerated() {
      var name = name
      name.withUTF8 { Self.write($0, column: column, of: names.count, to: output) }
    }
    output.append(Self.lineEnd)
  }

  func rowWriter(for table: any TableSource, to output: OutputBuffer) -> any RowWriter {
    FlatRows<Self>(table, output)
  }
}
