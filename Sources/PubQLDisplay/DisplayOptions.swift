package import PubQLModel

/// How results are drawn for people.
package struct DisplayOptions: Sendable {
  /// Unit: terminal cells
  package var width = 80
  package var color = false
  /// `field: value` lines without boxes, blocks and alignment, for screen readers and plain terminals
  package var plain = false
  /// Rows that are drawn; nil draws all.
  package var maxRows: Int? = 20
  package var showsFooter = true
  /// Whether the footer may name commands of the prompt.
  package var offersPromptCommands = false
  /// What the counts of a `count by` table are shares of; without it there are no shares and bars.
  package var total: Int?

  package init() {}

  /// A width that there is room to draw in.
  var usableWidth: Int { max(width, 8) }

  /// How many of `count` rows are drawn.
  func shownRows(of count: Int) -> Int { maxRows.map { min(max($0, 0), count) } ?? count }

  /// A heading: bold where there is colour.
  func heading(_ text: String) -> String {
    color && !text.isEmpty ? "\u{1B}[1m" + text + "\u{1B}[0m" : text
  }
}

/// A drawn result.
package struct HumanOutput: Sendable, Equatable {
  /// Whole lines, the last with its line end; empty when there is nothing to draw.
  package let text: String
  /// What is not shown, in one line without a line end; it may go elsewhere than the text.
  package let footer: String?
  /// Whether all rows went into it, so that no further page follows.
  package let isWhole: Bool

  package init(text: String, footer: String? = nil, isWhole: Bool = false) {
    self.text = text
    self.footer = footer
    self.isWhole = isWhole
  }
}

/// A way of drawing results for people, as `--format` names it.
package struct HumanFormat: Sendable {
  package let name: String
  /// One line for the help.
  package let summary: String
  package let draw: @Sendable (_ table: any TableSource, _ options: DisplayOptions) -> HumanOutput

  /// All of them, the usual one first.
  package static let all = [
    HumanFormat(name: "table", summary: "rows and columns that fit the terminal, or a chart") {
      if let chart = $0.chart { return ChartView($1).draw(chart, rowCount: $0.rowCount) }
      return TableView($1).draw($0)
    },
    HumanFormat(name: "card", summary: "one record after another, with all its fields") {
      CardView($1).draw($0)
    },
  ]
}
