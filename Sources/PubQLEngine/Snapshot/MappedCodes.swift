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
    guard
      let texts: Lists<UInt32, UInt8> = sections.lists(.valueStarts, .valueBytes, count: nil),
      let folded: Lists<UInt32, UInt8> = sections.lists(
        .foldedStarts, .foldedBytes, count: texts.count),
      let groups = groups(codeCount: texts.count), let dates = dates(texts),
      let column = column(codeCount: texts.count)
    else { return nil }
    return CodedField(
      dictionary: ValueDictionary(
        kind: layout.kind, texts: texts, folded: folded, dates: dates, places: places(folded),
        groups: groups),
      column: column)
  }

  /// Looks whether everything makes sense.
  func verify() {
    guard let field = field() else { return }
    _ = (field.dictionary.texts.starts, field.dictionary.folded.starts)
    _ = (field.column.starts, field.column.postingStarts)
  }

  /// Stands for a field that is damaged: no record has a value.
  var nothing: CodedField {
    CodedField(
      layout.kind, DictionaryBuilder(kind: layout.kind).finish(),
      starts: Block(zeros: recordCount + 1), codes: Block([]))
  }

  private func groups(codeCount: Int) -> ValueGroups? {
    guard sections[.groupOfCode] != nil else {
      return ValueGroups(groupOfCode: nil, representatives: nil, count: codeCount)
    }
    guard let groups = sections.block(.groupOfCode), let codes = sections.block(.representatives)
    else { return nil }
    guard groups.count == codeCount else { return sections.damaged() }
    return ValueGroups(groupOfCode: groups, representatives: codes, count: codes.count)
  }

  /// Dates are stored as EDTF text.
  private func dates(_ texts: Lists<UInt32, UInt8>) -> [PartialDate]? {
    guard layout.kind == .date else { return [] }
    var dates: [PartialDate] = []
    for code in 0..<texts.count {
      guard let date = try? PartialDate(edtf: String(decoding: texts[code], as: UTF8.self)) else {
        return sections.damaged()
      }
      dates.append(date)
    }
    return dates
  }

  private func places(_ folded: Lists<UInt32, UInt8>) -> [PlaceID?] {
    guard layout.kind == .place else { return [] }
    return (0..<folded.count).map { Gazetteer.builtIn.find(folded: folded[$0]) }
  }

  private func column(codeCount: Int) -> CodeColumn? {
    guard
      let codes: Lists<UInt32, UInt32> = sections.lists(.codeStarts, .codes, count: recordCount),
      let records: Lists<UInt32, UInt32> = sections.lists(
        .postingStarts, .postings, count: codeCount)
    else { return nil }
    return CodeColumn(
      codesOfRecord: codes, recordsOfCode: records, isMultiple: layout.isMultiple,
      hasRepeatedGroups: layout.hasRepeatedGroups)
  }
}

extension SnapshotLayout.Field {
  /// What the numbers of a section have to lie below.
  func limit(of role: SnapshotLayout.Role, recordCount: Int) -> Int? {
    switch role {
    case .codes, .representatives: count(.valueStarts) - 1
    case .postings: recordCount
    case .groupOfCode: count(.representatives)
    default: nil
    }
  }

  private func count(_ role: SnapshotLayout.Role) -> Int {
    sections.first { $0.role == role }.map { Int($0.length) / role.elementSize } ?? 0
  }
}
