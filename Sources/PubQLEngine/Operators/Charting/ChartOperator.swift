package import PubQLDiagnostics
package import PubQLModel

/// Has rows shown as a chart: `chart`. The rows themselves stay as they are.
///
/// Shape: what is not said is chosen. The values are the last column of numbers, the points the
/// first other column (the titles of records). Where points repeat, the first column that tells
/// their rows apart makes the series. Of two such keys the one that is a number or a date goes
/// along the axis.
package struct ChartOperator: Operator {
  let kind: Chart.Kind?
  let values: [DerivedColumn]
  let point: DerivedColumn?
  let series: DerivedColumn?
  /// Where the query says so.
  let span: SourceSpan?

  /// More can be neither drawn nor told apart.
  package static let rowLimit = 10_000

  /// - Parameters:
  ///   - kind: nil has it chosen.
  ///   - values: none has the last column of numbers taken.
  ///   - point: nil has it chosen, as has `series`.
  package init(
    kind: Chart.Kind?, values: [DerivedColumn], point: DerivedColumn?, series: DerivedColumn?,
    span: SourceSpan? = nil
  ) {
    self.kind = kind
    self.values = values
    self.point = point
    self.series = series
    self.span = span
  }

  package var keepsAllRows: Bool { true }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    var result = input.indexed
    let builder = try ChartBuilder(self, of: result, context)
    result.chart = try builder.chart()
    return result
  }
}

/// Why rows cannot be shown as a chart.
package enum ChartFailure: Sendable {
  /// No column holds numbers.
  case noNumbers
  /// A place of the chart would have several values; the series is nil where there is one.
  case severalValues(value: String, point: String, pointName: String, series: String?)
  case tooManyRows(Int, kind: String)
  /// Few rows, but with nearly as many points as rows and as many series.
  case tooManyPlaces(points: Int, series: Int)
}
