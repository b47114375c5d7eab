import PubQLModel

/// A small line for each series, each on its own scale, with its least, greatest and last value.
struct SVGSparkChart {
  private let chart: Chart
  private let rows: [Chart.Series]
  private let points: [Int]

  private static let rowLimit = 60
  private static let rowHeight = 26.0
  private static let widestLabel = 220.0
  private static let numberWidth = 70.0
  private static let headings = ["min", "max", "last"]

  init(_ chart: Chart) {
    self.chart = chart
    rows = Array(chart.series.prefix(Self.rowLimit))
    points = chart.placedPoints
  }

  var drawing: SVGDrawing {
    guard let axis = ChartAxis.points(chart, points, ticks: 2) else { return .nothing }
    let names = rows.map {
      chart.hasSeries ? SVGStyle.cut($0.name, to: Self.widestLabel) : chart.valueName
    }
    let label = names.reduce(0) { max($0, SVGStyle.width(of: $1)) }
    let left = SVGStyle.margin + label + 14
    let right = SVGStyle.width - SVGStyle.margin - Self.numberWidth * Double(Self.headings.count)
    let top = SVGStyle.top + 20
    return SVGDrawing(height: top + Self.rowHeight * Double(rows.count) + 10, notes: notes) {
      picture in
      picture.group(["fill": .text(SVGStyle.pale), "font-size": "11"]) {
        $0.text(chart.points[points.first ?? 0].label, x: left, y: top - 6)
        $0.text(chart.points[points.last ?? 0].label, x: right, y: top - 6, .end)
        for (index, heading) in Self.headings.enumerated() {
          $0.text(heading, x: right + Self.numberWidth * Double(index + 1), y: top - 6, .end)
        }
      }
      for (index, name) in names.enumerated() {
        let row = top + Self.rowHeight * Double(index)
        picture.text(name, x: SVGStyle.margin + label, y: row + 17, .end)
        draw(rows[index], axis, left, right, row, &picture)
      }
    }
  }

  private var notes: [String] {
    rows.count < chart.series.count
      ? ["The first \(rows.count) of \(chart.series.count) lines."] : []
  }

  private func draw(
    _ one: Chart.Series, _ axis: ChartAxis, _ left: Double, _ right: Double, _ top: Double,
    _ picture: inout SVGPicture
  ) {
    let known = points.compactMap { one.values[$0] }
    guard let low = known.min(), let high = known.max(), let last = known.last else { return }
    var runs: [[(x: Double, y: Double)]] = [[]]
    for point in points {
      guard let value = one.values[point], let position = chart.position(of: point) else {
        runs.append([])
        continue
      }
      let up = low == high ? 0.5 : ChartAxis.fraction(value, from: low, to: high)
      runs[runs.count - 1].append(
        (left + axis.fraction(position) * (right - left), top + 4 + (1 - up) * (Self.rowHeight - 8))
      )
    }
    picture.group([:]) {
      for run in runs {
        SVGMark.line(0, points: run, in: &$0)
        if run.count == 1, let place = run.first { SVGMark.draw(0, at: place, in: &$0) }
      }
      if let end = runs.last(where: { !$0.isEmpty })?.last { SVGMark.draw(1, at: end, in: &$0) }
    }
    picture.group(["text-anchor": "end"]) {
      for (index, value) in [low, high, last].enumerated() {
        $0.text(
          ChartNumber.text(value), x: right + Self.numberWidth * Double(index + 1), y: top + 17)
      }
    }
  }
}
