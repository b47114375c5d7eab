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
      let names = sections.block(.fileNameBytes, of: UInt8.self),
      let starts = sections.starts(.fileNameStarts, count: nil, end: names.count),
      let firstRecords = sections.block(.fileFirstRecords)
    else { return nil }
    guard lines.count == recordCount, firstRecords.count == starts.count - 1,
      MappedSections.ascends(firstRecords.buffer),
      firstRecords.last.map({ $0 < recordCount }) ?? true
    else { return sections.damaged() }
    return RecordOrigin(
      files: firstRecords.indices.map { file in
        let name = names.part(Int(starts[file])..<Int(starts[file + 1]))
        return (String(decoding: name, as: UTF8.self), Int(firstRecords[file]))
      }, lines: lines)
  }

  /// Stands for what is damaged.
  var nothing: RecordOrigin {
    RecordOrigin(files: [], lines: Block([UInt32](repeating: 0, count: recordCount)))
  }
}
