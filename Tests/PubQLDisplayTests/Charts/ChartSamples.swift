import PubQLDisplay
import PubQLModel
import Testing

/// Charts for tests.
enum ChartSamples {
  /// Wide and long labels, a missing one, a missing value, large, small and no numbers.
  static let labels = Chart(
    .bar, pointName: "region", valueName: "count",
    points: [
      "India", "日本国際問題研究所", "Côte d’Ivoire and a long name behind it", "zero", "missing",
      "tiny",
    ].map { Chart.Point($0) },
    series: [Chart.Series("count", [1_234_567, 600_000, 12_345, 0, nil, 0.00001])])

  /// Two bars for each year.
  static let grouped = Chart(
    .bar, scale: .numbers, pointName: "year", valueName: "count", seriesName: "type",
    points: [Chart.Point("2019", at: 2019), Chart.Point("2020", at: 2020)],
    series: [Chart.Series("Book", [3, 1]), Chart.Series("研究", [nil, 2])])

  /// Values on both sides of zero.
  static let below = Chart(
    .bar, pointName: "topic", valueName: "change",
    points: ["up", "down", "half", "none"].map { Chart.Point($0) },
    series: [Chart.Series("change", [4, -2.5, -0.3, 0])])

  /// A year without a value, and one that stands alone.
  static let line = numbers(.line, [("n", [1, 3, 2, nil, 5, nil, 4, 8, 6, 7, 9, 10])])

  static let lines = numbers(
    .line, [("Book", [1, 2, 3, 4, 5, 4]), ("研究 paper", [5, 4, nil, 2, 1, 0])], per: "type")

  static let days = Chart(
    .line, scale: .days, pointName: "date", valueName: "n",
    points: [("2020-01", 18262), ("2020-03", 18322), ("2020-12", 18597)].map {
      Chart.Point($0, at: $1)
    }, series: [Chart.Series("n", [1, 4, 2])])

  /// Points 2010, 2011 …
  static func numbers(
    _ kind: Chart.Kind, _ series: [(String, [Double?])], per seriesName: String? = nil
  ) -> Chart {
    let count = series.first?.1.count ?? 0
    return Chart(
      kind, scale: .numbers, pointName: "year", valueName: "n", seriesName: seriesName,
      points: (0..<count).map { Chart.Point("\(2010 + $0)", at: Double(2010 + $0)) },
      series: series.map { Chart.Series($0, $1) })
  }

  /// The same as a chart of another kind.
  static func of(_ chart: Chart, _ kind: Chart.Kind) -> Chart {
    Chart(
      kind, scale: chart.scale, pointName: chart.pointName, valueName: chart.valueName,
      seriesName: chart.seriesName, points: chart.points, series: chart.series)
  }
}

/// Draws a chart and compares it.
func expectChart(
  _ chart: Chart, _ options: DisplayOptions, _ text: String, footer: String,
  at place: SourceLocation = #_sourceLocation
) {
  let output = ChartView(options).draw(chart, rowCount: chart.points.count)
  #expect(output.text == text, sourceLocation: place)
  #expect(output.footer == footer, sourceLocation: place)
}
