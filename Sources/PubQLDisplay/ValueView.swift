package import PubQLModel
import PubQLText

/// Draws a single value on lines of its own, wrapped at words; `missing` when it is not there.
package struct ValueView: Sendable {
  let options: DisplayOptions

  package init(_ options: DisplayOptions) { self.options = options }

  /// Draws the first cell.
  package func draw(_ table: any TableSource) -> HumanOutput {
    guard table.rowCount > 0, !table.columns.isEmpty else {
      return HumanOutput(text: "missing\n")
    }
    let reader = CellText(table, 0)
    let value = reader.read(0)
    if reader.isMissing { return HumanOutput(text: "missing\n") }
    if options.plain { return HumanOutput(text: DisplayWidth.sanitised(value) + "\n") }
    let lines = wrappedLines(value, to: min(options.usableWidth, CardView.widest))
    return HumanOutput(text: lines.map { $0 + "\n" }.joined())
  }
}

/// Draws a list, a value a line, cut at the terminal's edge; the footer says how many there are.
package struct ListView: Sendable {
  let options: DisplayOptions

  package init(_ options: DisplayOptions) { self.options = options }

  /// Draws as many values as the options allow.
  package func draw(_ table: any TableSource) -> HumanOutput {
    let shown = options.shownRows(of: table.rowCount)
    let footer = Footer(shown: shown, total: table.rowCount, noun: "value").text(options)
    guard !table.columns.isEmpty else { return HumanOutput(text: "", footer: footer) }
    let limit = options.plain ? Int.max : options.usableWidth * 16 + 64
    let reader = CellText(table, 0, limit: limit)
    var text = ""
    for row in 0..<shown {
      var line = DisplayWidth.sanitised(reader.read(row))
      if reader.isMissing { line = "missing" }
      text += (options.plain ? line : DisplayWidth.cut(line, to: options.usableWidth)) + "\n"
    }
    return HumanOutput(text: text, footer: footer)
  }
}
