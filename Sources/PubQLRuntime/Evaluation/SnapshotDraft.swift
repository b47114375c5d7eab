import PubQLEngine
import PubQLFormats

/// A snapshot that is being written: why it cannot be is told with its path.
struct SnapshotDraft {
  private let path: String
  private let meter: ProgressMeter
  private var writer: SnapshotWriter
  private var change = SnapshotChange()

  init(_ file: any HostFile, _ path: String, _ meter: ProgressMeter) throws(InterpreterError) {
    self.path = path
    self.meter = meter
    do throws(OutputError) {
      writer = try SnapshotWriter(file) { meter.wrote($0) }
    } catch { throw .unwritable(path, error) }
  }

  /// Adds records as one segment.
  mutating func add(_ corpus: Corpus) throws(InterpreterError) {
    do throws(OutputError) { try writer.add(corpus) } catch { throw .unwritable(path, error) }
    change.added += corpus.recordCount
  }

  /// Adds the segments of another snapshot, without some of its records.
  ///
  /// - Parameter first: whether they come before those that were added already.
  mutating func add(
    _ snapshot: VerifiedSnapshot, without gone: RecordSet? = nil, first: Bool = false
  ) throws(InterpreterError) {
    meter.beginsWriting(snapshot.file.count, work: snapshot.file.count)
    do throws(OutputError) {
      try writer.add(snapshot, without: gone, first: first)
    } catch { throw .unwritable(path, error) }
    meter.endsWriting()
    change.deleted += gone?.count ?? 0
    try requireUndamaged(snapshot)
  }

  /// Adds all records of another snapshot as one segment.
  mutating func add(joined snapshot: VerifiedSnapshot) throws(InterpreterError) {
    meter.beginsWriting(snapshot.file.count, work: snapshot.file.count)
    try add(snapshot.corpus)
    meter.endsWriting()
    change.added = 0
    try requireUndamaged(snapshot)
  }

  private func requireUndamaged(_ snapshot: VerifiedSnapshot) throws(InterpreterError) {
    guard let (path, damage) = snapshot.corpus.damage else { return }
    throw InterpreterError(damage, path)
  }

  /// Ends the file, which is whole then.
  mutating func finish() throws(InterpreterError) -> SnapshotChange {
    change.records = writer.recordCount
    change.segments = writer.segmentCount
    do throws(OutputError) { try writer.finish() } catch { throw .unwritable(path, error) }
    return change
  }
}

extension InterpreterError {
  fileprivate static func unwritable(_ path: String, _ error: OutputError) -> InterpreterError {
    InterpreterError(HostError.unwritable(path, cause: error.cause))
  }
}
