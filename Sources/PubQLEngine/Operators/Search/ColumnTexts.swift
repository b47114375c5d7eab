import PubQLText

/// The texts of a column as searches see them: folded, one by one, row by row.
struct ColumnTexts: Sendable {
  private let source: Source

  private enum Source: Sendable {
    case texts(RecordTexts)
    case coded(CodedField, records: [UInt32])
    case codes(ValueDictionary, [UInt32])
    case values([Value])
    case wholes([Int])
  }

  init(_ table: Table, column: Int) {
    if let texts = table.recordTexts(column) {
      source = .texts(texts)
      return
    }
    switch table.columns[column].data {
    case .field(let field):
      source =
        table.rows.map { .coded($0.corpus.coded(field), records: $0.list) }
        ?? .values([Value](repeating: .missing, count: table.rowCount))
    case .coded(let dictionary, let codes): source = .codes(dictionary, codes)
    case .texts(let texts): source = .texts(texts)
    case .values(let values): source = .values(values)
    case .wholes(let values): source = .wholes(values)
    }
  }

  /// Calls `body` for each text of a row; the bytes are valid only during the call.
  /// - Parameter buffer: memory that calls for several rows share.
  func forEach(
    row: Int, _ buffer: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    switch source {
    case .texts(let texts):
      guard let text = texts.bytes(row) else { return }
      buffer.removeAll(keepingCapacity: true)
      Folding.fold(text, into: &buffer)
      buffer.withUnsafeBufferPointer(body)
    case .coded(let coded, let records):
      for code in coded.column.codes(of: Int(records[row])) {
        coded.dictionary.withFolded(Int(code), body)
      }
    case .codes(let dictionary, let codes):
      if codes[row] != Column.missingCode { dictionary.withFolded(Int(codes[row]), body) }
    case .values(let values):
      for member in values[row].members where !member.isMissing {
        Folding.fold(member.textual ?? member.plainText).withUnsafeBufferPointer(body)
      }
    case .wholes(let values):
      Array(String(values[row]).utf8).withUnsafeBufferPointer(body)
    }
  }
}
