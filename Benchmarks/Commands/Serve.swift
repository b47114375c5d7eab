import ArgumentParser
import PubQL

#if canImport(Glibc)
  import Glibc
#endif

/// `pubql-bench serve SNAPSHOT`: answers timed questions, one a line, for a comparison that asks
/// several tools by turns.
///
/// A line is a query, or `FORMAT`, a tab and a query, whose result is then written to nowhere. The
/// answer is a line of JSON: `{"ms": …, "answer": […]}` or `{"ms": …, "bytes": …}`. The time is
/// that of parsing, checking, running and reading every cell.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer queries from standard input with times, for the comparison.")

  @Argument(help: "The snapshot to ask.") var snapshot: String

  func run() throws {
    let session = Session()
    try session.load([snapshot])
    while let line = readLine() {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      print(
        parts.count == 2
          ? try written(parts[1], as: parts[0], session) : try answered(line, session))
      // All streams: what waits would be waited for.
      fflush(nil)
    }
  }

  private func written(_ query: String, as format: String, _ session: Session) throws -> String {
    var bytes = 0
    let seconds = try Stopwatch.seconds {
      try session.query(query).write(format: format) { bytes += $0.count }
    }
    return JSON.object([("ms", String(seconds * 1000)), ("bytes", String(bytes))])
  }

  private func answered(_ query: String, _ session: Session) throws -> String {
    var result: QueryResult?
    let seconds = try Stopwatch.seconds {
      result = try session.query(query)
      _ = result?.rows
    }
    var answer = try result?.bytes(format: "json") ?? []
    // Breaks of lines inside of texts are escaped, so that all others can go.
    answer.removeAll { $0 == UInt8(ascii: "\n") }
    return JSON.object([
      ("ms", String(seconds * 1000)), ("answer", String(decoding: answer, as: UTF8.self)),
    ])
  }
}
