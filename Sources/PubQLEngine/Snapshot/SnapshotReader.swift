import PubQLModel

/// Opens snapshots: reads where everything is, and leaves the rest for when it is asked for.
package enum SnapshotReader {
  /// The records of a snapshot.
  ///
  /// What is read later is checked then; `Corpus.damage` tells of damage that was found.
  /// - Parameters:
  ///   - file: all bytes of the file, at an address that is a multiple of 8.
  ///   - path: what messages call it.
  package static func open(_ file: ByteStore, path: String) throws(SnapshotError) -> Corpus {
    let log = SnapshotLog(path: path)
    return Corpus(
      segments: try SnapshotDirectory(file.bytes).segments.map {
        MappedSegment($0, of: file, log).segment
      })
  }

  /// Makes sure of everything that a snapshot holds.
  /// - Throws: the first damage.
  package static func verify(
    _ file: ByteStore, path: String
  ) throws(SnapshotError) -> VerifiedSnapshot {
    let directory = try SnapshotDirectory(file.bytes)
    let log = SnapshotLog(path: path)
    let segments = directory.segments.map { MappedSegment($0, of: file, log) }
    for segment in segments { segment.verify() }
    if let damage = log.damage { throw damage }
    return VerifiedSnapshot(
      file: file, directory: directory, corpus: Corpus(segments: segments.map(\.segment)))
  }
}

/// A snapshot whose every byte was checked: only such a one is written anew, for what is damaged
/// must not get checksums that hold.
package struct VerifiedSnapshot {
  package let file: ByteStore
  let directory: SnapshotDirectory
  package let corpus: Corpus
}

/// A segment of a mapped file.
struct MappedSegment {
  private let layout: SnapshotLayout.Segment
  private let log: SnapshotLog
  /// The sections of each field, and of the segment.
  private let fields: [MappedSections]
  private let own: MappedSections

  init(_ layout: SnapshotLayout.Segment, of file: ByteStore, _ log: SnapshotLog) {
    self.layout = layout
    self.log = log
    fields = layout.fields.map {
      MappedSections($0, recordCount: layout.recordCount, of: file, log)
    }
    own = MappedSections(
      layout.sections, name: "the field `source`", of: file, log, limit: { _ in nil })
  }

  var segment: Segment {
    let origin = MappedOrigin(own, recordCount: layout.recordCount)
    return Segment(
      recordCount: layout.recordCount,
      fields: zip(layout.fields, fields).map { field, sections in
        SegmentField(
          name: field.name, kind: field.kind, isMultiple: field.isMultiple,
          data: data(of: field, sections),
          words: WordIndex(sections, recordCount: layout.recordCount))
      },
      origin: Lazy { origin.origin() ?? origin.nothing }, snapshotLog: log)
  }

  /// Looks at every byte, and whether it makes sense.
  func verify() {
    for (field, sections) in zip(layout.fields, fields) {
      if field.kind.isCoded {
        MappedCodes(field, sections, recordCount: layout.recordCount).verify()
      } else {
        MappedTexts(sections, recordCount: layout.recordCount).verify()
        WordIndex(sections, recordCount: layout.recordCount)?.verify()
      }
      sections.verifyAll()
    }
    _ = MappedOrigin(own, recordCount: layout.recordCount).origin()
    own.verifyAll()
  }

  private func data(
    of field: SnapshotLayout.Field, _ sections: MappedSections
  ) -> SegmentField.Data {
    guard field.kind.isCoded else {
      return .text(MappedTexts(sections, recordCount: layout.recordCount))
    }
    let coded = MappedCodes(field, sections, recordCount: layout.recordCount)
    return .coded(Lazy { coded.field() ?? coded.nothing })
  }
}

/// The sections of a field.
struct MappedSections: Sendable {
  let all: [SnapshotSection]
  let name: String
  let log: SnapshotLog

  init(
    _ sections: [SnapshotLayout.Section], name: String, of file: ByteStore, _ log: SnapshotLog,
    limit: (SnapshotLayout.Role) -> Int?
  ) {
    all = sections.map {
      SnapshotSection($0, of: file, name: name, below: limit($0.role), log)
    }
    self.name = name
    self.log = log
  }

  init(_ field: SnapshotLayout.Field, recordCount: Int, of file: ByteStore, _ log: SnapshotLog) {
    self.init(field.sections, name: "the field `\(field.name)`", of: file, log) {
      field.limit(of: $0, recordCount: recordCount)
    }
  }

  func verifyAll() {
    for section in all { _ = section.verifyAll() }
  }

  /// The section of a role; nil where there is none.
  subscript(role: SnapshotLayout.Role) -> SnapshotSection? {
    all.first { $0.section.role == role }
  }

  /// The values of a section; nil, and told to the log, where it is not there or damaged.
  func block<Element: BitwiseCopyable>(
    _ role: SnapshotLayout.Role, of type: Element.Type = UInt32.self
  ) -> Block<Element>? {
    guard let values = values(role, of: type) else { return damaged() }
    return values.all
  }

  /// Tells the log that what is stored makes no sense.
  func damaged<Result>() -> Result? {
    log.add(.damaged(name))
    return nil
  }
}
