package import PubQLDiagnostics
package import PubQLEngine
import PubQLFormats

/// What was read by one `load`.
struct LoadedFiles {
  let loaded: LoadedCorpus
  let fileCount: Int
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

  /// Reads files into columns. Small ones share a store, so that a folder of many files becomes
  /// few segments.
  func read(
    _ paths: [String], spans: [SourceSpan], format: String? = nil
  ) throws(InterpreterError) -> LoadedFiles {
    var texts: [SourceText] = []
    var waiting: [(path: String, range: Range<Int>, isSingle: Bool, span: SourceSpan?)] = []
    var builder = ByteStoreBuilder()
    for (index, path) in paths.enumerated() {
      let span = spans.indices.contains(index) ? spans[index] : nil
      let match: FileMatch
      do throws(HostError) {
        match = try host.files(matching: path)
      } catch { throw InterpreterError(error, at: span) }
      for file in match.paths {
        let start = builder.count
        do throws(HostError) {
          try host.read(file, into: &builder)
        } catch { throw InterpreterError(error, at: span) }
        waiting.append((file, start..<builder.count, match.isSingle, span))
        if builder.count >= CorpusLoader.segmentLength {
          let full = builder
          builder = ByteStoreBuilder()
          texts += try self.texts(waiting, full.finish(), format)
          waiting = []
        }
      }
    }
    texts += try self.texts(waiting, builder.finish(), format)
    return load(texts)
  }

  private func load(_ texts: [SourceText]) -> LoadedFiles {
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
