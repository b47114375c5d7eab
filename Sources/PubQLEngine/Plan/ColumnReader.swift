package import PubQLModel

/// Reads the cells of a column of a table.
///
/// Classes, and one for each place where cells are kept: whatever is copied for a cell would be
/// counted by its owners for each row.
package class ColumnReader: CellReader, @unchecked Sendable {
  // Sendable: nothing in it changes.

  package var form: CellForm { .any }

  /// What the texts are, where `form` says that cells hold texts.
  package var kind: FieldKind { .text }

  package func visit(_ row: Int, _ visitor: any CellVisitor) { value(row).visit(visitor) }

  package func read(_ rows: Range<Int>, into cells: inout TextCells) {}

  /// The content of a cell; `row` is in range.
  package func value(_ row: Int) -> Value { .missing }
}

extension Table {
  /// What reads the cells of a column, which is in range. The table has its records listed
  /// (`Table.indexed`).
  package func reader(of column: Int) -> ColumnReader {
    switch columns[column].data {
    case .field(let field):
      guard let rows else { return ColumnReader() }
      return rows.corpus.reader(of: field, at: rows.list)
    case .coded(let dictionary, let codes): return CodeReader(dictionary, codes)
    case .texts(let texts): return RecordTextReader(texts)
    case .wholes(let values): return WholeReader(values)
    case .values(let values): return ValueReader(values)
    }
  }
}

/// Codes of a dictionary.
private final class CodeReader: ColumnReader, @unchecked Sendable {
  private let dictionary: ValueDictionary
  private let codes: [UInt32]

  init(_ dictionary: ValueDictionary, _ codes: [UInt32]) {
    self.dictionary = dictionary
    self.codes = codes
  }

  override var form: CellForm { .text }

  override var kind: FieldKind { dictionary.kind }

  override func visit(_ row: Int, _ visitor: any CellVisitor) {
    let code = codes[row]
    if code == Column.missingCode {
      visitor.missing()
    } else {
      visitor.text(dictionary.texts[Int(code)])
    }
  }

  override func read(_ rows: Range<Int>, into cells: inout TextCells) {
    for code in codes[rows] {
      if code != Column.missingCode { cells.texts.append(dictionary.texts[Int(code)]) }
      cells.ends.append(cells.texts.count)
    }
  }

  override func value(_ row: Int) -> Value {
    let code = codes[row]
    return code == Column.missingCode ? .missing : dictionary.value(Int(code))
  }
}

/// Whole numbers.
private final class WholeReader: ColumnReader, @unchecked Sendable {
  private let values: [Int]

  init(_ values: [Int]) { self.values = values }

  override func visit(_ row: Int, _ visitor: any CellVisitor) { visitor.whole(values[row]) }

  override func value(_ row: Int) -> Value { .whole(values[row]) }
}

/// Values of any kind.
private final class ValueReader: ColumnReader, @unchecked Sendable {
  private let values: [Value]

  init(_ values: [Value]) { self.values = values }

  override func value(_ row: Int) -> Value { values[row] }
}
