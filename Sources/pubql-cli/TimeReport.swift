import ArgumentParser
import PubQL

/// How times are told.
enum TimeFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// Tells on standard error how long queries took.
struct TimeReport {
  let format: TimeFormat

  func show(_ time: QueryTime) {
    switch format {
    case .text: StandardError.print(line(time))
    case .json: StandardError.print(object(time))
    }
  }

  /// `time: parse 0.02 ms · plan 0.15 ms · run 0.31 ms · 132 rows`
  private func line(_ time: QueryTime) -> String {
    var run = "run \(Self.milliseconds(time.median)) ms"
    if time.runs.count > 1, let least = time.runs.min(), let most = time.runs.max() {
      run +=
        " (median of \(time.runs.count), \(Self.milliseconds(least)) to "
        + "\(Self.milliseconds(most)))"
    }
    let rows = "\(time.rows) \(time.rows == 1 ? "row" : "rows")"
    return
      "time: parse \(Self.milliseconds(time.parse)) ms · plan \(Self.milliseconds(time.plan)) ms"
      + " · \(run) · \(rows)"
  }

  /// One object a line.
  private func object(_ time: QueryTime) -> String {
    let runs = time.runs.map { Self.milliseconds($0) }.joined(separator: ",")
    return "{\"query\":\(Self.quoted(time.text)),\"parse_ms\":\(Self.milliseconds(time.parse)),"
      + "\"plan_ms\":\(Self.milliseconds(time.plan)),\"run_ms\":\(Self.milliseconds(time.median)),"
      + "\"runs_ms\":[\(runs)],\"rows\":\(time.rows)}"
  }

  /// With four digits behind the point: 0.0312.
  static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let tenths = seconds * 10_000_000 + attoseconds / 100_000_000_000
    let rest = String(tenths % 10_000)
    return "\(tenths / 10_000)." + String(repeating: "0", count: 4 - rest.count) + rest
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
