import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

/// What can be wrong with a chart, and the words for it.
enum ChartProblem {
  case noNumbers(SourceSpan?, by: String)
  case severalKeys(String, [String], SourceSpan)
  case valuesAndSeries([String], String, SourceSpan)
  case notLast(String, SourceSpan)
  case failed(ChartFailure, SourceSpan?)
  case nothingToDraw(String, SourceSpan?)
  case unknownKind(String, SourceSpan)

  var diagnostic: Diagnostic {
    switch self {
    case .noNumbers(let span, let by):
      Self.error(
        "PQ0450", "there is no column of numbers to draw", span,
        help: "count first: `count by \(by) | chart`")
    case .severalKeys(let word, let names, let span):
      Self.error(
        "PQ0451", "`\(word)` of a chart takes one column", span,
        help: word == "by"
          ? "for a line or bar of its own for each, write `by \(names[0]) per \(names[1])`"
          : "join them to one: `per both: \"{\(names[0])} {\(names[1])}\"`")
    case .valuesAndSeries(let values, let series, let span):
      Self.error(
        "PQ0452", "a chart shows several columns, or one column per `\(series)`, but not both",
        span,
        help: "keep one of \(values.map { "`\($0)`" }.joined(separator: " ")), or leave `per` out")
    case .notLast(let stage, let span):
      Self.error(
        "PQ0453", "`\(stage)` stands behind `chart`, which is the end of a query", span,
        help: "put `chart` last; only `save` and `show` may follow it")
    case .failed(.noNumbers, let span): Self.noNumbers(span, by: "year").diagnostic
    case .failed(.severalValues(let value, let point, let pointName, let series), let span):
      Self.error(
        "PQ0454",
        "there are several values of `\(value)` for \(pointName) \(point)"
          + (series.map { " and \($0)" } ?? ""), span,
        help: series == nil
          ? "say `per` what they differ in, or bring them together first: "
            + "`group by \(pointName) { \(value): sum(\(value)) } | chart`"
          : "bring them together first, with `count by` or `group by`")
    case .failed(.tooManyRows(let count, let kind), let span):
      Self.error(
        "PQ0455",
        "\(ChartNumber.text(Double(count))) rows are too many for a \(kind) chart; there is room for "
          + ChartNumber.text(Double(ChartOperator.rowLimit)), span,
        help: "bring them together first, with `count by` or `group by`, or `take` some")
    case .failed(.tooManyPlaces(let points, let series), let span):
      Self.error(
        "PQ0458",
        "\(ChartNumber.text(Double(points))) times \(ChartNumber.text(Double(series))) values are "
          + "too many for a chart", span,
        help: "leave most of them out first, with `where` or `top`, or draw one key alone")
    case .unknownKind(let word, let span):
      Self.error(
        "PQ0459", "there is no chart `\(word)`", span,
        help: "the kinds are "
          + Chart.Kind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))
    case .nothingToDraw(let path, let span):
      Self.error(
        "PQ0456", "`\(path)` is to hold a picture, and the result is no chart", span,
        help: "put `chart` at the end of the query, such as `count by year | chart`")
    }
  }

  private static func error(
    _ code: String, _ message: String, _ span: SourceSpan?, help: String
  ) -> Diagnostic {
    Diagnostic(
      DiagnosticCode(code), .error, message, at: span.map { .source($0) } ?? .none, help: help)
  }

  /// Kinds of charts that others draw, as they are called elsewhere.
  static let foreignKinds: Set<String> = [
    "pie", "donut", "doughnut", "scatter", "bubble", "area", "column", "histogram", "treemap",
    "radar", "boxplot", "bars", "lines",
  ]

  /// What `pubql explain` tells of them.
  static let entries = [
    Catalogue.entry(
      "PQ0459", "an unknown kind of chart",
      "Charts are `bar`, `line`, `spark` and `heat`. Wrong: `count by type | chart pie`. Right: `count by type | chart bar`."
    ),
    Catalogue.entry(
      "PQ0450", "a chart without numbers",
      "A chart draws a column of numbers. Wrong: `topic = \"Cities\" | chart by year`. Right: `topic = \"Cities\" | count by year | chart`."
    ),
    Catalogue.entry(
      "PQ0451", "several keys of a chart",
      "Wrong: `chart count by year, type`. Right: `chart count by year per type`."),
    Catalogue.entry(
      "PQ0452", "several columns of a chart, and a key of series",
      "Each line or bar is a column, `chart papers, authors by year`, or a value of the key behind `per`, `chart papers by year per type`."
    ),
    Catalogue.entry(
      "PQ0453", "a stage behind a chart",
      "Wrong: `count by topic | chart | take 5`. Right: `count by topic | take 5 | chart`."),
    Catalogue.entry(
      "PQ0454", "several values at one place of a chart",
      "Wrong: `count by year, type | chart line by year per missing(type)`. Right: `count by year, type | chart line by year per type`."
    ),
    Catalogue.entry(
      "PQ0455", "too many rows for a chart",
      "Bring rows together before they are drawn: `group by year { pages: avg(n) } | chart`."),
    Catalogue.entry(
      "PQ0458", "too many places of a chart",
      "Two keys with many values each: `count by title, author | chart`. Draw one of them, or the greatest few: `count by author | top 20 | chart`."
    ),
    Catalogue.entry(
      "PQ0456", "a picture without a chart",
      "A file that ends in `.svg` holds a picture. Wrong: `count by year | save \"years.svg\"`. Right: `count by year | chart | save \"years.svg\"`."
    ),
    Catalogue.entry(
      "PQ0457", "two pictures in one file",
      "A file that ends in `.svg` holds one picture. Write each with `save`: `count by year | chart | save \"years.svg\"`."
    ),
  ]
}
