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
    let directory = try SnapshotDirectory(file.bytes)
    let log = DamageLog(path: path)
    return Corpus(
      segments: directory.segments.map { segment in
        MappedSegment(segment, of: file, log).segment
      })
  }

  /// Makes sure of everything that a snapshot holds.
  /// - Throws: the first damage.
  package static func verify(
    _ file: ByteStore, path: String
  ) throws(SnapshotError) -> VerifiedSnapshot {
    let directory = try SnapshotDirectory(file.bytes)
    let log = DamageLog(path: path)
    for segment in directory.segments { MappedSegment(segment, of: file, log).verify() }
    if let damage = log.damage { throw damage }
    return VerifiedSnapshot(
      file: file, directory: directory, corpus: try open(file, path: path))
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
  private let file: ByteStore
  private let log: DamageLog

  init(_ layout: SnapshotLayout.Segment, of file: ByteStore, _ log: DamageLog) {
    self.layout = layout
    self.file = file
    self.log = log
  }

  var segment: Segment {
    let origin = origin
    return Segment(
      recordCount: layout.recordCount,
      fields: layout.fields.map { field in
        SegmentField(
          name: field.name, kind: field.kind, isMultiple: field.isMultiple, data: data(of: field),
          words: words(of: field))
      },
      origin: Lazy { origin.origin() ?? origin.nothing }, damageLog: log)
  }

  /// Looks at every byte, and whether it makes sense.
  func verify() {
    for field in layout.fields {
      if field.kind.isCoded {
        _ = coded(field).field()
      } else {
        texts(field).verify()
        words(of: field)?.verify()
      }
      for section in sections(field.sections, of: field.name).all { _ = section.verifyAll() }
    }
    _ = origin.origin()
  }

  private func data(of field: SnapshotLayout.Field) -> SegmentField.Data {
    guard field.kind.isCoded else { return .text(texts(field)) }
    let coded = coded(field)
    return .coded(Lazy { coded.field() ?? coded.nothing })
  }

  private func words(of field: SnapshotLayout.Field) -> WordIndex? {
    WordIndex(sections(field.sections, of: field.name), recordCount: layout.recordCount)
  }

  private func texts(_ field: SnapshotLayout.Field) -> MappedTexts {
    MappedTexts(
      sections(field.sections, of: field.name), recordCount: layout.recordCount)
  }

  private func coded(_ field: SnapshotLayout.Field) -> MappedCodes {
    MappedCodes(
      field, sections(field.sections, of: field.name), recordCount: layout.recordCount)
  }

  private var origin: MappedOrigin {
    MappedOrigin(sections(layout.sections, of: "source"), recordCount: layout.recordCount)
  }

  private func sections(
    _ sections: [SnapshotLayout.Section], of name: String
  ) -> MappedSections {
    MappedSections(
      all: sections.map { SnapshotSection($0, of: file, name: "the field `\(name)`", log) },
      name: "the field `\(name)`", log: log)
  }
}

/// The sections of a field.
struct MappedSections: Sendable {
  let all: [SnapshotSection]
  let name: String
  let log: DamageLog

  /// The section of a role; nil where there is none.
  subscript(role: SnapshotLayout.Role) -> SnapshotSection? {
    all.first { $0.section.role == role }
  }

  /// The values of a section; nil, and told to the log, where it is not there or damaged.
  func block<Element: BitwiseCopyable>(
    _ role: SnapshotLayout.Role, of type: Element.Type = UInt32.self
  ) -> Block<Element>? {
    guard let section = self[role] else { return damaged() }
    return section.block(type)
  }

  /// Tells the log that what is stored makes no sense.
  func damaged<Result>() -> Result? {
    log.add(.damaged(name))
    return nil
  }

  /// Numbers of which each is no less than the one before, from 0 to `end`; nil, and told to the
  /// log, where they are not.
  func starts(_ role: SnapshotLayout.Role, count: Int?, end: Int) -> Block<UInt32>? {
    guard let starts = block(role) else { return nil }
    guard starts.count >= 1, count.map({ starts.count == $0 + 1 }) ?? true, starts[0] == 0,
      Int(starts[starts.count - 1]) == end, Self.ascends(starts.buffer)
    else { return damaged() }
    return starts
  }

  static func ascends<Number: Comparable>(_ numbers: UnsafeBufferPointer<Number>) -> Bool {
    var holds = true
    for index in 1..<max(numbers.count, 1) {
      holds = holds && numbers[index - 1] <= numbers[index]
    }
    return holds
  }

  /// Whether all numbers lie below `limit`.
  static func lie(_ numbers: Block<UInt32>, below limit: Int) -> Bool {
    var greatest: UInt32 = 0
    for number in numbers.buffer { greatest = max(greatest, number) }
    return numbers.isEmpty || Int(greatest) < limit
  }
}
