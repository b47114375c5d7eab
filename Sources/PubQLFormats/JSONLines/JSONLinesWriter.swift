package import PubQLModel

/// Writes results as JSON Lines: a JSON value a line.
///
/// Shape: an object a row of a table, of records or of a record; a value a row of a list; otherwise
/// as `JSONWriter`.
package struct JSONLinesWriter: FormatWriter {
  package let name = "jsonl"
  package let extensions = ["jsonl", "ndjson"]
  package let summary = "one JSON object a line"

  package init() {}

  package func write(_ table: any TableSource, to sink: any ByteSink) throws(OutputError) {
    let output = OutputBuffer(sink)
    let cells = JSONCells(
      output, columns: table.columns, leavesOutMissing: table.shape == .records)
    for row in 0..<table.rowCount {
      switch table.shape {
      case .table, .records, .record: cells.writeObject(table, row: row)
      case .list, .value: cells.writeValue(table, row: row)
      }
      output.append(0x0A)
      try output.check()
    }
    try output.finish()
  }
}
