package import PubQLFormats

/// Writes a snapshot from its beginning to its end: segments one after another, then `finish`.
package struct SnapshotWriter {
  private var sink: SnapshotSink
  private var directory = SnapshotDirectory()
  /// Told how many bytes are written, from time to time.
  private let progress: (Int) -> Void

  package init(
    _ sink: any ByteSink, progress: @escaping (Int) -> Void = { _ in }
  ) throws(OutputError) {
    self.sink = SnapshotSink(sink)
    self.progress = progress
    try self.sink.write(SnapshotDirectory.header)
  }

  /// How many segments and records were added.
  package var segmentCount: Int { directory.segments.count }
  package var recordCount: Int { directory.segments.reduce(0) { $0 + $1.recordCount } }

  /// Adds a corpus as one segment; one without records adds nothing.
  package mutating func add(_ corpus: Corpus) throws(OutputError) {
    guard corpus.recordCount > 0 else { return }
    var segment = SnapshotLayout.Segment(recordCount: corpus.recordCount)
    for (index, field) in corpus.fields.enumerated() {
      progress(sink.offset)
      segment.fields.append(
        try field.kind.isCoded ? coded(field, corpus.coded(index)) : texts(field, index, corpus))
    }
    segment.sections = try origins(corpus)
    directory.segments.append(segment)
  }

  /// Adds the segments of another snapshot, without some of its records.
  ///
  /// What keeps all of its records is copied to the letter, at the speed of copying; only segments
  /// that lose some are made anew.
  /// - Parameters:
  ///   - gone: the records to leave out.
  ///   - first: whether they come before the segments that were added already.
  package mutating func add(
    _ snapshot: VerifiedSnapshot, without gone: RecordSet? = nil, first: Bool = false
  ) throws(OutputError) {
    let others = directory.segments
    if first { directory.segments = [] }
    defer { if first { directory.segments += others } }
    for (index, segment) in snapshot.directory.segments.enumerated() {
      let kept = gone.map { snapshot.corpus.kept(ofSegment: index, without: $0) }
      if let kept, kept.count < segment.recordCount {
        try add(Corpus(segments: [snapshot.corpus.segments[index].keeping(kept)]))
      } else {
        try copy(segment, from: snapshot.file)
      }
    }
  }

  /// Copies a segment to the letter; only its places change.
  private mutating func copy(
    _ segment: SnapshotLayout.Segment, from old: ByteStore
  ) throws(OutputError) {
    var copy = segment
    for field in copy.fields.indices {
      copy.fields[field].sections = try copied(copy.fields[field].sections, from: old)
    }
    copy.sections = try copied(copy.sections, from: old)
    directory.segments.append(copy)
  }

  private mutating func copied(
    _ sections: [SnapshotLayout.Section], from old: ByteStore
  ) throws(OutputError) -> [SnapshotLayout.Section] {
    var result: [SnapshotLayout.Section] = []
    for section in sections {
      progress(sink.offset)
      let start = Int(section.offset)
      let bytes = UnsafeBufferPointer(rebasing: old.bytes[start..<start + Int(section.length)])
      result.append(try sink.section(section.role, bytes))
    }
    return result
  }

  /// Writes where everything is; nothing may be added behind that.
  package mutating func finish() throws(OutputError) {
    let bytes = directory.bytes
    let offset = sink.offset
    try sink.write(bytes)
    try sink.write(
      SnapshotDirectory.trailer(
        fileLength: sink.offset + SnapshotLayout.trailerLength, offset: offset, directory: bytes))
    progress(sink.offset)
  }

  // MARK: Fields

  private mutating func coded(
    _ field: CorpusField, _ coded: CodedField
  ) throws(OutputError) -> SnapshotLayout.Field {
    let (dictionary, column) = (coded.dictionary, coded.column)
    var layout = SnapshotLayout.Field(
      name: field.name, kind: field.kind, isMultiple: column.isMultiple,
      hasRepeatedGroups: column.hasRepeatedGroups)
    layout.sections = [
      try sink.section(.valueStarts, dictionary.texts.starts.buffer),
      try sink.section(.valueBytes, dictionary.texts.values.buffer),
      try sink.section(.foldedStarts, dictionary.folded.starts.buffer),
      try sink.section(.foldedBytes, dictionary.folded.values.buffer),
      try sink.section(.codeStarts, column.starts.buffer),
      try sink.section(.codes, column.codes.buffer),
      try sink.section(.postingStarts, column.postingStarts.buffer),
      try sink.section(.postings, column.postings.buffer),
    ]
    if let groups = dictionary.groups.groupOfCode, let codes = dictionary.groups.representatives {
      layout.sections.append(try sink.section(.groupOfCode, groups.buffer))
      layout.sections.append(try sink.section(.representatives, codes.buffer))
    }
    return layout
  }

  private mutating func texts(
    _ field: CorpusField, _ index: Int, _ corpus: Corpus
  ) throws(OutputError) -> SnapshotLayout.Field {
    var layout = SnapshotLayout.Field(name: field.name, kind: field.kind)
    var starts: [UInt64] = [0]
    starts.reserveCapacity(corpus.recordCount + 1)
    var presence = RecordSet(universe: corpus.recordCount)
    let progress = progress
    layout.sections.append(
      try sink.section(.textBytes) { (sink: inout SnapshotSink) throws(OutputError) in
        var end: UInt64 = 0
        for record in 0..<corpus.recordCount {
          if let text = corpus.text(index, record) {
            try sink.append(UnsafeRawBufferPointer(text))
            end += UInt64(text.count)
            presence.insert(record)
          }
          starts.append(end)
          if record & 0xFFFF == 0 { progress(sink.offset) }
        }
      })
    layout.sections.append(try sink.section(.textStarts, starts))
    if presence.count < corpus.recordCount {
      layout.sections.append(try sink.section(.textPresence, presence.words))
    }
    if field.kind == .text {
      layout.sections += try WordIndexWriter.write(
        corpus, field: index, to: &sink, progress: progress)
    }
    return layout
  }

  // MARK: Sources

  private mutating func origins(
    _ corpus: Corpus
  ) throws(OutputError) -> [SnapshotLayout.Section] {
    var names: [UInt8] = []
    var nameStarts: [UInt32] = [0]
    var firstRecords: [UInt32] = []
    var lines: [UInt32] = []
    lines.reserveCapacity(corpus.recordCount)
    for (segment, base) in zip(corpus.segments, corpus.bases) {
      for file in segment.recordOrigin.files {
        names += Array(file.name.utf8)
        nameStarts.append(UInt32(names.count))
        firstRecords.append(UInt32(base + file.firstRecord))
      }
      lines += Array(segment.recordOrigin.lines)
    }
    return [
      try sink.section(.fileNameBytes, names), try sink.section(.fileNameStarts, nameStarts),
      try sink.section(.fileFirstRecords, firstRecords), try sink.section(.lines, lines),
    ]
  }
}
