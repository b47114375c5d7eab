package import PubQLModel

/// A column of a union: where its cells come from on either side.
package struct UnionColumn: Sendable {
  package let name: String
  package let type: ValueType
  package let field: StandardField?
  /// The column of the rows on the left; nil where they have none.
  package let left: Int?
  package let right: Int?

  package init(name: String, type: ValueType, field: StandardField?, left: Int?, right: Int?) {
    self.name = name
    self.type = type
    self.field = field
    self.left = left
    self.right = right
  }
}

extension SetOperator {
  /// The rows of two tables, one after the other.
  ///
  /// Where both show records the result does, of a corpus that holds both: fields are read from it,
  /// so that the result is as good a source of queries as each of the two.
  ///
  /// - Parameters: both with their records listed (`Table.indexed`).
  func united(_ left: Table, _ right: Table) -> Table {
    var result = Table(columns: [], rowCount: left.rowCount + right.rowCount, shape: shape)
    let records = UnitedRecords(left, right, known)
    result.rows = records?.rows
    for column in columns {
      if let records, let field = records.field(of: column) {
        let type = ValueType(records.rows.corpus.fields[field])
        result.columns.append(
          Column(name: column.name, type: type, field: column.field, data: .field(field)))
      } else {
        result.columns.append(
          Column(
            name: column.name, type: column.type, field: column.field,
            data: Self.cells(column, left, right)))
      }
    }
    if let set = records?.set, result.showsOnlyFields { result.rows = set }
    return result
  }

  private static func cells(_ column: UnionColumn, _ left: Table, _ right: Table) -> Column.Data {
    let first = left.allCells(of: column.left)
    let second = right.allCells(of: column.right)
    switch (first, second) {
    case (.wholes(let a), .wholes(let b)): return .wholes(a + b)
    case (.coded(let one, let a), .coded(let other, let b)) where one === other:
      return .coded(one, a + b)
    default: return .values(first.values + second.values)
    }
  }
}

/// The records of two tables, one after the other, in one corpus.
private struct UnitedRecords {
  let rows: RecordRows
  private let left: Table
  private let right: Table

  /// Nil when one of the tables has no records.
  init?(_ left: Table, _ right: Table, _ known: Corpus) {
    guard let first = left.rows, let second = right.rows else { return nil }
    self.left = left
    self.right = right
    let corpus = Corpus.holding(first.corpus, second.corpus, known: known)
    var records: [UInt32] = []
    records.reserveCapacity(left.rowCount + right.rowCount)
    for part in [first, second] {
      let shared = SharedRecords(of: part.corpus, in: corpus)
      for record in part.list {
        guard let number = shared.number(of: Int(record)) else { return nil }
        records.append(UInt32(number))
      }
    }
    rows = RecordRows(corpus: corpus, selection: .list(records))
  }

  /// The rows as a set, where each record stands once and in order.
  var set: RecordRows? {
    let records = rows.list
    guard zip(records, records.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    let set = RecordSet(universe: rows.corpus.recordCount, records: records)
    return RecordRows(corpus: rows.corpus, selection: .set(set))
  }

  /// The field of the corpus that a column shows unchanged on both sides.
  func field(of column: UnionColumn) -> Int? {
    guard let name = Self.fieldName(left, column.left) ?? Self.fieldName(right, column.right),
      Self.shows(name, left, column.left), Self.shows(name, right, column.right)
    else { return nil }
    return rows.corpus.fields.firstIndex { $0.name == name }
  }

  private static func fieldName(_ table: Table, _ column: Int?) -> String? {
    guard let column, let rows = table.rows, case .field(let field) = table.columns[column].data
    else { return nil }
    return rows.corpus.fields[field].name
  }

  /// Whether a column shows that field, or there is no column and no record has the field.
  private static func shows(_ name: String, _ table: Table, _ column: Int?) -> Bool {
    guard column == nil else { return fieldName(table, column) == name }
    guard let field = table.rows?.corpus.fields.first(where: { $0.name == name }) else {
      return true
    }
    return field.slots.allSatisfy { $0 == nil }
  }
}

extension Table {
  /// The cells of a column, read from no corpus; missing ones where there is no such column.
  fileprivate func allCells(of column: Int?) -> Column.Data {
    guard let column else {
      return .values([Value](repeating: .missing, count: rowCount))
    }
    return detached(column, at: Array(0..<rowCount), called: columns[column].name).data
  }
}

extension Column.Data {
  /// The cells of a column that reads from no corpus.
  fileprivate var values: [Value] {
    switch self {
    case .field: []
    case .texts(let texts): (0..<texts.count).map(texts.value)
    case .values(let values): values
    case .wholes(let numbers): numbers.map { .whole($0) }
    case .coded(let dictionary, let codes):
      codes.map { $0 == Column.missingCode ? .missing : dictionary.value(Int($0)) }
    }
  }
}
