import PubQLModel
import PubQLText

/// Draws lines between values, over an axis of points and beside an axis of values.
///
/// Shape: lines are of braille dots, or of ASCII signs; where there are several, letters on them and
/// a legend tell which is which. A missing value is a gap; points without a place are left out.
struct LineChart {
  private let chart: Chart
  private let options: DisplayOptions
  private let series: [Chart.Series]
  private let points: [Int]

  /// More lines than letters and colours can tell apart.
  private static let seriesLimit = 6
  /// Labels of categories that are longer are cut.
  private static let longestLabel = 14

  init(_ chart: Chart, _ options: DisplayOptions) {
    self.chart = chart
    self.options = options
    series = chart.largestSeries(Self.seriesLimit)
    points = chart.placedPoints
  }

  func draw() -> DrawnChart {
    var drawn = DrawnChart(lines: [], remarks: remarks)
    guard let values = valueAxis(rows: height), let axis = pointAxis else { return drawn }
    let width = plotWidth(values)
    var canvas = LineCanvas(width: width, height: height, isPlain: options.plain)
    for index in series.indices { trace(index, values, axis, on: &canvas) }
    if chart.hasSeries {
      for index in series.indices { letter(index, values, axis, on: &canvas) }
    }
    drawn.lines = [options.cut("  " + chart.title, to: options.usableWidth)]
    drawn.lines += plot(canvas, values) + foot(axis, values, width) + legend
    return drawn
  }

  /// What is left out.
  private var remarks: [String] {
    var remarks: [String] = []
    if series.count < chart.series.count {
      remarks.append("\(series.count) of \(chart.series.count) lines, the largest")
    }
    let unplaced = chart.points.count - points.count
    if unplaced > 0 {
      remarks.append("\(unplaced) without \(DisplayWidth.sanitised(chart.pointName))")
    }
    return remarks
  }

  // MARK: Axes

  private var height: Int { min(16, max(6, options.usableWidth / 6)) }

  /// The labels' room and what stands round the plot.
  private func margin(_ values: ChartAxis) -> Int {
    min(2 + (values.labels.map(\.count).max() ?? 0), max(0, options.usableWidth - 6)) + 2
  }

  private func plotWidth(_ values: ChartAxis) -> Int {
    max(2, options.usableWidth - margin(values))
  }

  private func valueAxis(rows: Int) -> ChartAxis? {
    let shown = series.map { one in
      Chart.Series(one.name, points.map { one.values[$0] })
    }
    guard let range = Chart.range(shown) else { return nil }
    return ChartAxis.values(range, ticks: max(3, rows / 2), wholes: Chart.areWholes(shown))
  }

  private var pointAxis: ChartAxis? {
    ChartAxis.points(chart, points, ticks: max(2, options.usableWidth / 10))
  }

  // MARK: Lines

  private func spot(
    _ point: Int, _ value: Double, _ values: ChartAxis, _ axis: ChartAxis, _ canvas: LineCanvas
  ) -> LineCanvas.Spot {
    canvas.spot(
      across: axis.fraction(chart.position(of: point) ?? 0), up: values.fraction(value))
  }

  private func trace(
    _ index: Int, _ values: ChartAxis, _ axis: ChartAxis, on canvas: inout LineCanvas
  ) {
    var last: LineCanvas.Spot?
    for (place, point) in points.enumerated() {
      guard let value = series[index].values[point] else {
        last = nil
        continue
      }
      let spot = spot(point, value, values, axis, canvas)
      canvas.line(from: last ?? spot, to: spot, series: index)
      let next = place + 1 < points.count ? series[index].values[points[place + 1]] : nil
      let isAlone = last == nil && next == nil
      if options.plain || isAlone { canvas.mark(spot, options.plain ? "*" : "•", series: index) }
      last = spot
    }
  }

  private static func letter(_ index: Int) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "A") &+ UInt8(truncatingIfNeeded: index)))
  }

  /// Puts letters on a line, far enough from each other that the line is seen.
  private func letter(
    _ index: Int, _ values: ChartAxis, _ axis: ChartAxis, on canvas: inout LineCanvas
  ) {
    let distance = max(4, canvas.width / 5)
    // The lines do not begin at the same place.
    var next = index * distance / max(1, series.count)
    var isNamed = false
    var lastSpot: LineCanvas.Spot?
    for point in points {
      guard let value = series[index].values[point] else { continue }
      let spot = spot(point, value, values, axis, canvas)
      lastSpot = spot
      guard canvas.column(of: spot) >= next else { continue }
      guard canvas.letter(spot, Self.letter(index), series: index) else { continue }
      next = canvas.column(of: spot) + distance
      isNamed = true
    }
    if !isNamed, let lastSpot { canvas.mark(lastSpot, Self.letter(index), series: index) }
  }

  // MARK: Drawing

  private func plot(_ canvas: LineCanvas, _ values: ChartAxis) -> [String] {
    var labels: [Int: String] = [:]
    for (tick, label) in zip(values.ticks, values.labels) {
      labels[canvas.row(of: canvas.spot(across: 0, up: values.fraction(tick)))] = label
    }
    let room = margin(values) - 2
    return (0..<height).map { row in
      let label = options.fit(labels[row] ?? "", to: room, alignRight: true)
      let edge = labels[row] == nil ? (options.plain ? "|" : "│") : (options.plain ? "+" : "┤")
      let line = canvas.text(row) { text, series in
        series.map { options.colored(text, series: $0) } ?? text
      }
      return (label + " " + edge + line).withoutTrailingBlanks
    }
  }

  /// The axis of points and its labels.
  private func foot(_ axis: ChartAxis, _ values: ChartAxis, _ width: Int) -> [String] {
    let columns = axis.ticks.map { Int((axis.fraction($0) * Double(width - 1)).rounded()) }
    let kept = TickLabels(
      zip(columns, axis.labels).map { ($0, options.cut($1, to: Self.longestLabel)) }, width: width,
      margin: margin(values))
    var line = [Character](repeating: options.plain ? "-" : "─", count: width)
    for column in kept.columns { line[column] = options.plain ? "+" : "┬" }
    let blanks = String(repeating: " ", count: margin(values) - 1)
    return [
      blanks + (options.plain ? "+" : "└") + String(line),
      kept.text,
    ]
  }

  private var legend: [String] {
    guard chart.hasSeries else { return [] }
    var lines: [String] = []
    var line = " "
    var used = 1
    for (index, one) in series.enumerated() {
      let name = options.cut(one.name, to: max(1, options.usableWidth - 4))
      let width = 3 + DisplayWidth.width(of: name)
      if used + width > options.usableWidth, used > 1 {
        lines.append(line)
        (line, used) = (" ", 1)
      }
      line += " " + options.colored(String(Self.letter(index)), series: index) + " " + name
      used += width
    }
    return lines + [line]
  }
}
