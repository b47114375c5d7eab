package import PubQLModel
import PubQLText

/// Draws a result as rows and columns that fit the terminal.
///
/// Shape: a header and a line a row, two blanks before each column, no rules; numbers stand at the
/// right, missing values are blank. Where the columns do not fit, those that matter least are left
/// out, then the widest are cut; abstracts are left out of tables of several columns. The footer
/// says what is not shown. A single value, a list and a single record have their own views.
package struct TableView: Sendable {
  let options: DisplayOptions

  package init(_ options: DisplayOptions) { self.options = options }

  /// Draws as many rows as the options allow.
  package func draw(_ table: any TableSource) -> HumanOutput {
    switch table.shape {
    case .value: return ValueView(options).draw(table)
    case .list: return ListView(options).draw(table)
    case .record: return CardView(options).draw(table)
    case .table, .records: break
    }
    let shown = options.shownRows(of: table.rowCount)
    let abstracts = table.columns.count > 1 ? table.columns.indices.filter(isAbstract(table)) : []
    var footer = Footer(
      shown: shown, total: table.rowCount, noun: "row",
      hidden: abstracts.map { table.columns[$0].name })
    let columns = table.columns.indices.filter { !abstracts.contains($0) }
    guard shown > 0, !columns.isEmpty else {
      return HumanOutput(text: "", footer: footer.text(options))
    }
    // A single cell says all there is to say.
    let isAnswer = table.rowCount == 1 && table.columns.count == 1
    if options.plain {
      let text = PlainLines(options).draw(table, columns: columns, rows: shown)
      return HumanOutput(text: text, footer: isAnswer ? nil : footer.text(options))
    }
    var drawn = columns.map { DrawnColumn(table, $0, rows: shown, options) }
    if let share = shareColumn(table, drawn) { drawn.append(share) }
    let layout = TableLayout(drawn, width: options.usableWidth)
    let left = Set(drawn.indices).subtracting(layout.columns)
    let hidden = (abstracts + left.compactMap { drawn[$0].source }).sorted()
    footer.hidden = hidden.map { table.columns[$0].name }
    let bars = left.isEmpty ? Bars(drawn, layout, options) : nil
    let text = draw(drawn, layout, bars, rows: shown)
    return HumanOutput(text: text, footer: isAnswer ? nil : footer.text(options))
  }

  private func isAbstract(_ table: any TableSource) -> (Int) -> Bool {
    { table.columns[$0].field == .abstract }
  }

  /// The shares of a `count by` table, if their whole is known.
  private func shareColumn(_ table: any TableSource, _ drawn: [DrawnColumn]) -> DrawnColumn? {
    guard let total = options.total, total > 0, drawn.count > 1, let counts = drawn.last,
      counts.isCount
    else { return nil }
    return DrawnColumn(
      name: "share", cells: counts.numbers.map { NumberDrawing.share($0 ?? 0, of: total) })
  }

  private func draw(
    _ columns: [DrawnColumn], _ layout: TableLayout, _ bars: Bars?, rows: Int
  ) -> String {
    var text = ""
    let header = line(columns, layout) { $0.header }
    text += options.heading(header) + "\n"
    for row in 0..<rows {
      var line = line(columns, layout) { $0.cells[row] }
      if let bars, !bars.rows[row].isEmpty {
        line = DisplayWidth.pad(line, to: bars.column) + bars.rows[row]
      }
      text += line + "\n"
    }
    return text
  }

  private func line(
    _ columns: [DrawnColumn], _ layout: TableLayout, _ cell: (DrawnColumn) -> String
  ) -> String {
    var line = ""
    for (index, width) in zip(layout.columns, layout.widths) {
      let column = columns[index]
      let cut = DisplayWidth.cut(cell(column), to: width)
      line += "  " + DisplayWidth.pad(cut, to: width, alignRight: column.alignsRight)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
