import PubQLDiagnostics
import PubQLEngine

extension Interpreter {
  /// Reads files and writes their records to a snapshot, part by part: what is written is not kept.
  ///
  /// - Parameters:
  ///   - memory: about how much may be taken; nil for what all files need. Unit: bytes.
  /// - Returns: what was read, and what became of the snapshot. A segment for each part.
  package func build(
    from paths: [String], format: String?, to output: String, _ target: SnapshotTarget,
    memory: Int?, progress: @escaping SnapshotProgress.Receiver
  ) throws(InterpreterError) -> (LoadReport, SnapshotChange) {
    let files = try files(matching: paths)
    let meter = ProgressMeter(
      progress,
      work: textLength(of: files, format).map {
        $0 * (1 + ProgressMeter.loading + ProgressMeter.writing)
      })
    var tally = LoadTally()
    let change = try build(output, target, meter) { add throws(InterpreterError) in
      try readParts(files, format, memory: memory, meter, &tally, add)
    }
    return (tally.report, change)
  }

  private func readParts(
    _ files: [(path: String, isSingle: Bool)], _ format: String?, memory: Int?,
    _ meter: ProgressMeter, _ tally: inout LoadTally,
    _ add: (Corpus) throws(InterpreterError) -> Void
  ) throws(InterpreterError) {
    let limit = memory.map { $0 / Self.memoryOfText } ?? Int.max
    let partLength = min(limit, CorpusLoader.segmentLength)
    var reader = PartReader(host, files, format: format, partLength: partLength)
    var corpora: [Corpus] = []
    var length = 0
    func flush() throws(InterpreterError) {
      meter.beginsWriting(length, work: length * ProgressMeter.writing)
      try add(Corpus(joining: corpora))
      meter.endsWriting()
      (corpora, length) = ([], 0)
    }
    while let part = try reader.next() {
      let files: LoadedFiles
      switch part {
      case .snapshot(let path): files = try snapshot(path, at: nil)
      case .texts(let texts):
        let bytes = texts.reduce(0) { $0 + $1.range.count }
        meter.did(bytes)
        files = load(texts)
        meter.did(bytes * ProgressMeter.loading)
        length += bytes
      }
      tally.add(files, part)
      corpora.append(files.loaded.corpus)
      // The next part has to fit beside what is kept.
      if length > limit - partLength { try flush() }
    }
    if !corpora.isEmpty { try flush() }
    // What of a snapshot was read is damaged, or not.
    try tally.requireUndamaged()
  }

  /// How many bytes of memory a byte of text takes on its way into a snapshot, as measured.
  private static let memoryOfText = 4

  private func files(
    matching paths: [String]
  ) throws(InterpreterError) -> [(path: String, isSingle: Bool)] {
    var files: [(path: String, isSingle: Bool)] = []
    for path in paths {
      do throws(HostError) {
        let match = try host.files(matching: path)
        files += match.paths.map { ($0, match.isSingle) }
      } catch { throw InterpreterError(error) }
    }
    return files
  }

  /// How many bytes all texts have; nil where that is not known.
  private func textLength(
    of files: [(path: String, isSingle: Bool)], _ format: String?
  ) -> Int? {
    var sum = 0
    for file in files where !SnapshotFiles.isSnapshot(file.path, format) {
      guard let length = try? host.open(file.path).length else { return nil }
      sum += length
    }
    return sum
  }
}

/// What was read of all parts together.
private struct LoadTally {
  private var paths: Set<String> = []
  private var records = 0
  private var skippedLines = 0
  private var problems: [Diagnostic] = []
  private var problemCount = 0
  private var snapshots: [Corpus] = []

  mutating func add(_ files: LoadedFiles, _ part: PartReader.Part) {
    switch part {
    case .snapshot(let path):
      paths.insert(path)
      snapshots.append(files.loaded.corpus)
    case .texts(let texts): paths.formUnion(texts.map(\.name))
    }
    records += files.loaded.corpus.recordCount
    skippedLines += files.loaded.skippedLines
    problems += files.loaded.problems.prefix(CorpusLoader.problemLimit - problems.count)
    problemCount += files.loaded.problemCount
  }

  func requireUndamaged() throws(InterpreterError) {
    for case let (path, damage)? in snapshots.map(\.damage) {
      throw InterpreterError(damage, path)
    }
  }

  var report: LoadReport {
    LoadReport(
      name: nil, fileCount: paths.count, recordCount: records, skippedLines: skippedLines,
      problems: problems, problemCount: problemCount)
  }
}
