import PubQLDiagnostics
package import PubQLEngine

/// Which files are snapshots.
enum SnapshotFiles {
  static let ending = ".pubdb"

  static func isSnapshot(_ path: String, _ format: String?) -> Bool {
    format.map { $0 == "pubdb" } ?? path.hasSuffix(ending)
  }
}

extension Interpreter {
  /// The records of a snapshot.
  func snapshot(_ path: String, at span: SourceSpan?) throws(InterpreterError) -> LoadedFiles {
    let store = try map(path, at: span)
    do throws(SnapshotError) {
      let corpus = try SnapshotReader.open(store, path: path)
      return LoadedFiles(
        loaded: LoadedCorpus(corpus: corpus), fileCount: 1)
    } catch { throw InterpreterError(error, path, at: span) }
  }

  /// Looks at every byte of a snapshot.
  /// - Throws: the first damage.
  package func verify(_ path: String) throws(InterpreterError) -> (records: Int, segments: Int) {
    let store = try map(path, at: nil)
    let corpus = try verified(store, path).corpus
    return (corpus.recordCount, corpus.segments.count)
  }

  /// A snapshot whose every byte was looked at.
  func verified(_ store: ByteStore, _ path: String) throws(InterpreterError) -> VerifiedSnapshot {
    do throws(SnapshotError) { return try SnapshotReader.verify(store, path: path) } catch {
      throw InterpreterError(error, path)
    }
  }

  /// - Throws: when damage was found in a file whose records are loaded: what was worked out since
  ///   is not to be trusted.
  package func requireUndamaged() throws(InterpreterError) {
    try requireUndamaged(environment.corpus)
  }

  func requireUndamaged(_ corpus: Corpus) throws(InterpreterError) {
    guard let (path, damage) = corpus.damage else { return }
    throw InterpreterError(damage, path)
  }

  private func map(_ path: String, at span: SourceSpan?) throws(InterpreterError) -> ByteStore {
    do throws(HostError) { return try host.map(path) } catch {
      throw InterpreterError(error, at: span)
    }
  }
}

extension InterpreterError {
  /// Why a snapshot cannot be used.
  package init(_ error: SnapshotError, _ path: String) { self.init(error, path, at: nil) }

  init(_ error: SnapshotError, _ path: String, at span: SourceSpan?) {
    let (code, message, help) = Self.words(error, path)
    self.init(
      .input,
      [
        Diagnostic(
          DiagnosticCode(code), .error, message, at: span.map { .source($0) } ?? .none, help: help)
      ])
  }

  private static func words(
    _ error: SnapshotError, _ path: String
  ) -> (code: String, message: String, help: String) {
    let build = "build it again with `pubql build FILES… -o \(path)`"
    switch error {
    case .notASnapshot:
      return (
        "PQ0520", "`\(path)` is no snapshot, though its name says so",
        "`pubql build FILES… -o NEW.pubdb` makes one; `--from FORMAT` reads it as something else"
      )
    case .version(let found, let known):
      return (
        "PQ0521",
        "`\(path)` has version \(found) of the snapshot's layout, and this program reads \(known)",
        found > known ? "use a newer pubql, or \(build)" : build
      )
    case .rules(let found, let known):
      return (
        "PQ0522",
        "`\(path)` was built with version \(found) of the rules for names, and this program has "
          + "\(known)", build
      )
    case .cutShort: return ("PQ0523", "`\(path)` is not whole: its end is missing", build)
    case .damaged(let part):
      return ("PQ0524", "`\(path)` is damaged: \(part) is not what was written", build)
    }
  }
}
