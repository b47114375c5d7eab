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
  ///
  /// This and what else changes a snapshot writes all of it anew beside it and replaces it at the
  /// end, at the speed of copying: it stays as it was when anything goes wrong, and who has it open
  /// goes on with what it was.
  /// - Throws: as `build`, `.input` when the file is no snapshot or is damaged, and `.output` while
  ///   another process changes it.
  @discardableResult
  public func append(
    to path: String, progress: @escaping (Int) -> Void = { _ in }
  ) throws(PubQLError) -> SnapshotChange {
    try perform { interpreter throws(InterpreterError) in
      SnapshotChange(try interpreter.append(to: path, progress: progress))
    }
  }

  /// Adds all records that are loaded to a snapshot, and takes all those away that have the id of
  /// one of them. Ids are the same when they are to the letter.
  /// - Throws: as `append`.
  @discardableResult
  public func replace(
    in path: String, progress: @escaping (Int) -> Void = { _ in }
  ) throws(PubQLError) -> SnapshotChange {
    try perform { interpreter throws(InterpreterError) in
      SnapshotChange(try interpreter.replace(in: path, progress: progress))
    }
  }

  /// Deletes all records of a snapshot that have one of these ids. Their bytes are gone, and so are
  /// values that only they had.
  /// - Throws: as `append`, and `.input` when there is no record with one of the ids: then nothing
  ///   is deleted.
  @discardableResult
  public func delete(
    _ ids: [String], from path: String, progress: @escaping (Int) -> Void = { _ in }
  ) throws(PubQLError) -> SnapshotChange {
    try perform { interpreter throws(InterpreterError) in
      SnapshotChange(try interpreter.delete(ids, from: path, progress: progress))
    }
  }

  /// Brings the segments of a snapshot together in one, which opens and answers faster.
  /// - Throws: as `append`, and `.output` when there are more values than one segment can hold.
  @discardableResult
  public func compact(
    _ path: String, progress: @escaping (Int) -> Void = { _ in }
  ) throws(PubQLError) -> SnapshotChange {
    try perform { interpreter throws(InterpreterError) in
      SnapshotChange(try interpreter.compact(path, progress: progress))
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

/// What became of a snapshot.
public struct SnapshotChange: Sendable, Equatable {
  /// How many records it has now.
  public let records: Int
  /// How many segments it has now.
  public let segments: Int
  /// How many records were added.
  public let added: Int
  /// How many records are gone: deleted, or replaced.
  public let deleted: Int

  init(_ change: PubQLRuntime.SnapshotChange) {
    records = change.records
    segments = change.segments
    added = change.added
    deleted = change.deleted
  }
}
