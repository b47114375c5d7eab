import PubQLFormats
import PubQLModel

/// Joins what the cores have read of pieces into the columns of a segment.
struct ColumnJoiner: Sendable {
  /// In the order of the text.
  let pieces: [ReadPiece]
  let workers: [LoadWorker]
  let recordCount: Int

  init(pieces: [ReadPiece], workers: [LoadWorker]) {
    self.pieces = pieces
    self.workers = workers
    recordCount = pieces.reduce(0) { $0 + $1.recordCount }
  }

  /// All fields of the segment.
  func fields(in stores: TextStores) -> [SegmentField] {
    let names = fieldNames
    return Parallel.map(names.count) { index in
      let name = names[index]
      let standard = StandardField.allCases.first { $0.name == name }
      let kind = standard.map(FieldKind.init) ?? .category
      guard kind.isCoded else {
        return SegmentField(
          name: name, kind: kind, isMultiple: false,
          data: .text(LoadedTexts(textColumn(standard), in: stores)))
      }
      let field = coded(name, kind)
      return SegmentField(
        name: name, kind: kind, isMultiple: field.column.isMultiple, data: .coded(Lazy(field)))
    }
  }

  /// The bytes that readers made, piece after piece; empty when memory is short.
  func made() -> ByteStore {
    var builder = ByteStoreBuilder()
    for piece in pieces {
      piece.made.withUnsafeBufferPointer { bytes in
        // Values are checked against the store's length where they are read.
        try? builder.append(bytes)
      }
    }
    return builder.finish()
  }

  /// The standard fields, then those that have a value.
  private var fieldNames: [String] {
    var names = StandardField.allCases.map(\.name)
    let known = Set(names)
    var others: Set<String> = []
    for field in workers.flatMap(\.fields) where !known.contains(field.name) {
      if field.collector.values.count > 0 { others.insert(field.name) }
    }
    names += others.sorted()
    return names
  }

  private func textColumn(_ field: StandardField?) -> TextColumn {
    var column = TextColumn()
    column.reserve(recordCount)
    guard let field else { return column }
    var madeBase: UInt32 = 0
    for piece in pieces {
      let raw = piece.texts[field.rawValue]
      var start = 0
      for record in 0..<piece.recordCount {
        let end = record < raw.ends.count ? Int(raw.ends[record]) : start
        if start < end {
          let value = raw.values[start]
          let shift = value.start & RawValue.madeFlag != 0 ? madeBase : piece.offset
          column.append(RawValue(start: value.start + shift, length: value.length))
        } else {
          column.appendMissing()
        }
        start = end
      }
      madeBase += UInt32(piece.made.count)
    }
    return column
  }

  // MARK: Coded fields

  /// The codes of a field for the pieces that one core has read, and what these codes are called in
  /// the segment.
  private struct Part {
    let pieces: [Int: PieceCodes]
    var newCodes: [UInt32]
  }

  private func coded(_ name: String, _ kind: FieldKind) -> CodedField {
    var builder = DictionaryBuilder(kind: kind)
    var parts = kind == .date ? dates(&builder) : values(name, &builder)
    let values = builder.finish()
    for index in parts.indices {
      for code in parts[index].newCodes.indices where parts[index].newCodes[code] != Self.unused {
        parts[index].newCodes[code] = values.places[Int(parts[index].newCodes[code])]
      }
    }
    let (starts, codes) = codes(parts)
    return CodedField(kind, values, starts: starts, codes: codes)
  }

  /// Stands for a value that no record has.
  private static let unused = UInt32.max

  private func dates(_ builder: inout DictionaryBuilder) -> [Part] {
    var parts: [Part] = []
    for worker in workers {
      let newCodes = (0..<worker.dates.values.count).map { code in
        worker.dates.values.withBytes(UInt32(code)) {
          builder.intern($0, date: worker.dates.dates[code])
        }
      }
      parts.append(Part(pieces: worker.dates.pieces, newCodes: newCodes))
    }
    return parts
  }

  private func values(_ name: String, _ builder: inout DictionaryBuilder) -> [Part] {
    var parts: [Part] = []
    for field in workers.flatMap(\.fields) where field.name == name {
      let isUsed = field.collector.isUsed
      let newCodes = (0..<field.collector.values.count).map { code in
        if !isUsed.isEmpty, !isUsed[code] { return Self.unused }
        return field.collector.values.withBytes(UInt32(code)) { builder.intern($0, date: nil) }
      }
      parts.append(Part(pieces: field.collector.pieces, newCodes: newCodes))
    }
    return parts
  }

  /// The codes of all records, in the segment's numbers.
  private func codes(_ parts: [Part]) -> (starts: Block<UInt32>, codes: Block<UInt32>) {
    let found = pieces.indices.map { number in
      parts.lazy.compactMap { part in part.pieces[number].map { ($0, part.newCodes) } }.first
    }
    let count = found.reduce(0) { $0 + ($1?.0.codes.count ?? 0) }
    let starts = Block<UInt32>(atMost: recordCount + 1) { starts in
      var record = 0
      var base: UInt32 = 0
      for (piece, found) in zip(pieces, found) {
        for own in 0..<piece.recordCount {
          starts[record] = base + (found?.0.starts[own] ?? 0)
          record += 1
        }
        base += UInt32(found?.0.codes.count ?? 0)
      }
      starts[record] = base
      return record + 1
    }
    let codes = Block<UInt32>(atMost: count) { codes in
      var place = 0
      for case let (piece, newCodes)? in found {
        for code in piece.codes {
          codes[place] = newCodes[Int(code)]
          place += 1
        }
      }
      return place
    }
    return (starts, codes)
  }
}
