import PubQLModel

/// Upright bars over an axis of numbers or dates, so that years without a bar leave a gap.
struct SVGColumnChart {
  private let chart: Chart
  private let series: [Chart.Series]
  private let points: [Int]

  private static let pointLimit = 60
  /// So many of the nearest would fill the axis at most.
  private static let columnLimit = 150.0
  private static let seriesLimit = 6
  /// Wider bars look like areas.
  private static let widest = 44.0

  /// Whether the points ascend on a scale and are few enough.
  static func suits(_ chart: Chart) -> Bool {
    guard chart.scale != .categories, chart.points.count <= pointLimit, chart.cutRows == 0,
      chart.series.count <= seriesLimit
    else { return false }
    let positions = chart.points.compactMap(\.position)
    guard positions.count == chart.points.count, let first = positions.first,
      let last = positions.last
    else { return false }
    // Days of several years lie too close for bars that can be seen.
    let least = (last / 2 - first / 2) / (columnLimit / 2)
    return zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 && $1 - $0 >= least }
  }

  init(_ chart: Chart) {
    self.chart = chart
    series = chart.series
    points = Array(chart.points.indices)
  }

  var drawing: SVGDrawing {
    guard let range = chart.valueRange, let axis = pointAxis else { return .nothing }
    let legend = SVGLegend(series, isShown: chart.hasSeries, isOfLines: false)
    // A bar begins at zero.
    let whole = min(0, range.lowerBound)...max(0, range.upperBound)
    let values = ChartAxis(whole, ticks: 7, wholes: Chart.areWholes(series))
    let full = SVGStyle.width - 2 * SVGStyle.margin - 60
    let nearest = nearestPart(axis)
    let inset = full * nearest / (2 + 2 * nearest) + 2
    let plot = SVGPlot(chart, values: values, points: axis, top: legend.bottom, inset: inset)
    let room = nearest * (plot.right - plot.left - 2 * inset)
    let width = max(0.5, min(room * 0.8 / Double(series.count), Self.widest))
    return SVGDrawing(height: plot.end) { picture in
      legend.draw(&picture)
      plot.draw(&picture)
      for index in series.indices { draw(index, plot, width, &picture) }
    }
  }

  /// The axis with a tick for each point, where there is room for it.
  private var pointAxis: ChartAxis? {
    guard let axis = ChartAxis.points(chart, points, ticks: 10) else { return nil }
    guard points.count <= 12 else { return axis }
    return ChartAxis(
      low: axis.low, high: axis.high, ticks: chart.points.compactMap(\.position),
      labels: chart.points.map(\.label))
  }

  /// The least distance of two points, as a part of the axis.
  private func nearestPart(_ axis: ChartAxis) -> Double {
    let parts = points.compactMap { chart.position(of: $0) }.map { axis.fraction($0) }
    return zip(parts, parts.dropFirst()).reduce(1) { min($0, $1.1 - $1.0) }
  }

  private func draw(_ index: Int, _ plot: SVGPlot, _ width: Double, _ picture: inout SVGPicture) {
    let shift = (Double(index) - Double(series.count) / 2) * width
    picture.group(["fill": .text(SVGStyle.color(index))]) {
      for point in points {
        guard let value = series[index].values[point], let position = chart.position(of: point)
        else { continue }
        let (low, high) = (plot.y(min(0, value)), plot.y(max(0, value)))
        $0.add(
          "rect",
          [
            "x": .number(plot.x(position) + shift), "y": .number(high), "width": .number(width),
            "height": .number(low - high),
          ])
      }
    }
    guard series.count == 1, width >= 20 else { return }
    picture.group(["text-anchor": "middle", "font-size": "11"]) {
      for point in points {
        guard let value = series[index].values[point], let position = chart.position(of: point)
        else { continue }
        let y = value < 0 ? plot.y(value) + 13 : plot.y(value) - 4
        $0.text(ChartNumber.text(value), x: plot.x(position), y: y)
      }
    }
  }
}
