import PubQLModel

/// Some rows of a table, and what was written of them.
final class RowPiece: @unchecked Sendable {
  // Sendable: it is with one thread at a time, as `RowPieces` sees to.
  private let table: any TableSource
  private let format: any RowFormat
  private let output = OutputBuffer()
  private let writer: any RowWriter
  private var rows = 0..<0
  private var isFirst = false
  private var isLast = false
  private var start = 0
  /// Whether it may be handed on; under the lock of `RowPieces`.
  var isWritten = false

  /// Rows that are written at once.
  private static let step = 64
  /// Bytes after which it is handed on, for rows may be much longer than those before.
  private static let mostBytes = 4 * OutputBuffer.pieceSize

  init(_ table: any TableSource, _ format: any RowFormat) {
    self.table = table
    self.format = format
    writer = format.rowWriter(for: table, to: output)
  }

  /// Begins with other rows.
  ///
  /// - Parameters:
  ///   - isFirst: whether the head of the table stands before them.
  ///   - isLast: whether its foot stands behind them.
  func take(_ rows: Range<Int>, isFirst: Bool, isLast: Bool) {
    self.rows = rows
    self.isFirst = isFirst
    self.isLast = isLast
    start = rows.lowerBound
    isWritten = false
  }

  /// How many bytes were written, and of how many rows.
  var size: (bytes: Int, rows: Int) { (output.count, rows.lowerBound - start) }

  /// Writes the rows, or as many as there is memory for.
  func write() {
    if isFirst { format.writeHead(of: table, to: output) }
    isFirst = false
    while !rows.isEmpty, output.count < Self.mostBytes {
      let next = rows.prefix(Self.step)
      writer.write(next)
      rows = next.upperBound..<rows.upperBound
    }
    guard rows.isEmpty, isLast else { return }
    format.writeFoot(of: table, to: output)
    isLast = false
  }

  /// Hands everything on, also the rows that are not written yet.
  func hand(to sink: any ByteSink) throws(OutputError) {
    try output.hand(to: sink)
    while !rows.isEmpty || isLast {
      write()
      try output.hand(to: sink)
    }
  }
}
