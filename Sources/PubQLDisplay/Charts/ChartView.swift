package import PubQLModel
import PubQLText

/// Draws the chart of a result as text.
///
/// Shape: a heading, then lines of at most the width. Values stand beside bars, or are to be read
/// from an axis; series are told apart by their names, letters or rows, so that colour says nothing
/// that is not said without it. The footer says what is not shown.
package struct ChartView: Sendable {
  let options: DisplayOptions

  package init(_ options: DisplayOptions) { self.options = options }

  /// Draws a chart of `rowCount` rows.
  package func draw(_ chart: Chart, rowCount: Int) -> HumanOutput {
    let drawn =
      switch chart.kind {
      case .bar: BarChart(chart, options).draw()
      case .line: LineChart(chart, options).draw()
      case .spark: SparkChart(chart, options).draw()
      case .heat: HeatChart(chart, options).draw()
      }
    let lines = drawn.lines.enumerated().map { index, line in
      index == 0 ? options.heading(line) : line
    }
    return HumanOutput(
      text: lines.map { $0 + "\n" }.joined(), footer: footer(drawn, chart, rowCount),
      isWhole: !chart.isPaged(rowCount + chart.firstPoint))
  }

  /// `20 of 32 lines · 75 values in 55 marks, each a mean · :all`
  private func footer(_ drawn: DrawnChart, _ chart: Chart, _ rowCount: Int) -> String? {
    guard options.showsFooter else { return nil }
    let isPaged = chart.isPaged(rowCount + chart.firstPoint)
    let (shown, total) = (drawn.shownRows ?? rowCount, drawn.rows ?? rowCount)
    let noun = isPaged ? "row" : drawn.noun
    var parts = [Footer(shown: shown, total: total, noun: noun).count] + drawn.remarks
    if options.offersPromptCommands, shown < total {
      parts.append(isPaged ? ":more  :all" : ":all")
    }
    return parts.joined(separator: options.plain ? "; " : " · ")
  }
}

/// The lines of a drawn chart, and how much of it they show.
struct DrawnChart {
  /// The first is the heading.
  var lines: [String]
  /// How many rows of the chart are drawn; nil for all of the table's.
  var shownRows: Int?
  /// How many there are; nil for those of the table.
  var rows: Int?
  var noun = "row"
  /// What else is to be said of what is not shown.
  var remarks: [String] = []
}

/// What the kinds of charts have in common.
extension DisplayOptions {
  /// Colours that are told apart on dark and light: cyan, yellow, magenta, green, blue, red.
  private static let chartColors = [36, 33, 35, 32, 34, 31]

  /// Text in the colour of a series, where there is colour.
  func colored(_ text: String, series index: Int) -> String {
    guard color, text.contains(where: { $0 != " " }) else { return text }
    return "\u{1B}[\(Self.chartColors[index % Self.chartColors.count])m\(text)\u{1B}[0m"
  }

  /// What stands for a value that there is not.
  var missingMark: String { plain ? "-" : "–" }

  /// Text that takes at most so many cells; of plain text that was cut the mark is ASCII too.
  func cut(_ text: String, to cells: Int) -> String {
    let whole = DisplayWidth.sanitised(text)
    let cut = DisplayWidth.cut(whole, to: cells)
    guard plain, cut.hasSuffix("…"), cut != whole else { return cut }
    return String(cut.dropLast()) + "~"
  }

  /// Text that takes exactly so many cells.
  func fit(_ text: String, to cells: Int, alignRight: Bool = false) -> String {
    DisplayWidth.pad(cut(text, to: cells), to: cells, alignRight: alignRight)
  }
}

extension String {
  /// Without blanks at its end.
  var withoutTrailingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
