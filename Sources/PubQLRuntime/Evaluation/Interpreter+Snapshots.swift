import PubQLDiagnostics
package import PubQLEngine
import PubQLFormats

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
    do throws(SnapshotError) {
      let corpus = try SnapshotReader.verify(store, path: path)
      return (corpus.recordCount, corpus.segments.count)
    } catch { throw InterpreterError(error, path, at: nil) }
  }

  /// Writes all records that are loaded as a snapshot: under another name, which it changes at the
  /// end, so that a file of that name stays whole whatever happens.
  /// - Parameter progress: is told from time to time how many bytes are written.
  package func build(
    _ path: String, replacing: Bool, progress: @escaping (Int) -> Void
  ) throws(InterpreterError) {
    let corpus = environment.corpus
    try write(path, replacing: replacing) { file throws(OutputError) in
      try SnapshotWriter.write(corpus, to: file, progress: progress)
    }
  }

  /// Writes a snapshot anew with all records that are loaded behind its own.
  package func append(
    to path: String, progress: @escaping (Int) -> Void
  ) throws(InterpreterError) {
    let store = try map(path, at: nil)
    do throws(SnapshotError) {
      // What is damaged must not get new checksums.
      try SnapshotReader.verify(store, path: path)
    } catch { throw InterpreterError(error, path, at: nil) }
    let corpus = environment.corpus
    try write(path, replacing: true) { file throws(OutputError) in
      try SnapshotWriter.write(corpus, behind: store, to: file, progress: progress)
    }
  }

  private func write(
    _ path: String, replacing: Bool, _ body: (any HostFile) throws(OutputError) -> Void
  ) throws(InterpreterError) {
    let file: any HostFile
    do throws(HostError) {
      file = try host.create(path, replacing: replacing)
    } catch { throw InterpreterError(error) }
    do throws(OutputError) { try body(file) } catch {
      file.discard()
      throw InterpreterError(HostError.unwritable(path, cause: error.cause))
    }
    do throws(InterpreterError) { try requireUndamaged() } catch {
      file.discard()
      throw error
    }
    do throws(HostError) { try file.commit() } catch { throw InterpreterError(error) }
  }

  /// - Throws: when damage was found in a file whose records are loaded: what was worked out since
  ///   is not to be trusted.
  package func requireUndamaged() throws(InterpreterError) {
    guard let (path, damage) = environment.corpus.damage else { return }
    throw InterpreterError(damage, path, at: nil)
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
