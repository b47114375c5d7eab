import PubQLDiagnostics
import PubQLEngine
import PubQLFormats
import PubQLText

/// What became of a snapshot.
package struct SnapshotChange: Sendable {
  /// What it has now.
  package var records = 0
  package var segments = 0
  /// How many records were added, and how many are gone.
  package var added = 0
  package var deleted = 0
}

// Each writes the whole file under another name, which it changes at the end: the file stays as it
// was whatever goes wrong, and readers never see half of a change.
extension Interpreter {
  /// Writes all records that are loaded as a snapshot.
  /// - Parameter progress: is told from time to time how many bytes are written.
  package func build(
    _ path: String, replacing: Bool, progress: @escaping (Int) -> Void
  ) throws(InterpreterError) {
    let file: any HostFile
    do throws(HostError) {
      file = try host.create(path, replacing: replacing)
    } catch { throw InterpreterError(error) }
    let corpus = environment.corpus
    _ = try write(file, path, progress) { writer throws(OutputError) in try writer.add(corpus) }
  }

  /// Adds all records that are loaded to a snapshot, as a segment behind its own.
  package func append(
    to path: String, progress: @escaping (Int) -> Void
  ) throws(InterpreterError) -> SnapshotChange {
    let revision = try revision(of: path)
    let corpus = environment.corpus
    var change = try write(revision.file, path, progress) { writer throws(OutputError) in
      try writer.add(revision.snapshot)
      try writer.add(corpus)
    }
    change.added = corpus.recordCount
    return change
  }

  /// As `append`, and takes those records away that have the id of one that is loaded.
  package func replace(
    in path: String, progress: @escaping (Int) -> Void
  ) throws(InterpreterError) -> SnapshotChange {
    let revision = try revision(of: path)
    let corpus = environment.corpus
    var ids = RecordIDs()
    ids.insert(of: corpus)
    let gone = ids.find(in: revision.snapshot.corpus).records
    var change = try write(revision.file, path, progress) { writer throws(OutputError) in
      try writer.add(revision.snapshot, without: gone)
      try writer.add(corpus)
    }
    (change.added, change.deleted) = (corpus.recordCount, gone.count)
    return change
  }

  /// Deletes all records that have one of these ids.
  /// - Throws: also when a record is missing; then nothing is deleted.
  package func delete(
    _ ids: [String], from path: String, progress: @escaping (Int) -> Void
  ) throws(InterpreterError) -> SnapshotChange {
    let revision = try revision(of: path)
    let corpus = revision.snapshot.corpus
    let wanted = RecordIDs(ids)
    let (gone, missing) = wanted.find(in: corpus)
    guard missing.isEmpty else {
      throw .missing(missing, of: wanted.count, in: corpus, path)
    }
    guard !gone.isEmpty else { return SnapshotChange(unchanged: corpus) }
    var change = try write(revision.file, path, progress) { writer throws(OutputError) in
      try writer.add(revision.snapshot, without: gone)
    }
    change.deleted = gone.count
    return change
  }

  /// Brings the segments of a snapshot together in one.
  package func compact(
    _ path: String, progress: @escaping (Int) -> Void
  ) throws(InterpreterError) -> SnapshotChange {
    let revision = try revision(of: path)
    let corpus = revision.snapshot.corpus
    guard corpus.segments.count > 1 else { return SnapshotChange(unchanged: corpus) }
    guard corpus.fitsOneSegment else { throw .tooLarge(path) }
    return try write(revision.file, path, progress) { writer throws(OutputError) in
      try writer.add(corpus)
    }
  }

  // MARK: Writing

  /// A snapshot that is written anew.
  private struct Revision {
    let snapshot: VerifiedSnapshot
    /// What takes its place; it is given up unless it is committed.
    let file: any HostFile
  }

  private func revision(of path: String) throws(InterpreterError) -> Revision {
    let revision: HostRevision
    do throws(HostError) { revision = try host.revise(path) } catch {
      throw InterpreterError(error)
    }
    do throws(InterpreterError) {
      return Revision(snapshot: try verified(revision.bytes, path), file: revision.file)
    } catch {
      revision.file.discard()
      throw error
    }
  }

  private func write(
    _ file: any HostFile, _ path: String, _ progress: @escaping (Int) -> Void,
    _ body: (inout SnapshotWriter) throws(OutputError) -> Void
  ) throws(InterpreterError) -> SnapshotChange {
    let change: SnapshotChange
    do throws(OutputError) {
      var writer = try SnapshotWriter(file, progress: progress)
      try body(&writer)
      change = SnapshotChange(records: writer.recordCount, segments: writer.segmentCount)
      try writer.finish()
    } catch {
      file.discard()
      throw InterpreterError(HostError.unwritable(path, cause: error.cause))
    }
    do throws(InterpreterError) { try requireUndamaged() } catch {
      file.discard()
      throw error
    }
    do throws(HostError) { try file.commit() } catch { throw InterpreterError(error) }
    return change
  }
}

extension SnapshotChange {
  fileprivate init(unchanged corpus: Corpus) {
    self.init(records: corpus.recordCount, segments: corpus.segments.count)
  }
}

extension InterpreterError {
  /// Of more ids that a snapshot does not have only so many are told.
  private static let toldLimit = 10

  fileprivate static func missing(
    _ missing: [String], of count: Int, in corpus: Corpus, _ path: String
  ) -> InterpreterError {
    let told = missing.prefix(toldLimit)
    let rest = missing.count - told.count
    let list =
      told.map { "`\($0)`" }.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    let message =
      count == 1
      ? "`\(path)` has no record with the id \(list)"
      : "`\(path)` has no record with \(missing.count) of the \(count) ids: \(list)"
    let nearest = told.compactMap { id in
      Suggestion.best(for: id, among: corpus.ids).map { (id, $0) }
    }
    let hint = nearest.map { "the nearest to `\($0)` is `\($1)`" }.joined(separator: ", ")
    return InterpreterError(
      .input,
      [
        Diagnostic(
          DiagnosticCode("PQ0525"), .error, message, at: .none,
          help: (hint.isEmpty ? "" : hint + "; ") + "nothing was deleted")
      ])
  }

  fileprivate static func tooLarge(_ path: String) -> InterpreterError {
    InterpreterError(
      .output,
      [
        Diagnostic(
          DiagnosticCode("PQ0526"), .error, "`\(path)` has too many values for one segment",
          at: .none, help: "it stays as it is, in several segments, which answer the same")
      ])
  }
}

extension Corpus {
  /// The ids that there are.
  fileprivate var ids: some Sequence<String> {
    let field = self.field(named: "id")
    return (0..<(field == nil ? 0 : recordCount)).lazy.compactMap { record in
      field.flatMap { self.text($0, record) }.map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
