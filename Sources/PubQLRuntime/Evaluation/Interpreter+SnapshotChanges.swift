import PubQLDiagnostics
import PubQLEngine
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

/// What records are written to.
package enum SnapshotTarget: Sendable {
  /// A snapshot of its own, which may take the place of another or not
  case new(replacing: Bool)
  /// A snapshot, behind the records that it has
  case append
  /// The same, in place of those that have the same ids
  case replace
}

// Each writes the whole file under another name, which it changes at the end: the file stays as it
// was whatever goes wrong, and readers never see half of a change.
extension Interpreter {
  /// Writes all records that are loaded to a snapshot, as one segment.
  package func build(
    _ path: String, _ target: SnapshotTarget, progress: @escaping SnapshotProgress.Receiver
  ) throws(InterpreterError) -> SnapshotChange {
    let corpus = environment.corpus
    return try build(path, target, ProgressMeter(progress)) { add throws(InterpreterError) in
      try add(corpus)
    }
  }

  /// Writes records to a snapshot.
  ///
  /// - Parameter parts: hands over a corpus for each segment.
  func build(
    _ path: String, _ target: SnapshotTarget, _ meter: ProgressMeter,
    parts: ((Corpus) throws(InterpreterError) -> Void) throws(InterpreterError) -> Void
  ) throws(InterpreterError) -> SnapshotChange {
    guard case .new(let replacing) = target else {
      return try extend(try revision(of: path), path, target, meter, parts: parts)
    }
    let file: any HostFile
    do throws(HostError) {
      file = try host.create(path, replacing: replacing)
    } catch { throw InterpreterError(error) }
    return try write(file, path, meter) { (draft: inout SnapshotDraft) throws(InterpreterError) in
      try parts { corpus throws(InterpreterError) in try draft.add(corpus) }
    }
  }

  /// - Parameter target: but for a new one.
  private func extend(
    _ revision: Revision, _ path: String, _ target: SnapshotTarget, _ meter: ProgressMeter,
    parts: ((Corpus) throws(InterpreterError) -> Void) throws(InterpreterError) -> Void
  ) throws(InterpreterError) -> SnapshotChange {
    var ids = RecordIDs()
    let snapshot = revision.snapshot
    meter.expects(snapshot.file.count)
    return try write(revision.file, path, meter) {
      (draft: inout SnapshotDraft) throws(InterpreterError) in
      if case .append = target { try draft.add(snapshot) }
      try parts { corpus throws(InterpreterError) in
        if case .replace = target { ids.insert(of: corpus) }
        try draft.add(corpus)
      }
      guard case .replace = target else { return }
      try draft.add(snapshot, without: ids.find(in: snapshot.corpus).records, first: true)
    }
  }

  /// Deletes all records that have one of these ids.
  /// - Throws: also when a record is missing; then nothing is deleted.
  package func delete(
    _ ids: [String], from path: String, progress: @escaping SnapshotProgress.Receiver
  ) throws(InterpreterError) -> SnapshotChange {
    let revision = try revision(of: path)
    let snapshot = revision.snapshot
    let wanted = RecordIDs(ids)
    let (gone, missing) = wanted.find(in: snapshot.corpus)
    guard missing.isEmpty else {
      throw .missing(missing, of: wanted.count, in: snapshot.corpus, path)
    }
    guard !gone.isEmpty else { return SnapshotChange(unchanged: snapshot.corpus) }
    let meter = ProgressMeter(progress, work: snapshot.file.count)
    return try write(revision.file, path, meter) {
      (draft: inout SnapshotDraft) throws(InterpreterError) in
      try draft.add(snapshot, without: gone)
    }
  }

  /// Brings the segments of a snapshot together in one.
  package func compact(
    _ path: String, progress: @escaping SnapshotProgress.Receiver
  ) throws(InterpreterError) -> SnapshotChange {
    let revision = try revision(of: path)
    let snapshot = revision.snapshot
    guard snapshot.corpus.segments.count > 1 else {
      return SnapshotChange(unchanged: snapshot.corpus)
    }
    guard snapshot.corpus.fitsOneSegment else { throw .tooLarge(path) }
    let meter = ProgressMeter(progress, work: snapshot.file.count)
    return try write(revision.file, path, meter) {
      (draft: inout SnapshotDraft) throws(InterpreterError) in
      try draft.add(joined: snapshot)
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
    _ file: any HostFile, _ path: String, _ meter: ProgressMeter,
    _ body: (inout SnapshotDraft) throws(InterpreterError) -> Void
  ) throws(InterpreterError) -> SnapshotChange {
    do throws(InterpreterError) {
      var draft = try SnapshotDraft(file, path, meter)
      try body(&draft)
      let change = try draft.finish()
      try requireUndamaged()
      do throws(HostError) { try file.commit() } catch { throw InterpreterError(error) }
      return change
    } catch {
      file.discard()
      throw error
    }
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
