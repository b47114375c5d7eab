import PubQLModel
import PubQLText

/// Draws rows as `field: value` lines, uncut, for screen readers and plain terminals.
///
/// Shape: a line a field, a blank line between rows; missing fields are left out.
struct PlainLines {
  let options: DisplayOptions

  init(_ options: DisplayOptions) { self.options = options }

  func draw(_ table: any TableSource, columns: [Int], rows: Int) -> String {
    let readers = columns.map { CellText(table, $0) }
    var blocks: [String] = []
    for row in 0..<rows {
      var block = ""
      for (column, reader) in zip(columns, readers) {
        let value = reader.read(row)
        if reader.isMissing { continue }
        let name = DisplayWidth.sanitised(table.columns[column].name)
        block += options.heading(name + ":") + " " + DisplayWidth.sanitised(value) + "\n"
        if let share = share(table, column, reader) { block += share }
      }
      blocks.append(block)
    }
    return blocks.joined(separator: "\n")
  }

  /// The share that belongs to the count of a `count by` table.
  private func share(_ table: any TableSource, _ column: Int, _ cell: CellText) -> String? {
    let isCount =
      column > 0 && column == table.columns.count - 1
      && table.columns[column].kind == .number && table.columns[column].name == "count"
    guard isCount, let total = options.total, total > 0, let number = cell.number else {
      return nil
    }
    return options.heading("share:") + " " + NumberDrawing.share(number, of: total) + "\n"
  }
}
