import PubQLModel

/// A coded field of a mapped file.
struct MappedCodes: Sendable {
  private let layout: SnapshotLayout.Field
  private let sections: MappedSections
  private let recordCount: Int

  init(_ layout: SnapshotLayout.Field, _ sections: MappedSections, recordCount: Int) {
    self.layout = layout
    self.sections = sections
    self.recordCount = recordCount
  }

  /// The field; nil when it is damaged, which the log knows then.
  func field() -> CodedField? {
    guard let dictionary = dictionary(), let column = column(codeCount: dictionary.count) else {
      return nil
    }
    return CodedField(dictionary: dictionary, column: column)
  }

  /// Stands for a field that is damaged: no record has a value.
  var nothing: CodedField {
    DictionaryBuilder(kind: layout.kind).finish(
      starts: [UInt32](repeating: 0, count: recordCount + 1), codes: [])
  }

  private func dictionary() -> ValueDictionary? {
    guard let bytes = sections.block(.valueBytes, of: UInt8.self),
      let starts = sections.starts(.valueStarts, count: nil, end: bytes.count),
      let foldedBytes = sections.block(.foldedBytes, of: UInt8.self),
      let foldedStarts = sections.starts(
        .foldedStarts, count: starts.count - 1, end: foldedBytes.count),
      let groups = groups(codeCount: starts.count - 1),
      let dates = dates(bytes, starts)
    else { return nil }
    return ValueDictionary(
      kind: layout.kind, starts: starts, bytes: bytes, foldedStarts: foldedStarts,
      foldedBytes: foldedBytes, dates: dates, places: places(foldedBytes, foldedStarts),
      groups: groups)
  }

  private func groups(codeCount: Int) -> ValueGroups? {
    guard sections[.groupOfCode] != nil else {
      return ValueGroups(groupOfCode: nil, representatives: nil, count: codeCount)
    }
    guard let groups = sections.block(.groupOfCode), let codes = sections.block(.representatives)
    else { return nil }
    guard groups.count == codeCount, MappedSections.lie(groups, below: codes.count),
      MappedSections.lie(codes, below: codeCount)
    else { return sections.damaged() }
    return ValueGroups(groupOfCode: groups, representatives: codes, count: codes.count)
  }

  /// Dates are stored as EDTF text.
  private func dates(_ bytes: Block<UInt8>, _ starts: Block<UInt32>) -> [PartialDate]? {
    guard layout.kind == .date else { return [] }
    var dates: [PartialDate] = []
    for code in 0..<starts.count - 1 {
      let text = bytes.part(Int(starts[code])..<Int(starts[code + 1]))
      guard let date = try? PartialDate(edtf: String(decoding: text, as: UTF8.self)) else {
        return sections.damaged()
      }
      dates.append(date)
    }
    return dates
  }

  private func places(_ bytes: Block<UInt8>, _ starts: Block<UInt32>) -> [PlaceID?] {
    guard layout.kind == .place else { return [] }
    return (0..<starts.count - 1).map { code in
      Gazetteer.builtIn.find(folded: bytes.part(Int(starts[code])..<Int(starts[code + 1])))
    }
  }

  private func column(codeCount: Int) -> CodeColumn? {
    guard let codes = sections.block(.codes),
      let starts = sections.starts(.codeStarts, count: recordCount, end: codes.count),
      let postings = sections.block(.postings),
      let postingStarts = sections.starts(
        .postingStarts, count: codeCount, end: postings.count)
    else { return nil }
    guard MappedSections.lie(codes, below: codeCount),
      MappedSections.lie(postings, below: recordCount)
    else { return sections.damaged() }
    return CodeColumn(
      starts: starts, codes: codes, postingStarts: postingStarts, postings: postings,
      isMultiple: layout.isMultiple, hasRepeatedGroups: layout.hasRepeatedGroups)
  }
}
