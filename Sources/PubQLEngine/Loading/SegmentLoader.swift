import PubQLFormats
import PubQLModel

/// Makes one segment of texts that lie in one store.
struct SegmentLoader: Sendable {
  let parts: [TextPart]
  let vocabulary: Vocabulary

  /// The segment, or nil when there is no record.
  /// - Parameter position: how far the lines of the last text are counted.
  func load(_ log: inout ProblemLog, _ position: inout LinePosition) -> Segment? {
    guard let store = parts.first?.source.store else { return nil }
    let textStart = parts.map { $0.source.range.lowerBound }.min() ?? 0
    let cuts = parts.flatMap { part in
      CorpusLoader.cut(part.source, part.range, every: CorpusLoader.pieceLength).map {
        TextPart(source: part.source, range: $0)
      }
    }
    let workers = Parallel.shared(cuts.count) { numbers in
      let worker = LoadWorker()
      while let number = numbers.next() {
        let offset = UInt32(cuts[number].source.range.lowerBound - textStart)
        worker.read(cuts[number], number: number, offset: offset)
      }
      return worker
    }
    let pieces = workers.flatMap(\.pieces).sorted { $0.number < $1.number }.map(\.piece)
    let origin = describe(cuts, pieces, &log, &position)
    guard pieces.contains(where: { $0.recordCount > 0 }) else { return nil }
    resolveLists(of: workers)
    let joiner = ColumnJoiner(pieces: pieces, workers: workers)
    let stores = TextStores(text: store, textStart: textStart, made: joiner.made())
    return Segment(
      recordCount: joiner.recordCount, fields: joiner.fields(in: stores), origin: Lazy(origin))
  }

  private func resolveLists(of workers: [LoadWorker]) {
    let names = NameKnowledge(workers, vocabulary)
    let fields = workers.flatMap(\.fields)
    _ = Parallel.map(fields.count) { fields[$0].collector.resolve(names) }
  }

  /// Files and lines of the records, and the oddities with their files and lines.
  private func describe(
    _ cuts: [TextPart], _ pieces: [ReadPiece], _ log: inout ProblemLog,
    _ position: inout LinePosition
  ) -> RecordOrigin {
    var files: [(name: String, firstRecord: Int)] = []
    var lines: [UInt32] = []
    lines.reserveCapacity(pieces.reduce(0) { $0 + $1.recordCount })
    var file: Int?
    for (cut, piece) in zip(cuts, pieces) {
      if file != cut.source.range.lowerBound {
        // A text may go on from the segment before.
        position.begin(cut.source)
        files.append((cut.source.name, lines.count))
        file = cut.source.range.lowerBound
      }
      let base = position.lines
      lines.append(contentsOf: piece.lines.lazy.map { $0 + UInt32(base) })
      for problem in piece.problems.sorted(by: { $0.line < $1.line }) {
        log.add(problem, file: cut.source.name, line: base + problem.line)
      }
      position.lines += piece.lineCount
    }
    return RecordOrigin(files: files, lines: Block(lines))
  }
}

/// How many lines of a text come before what is read next.
struct LinePosition {
  private var text: (store: ObjectIdentifier, start: Int)?
  fileprivate(set) var lines = 0

  init() {}

  /// Goes on with a text, from its beginning unless it is the one in hand.
  fileprivate mutating func begin(_ source: SourceText) {
    let next = (ObjectIdentifier(source.store), source.range.lowerBound)
    if let text, text == next { return }
    text = next
    lines = source.linesBefore
  }
}
