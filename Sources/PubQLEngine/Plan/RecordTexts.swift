import PubQLModel

/// Texts of records, one a row, that stay where they are until somebody looks at them.
package struct RecordTexts: Sendable {
  let corpus: Corpus
  /// A field of texts.
  let field: Int
  /// The record of each row, or `noRecord`.
  let records: [UInt32]

  /// Stands for a row that holds nothing.
  static let noRecord = UInt32.max

  package var count: Int { records.count }

  /// The text of a row, nil where it has none; valid while the corpus lives.
  @inline(__always)
  func bytes(_ row: Int) -> UnsafeBufferPointer<UInt8>? {
    let record = records[row]
    return record == Self.noRecord ? nil : corpus.text(field, Int(record))
  }

  func value(_ row: Int) -> Value {
    bytes(row).map { .text(String(decoding: $0, as: UTF8.self)) } ?? .missing
  }

  /// The rows at those places; `Table.noRow` is a row that holds nothing.
  func taking(_ places: [Int]) -> RecordTexts {
    RecordTexts(
      corpus: corpus, field: field,
      records: places.map { $0 == Table.noRow ? Self.noRecord : records[$0] })
  }
}

extension Table {
  /// The texts of a column that shows a field of texts as it is; nil for another. The table has its
  /// records listed (`Table.indexed`).
  func recordTexts(_ column: Int) -> RecordTexts? {
    switch columns[column].data {
    case .texts(let texts): return texts
    case .field(let field):
      guard let rows, !rows.corpus.fields[field].kind.isCoded else { return nil }
      return RecordTexts(corpus: rows.corpus, field: field, records: rows.list)
    case .coded, .values, .wholes: return nil
    }
  }

  /// Damage that was found in a snapshot that cells come from, and the path of the file.
  package var damage: (path: String, damage: SnapshotError)? {
    if let damage = rows?.corpus.damage { return damage }
    for case .texts(let texts) in columns.lazy.map(\.data) {
      if let damage = texts.corpus.damage { return damage }
    }
    return nil
  }
}

/// Reads texts of records.
final class RecordTextReader: ColumnReader, @unchecked Sendable {
  private let texts: RecordTexts
  private let source: any TextSource
  private let hasAll: Bool

  init(_ texts: RecordTexts) {
    self.texts = texts
    source = texts.corpus.soleTexts(texts.field) ?? CorpusTexts(texts: texts)
    hasAll = !texts.records.contains(RecordTexts.noRecord)
  }

  override var form: CellForm { .text }

  override func visit(_ row: Int, _ visitor: any CellVisitor) {
    if let text = texts.bytes(row) { visitor.text(text) } else { visitor.missing() }
  }

  override func read(_ rows: Range<Int>, into cells: inout TextCells) {
    guard !hasAll else { return source.read(texts.records[rows], into: &cells) }
    for row in rows {
      if let text = texts.bytes(row) { cells.texts.append(text) }
      cells.ends.append(cells.texts.count)
    }
  }

  override func value(_ row: Int) -> Value { texts.value(row) }
}

/// The texts of a field in all segments.
private struct CorpusTexts: TextSource {
  let texts: RecordTexts

  func bytes(_ record: Int) -> UnsafeBufferPointer<UInt8>? {
    texts.corpus.text(texts.field, record)
  }
}

extension Corpus {
  /// The texts of a field of a corpus of one segment.
  fileprivate func soleTexts(_ field: Int) -> (any TextSource)? {
    guard segments.count == 1, let slot = fields[field].slots[0],
      case .text(let texts) = segments[0].fields[slot].data
    else { return nil }
    return texts
  }
}
