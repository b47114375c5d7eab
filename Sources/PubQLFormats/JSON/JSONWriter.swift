package import PubQLModel

/// Writes results as one JSON document.
///
/// Shape: a table or records are an array of objects, one a line; a list an array of values, one a
/// line; a record an object; a value itself. Missing values are `null`, and left out of records.
/// Whole numbers are exact; decimal numbers always have a point and never an exponent (`3.0`).
/// - Source: RFC 8259 (December 2017)
package struct JSONWriter: FormatWriter {
  package let name = "json"
  package let extensions = ["json"]
  package let summary = "one JSON document"

  package init() {}

  package func write(_ table: any TableSource, to sink: any ByteSink) throws(OutputError) {
    let output = OutputBuffer(sink)
    let cells = JSONCells(
      output, columns: table.columns, leavesOutMissing: table.shape == .records)
    switch table.shape {
    case .table, .records: try writeArray(table, cells, output, ofObjects: true)
    case .list: try writeArray(table, cells, output, ofObjects: false)
    case .value where table.rowCount > 0: cells.writeValue(table, row: 0)
    case .record where table.rowCount > 0: cells.writeObject(table, row: 0)
    case .value, .record: output.append("null")
    }
    output.append(0x0A)
    try output.finish()
  }

  private func writeArray(
    _ table: any TableSource, _ cells: JSONCells, _ output: OutputBuffer, ofObjects: Bool
  ) throws(OutputError) {
    output.append(0x5B)
    for row in 0..<table.rowCount {
      output.append(row == 0 ? "\n  " : ",\n  ")
      if ofObjects {
        cells.writeObject(table, row: row)
      } else {
        cells.writeValue(table, row: row)
      }
      try output.check()
    }
    output.append(table.rowCount == 0 ? "]" : "\n]")
  }
}
