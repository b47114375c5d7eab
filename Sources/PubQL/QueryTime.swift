internal import PubQLRuntime

/// How long a query took.
public struct QueryTime: Sendable {
  /// The query as it is written.
  public let text: String
  /// Parsing the whole text that it stands in.
  public let parse: Duration
  /// Checking and planning it; queries in parentheses run then.
  public let plan: Duration
  /// Running it, once or as often as the session repeats it: at least one. Texts of rows are read
  /// when they are shown.
  public let runs: [Duration]
  /// How many rows it gave.
  public let rows: Int

  init(_ time: PubQLRuntime.QueryTime) {
    text = time.text
    parse = time.parse
    plan = time.plan
    runs = time.runs
    rows = time.rows
  }

  /// The run in the middle: as many were slower as were faster.
  public var median: Duration {
    let sorted = runs.sorted()
    return sorted.isEmpty ? .zero : sorted[sorted.count / 2]
  }
}
