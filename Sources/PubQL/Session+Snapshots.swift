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
  ///   - progress: is told now and then how far it is.
  /// - Throws: `.output` when the file cannot be written, `.input` when a snapshot that is loaded is
  ///   damaged.
  public func build(
    _ path: String, replacing: Bool = false,
    progress: @escaping (SnapshotProgress) -> Void = { _ in }
  ) throws(PubQLError) {
    _ = try write(path, .new(replacing: replacing), progress)
  }

  /// Reads files and writes their records to a snapshot, without loading them in this session:
  /// what does not fit into memory is read and written part by part, a segment for each. A list in
  /// prose is split by the names that its part shows.
  ///
  /// - Parameters:
  ///   - paths: as `load` takes them, snapshots too.
  ///   - format: of `Reference.inputFormats`; nil finds it out for each file.
  ///   - output: the snapshot.
  ///   - target: whether it is new, or has records already.
  ///   - memory: about how much memory may be taken; nil for what all files need. Unit: bytes.
  ///   - progress: is told now and then how far it is.
  /// - Returns: what was read, and what became of the snapshot.
  /// - Throws: as `load` and `build`, and as `append` for a snapshot that is there.
  @discardableResult
  public func build(
    from paths: [String], format: String? = nil, to output: String,
    _ target: SnapshotTarget = .new(replacing: false), memory: Int? = nil,
    progress: @escaping (SnapshotProgress) -> Void = { _ in }
  ) throws(PubQLError) -> (read: LoadReport, change: SnapshotChange) {
    try perform { interpreter throws(InterpreterError) in
      let (report, change) = try interpreter.build(
        from: paths, format: format, to: output, target.inner, memory: memory
      ) { progress(SnapshotProgress($0)) }
      return (LoadReport(report), SnapshotChange(change))
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
    to path: String, progress: @escaping (SnapshotProgress) -> Void = { _ in }
  ) throws(PubQLError) -> SnapshotChange {
    try write(path, .append, progress)
  }

  /// Adds all records that are loaded to a snapshot, and takes all those away that have the id of
  /// one of them. Ids are the same when they are to the letter.
  /// - Throws: as `append`.
  @discardableResult
  public func replace(
    in path: String, progress: @escaping (SnapshotProgress) -> Void = { _ in }
  ) throws(PubQLError) -> SnapshotChange {
    try write(path, .replace, progress)
  }

  private func write(
    _ path: String, _ target: SnapshotTarget, _ progress: @escaping (SnapshotProgress) -> Void
  ) throws(PubQLError) -> SnapshotChange {
    try perform { interpreter throws(InterpreterError) in
      SnapshotChange(
        try interpreter.build(path, target.inner) { progress(SnapshotProgress($0)) })
    }
  }

  /// Deletes all records of a snapshot that have one of these ids. Their bytes are gone, and so are
  /// values that only they had.
  /// - Throws: as `append`, and `.input` when there is no record with one of the ids: then nothing
  ///   is deleted.
  @discardableResult
  public func delete(
    _ ids: [String], from path: String, progress: @escaping (SnapshotProgress) -> Void = { _ in }
  ) throws(PubQLError) -> SnapshotChange {
    try perform { interpreter throws(InterpreterError) in
      SnapshotChange(
        try interpreter.delete(ids, from: path) { progress(SnapshotProgress($0)) })
    }
  }

  /// Brings the segments of a snapshot together in one, which opens and answers faster.
  /// - Throws: as `append`, and `.output` when there are more values than one segment can hold.
  @discardableResult
  public func compact(
    _ path: String, progress: @escaping (SnapshotProgress) -> Void = { _ in }
  ) throws(PubQLError) -> SnapshotChange {
    try perform { interpreter throws(InterpreterError) in
      SnapshotChange(try interpreter.compact(path) { progress(SnapshotProgress($0)) })
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

/// What records are written to.
public enum SnapshotTarget: Sendable {
  /// A snapshot of its own, which may take the place of another or not
  case new(replacing: Bool)
  /// A snapshot, behind the records that it has
  case append
  /// The same, in place of those records that have the same ids
  case replace

  fileprivate var inner: PubQLRuntime.SnapshotTarget {
    switch self {
    case .new(let replacing): .new(replacing: replacing)
    case .append: .append
    case .replace: .replace
    }
  }
}

/// How far the making of a snapshot is.
public struct SnapshotProgress: Sendable {
  /// How much of the work is done, as far as can be told: from 0 to 1, never less than before; nil
  /// where it is not known how much there is.
  public let fraction: Double?
  /// How many bytes are written.
  public let written: Int

  init(_ progress: PubQLRuntime.SnapshotProgress) {
    fraction = progress.fraction
    written = progress.written
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
