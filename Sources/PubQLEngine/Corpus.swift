package import PubQLModel
import PubQLText
import Synchronization

/// Records that are queried together: segments, one after another.
///
/// Shape: record numbers run from 0 through all segments in order.
package final class Corpus: Sendable {
  package let segments: [Segment]
  package let recordCount: Int
  /// The standard fields first, then the others by name.
  package let fields: [CorpusField]
  /// First record number of each segment.
  let bases: [Int]
  /// Coded fields of several segments brought under one dictionary, made when first asked for.
  private let joined = Mutex<[Int: CodedField]>([:])

  package init(segments: [Segment]) {
    self.segments = segments
    var bases: [Int] = []
    var total = 0
    for segment in segments {
      bases.append(total)
      total += segment.recordCount
    }
    self.bases = bases
    recordCount = total
    fields = Self.unitedFields(of: segments)
  }

  package static let empty = Corpus(segments: [])

  /// Damage that was found in files while their records were looked at, and the file. Answers that
  /// were worked out since it was found are not to be trusted.
  package var damage: (path: String, damage: SnapshotError)? {
    for segment in segments {
      if let log = segment.snapshotLog, let damage = log.damage { return (log.path, damage) }
    }
    return nil
  }

  /// How much was looked at of the snapshots that they come from, by anybody who has them from here.
  /// Unit: bytes, in whole blocks of the files.
  package var bytesSeen: Int {
    let logs = segments.compactMap(\.snapshotLog)
    let files = Dictionary(logs.map { (ObjectIdentifier($0), $0) }) { log, _ in log }
    return files.values.reduce(0) { $0 + $1.bytesSeen }
  }

  /// The records of several corpora, in order.
  package convenience init(joining corpora: [Corpus]) {
    self.init(segments: corpora.flatMap(\.segments))
  }

  /// The field of that name, by its own name or its singular.
  package func field(named name: String) -> Int? {
    fields.firstIndex { $0.name == name || $0.standard?.singular == name }
  }

  /// The values of a coded field in all segments.
  package func coded(_ field: Int) -> CodedField {
    if segments.count == 1, let slot = fields[field].slots[0],
      case .coded(let coded) = segments[0].fields[slot].data
    {
      return coded()
    }
    return joined.withLock { cache in
      if let known = cache[field] { return known }
      let made = CodedField.joining(
        fields[field].kind,
        zip(segments, fields[field].slots).map { segment, slot in
          guard let slot, case .coded(let coded) = segment.fields[slot].data else {
            return (segment.recordCount, nil)
          }
          return (segment.recordCount, coded())
        })
      cache[field] = made
      return made
    }
  }

  /// The text of a record in a field of texts, or nil when it has none.
  package func text(_ field: Int, _ record: Int) -> UnsafeBufferPointer<UInt8>? {
    let (segment, local) = locate(record)
    guard let slot = fields[field].slots[segment],
      case .text(let texts) = segments[segment].fields[slot].data
    else { return nil }
    return texts.bytes(local)
  }

  /// The word index of a field of texts in a segment.
  func words(_ field: Int, segment: Int) -> WordIndex? {
    fields[field].slots[segment].flatMap { segments[segment].fields[$0].words }
  }

  /// The file and line that a record comes from.
  package func source(of record: Int) -> (file: String, line: Int) {
    let (segment, local) = locate(record)
    return segments[segment].source(of: local)
  }

  /// What a record has in a field: missing, one value, or a list where the field may have several.
  package func value(_ field: Int, _ record: Int) -> Value {
    guard fields[field].kind.isCoded else {
      guard let bytes = text(field, record) else { return .missing }
      return .text(String(decoding: bytes, as: UTF8.self))
    }
    let coded = coded(field)
    let codes = coded.column.codes(of: record)
    guard let first = codes.first else { return .missing }
    guard fields[field].isMultiple else { return coded.dictionary.value(Int(first)) }
    return .list(codes.map { coded.dictionary.value(Int($0)) })
  }

  /// Whether all records and values can be told with the numbers of one segment: 32 bits.
  package var fitsOneSegment: Bool {
    let limit = Int(UInt32.max)
    var sizes = [recordCount]
    for field in fields where field.kind.isCoded {
      var (codes, bytes) = (0, 0)
      for (segment, slot) in zip(segments, field.slots) {
        guard let slot, case .coded(let coded) = segment.fields[slot].data else { continue }
        let field = coded()
        codes += field.column.codeCount
        bytes += max(field.dictionary.texts.valueCount, field.dictionary.folded.valueCount)
      }
      sizes += [codes, bytes]
    }
    return sizes.allSatisfy { $0 < limit }
  }

  /// The segment of a record, and its number there.
  func locate(_ record: Int) -> (segment: Int, local: Int) {
    let segment = bases.indices.lastOfPrefix { bases[$0] <= record }
    return (segment, record - bases[segment])
  }

  private static func unitedFields(of segments: [Segment]) -> [CorpusField] {
    var names = StandardField.allCases.map(\.name)
    let known = Set(names)
    names += Set(segments.flatMap { $0.fields.map(\.name) }).subtracting(known).sorted()
    return names.compactMap { name in
      let slots = segments.map { segment in segment.fields.firstIndex { $0.name == name } }
      let found = zip(segments, slots).compactMap { segment, slot in
        slot.map { segment.fields[$0] }
      }
      let standard = StandardField.allCases.first { $0.name == name }
      guard let kind = standard.map(FieldKind.init) ?? found.first?.kind else { return nil }
      let multiple = standard?.isMultiple ?? found.contains { $0.isMultiple }
      return CorpusField(
        name: name, kind: kind, isMultiple: multiple, standard: standard, slots: slots)
    }
  }
}

/// A field of a corpus, and where its segments keep it.
package struct CorpusField: Sendable {
  package let name: String
  package let kind: FieldKind
  /// Whether a record may have several values; then its value is a list.
  package let isMultiple: Bool
  package let standard: StandardField?
  /// Index among each segment's fields; nil where a segment lacks the field.
  let slots: [Int?]
}

/// A coded field: its dictionary and the codes of all records.
package struct CodedField: Sendable {
  package let dictionary: ValueDictionary
  package let column: CodeColumn
  /// What is worked out of them when it is first asked for.
  let memo = CodedMemo()

  package init(dictionary: ValueDictionary, column: CodeColumn) {
    self.dictionary = dictionary
    self.column = column
  }
}
