import PubQLModel

/// Writes results as one JSON document.
///
/// Shape: a table or records are an array of objects, one a line; a list an array of values, one a
/// line; a record an object; a value itself. Missing values are `null`, and left out of records.
/// Whole numbers are exact; decimal numbers always have a point and never an exponent (`3.0`).
/// - Source: RFC 8259 (December 2017)
package struct JSONWriter: RowFormat {
  package let name = "json"
  package let extensions = ["json"]
  package let summary = "one JSON document"

  package init() {}

  func rows(of table: any TableSource) -> Range<Int> {
    0..<(isArray(table) ? table.rowCount : min(1, table.rowCount))
  }

  func writeHead(of table: any TableSource, to output: OutputBuffer) {
    if isArray(table) {
      output.append(0x5B)
    } else if table.rowCount == 0 {
      output.append("null")
    }
  }

  func rowWriter(for table: any TableSource, to output: OutputBuffer) -> any RowWriter {
    let isArray = isArray(table)
    return JSONRows(
      table, output,
      JSONRows.Layout(first: isArray ? "\n  " : "", other: ",\n  "))
  }

  func writeFoot(of table: any TableSource, to output: OutputBuffer) {
    if isArray(table) { output.append(table.rowCount == 0 ? "]" : "\n]") }
    output.append(0x0A)
  }

  private func isArray(_ table: any TableSource) -> Bool {
    switch table.shape {
    case .table, .records, .list: true
    case .value, .record: false
    }
  }
}
