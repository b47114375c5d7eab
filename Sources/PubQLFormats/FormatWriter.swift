package import PubQLModel

/// Where written bytes go: a file, standard output, a text in memory.
package protocol ByteSink: AnyObject {
  /// Takes the bytes over before it returns.
  /// - Throws: `OutputError` when they cannot be written; the writer stops.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError)
}

/// Why output could not be written.
package enum OutputError: Error {
  /// The reader of a pipe has gone: end quietly.
  case closed
  /// Anything else, in the words of the operating system.
  case failed(String)
}

/// A format that results are written in. Written output is never cut.
///
/// One that is written row by row is a `RowFormat`.
package protocol FormatWriter: Sendable {
  /// What `--format` calls it.
  var name: String { get }
  /// Endings of file names that choose it, without the dot.
  var extensions: [String] { get }
  /// One line for the help.
  var summary: String { get }
  /// Whether it writes the chart of a result, and nothing without one.
  var needsChart: Bool { get }
  /// Writes all of `table`, in pieces of bounded size, from the calling thread.
  func write(_ table: any TableSource, to sink: any ByteSink) throws(OutputError)
}

extension FormatWriter {
  package var needsChart: Bool { false }
}
