import PubQLModel

/// Bars that lie, one below the other, with labels at their left and values at their ends.
struct SVGBarChart {
  private let chart: Chart
  private let series: [Chart.Series]
  private let points: Range<Int>
  private let low: Double
  private let high: Double

  /// A picture of more is too long to be looked at.
  private static let barLimit = 120
  private static let seriesLimit = 6
  private static let widestLabel = 250.0

  init(_ chart: Chart) {
    self.chart = chart
    series = chart.largestSeries(Self.seriesLimit)
    points = 0..<min(chart.points.count, Self.barLimit / max(1, series.count))
    let range = chart.valueRange ?? 0...0
    low = min(0, range.lowerBound)
    high = max(0, range.upperBound)
  }

  private var thickness: Double { series.count > 1 ? 12 : 15 }
  /// From one point to the next.
  private var step: Double { thickness * Double(series.count) + 8 }

  var drawing: SVGDrawing {
    let legend = SVGLegend(series, isShown: chart.hasSeries, isOfLines: false)
    let labels = points.map { SVGStyle.cut(chart.points[$0].label, to: Self.widestLabel) }
    let label = labels.reduce(0) { max($0, SVGStyle.width(of: $1)) }
    let texts = series.flatMap { one in points.compactMap { one.values[$0] } }.map(ChartNumber.text)
    let number = texts.reduce(0) { max($0, SVGStyle.width(of: $1, size: 11)) } + 6
    let left = SVGStyle.margin + label + 10 + (low < 0 ? number : 0)
    let right = SVGStyle.width - SVGStyle.margin - number
    let top = legend.bottom + 4
    let end = top + step * Double(points.count)
    return SVGDrawing(height: end + 14, notes: notes) { picture in
      legend.draw(&picture)
      picture.group(["text-anchor": "end"]) {
        for (index, text) in labels.enumerated() {
          let middle = top + step * (Double(index) + 0.5)
          $0.text(text, x: SVGStyle.margin + label, y: middle + 4)
        }
      }
      for index in series.indices { draw(index, left, right, top, &picture) }
      let zero = left + ChartAxis.fraction(0, from: low, to: high) * (right - left)
      picture.group(["stroke": .text(SVGStyle.axis)]) {
        $0.line(from: (zero, top), to: (zero, end))
      }
    }
  }

  private var notes: [String] {
    var notes: [String] = []
    let rows = chart.points.count + chart.cutRows
    if points.count < rows {
      notes.append("The first \(points.count) of \(ChartNumber.text(Double(rows))) rows.")
    }
    if series.count < chart.series.count {
      notes.append("The \(series.count) largest of \(chart.series.count) series.")
    }
    return notes
  }

  private func draw(
    _ index: Int, _ left: Double, _ right: Double, _ top: Double, _ picture: inout SVGPicture
  ) {
    func x(_ value: Double) -> Double {
      left + ChartAxis.fraction(value, from: low, to: high) * (right - left)
    }
    func y(_ point: Int) -> Double { top + step * Double(point) + 4 + thickness * Double(index) }
    picture.group(["fill": .text(SVGStyle.color(index))]) {
      for point in points {
        guard let value = series[index].values[point] else { continue }
        let (start, end) = (x(min(0, value)), x(max(0, value)))
        $0.add(
          "rect",
          [
            "x": .number(start), "y": .number(y(point)), "width": .number(end - start),
            "height": .number(thickness),
          ])
      }
    }
    picture.group(["font-size": "11"]) {
      for point in points {
        guard let value = series[index].values[point] else { continue }
        let line = y(point) + thickness / 2 + 4
        if value < 0 {
          $0.text(ChartNumber.text(value), x: x(value) - 4, y: line, .end)
        } else {
          $0.text(ChartNumber.text(value), x: x(value) + 4, y: line)
        }
      }
    }
  }
}
