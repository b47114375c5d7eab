import PubQLModel

/// A format that is written row by row.
protocol RowFormat: FormatWriter {
  /// Which rows are written; all unless told.
  func rows(of table: any TableSource) -> Range<Int>
  /// Writes what stands before the rows.
  func writeHead(of table: any TableSource, to output: OutputBuffer)
  /// What writes rows of a table.
  func rowWriter(for table: any TableSource, to output: OutputBuffer) -> any RowWriter
  /// Writes what stands behind the rows.
  func writeFoot(of table: any TableSource, to output: OutputBuffer)
}

/// Writes rows of a table. Each thread has one of its own, that may keep memory for the next rows.
protocol RowWriter: AnyObject {
  func write(_ rows: Range<Int>)
}

extension RowFormat {
  func rows(of table: any TableSource) -> Range<Int> { 0..<table.rowCount }

  func writeHead(of table: any TableSource, to output: OutputBuffer) {}

  func writeFoot(of table: any TableSource, to output: OutputBuffer) {}

  package func write(_ table: any TableSource, to sink: any ByteSink) throws(OutputError) {
    try RowPieces(table, self).write(to: sink)
  }
}
