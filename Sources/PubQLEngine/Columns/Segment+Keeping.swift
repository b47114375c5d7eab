import PubQLModel
import PubQLText

extension Corpus {
  /// The records of a segment, by their numbers there, that are not among those of the corpus.
  func kept(ofSegment index: Int, without gone: RecordSet) -> RecordSet {
    var kept = RecordSet(universe: segments[index].recordCount, full: true)
    for record in 0..<kept.universe where gone.contains(bases[index] + record) {
      kept.remove(record)
    }
    return kept
  }
}

extension Segment {
  /// Some of the records, in their order, as if there had never been others: values that no record
  /// has any more are in no dictionary, and what only a source knows is a field while some record
  /// has it.
  func keeping(_ kept: RecordSet) -> Segment {
    let records = kept.records
    let fields = Parallel.map(self.fields.count) { self.fields[$0].keeping(records) }
    let origin = recordOrigin
    return Segment(
      recordCount: records.count, fields: fields.compactMap { $0 },
      origin: Lazy { origin.keeping(records) }, snapshotLog: snapshotLog)
  }
}

extension SegmentField {
  /// Nil for a field of the source that no record has any more.
  fileprivate func keeping(_ records: [UInt32]) -> SegmentField? {
    switch data {
    case .text(let texts):
      return SegmentField(
        name: name, kind: kind, isMultiple: isMultiple,
        data: .text(KeptTexts(source: texts, records: records)))
    case .coded(let coded):
      let field = coded().keeping(records)
      let isStandard = StandardField.allCases.contains { $0.name == name }
      guard isStandard || field.dictionary.count > 0 else { return nil }
      return SegmentField(
        name: name, kind: kind, isMultiple: field.column.isMultiple, data: .coded(Lazy(field)))
    }
  }
}

/// The texts of some records of a source.
private struct KeptTexts: TextSource {
  let source: any TextSource
  let records: [UInt32]

  func bytes(_ record: Int) -> UnsafeBufferPointer<UInt8>? { source.bytes(Int(records[record])) }
}

extension CodedField {
  /// The field of some records: with the values that they have.
  fileprivate func keeping(_ records: [UInt32]) -> CodedField {
    var starts: [UInt32] = [0]
    var codes: [UInt32] = []
    starts.reserveCapacity(records.count + 1)
    var isUsed = [Bool](repeating: false, count: dictionary.count)
    for record in records {
      for code in column.codes(of: Int(record)) {
        isUsed[Int(code)] = true
        codes.append(code)
      }
      starts.append(UInt32(codes.count))
    }
    let used = isUsed.indices.filter { isUsed[$0] }
    var newCode = [UInt32](repeating: 0, count: dictionary.count)
    for (place, code) in used.enumerated() { newCode[code] = UInt32(place) }
    for place in codes.indices { codes[place] = newCode[Int(codes[place])] }
    let keptCodes = Block(codes)
    let dictionary = dictionary.keeping(used, codes: keptCodes)
    return CodedField(
      dictionary: dictionary,
      column: CodeColumn(
        starts: Block(starts), codes: keptCodes, codeCount: used.count, groups: dictionary.groups))
  }
}

extension ValueDictionary {
  /// - Parameters:
  ///   - used: the codes that stay, ascending.
  ///   - codes: of all records, in the new numbers.
  fileprivate func keeping(_ used: [Int], codes: Block<UInt32>) -> ValueDictionary {
    var entries = DictionaryEntries()
    for code in used {
      withBytes(code) { bytes in withFolded(code) { entries.append(bytes, folded: $0) } }
    }
    let places = kind == .place ? used.map { self.places[$0] } : []
    return ValueDictionary(
      kind: kind, entries: entries, dates: kind == .date ? used.map { dates[$0] } : [],
      places: places, groups: entries.groups(kind, places: places, codes: codes))
  }
}

extension RecordOrigin {
  fileprivate func keeping(_ records: [UInt32]) -> RecordOrigin {
    var kept: [(name: String, firstRecord: Int)] = []
    for (index, file) in files.enumerated() {
      let first = records.indices.partitioningIndex { Int(records[$0]) >= file.firstRecord }
      let end = index + 1 < files.count ? files[index + 1].firstRecord : Int.max
      if first < records.count, Int(records[first]) < end { kept.append((file.name, first)) }
    }
    return RecordOrigin(files: kept, lines: Block(records.map { lines[Int($0)] }))
  }
}
