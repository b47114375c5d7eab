import PubQLModel

/// Writes results as JSON Lines: a JSON value a line.
///
/// Shape: an object a row of a table, of records or of a record; a value a row of a list; otherwise
/// as `JSONWriter`.
package struct JSONLinesWriter: RowFormat {
  package let name = "jsonl"
  package let extensions = ["jsonl", "ndjson"]
  package let summary = "one JSON object a line"

  package init() {}

  func rowWriter(for table: any TableSource, to output: OutputBuffer) -> any RowWriter {
    JSONRows(table, output, JSONRows.Layout(end: "\n"))
  }
}
