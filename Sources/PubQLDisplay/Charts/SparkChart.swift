import PubQLModel
import PubQLText

/// Draws each series as a row of small marks, with its least, greatest and last value.
///
/// Shape: each row has its own scale, from its least to its greatest value; a missing value is
/// blank. Where there is no room for all points, a mark is the mean of several.
struct SparkChart {
  private let chart: Chart
  private let options: DisplayOptions
  private let rows: [Row]
  private let points: [Int]
  private let marks: [Character]

  private static let blocks = Array("▁▂▃▄▅▆▇█")
  private static let signs = Array("_.-=+*%#")
  private static let leastMarks = 4
  private static let leastName = 6

  private struct Row {
    let name: String
    let values: [Double?]
    /// Least, greatest and last value.
    let numbers: [String]
  }

  init(_ chart: Chart, _ options: DisplayOptions) {
    self.chart = chart
    self.options = options
    points = chart.placedPoints
    marks = options.plain ? Self.signs : Self.blocks
    let (points, missing) = (points, options.missingMark)
    rows = chart.series.prefix(options.shownRows(of: chart.series.count)).map { one in
      let values = points.map { one.values[$0] }
      let known = values.compactMap { $0 }
      return Row(
        name: one.name, values: values,
        numbers: [known.min(), known.max(), known.last].map {
          $0.map(ChartNumber.text) ?? missing
        })
    }
  }

  private static let headings = ["min", "max", "last"]

  func draw() -> DrawnChart {
    guard !rows.isEmpty, !points.isEmpty else { return DrawnChart(lines: []) }
    var drawn = DrawnChart(
      lines: [], shownRows: rows.count, rows: chart.series.count, noun: "line")
    let numbers = Self.headings.indices.map { index in
      rows.reduce(Self.headings[index].count) { max($0, $1.numbers[index].count) }
    }
    let fixed = 4 + numbers.reduce(0) { $0 + $1 + 2 }
    let natural = (rows.map(\.name) + [nameHeading]).reduce(1) {
      max($0, DisplayWidth.width(of: DisplayWidth.sanitised($1)))
    }
    let room = options.usableWidth - fixed
    let least = min(natural, Self.leastName)
    let name = max(1, min(natural, max(least, room - points.count), room - Self.leastMarks))
    let width = max(1, min(points.count, room - name))
    // The heading says from where to where the marks go.
    let cells = max(width, min(room - name, DisplayWidth.width(of: range)))
    drawn.lines = [
      line(nameHeading, range(cells), Self.headings, name, cells, numbers)
    ]
    for (index, row) in rows.enumerated() {
      let spark = spark(row.values, width)
      drawn.lines.append(
        line(row.name, spark, row.numbers, name, cells, numbers, series: index))
    }
    if width < points.count {
      drawn.remarks.append("\(points.count) values in \(width) marks, each a mean")
    }
    let unplaced = chart.points.count - points.count
    if unplaced > 0 {
      drawn.remarks.append("\(unplaced) without \(DisplayWidth.sanitised(chart.pointName))")
    }
    return drawn
  }

  private var nameHeading: String { chart.seriesName ?? (chart.hasSeries ? "" : chart.valueName) }

  /// `1990–2024`, if it fits.
  private func range(_ width: Int) -> String {
    DisplayWidth.width(of: range) <= width ? range : ""
  }

  private var range: String {
    guard let first = points.first, let last = points.last else { return "" }
    return chart.points[first].label + (options.plain ? " - " : "–") + chart.points[last].label
  }

  private func line(
    _ name: String, _ spark: String, _ numbers: [String], _ nameWidth: Int, _ width: Int,
    _ numberWidths: [Int], series: Int? = nil
  ) -> String {
    let marks = options.fit(spark, to: width)
    var line =
      "  " + options.fit(chart.hasSeries || series == nil ? name : chart.valueName, to: nameWidth)
    // What has no room stands at the end, so that the marks come first.
    line += "  " + (series.map { options.colored(marks, series: $0) } ?? marks)
    var used = 4 + nameWidth + width
    for (number, cells) in zip(numbers, numberWidths) where used + cells + 2 <= options.usableWidth
    {
      line += "  " + options.fit(number, to: cells, alignRight: true)
      used += cells + 2
    }
    return line.withoutTrailingBlanks
  }

  private func spark(_ values: [Double?], _ width: Int) -> String {
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return "" }
    return String(
      (0..<width).map { place -> Character in
        let part = values[place * values.count / width..<(place + 1) * values.count / width]
        let members = part.compactMap { $0 }
        guard !members.isEmpty else { return " " }
        if low == high { return marks[marks.count / 2 - 1] }
        let mean =
          members.reduce(0) { $0 + ChartAxis.fraction($1, from: low, to: high) }
          / Double(members.count)
        return marks[Int((mean * Double(marks.count - 1)).rounded())]
      })
  }
}
