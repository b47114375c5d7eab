internal import PubQLDiagnostics
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
  /// How much of snapshots the query was the first to look at: a query that is asked again, or of
  /// what is in memory, has none. Unit: bytes, in whole blocks of the files.
  public let bytes: Int

  init(_ time: PubQLRuntime.QueryTime) {
    text = time.text
    parse = time.parse
    plan = time.plan
    runs = time.runs
    rows = time.rows
    bytes = time.bytes
  }

  /// The run in the middle: as many were slower as were faster.
  public var median: Duration {
    let sorted = runs.sorted()
    return sorted.isEmpty ? .zero : sorted[sorted.count / 2]
  }

  /// `time: parse 0.0211 ms · plan 0.1502 ms · run 0.3107 ms · 132 rows`
  public var line: String {
    var run = "run \(Self.milliseconds(median)) ms"
    if runs.count > 1, let least = runs.min(), let most = runs.max() {
      run +=
        " (median of \(runs.count), \(Self.milliseconds(least)) to \(Self.milliseconds(most)))"
    }
    return "time: parse \(Self.milliseconds(parse)) ms · plan \(Self.milliseconds(plan)) ms"
      + " · \(run) · \(rows) \(rows == 1 ? "row" : "rows")"
  }

  /// The same as a JSON object in one line; times are in milliseconds.
  public var json: String {
    let each = runs.map { Self.milliseconds($0) }.joined(separator: ",")
    return "{\"query\":\(JSONText.quoted(text)),\"parse_ms\":\(Self.milliseconds(parse)),"
      + "\"plan_ms\":\(Self.milliseconds(plan)),\"run_ms\":\(Self.milliseconds(median)),"
      + "\"runs_ms\":[\(each)],\"rows\":\(rows),\"bytes\":\(bytes)}"
  }

  /// With four digits behind the point: 0.0312.
  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let tenths = seconds * 10_000_000 + attoseconds / 100_000_000_000
    let rest = String(tenths % 10_000)
    return "\(tenths / 10_000)." + String(repeating: "0", count: 4 - rest.count) + rest
  }
}
