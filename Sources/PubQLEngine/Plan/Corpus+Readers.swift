import PubQLModel

extension Corpus {
  /// What reads a field at the records behind the rows of a table.
  func reader(of field: Int, at records: [UInt32]) -> ColumnReader {
    if fields[field].kind.isCoded {
      return CodedFieldReader(coded(field), isMultiple: fields[field].isMultiple, records)
    }
    return TextFieldReader(soleTexts(field) ?? CorpusTexts(corpus: self, field: field), records)
  }

  /// The texts of a field of a corpus of one segment.
  private func soleTexts(_ field: Int) -> (any TextSource)? {
    guard segments.count == 1, let slot = fields[field].slots[0],
      case .text(let texts) = segments[0].fields[slot].data
    else { return nil }
    return texts
  }
}

/// Values that lie in a dictionary.
private final class CodedFieldReader: ColumnReader, @unchecked Sendable {
  private let dictionary: ValueDictionary
  private let column: CodeColumn
  private let isMultiple: Bool
  private let records: [UInt32]

  init(_ coded: CodedField, isMultiple: Bool, _ records: [UInt32]) {
    dictionary = coded.dictionary
    column = coded.column
    self.isMultiple = isMultiple
    self.records = records
  }

  override var form: CellForm { isMultiple ? .texts : .text }

  override var kind: FieldKind { dictionary.kind }

  override func visit(_ row: Int, _ visitor: any CellVisitor) {
    let codes = column.codes(of: Int(records[row]))
    guard let first = codes.first else { return visitor.missing() }
    guard isMultiple else { return visitor.text(dictionary.texts[Int(first)]) }
    visitor.beginList(count: codes.count)
    for code in codes { visitor.text(dictionary.texts[Int(code)]) }
    visitor.endList()
  }

  override func read(_ rows: Range<Int>, into cells: inout TextCells) {
    var codes: [UInt32] = []
    let (most, start) = (isMultiple ? Int.max : 1, cells.texts.count)
    column.forEachCodes(of: records[rows]) { ofRecord in
      for index in 0..<min(ofRecord.count, most) { codes.append(ofRecord[index]) }
      cells.ends.append(start + codes.count)
    }
    dictionary.texts.forEach(of: codes) { cells.texts.append($0) }
  }

  override func value(_ row: Int) -> Value {
    let codes = column.codes(of: Int(records[row]))
    guard let first = codes.first else { return .missing }
    guard isMultiple else { return dictionary.value(Int(first)) }
    return .list(codes.map { dictionary.value(Int($0)) })
  }
}

/// Texts of records.
private final class TextFieldReader: ColumnReader, @unchecked Sendable {
  private let texts: any TextSource
  private let records: [UInt32]

  init(_ texts: any TextSource, _ records: [UInt32]) {
    self.texts = texts
    self.records = records
  }

  override var form: CellForm { .text }

  override func visit(_ row: Int, _ visitor: any CellVisitor) {
    if let text = texts.bytes(Int(records[row])) { visitor.text(text) } else { visitor.missing() }
  }

  override func read(_ rows: Range<Int>, into cells: inout TextCells) {
    texts.read(records[rows], into: &cells)
  }

  override func value(_ row: Int) -> Value {
    guard let text = texts.bytes(Int(records[row])) else { return .missing }
    return .text(String(decoding: text, as: UTF8.self))
  }
}

/// The texts of a field in all segments.
private struct CorpusTexts: TextSource {
  let corpus: Corpus
  let field: Int

  func bytes(_ record: Int) -> UnsafeBufferPointer<UInt8>? { corpus.text(field, record) }
}
