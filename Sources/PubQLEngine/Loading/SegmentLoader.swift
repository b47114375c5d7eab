import PubQLFormats
import PubQLModel

/// Makes one segment of texts that lie in one store.
struct SegmentLoader: Sendable {
  let parts: [TextPart]
  let vocabulary: Vocabulary

  /// The segment, or nil when there is no record.
  func load(_ log: inout ProblemLog) -> Segment? {
    guard let store = parts.first?.source.store else { return nil }
    let textStart = parts.map { $0.source.range.lowerBound }.min() ?? 0
    let pieces = parts.flatMap { part in
      CorpusLoader.cut(part.source, part.range, every: CorpusLoader.pieceLength).map {
        TextPart(source: part.source, range: $0)
      }
    }
    let raw = Parallel.map(pieces.count) { index in
      let piece = pieces[index]
      return RawPiece(
        records: piece.source.reader.read(piece.source.text, range: piece.range),
        text: piece.source.text,
        offset: UInt32(piece.source.range.lowerBound - textStart))
    }
    let names = NameKnowledge(raw, vocabulary)
    let columns = Parallel.map(raw.count) { PieceColumns(raw[$0], names) }
    let recordCount = raw.reduce(0) { $0 + $1.records.recordCount }
    let origin = describe(pieces, raw, columns, &log)
    guard recordCount > 0 else { return nil }
    let joiner = ColumnJoiner(raw: raw, columns: columns)
    let stores = TextStores(text: store, textStart: textStart, made: joiner.made())
    return Segment(
      recordCount: recordCount, fields: joiner.fields(in: stores), origin: Lazy(origin))
  }

  /// Files and lines of the records, and the oddities with their files and lines.
  private func describe(
    _ pieces: [TextPart], _ raw: [RawPiece], _ columns: [PieceColumns], _ log: inout ProblemLog
  ) -> RecordOrigin {
    var files: [(name: String, firstRecord: Int)] = []
    var lines: [UInt32] = []
    var lineBase = 0
    var file: Int?
    for (index, piece) in pieces.enumerated() {
      let start = piece.source.range.lowerBound
      if file != start || piece.range.lowerBound == 0 {
        // A text that goes on from the segment before counts its lines from its beginning.
        lineBase = file == start ? lineBase : Self.lines(before: piece)
        files.append((piece.source.name, lines.count))
        file = start
      }
      let records = raw[index].records
      lines.append(contentsOf: records.lines.map { $0 + UInt32(lineBase) })
      let problems = (records.problems + columns[index].problems).sorted { $0.line < $1.line }
      for problem in problems {
        log.add(problem, file: piece.source.name, line: lineBase + problem.line)
      }
      lineBase += records.lineCount
    }
    return RecordOrigin(files: files, lines: Block(lines))
  }

  private static func lines(before piece: TextPart) -> Int {
    piece.source.linesBefore
      + piece.source.text[..<piece.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
  }
}

/// What a reader made of a piece of a text.
struct RawPiece: @unchecked Sendable {
  // Sendable: the text belongs to a store that the loader keeps alive, and is not written to.
  let records: RawRecords
  let text: UnsafeBufferPointer<UInt8>
  /// What to add to an offset in the text for an offset in the segment.
  let offset: UInt32

  /// Lets `body` see the bytes of a value.
  @inline(__always)
  func withBytes<R>(_ value: RawValue, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let length = Int(value.length)
    if value.start & RawValue.madeFlag == 0 {
      let start = Int(value.start)
      return body(UnsafeBufferPointer(rebasing: text[start..<start + length]))
    }
    let start = Int(value.start & ~RawValue.madeFlag)
    return records.made.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start..<start + length]))
    }
  }
}

/// Which names contain *and*, as the built-in vocabulary, the user's, and the corpus itself show.
struct NameKnowledge: Sendable {
  let topics: Vocabulary
  let places: Vocabulary
  /// Institutions, which also write papers.
  let institutions: Set<[UInt8]>

  init(_ pieces: [RawPiece], _ user: Vocabulary) {
    let learned = Parallel.map(pieces.count) { index in
      (
        Self.learn(pieces[index], .topics), Self.learn(pieces[index], .regions),
        Self.institutions(pieces[index])
      )
    }
    var topicLearner = ProseListLearner()
    var placeLearner = ProseListLearner()
    var institutions: Set<[UInt8]> = []
    for (topics, places, names) in learned {
      topicLearner.merge(topics)
      placeLearner.merge(places)
      institutions.formUnion(names)
    }
    var topicBase = Vocabulary.topics
    var placeBase = Vocabulary.places
    topicBase.formUnion(user)
    placeBase.formUnion(user)
    topics = topicLearner.vocabulary(over: topicBase)
    places = placeLearner.vocabulary(over: placeBase)
    self.institutions = institutions
  }

  private static func learn(_ piece: RawPiece, _ field: StandardField) -> ProseListLearner {
    var learner = ProseListLearner()
    let raw = piece.records.fields[field.rawValue]
    guard raw.form == .prose else { return learner }
    for value in raw.values { piece.withBytes(value) { learner.learn($0) } }
    return learner
  }

  private static func institutions(_ piece: RawPiece) -> Set<[UInt8]> {
    var names = Interner()
    for value in piece.records.fields[StandardField.institutions.rawValue].values {
      _ = piece.withBytes(value) { names.intern($0) }
    }
    var result: Set<[UInt8]> = []
    for code in 0..<UInt32(names.count) { result.insert(names.withBytes(code, FoldedKey.make)) }
    return result
  }
}
