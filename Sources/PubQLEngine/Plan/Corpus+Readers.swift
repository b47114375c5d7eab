import PubQLModel

extension Corpus {
  /// What reads a field at the records behind the rows of a table.
  func reader(of field: Int, at records: [UInt32]) -> ColumnReader {
    if fields[field].kind.isCoded {
      return CodedFieldReader(coded(field), isMultiple: fields[field].isMultiple, records)
    }
    return RecordTextReader(RecordTexts(corpus: self, field: field, records: records))
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
