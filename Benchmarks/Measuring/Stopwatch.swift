/// Wall-clock times.
enum Stopwatch {
  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(body)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  /// The times of several runs.
  static func times(of runs: Int, _ body: () throws -> Void) rethrows -> Times {
    Times(seconds: try (0..<runs).map { _ in try seconds(body) })
  }
}

/// How long each of several runs took.
struct Times {
  /// Ascending. Unit: milliseconds.
  private let sorted: [Double]

  init(seconds: [Double]) { sorted = seconds.map { $0 * 1000 }.sorted() }

  var median: Double { sorted.isEmpty ? 0 : sorted[sorted.count / 2] }
  var least: Double { sorted.first ?? 0 }
  var most: Double { sorted.last ?? 0 }
}
