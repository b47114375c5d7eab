package import PubQLModel
package import PubQLText

/// Rows and columns on their way through a query; texts of records stay where they are until
/// somebody looks at them.
package struct Table: Sendable {
  package var columns: [Column]
  package var rowCount: Int
  /// The records that the rows show, for columns that read from a corpus.
  package var rows: RecordRows?
  package var shape: TableShape
  /// How many rows the groups of a table of counts were made of: what their shares are parts of.
  package var countedRows: Int?
  /// What the rows were last searched for, for passages that show it.
  package var search: SearchText?
  /// The chart that the rows are to be shown as; every operator gives rows without one.
  package var chart: Chart?
  /// Whether there is a row for each group that has any, so that what is absent was counted as 0.
  package var hasAllGroups = false
  /// What a query that runs was charged for it. Unit: bytes.
  var heldMemory = 0

  package init(
    columns: [Column], rowCount: Int, rows: RecordRows? = nil, shape: TableShape = .table
  ) {
    self.columns = columns
    self.rowCount = rowCount
    self.rows = rows
    self.shape = shape
  }

  /// All records of a corpus, whole.
  package init(all corpus: Corpus) {
    let columns = corpus.fields.enumerated().map { index, field in
      Column(name: field.name, type: ValueType(field), field: field.standard, data: .field(index))
    }
    self.init(
      columns: columns, rowCount: corpus.recordCount,
      rows: RecordRows(
        corpus: corpus,
        selection: .set(RecordSet(universe: corpus.recordCount, full: true))),
      shape: .records)
  }

  /// One column of values.
  package init(list values: [Value], of type: ValueType = .any) {
    self.init(
      columns: [Column(name: "value", type: type, data: .values(values))],
      rowCount: values.count, shape: .list)
  }

  /// One row, a column a member.
  package init(record members: [RecordMember]) {
    self.init(
      columns: members.map { member in
        Column(name: member.name, type: .any, data: .values([member.value]))
      },
      rowCount: 1, shape: .record)
  }

  /// A row as a record.
  package func record(at row: Int) -> Value {
    .record(
      columns.indices.map { column in
        RecordMember(name: columns[column].name, value: value(row: row, column: column))
      })
  }

  /// The content of a cell.
  package func value(row: Int, column: Int) -> Value {
    switch columns[column].data {
    case .field(let field):
      guard let rows else { return .missing }
      return rows.corpus.value(field, rows.record(at: row))
    case .coded(let dictionary, let codes):
      let code = codes[row]
      return code == Column.missingCode ? .missing : dictionary.value(Int(code))
    case .texts(let texts): return texts.value(row)
    case .values(let values): return values[row]
    case .wholes(let values): return .whole(values[row])
    }
  }

  /// The file and line of a row's record.
  func source(row: Int) -> Value {
    guard let rows else { return .missing }
    let source = rows.corpus.source(of: rows.record(at: row))
    return .text("\(source.file):\(source.line)")
  }

  /// The rows at those places, in that order; places may repeat.
  package func taking(_ places: [Int]) -> Table {
    var result = self
    result.rowCount = places.count
    result.columns = columns.map { $0.taking(places) }
    if let rows {
      let records = rows.list
      result.rows = RecordRows(
        corpus: rows.corpus, selection: .list(places.map { records[$0] }))
    }
    return result
  }

  /// Shows other records of the corpus, in that order, where every column is read from it.
  mutating func show(_ records: [UInt32]) {
    guard let corpus = rows?.corpus else { return }
    rows = RecordRows(corpus: corpus, selection: .list(records))
    rowCount = records.count
  }

  /// The same rows, with the records as a list, so that a row is found at once.
  package var indexed: Table {
    guard let rows, case .set = rows.selection else { return self }
    var result = self
    result.rows = RecordRows(corpus: rows.corpus, selection: .list(rows.list))
    return result
  }

  /// Whether every column is read from the corpus or derived row by row, so that a set of records
  /// can stand for the rows.
  package var isRecordSet: Bool {
    guard case .set = rows?.selection else { return false }
    return showsOnlyFields
  }

  /// Whether every column is read from the corpus, so that a row is known by its record.
  var showsOnlyFields: Bool {
    columns.allSatisfy {
      switch $0.data {
      case .field: true
      case .coded, .texts, .values, .wholes: false
      }
    }
  }
}

/// A named column of a table.
package struct Column: Sendable {
  package let name: String
  package let type: ValueType
  /// The standard field whose values it shows.
  package let field: StandardField?
  package let data: Data
  /// Whether a stage such as `search` made it, and may make it anew.
  package var isMade = false
  /// Whether it counts the rows of groups.
  package var isCount = false
  /// Cells that could not be worked out; they hold missing.
  var failures = CellFailures()

  /// The code of a missing value.
  package static let missingCode = UInt32.max

  package init(name: String, type: ValueType, field: StandardField? = nil, data: Data) {
    self.name = name
    self.type = type
    self.field = field
    self.data = data
  }

  /// The same values as a column of another name.
  package func named(_ name: String) -> Column {
    var column = Column(name: name, type: type, field: field, data: data)
    column.isMade = isMade
    column.isCount = isCount
    column.failures = failures
    return column
  }

  /// Where the cells of a column are.
  package enum Data: Sendable {
    /// In a field of the corpus, at the row's record
    case field(Int)
    /// One code a row, or `missingCode`
    case coded(ValueDictionary, [UInt32])
    /// In a field of texts of a corpus, at records of their own
    case texts(RecordTexts)
    case values([Value])
    case wholes([Int])
  }

  func taking(_ places: [Int]) -> Column {
    let taken: Data =
      switch data {
      case .field: data
      case .coded(let dictionary, let codes): .coded(dictionary, places.map { codes[$0] })
      case .texts(let texts): .texts(texts.taking(places))
      case .values(let values): .values(places.map { values[$0] })
      case .wholes(let values): .wholes(places.map { values[$0] })
      }
    var column = Column(name: name, type: type, field: field, data: taken)
    column.isMade = isMade
    column.isCount = isCount
    column.failures = failures.taking(places)
    return column
  }
}

/// The records behind the rows of a table.
package struct RecordRows: Sendable {
  package let corpus: Corpus
  package let selection: Selection

  package init(corpus: Corpus, selection: Selection) {
    self.corpus = corpus
    self.selection = selection
  }

  /// In which form the records are known.
  package enum Selection: Sendable {
    /// Each once, in the order of the corpus
    case set(RecordSet)
    /// In any order, with repeats
    case list([UInt32])
  }

  /// The record of each row.
  package var list: [UInt32] {
    switch selection {
    case .set(let set): set.records
    case .list(let records): records
    }
  }

  /// The record of one row.
  /// - Complexity: O(1) for a list, O(n) for a set: ask `Table.indexed` first.
  func record(at row: Int) -> Int {
    switch selection {
    case .list(let records): return Int(records[row])
    case .set(let set): return set.record(at: row) ?? 0
    }
  }
}
