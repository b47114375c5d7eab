/// The files and lines that the records of a mapped file come from.
struct MappedOrigin: Sendable {
  let sections: MappedSections
  let recordCount: Int

  init(_ sections: MappedSections, recordCount: Int) {
    self.sections = sections
    self.recordCount = recordCount
  }

  /// Nil when it is damaged, which the log knows then.
  func origin() -> RecordOrigin? {
    guard let lines = sections.block(.lines),
      let firstRecords = sections.block(.fileFirstRecords),
      let names: Lists<UInt32, UInt8> = sections.lists(
        .fileNameStarts, .fileNameBytes, count: firstRecords.count)
    else { return nil }
    guard lines.count == recordCount,
      MappedSections.ascends(firstRecords.buffer),
      firstRecords.last.map({ $0 < recordCount }) ?? true
    else { return sections.damaged() }
    return RecordOrigin(
      files: firstRecords.indices.map { file in
        (String(decoding: names[file], as: UTF8.self), Int(firstRecords[file]))
      }, lines: lines)
  }

  /// Stands for what is damaged.
  var nothing: RecordOrigin {
    RecordOrigin(files: [], lines: Block([UInt32](repeating: 0, count: recordCount)))
  }
}
