package import PubQLDiagnostics
package import PubQLEngine
import PubQLFormats

/// What was read by one `load`.
struct LoadedFiles {
  let loaded: LoadedCorpus
  let fileCount: Int

  /// These, and then those.
  func joined(with more: LoadedFiles) -> LoadedFiles {
    if fileCount == 0 { return more }
    let problems = loaded.problems + more.loaded.problems
    return LoadedFiles(
      loaded: LoadedCorpus(
        corpus: Corpus(joining: [loaded.corpus, more.loaded.corpus]),
        problems: Array(problems.prefix(CorpusLoader.problemLimit)),
        problemCount: loaded.problemCount + more.loaded.problemCount,
        skippedLines: loaded.skippedLines + more.loaded.skippedLines),
      fileCount: fileCount + more.fileCount)
  }
}

/// Files that are read one after another.
private struct FileBatch: ~Copyable {
  /// Texts that wait for the end of their store
  var waiting: [(path: String, range: Range<Int>, isSingle: Bool, span: SourceSpan?)] = []
  var builder = ByteStoreBuilder()
  /// Texts that wait to be taken apart together
  var texts: [SourceText] = []
  private(set) var files = LoadedFiles(
    loaded: LoadedCorpus(corpus: .empty), fileCount: 0)

  /// Ends the store, and begins a new one.
  mutating func takeStore() -> ByteStore {
    waiting = []
    return builder.take()
  }

  mutating func add(_ more: LoadedFiles) { files = files.joined(with: more) }
}

/// What a load gave.
package struct LoadReport: Sendable {
  package let name: String?
  package let fileCount: Int
  package let recordCount: Int
  package let skippedLines: Int
  /// The first oddities, in order.
  package let problems: [Diagnostic]
  package let problemCount: Int
}

extension Interpreter {
  /// Reads files, folders and patterns, and makes their records part of the corpus.
  package func load(
    _ paths: [String], format: String?, named name: String?
  ) throws(InterpreterError) -> LoadReport {
    add(try read(paths, spans: [], format: format), named: name)
  }

  /// Reads a text.
  package func load(
    bytes: [UInt8], called file: String, format: String?, named name: String?
  ) throws(InterpreterError) -> LoadReport {
    var builder = ByteStoreBuilder()
    do throws(StorageError) {
      try bytes.withUnsafeBufferPointer { (bytes) throws(StorageError) in
        try builder.append(bytes)
      }
    } catch { throw InterpreterError(HostError.outOfMemory(file)) }
    let store = builder.finish()
    guard let reader = reader(file, store.bytes, format) else {
      throw InterpreterError.unknownFormat(file, .none)
    }
    return add(
      load([SourceText(name: file, store: store, range: 0..<store.count, reader: reader)]),
      named: name)
  }

  func add(_ files: LoadedFiles, named name: String?) -> LoadReport {
    environment.add(files.loaded.corpus, named: name)
    return LoadReport(
      name: name, fileCount: files.fileCount, recordCount: files.loaded.corpus.recordCount,
      skippedLines: files.loaded.skippedLines, problems: files.loaded.problems,
      problemCount: files.loaded.problemCount)
  }

  /// Reads files into columns, in their order. Small texts share a store, so that a folder of many
  /// files becomes few segments.
  func read(
    _ paths: [String], spans: [SourceSpan], format: String? = nil
  ) throws(InterpreterError) -> LoadedFiles {
    var batch = FileBatch()
    for (index, path) in paths.enumerated() {
      let span = spans.indices.contains(index) ? spans[index] : nil
      let match: FileMatch
      do throws(HostError) {
        match = try host.files(matching: path)
      } catch { throw InterpreterError(error, at: span) }
      for file in match.paths {
        if SnapshotFiles.isSnapshot(file, format) {
          try finish(&batch, format)
          batch.add(try snapshot(file, at: span))
        } else {
          try read(file, isSingle: match.isSingle, at: span, into: &batch, format)
        }
      }
    }
    try finish(&batch, format)
    return batch.files
  }

  private func read(
    _ file: String, isSingle: Bool, at span: SourceSpan?, into batch: inout FileBatch,
    _ format: String?
  ) throws(InterpreterError) {
    let start = batch.builder.count
    do throws(HostError) {
      try host.read(file, into: &batch.builder)
    } catch { throw InterpreterError(error, at: span) }
    batch.waiting.append((file, start..<batch.builder.count, isSingle, span))
    if batch.builder.count >= CorpusLoader.segmentLength { try cut(&batch, format) }
  }

  /// Ends the store in hand.
  private func cut(_ batch: inout FileBatch, _ format: String?) throws(InterpreterError) {
    let waiting = batch.waiting
    batch.texts += try texts(waiting, batch.takeStore(), format)
  }

  /// Reads the texts that were collected.
  private func finish(_ batch: inout FileBatch, _ format: String?) throws(InterpreterError) {
    try cut(&batch, format)
    guard !batch.texts.isEmpty else { return }
    batch.add(load(batch.texts))
    batch.texts = []
  }

  func load(_ texts: [SourceText]) -> LoadedFiles {
    var loader = CorpusLoader()
    loader.vocabulary = vocabulary
    return LoadedFiles(loaded: loader.load(texts), fileCount: texts.count)
  }

  /// The texts whose format is known. A file that was named itself has to be one of them; of a
  /// folder or pattern those of other formats are left out.
  private func texts(
    _ files: [(path: String, range: Range<Int>, isSingle: Bool, span: SourceSpan?)],
    _ store: ByteStore, _ format: String?
  ) throws(InterpreterError) -> [SourceText] {
    var texts: [SourceText] = []
    for file in files {
      let bytes = UnsafeBufferPointer(rebasing: store.bytes[file.range])
      if let reader = reader(file.path, bytes, format) {
        texts.append(
          SourceText(name: file.path, store: store, range: file.range, reader: reader))
      } else if file.isSingle {
        throw InterpreterError.unknownFormat(file.path, file.span.map { .source($0) } ?? .none)
      }
    }
    return texts
  }

  private func reader(
    _ path: String, _ bytes: UnsafeBufferPointer<UInt8>, _ format: String?
  ) -> (any FormatReader)? {
    if let format { return FormatRegistry.reader(named: format) }
    return FormatRegistry.reader(forPath: path, beginning: bytes)
  }
}

extension Interpreter {
  /// Makes records of a host part of the corpus.
  package func add(_ corpus: Corpus, named name: String?) -> LoadReport {
    environment.add(corpus, named: name)
    return LoadReport(
      name: name, fileCount: 0, recordCount: corpus.recordCount, skippedLines: 0, problems: [],
      problemCount: 0)
  }
}
