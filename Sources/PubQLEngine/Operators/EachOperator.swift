import PubQLModel

/// A row for each value of a column; a row without one stays, with the value missing.
package struct EachOperator: Operator {
  package let column: Int
  /// What the column is called afterwards.
  package let name: String

  package init(column: Int, name: String) {
    self.column = column
    self.name = name
  }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let indexed = input.indexed
    var places: [Int] = []
    let data: Column.Data
    if case .field(let field) = indexed.columns[column].data, let rows = indexed.rows,
      rows.corpus.fields[field].kind.isCoded
    {
      let coded = rows.corpus.coded(field)
      var codes: [UInt32] = []
      for (row, record) in rows.list.enumerated() {
        let values = coded.column.codes(of: Int(record))
        codes.append(contentsOf: values)
        if values.isEmpty { codes.append(Column.missingCode) }
        places.append(contentsOf: repeatElement(row, count: max(1, values.count)))
        try context.check(at: row)
        try context.checkRows(places.count)
        try context.charge(rows: max(1, values.count), of: 12)
      }
      data = .coded(coded.dictionary, codes)
    } else {
      var values: [Value] = []
      for row in 0..<indexed.rowCount {
        let members = indexed.value(row: row, column: column).members
        values.append(contentsOf: members.isEmpty ? [.missing] : members)
        places.append(contentsOf: repeatElement(row, count: max(1, members.count)))
        try context.check(at: row)
        try context.checkRows(places.count)
        try context.charge(rows: max(1, members.count), of: 16)
      }
      data = .values(values)
    }
    var result = indexed.taking(places)
    let old = input.columns[column]
    result.columns[column] = Column(
      name: name, type: old.type.element, field: old.field, data: data)
    if result.shape == .records { result.shape = .table }
    return result
  }
}
