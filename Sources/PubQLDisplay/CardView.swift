package import PubQLModel
import PubQLText

/// Draws a result record by record, each field on lines of its own.
///
/// Shape: `field  value`, values aligned and wrapped at words, at most 80 cells wide; a blank line
/// between records. Every field is there, but missing ones of whole records are left out.
package struct CardView: Sendable {
  let options: DisplayOptions

  /// Longer lines are hard to read.
  static let widest = 80
  /// A longer name stands on a line of its own.
  private static let longestName = 20
  /// With less room for values, they stand below the names.
  private static let leastValue = 16

  package init(_ options: DisplayOptions) { self.options = options }

  /// Draws as many records as the options allow.
  package func draw(_ table: any TableSource) -> HumanOutput {
    let shown = options.shownRows(of: table.rowCount)
    let footer = Footer(shown: shown, total: table.rowCount, noun: "row").text(options)
    let isSingle = table.shape == .record || table.shape == .value
    let text =
      options.plain
      ? PlainLines(options).draw(table, columns: Array(table.columns.indices), rows: shown)
      : draw(table, rows: shown)
    return HumanOutput(text: text, footer: isSingle && table.rowCount == 1 ? nil : footer)
  }

  private func draw(_ table: any TableSource, rows: Int) -> String {
    guard !table.columns.isEmpty else { return "" }
    let names = table.columns.map { DisplayWidth.sanitised($0.name) }
    let readers = table.columns.indices.map { CellText(table, $0) }
    let width = min(options.usableWidth, Self.widest)
    let widest = names.map { DisplayWidth.width(of: $0) }.filter { $0 <= Self.longestName }.max()
    let valueColumn = 2 + (widest ?? 0) + 2
    let isNarrow = width - valueColumn < Self.leastValue
    let indent = isNarrow ? 4 : valueColumn
    var cards: [String] = []
    for row in 0..<rows {
      var card = ""
      for column in names.indices {
        let value = readers[column].read(row)
        if readers[column].isMissing && table.shape == .records { continue }
        let name = DisplayWidth.cut(names[column], to: width - 2)
        var lines = wrappedLines(value, to: width - indent)
        var first = "  " + options.heading(name)
        let room = indent - 4 - DisplayWidth.width(of: name)
        if !isNarrow && room >= 0, let start = lines.first {
          if !start.isEmpty { first += String(repeating: " ", count: room + 2) + start }
          lines.removeFirst()
        }
        card += first + "\n"
        for line in lines {
          card += line.isEmpty ? "\n" : String(repeating: " ", count: indent) + line + "\n"
        }
      }
      cards.append(card)
    }
    return cards.joined(separator: "\n")
  }
}
