import ArgumentParser
import PubQL

#if canImport(Glibc)
  import Glibc
#endif

/// `pubql-bench serve SNAPSHOT`: answers timed questions, one a line, for a comparison that asks
/// several tools by turns.
///
/// A line is how often to ask, a format, and a query, with tabs between them. With a format the
/// result is written to nowhere, without one its cells are read. The answer is a line of JSON:
/// `{"ms": […], "answer": […]}` or `{"ms": […], "bytes": …}`. Times are those of parsing, checking,
/// running and reading or writing every cell, one after another in this process, as the others are
/// asked in theirs.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer queries from standard input with times, for the comparison.")

  @Argument(help: "The snapshot to ask.") var snapshot: String

  func run() throws {
    let session = Session()
    try session.load([snapshot])
    while let line = readLine() {
      let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let repeats = Int(parts[0]), repeats > 0 else {
        throw ValidationError("a line is a number, a format or nothing, and a query: \(line)")
      }
      let query = String(parts[2])
      print(
        parts[1].isEmpty
          ? try answered(query, repeats, session)
          : try written(query, as: String(parts[1]), repeats, session))
      // All streams: what waits would be waited for.
      fflush(nil)
    }
  }

  private func written(
    _ query: String, as format: String, _ repeats: Int, _ session: Session
  ) throws -> String {
    var bytes = 0
    let times = try Self.times(repeats) {
      bytes = 0
      try session.query(query).write(format: format) { bytes += $0.count }
    }
    return JSON.object([("ms", times), ("bytes", String(bytes))])
  }

  private func answered(_ query: String, _ repeats: Int, _ session: Session) throws -> String {
    var result: QueryResult?
    let times = try Self.times(repeats) {
      result = try session.query(query)
      result?.readCells()
    }
    var answer = try result?.bytes(format: "json") ?? []
    // Breaks of lines inside of texts are escaped, so that all others can go.
    answer.removeAll { $0 == UInt8(ascii: "\n") }
    return JSON.object([("ms", times), ("answer", String(decoding: answer, as: UTF8.self))])
  }

  /// Times in milliseconds, as JSON.
  private static func times(_ repeats: Int, _ body: () throws -> Void) rethrows -> String {
    let times = try (0..<repeats).map { _ in try Stopwatch.seconds(body) * 1000 }
    return "[" + times.map { String($0) }.joined(separator: ",") + "]"
  }
}
