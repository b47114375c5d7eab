internal import PubQLRuntime

extension Session {
  /// Writes all records that are loaded as a snapshot, which opens at once and whole: no text has
  /// to be read again.
  ///
  /// The file is written under another name and renamed at the end: a file of that name stays as it
  /// was when anything goes wrong.
  /// - Parameters:
  ///   - path: ends in `.pubdb`, so that `load` knows what it is.
  ///   - replacing: whether a file of that name may be replaced.
  ///   - progress: is told now and then how many bytes are written.
  /// - Throws: `.output` when the file cannot be written, `.input` when a snapshot that is loaded is
  ///   damaged.
  public func build(
    _ path: String, replacing: Bool = false, progress: @escaping (Int) -> Void = { _ in }
  ) throws(PubQLError) {
    try perform { interpreter throws(InterpreterError) in
      try interpreter.build(path, replacing: replacing, progress: progress)
    }
  }

  /// Adds all records that are loaded to a snapshot, as a segment of their own behind those that it
  /// has.
  /// - Throws: as `build`, and `.input` when the file is no snapshot.
  public func append(
    to path: String, progress: @escaping (Int) -> Void = { _ in }
  ) throws(PubQLError) {
    try perform { interpreter throws(InterpreterError) in
      try interpreter.append(to: path, progress: progress)
    }
  }

  /// Looks at every byte of a snapshot, and whether what it holds makes sense.
  /// - Returns: how many records and segments it has.
  /// - Throws: `.input` for the first damage.
  @discardableResult
  public func verify(_ path: String) throws(PubQLError) -> (records: Int, segments: Int) {
    try perform { interpreter throws(InterpreterError) in try interpreter.verify(path) }
  }

  private func perform<Result>(
    _ body: (Interpreter) throws(InterpreterError) -> Result
  ) throws(PubQLError) -> Result {
    do throws(InterpreterError) { return try body(interpreter) } catch {
      throw PubQLError(error, interpreter.sources)
    }
  }
}
