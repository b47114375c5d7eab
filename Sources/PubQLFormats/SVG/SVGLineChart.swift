import PubQLModel

/// Lines between values; each has a colour, dashes and marks of its own.
struct SVGLineChart {
  private let chart: Chart
  private let series: [Chart.Series]
  private let points: [Int]

  /// More cannot be told apart.
  private static let seriesLimit = 6
  /// So many points have a mark each; more are a line without.
  private static let markLimit = 60

  init(_ chart: Chart) {
    self.chart = chart
    series = chart.largestSeries(Self.seriesLimit)
    points = chart.placedPoints
  }

  var drawing: SVGDrawing {
    let shown = series.map { one in Chart.Series(one.name, points.map { one.values[$0] }) }
    guard let range = Chart.range(shown), let axis = ChartAxis.points(chart, points, ticks: 10)
    else { return .nothing }
    let legend = SVGLegend(series, isShown: chart.hasSeries, isOfLines: true)
    let values = ChartAxis.values(range, ticks: 7, wholes: Chart.areWholes(shown))
    let plot = SVGPlot(chart, values: values, points: axis, top: legend.bottom, inset: 10)
    return SVGDrawing(height: plot.end, notes: notes) { picture in
      legend.draw(&picture)
      plot.draw(&picture)
      for index in series.indices { draw(index, plot, &picture) }
    }
  }

  private var notes: [String] {
    var notes: [String] = []
    if series.count < chart.series.count {
      notes.append("The \(series.count) largest of \(chart.series.count) series.")
    }
    let unplaced = chart.points.count - points.count
    if unplaced > 0 { notes.append("Without those that have no \(chart.pointName).") }
    return notes
  }

  private func draw(_ index: Int, _ plot: SVGPlot, _ picture: inout SVGPicture) {
    var runs: [[(x: Double, y: Double)]] = [[]]
    for point in points {
      guard let value = series[index].values[point], let position = chart.position(of: point)
      else {
        runs.append([])
        continue
      }
      runs[runs.count - 1].append((plot.x(position), plot.y(value)))
    }
    picture.group([:]) {
      for run in runs {
        SVGMark.line(index, points: run, in: &$0)
        guard points.count <= Self.markLimit || run.count == 1 else { continue }
        for place in run { SVGMark.draw(index, at: place, in: &$0) }
      }
    }
  }
}
