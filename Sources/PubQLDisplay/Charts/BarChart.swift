import PubQLModel
import PubQLText

/// Draws a line with label, value and bar for each value.
///
/// Shape: values below zero grow to the left of an axis. Several series stand below each other, the
/// point's label before the first.
struct BarChart {
  private let chart: Chart
  private let options: DisplayOptions
  private let drawing: BarDrawing
  private let rows: [Row]
  private let total: Int
  private let range: ClosedRange<Double>?

  /// Fewer cells tell nothing, more do not tell more.
  private static let leastBar = 8
  private static let mostBar = 50
  /// Labels leave so much of the line to values and bars.
  private static let leastLabel = 6

  private struct Row {
    let point: Int
    let series: Int
    let value: Double?
    let text: String
    /// Whether it is the first of its point.
    let isFirst: Bool
  }

  init(_ chart: Chart, _ options: DisplayOptions) {
    self.chart = chart
    self.options = options
    range = chart.valueRange
    drawing = BarDrawing(isPlain: options.plain)
    let count = chart.series.count
    let first = min(max(0, chart.firstPoint), chart.points.count) * count
    total = chart.points.count * count + chart.cutRows
    let shown = options.shownRows(of: chart.points.count * count - first)
    rows = (first..<first + shown).map { index in
      let (point, series) = index.quotientAndRemainder(dividingBy: max(1, count))
      let value = chart.series[series].values[point]
      return Row(
        point: point, series: series, value: value,
        text: value.map(ChartNumber.text) ?? options.missingMark,
        isFirst: series == 0 || index == first)
    }
  }

  func draw() -> DrawnChart {
    let remark = chart.firstPoint > 0 ? ["rows from \(chart.firstPoint + 1)"] : []
    var drawn = DrawnChart(
      lines: [], shownRows: rows.count, rows: total - chart.firstPoint * chart.series.count,
      noun: "bar", remarks: remark)
    guard !rows.isEmpty else { return drawn }
    let widths = widths()
    drawn.lines = [heading(widths)] + rows.map { line($0, widths) }
    return drawn
  }

  // MARK: Layout

  /// Cells of the parts of a line; two blanks stand before each.
  private struct Widths {
    var point: Int
    var series: Int
    var value: Int
    var left = 0
    var right = 0
  }

  private func widths() -> Widths {
    let points = rows.map { chart.points[$0.point].label } + [chart.pointName]
    let names = chart.hasSeries ? chart.series.map(\.name) + [seriesHeading] : []
    let values = rows.map(\.text) + [valueHeading]
    var widths = Widths(point: Self.widest(points), series: Self.widest(names), value: 0)
    widths.value = Self.widest(values)
    if widths.value > max(12, options.usableWidth / 3) {
      // A long name over short numbers gives way.
      widths.value = max(Self.widest(rows.map(\.text)), min(12, widths.value))
    }
    let fixed = 2 + widths.value + (chart.hasSeries ? 4 : 2)
    let room = max(2, options.usableWidth - fixed - 2 - Self.leastBar)
    Self.shrink(&widths.point, &widths.series, to: room, least: Self.leastLabel)
    let bar = options.usableWidth - fixed - widths.point - widths.series - 2
    share(min(Self.mostBar, bar), &widths)
    return widths
  }

  private static func widest(_ texts: [String]) -> Int {
    texts.reduce(0) { max($0, DisplayWidth.width(of: DisplayWidth.sanitised($1))) }
  }

  /// The wider of two columns gives way first.
  private static func shrink(_ first: inout Int, _ second: inout Int, to room: Int, least: Int) {
    let excess = first + second - room
    guard excess > 0 else { return }
    let ofFirst = min(max(0, first - least), first >= second ? excess : 0)
    first -= ofFirst
    let ofSecond = min(max(0, second - least), excess - ofFirst)
    second -= ofSecond
    first = max(1, first - max(0, excess - ofFirst - ofSecond))
  }

  /// Parts the room for bars at zero.
  private func share(_ cells: Int, _ widths: inout Widths) {
    guard cells >= 2, let range else { return }
    let (low, high) = (min(0, range.lowerBound / 2), max(0, range.upperBound / 2))
    guard low < 0 else {
      widths.right = cells
      return
    }
    let part = -low / (high - low)
    // One cell is the axis.
    widths.left = min(cells - 1, max(1, Int((part * Double(cells - 1)).rounded())))
    widths.right = cells - 1 - widths.left
  }

  // MARK: Lines

  private var seriesHeading: String { chart.seriesName ?? "" }
  private var valueHeading: String {
    chart.seriesName == nil && chart.hasSeries ? "" : chart.valueName
  }

  private func heading(_ widths: Widths) -> String {
    text(chart.pointName, seriesHeading, valueHeading, widths).withoutTrailingBlanks
  }

  private func text(
    _ point: String, _ series: String, _ value: String, _ widths: Widths
  ) -> String {
    var line = "  " + options.fit(point, to: widths.point)
    if chart.hasSeries { line += "  " + options.fit(series, to: widths.series) }
    line += "  " + options.fit(value, to: widths.value, alignRight: true)
    // On a terminal too narrow for all of it.
    return options.cut(line, to: options.usableWidth)
  }

  private func line(_ row: Row, _ widths: Widths) -> String {
    let point = row.isFirst ? chart.points[row.point].label : ""
    var line = text(point, chart.series[row.series].name, row.text, widths)
    let bar = bar(row.value ?? 0, widths)
    if !bar.isEmpty { line += "  " + colored(bar, row) }
    return line.withoutTrailingBlanks
  }

  private func colored(_ bar: String, _ row: Row) -> String {
    let blanks = bar.prefix { $0 == " " }
    return blanks + options.colored(String(bar.dropFirst(blanks.count)), series: row.series)
  }

  private func bar(_ value: Double, _ widths: Widths) -> String {
    guard let range, widths.right + widths.left > 0 else { return "" }
    guard widths.left > 0 else {
      return range.upperBound > 0 ? drawing.bar(value / range.upperBound, of: widths.right) : ""
    }
    // The same length for the same size on both sides.
    let unit = max(
      -range.lowerBound / Double(widths.left),
      range.upperBound > 0 ? range.upperBound / Double(max(1, widths.right)) : 0)
    let left =
      value < 0 ? drawing.leftBar(-value / unit / Double(widths.left), of: widths.left) : ""
    let right =
      value > 0 ? drawing.bar(value / unit / Double(max(1, widths.right)), of: widths.right) : ""
    return DisplayWidth.pad(left, to: widths.left, alignRight: true)
      + (options.plain ? "|" : "│") + right
  }
}
