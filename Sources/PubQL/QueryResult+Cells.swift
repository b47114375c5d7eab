internal import PubQLEngine
internal import PubQLModel

extension QueryResult {
  /// The content of a cell; missing outside of the table. `rows` and `column` are quicker for many.
  public subscript(row: Int, column: Int) -> Value {
    guard (0..<rowCount).contains(row), table.table.columns.indices.contains(column) else {
      return .missing
    }
    return Value(table.table.value(row: row, column: column))
  }

  /// The content of a cell; missing where there is no such row or column.
  public subscript(row: Int, column: String) -> Value {
    guard let index = index(of: column) else { return .missing }
    return self[row, index]
  }

  /// A row as a record; all its values are missing where there is no such row.
  public subscript(row: Int) -> Value {
    .record(
      table.table.columns.enumerated().map { index, column in
        RecordField(name: column.name, value: self[row, index])
      })
  }

  /// All rows as records.
  public var rows: [Value] {
    let names = table.table.columns.map(\.name)
    let columns = names.indices.map { CellValues(table.table.reader(of: $0), count: rowCount) }
    return (0..<rowCount).map { row in
      var fields: [RecordField] = []
      fields.reserveCapacity(names.count)
      for column in names.indices {
        fields.append(RecordField(name: names[column], value: columns[column][row]))
      }
      return .record(fields)
    }
  }

  /// The cells of a column, or nil where there is no such column.
  public func column(_ name: String) -> [Value]? {
    index(of: name).map { cells(of: $0) }
  }

  /// The value of a single value, the list of a list, else the list of the rows.
  public var value: Value {
    switch table.shape {
    case .value: self[0, 0]
    case .record: self[0]
    case .list: .list(cells(of: 0))
    case .table, .records: .list(rows)
    }
  }

  private func index(of column: String) -> Int? {
    table.table.columns.firstIndex { $0.name == column }
  }

  private func cells(of column: Int) -> [Value] {
    guard table.table.columns.indices.contains(column) else { return [] }
    let cells = CellValues(table.table.reader(of: column), count: rowCount)
    return (0..<rowCount).map { cells[$0] }
  }
}
