import PubQLFormats
import PubQLModel

/// Why a value cannot be a record.
package enum RecordError: Error {
  case wrongKind(field: String, kind: String)
  case outOfMemory

  /// The cause in one sentence.
  package var sentence: String {
    switch self {
    case .wrongKind(let field, let kind): "the field `\(field)` cannot hold a \(kind)"
    case .outOfMemory: "there is not enough memory"
    }
  }
}

/// Makes a corpus of values that a host holds.
package enum RecordBuilder {
  /// - Parameter name: what `source` calls the records.
  package static func corpus(
    of records: [Value], named name: String
  ) throws(RecordError) -> Corpus {
    var raw = RawRecords(forms: [:])
    for (index, record) in records.enumerated() {
      guard case .record(let members) = record else { continue }
      for member in members { try add(member, to: &raw) }
      raw.finishRecord(line: index + 1)
    }
    raw.lineCount = records.count
    let finished = raw
    let loaded = CorpusLoader().load([
      SourceText(
        name: name, store: try placeholder(), range: 0..<1, reader: ValueReader(records: finished))
    ])
    return loaded.corpus
  }

  private static func add(
    _ member: RecordMember, to raw: inout RawRecords
  ) throws(RecordError) {
    let standard = StandardField.allCases.first {
      $0.name == member.name || $0.singular == member.name
    }
    let slot = raw.slot(named: standard?.name ?? member.name)
    let values = member.value.members
    if let standard, !standard.isMultiple, values.count > 1 {
      throw .wrongKind(field: member.name, kind: "list")
    }
    for value in values {
      switch value {
      case .record, .list, .range: throw .wrongKind(field: member.name, kind: value.kindName)
      default:
        let text = value.plainText
        if !text.isEmpty { raw.add(slot, made: Array(text.utf8)) }
      }
    }
  }

  /// A text has to have some byte to be read.
  private static func placeholder() throws(RecordError) -> ByteStore {
    var builder = ByteStoreBuilder()
    do throws(StorageError) { try builder.append(UInt8(ascii: "\n")) } catch { throw .outOfMemory }
    return builder.finish()
  }
}

/// Hands over records that are there already.
private struct ValueReader: FormatReader {
  let records: RawRecords
  let name = "values"
  let extensions: [String] = []
  let summary = "values of a host"

  func confidence(_ beginning: UnsafeBufferPointer<UInt8>) -> Int { 0 }
  func recordStart(in text: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int { text.count }
  func read(_ text: UnsafeBufferPointer<UInt8>, range: Range<Int>) -> RawRecords { records }
}
