package import PubQLModel

/// A column that a stage makes: a name and what stands in it.
package struct DerivedColumn: Sendable {
  package let name: String
  package let type: ValueType
  package let scalar: Scalar

  package init(name: String, type: ValueType, scalar: Scalar) {
    self.name = name
    self.type = type
    self.scalar = scalar
  }
}

/// Gives a table the columns that are listed, and no others: `select`, `with`, `drop`.
package struct ProjectOperator: Operator {
  package let columns: [DerivedColumn]
  package let shape: TableShape

  package init(columns: [DerivedColumn], shape: TableShape) {
    self.columns = columns
    self.shape = shape
  }

  package var keepsAllRows: Bool { true }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let derives = columns.contains { if case .column = $0.scalar { false } else { true } }
    var result = derives ? input.indexed : input
    let source = result
    result.columns = []
    let earlier = earlierColumns
    for (index, column) in columns.enumerated() {
      try context.check()
      if let place = earlier[index] {
        result.columns.append(Column(column, result.columns[place].data))
      } else {
        result.columns.append(try make(column, from: source, context))
      }
    }
    result.shape = shape
    return result
  }

  package func access(of input: Table, _ context: ExecutionContext) -> Access? {
    earlierColumns.isEmpty ? nil : .shared
  }

  /// For columns that are worked out like one before them, its place.
  private var earlierColumns: [Int: Int] {
    let derived = columns.indices.filter { columns[$0].scalar.canFail }
    guard derived.count > 1 else { return [:] }
    var first: [ScalarKey: Int] = [:]
    var earlier: [Int: Int] = [:]
    for index in derived {
      guard let key = ScalarKey(ofRow: columns[index].scalar) else { continue }
      if let place = first[key] { earlier[index] = place } else { first[key] = index }
    }
    return earlier
  }

  private func make(
    _ column: DerivedColumn, from source: Table, _ context: ExecutionContext
  ) throws(RunError) -> Column {
    if case .column(let index) = column.scalar {
      if let failure = source.columns[index].failures.first { throw failure }
      return source.columns[index].named(column.name)
    }
    let values = try ColumnEvaluator.values(column.scalar, of: source, context)
    return Column(column, .values(values))
  }
}

extension Column {
  fileprivate init(_ derived: DerivedColumn, _ data: Column.Data) {
    self.init(name: derived.name, type: derived.type, data: data)
  }
}

/// Works an expression out for every row.
enum ColumnEvaluator {
  /// - Parameter table: with its records listed (`Table.indexed`).
  static func values(
    _ scalar: Scalar, of table: Table, _ context: ExecutionContext
  ) throws(RunError) -> [Value] {
    if let field = DictionaryEvaluator.soleField(of: scalar, in: table), let rows = table.rows,
      table.rowCount > rows.corpus.coded(field).dictionary.count
    {
      return try byDictionary(scalar, field, table, rows, context)
    }
    if let scalar = ValuewiseScalar(scalar, in: table), let rows = table.rows {
      return try byValue(scalar, rows, context)
    }
    let evaluator = ScalarEvaluator(table)
    var values: [Value] = []
    values.reserveCapacity(table.rowCount)
    let isMade = scalar.canFail
    for row in 0..<table.rowCount {
      try context.check(at: row)
      let value = try evaluator.value(scalar, row: row)
      // What is no work of a function is shared with the table, and takes little.
      try context.memory.charge(isMade ? 8 + value.memorySize : 8)
      values.append(value)
    }
    return values
  }

  private static func byValue(
    _ scalar: ValuewiseScalar, _ rows: RecordRows, _ context: ExecutionContext
  ) throws(RunError) -> [Value] {
    var known = ValuewiseValues(scalar)
    var values: [Value] = []
    for (row, record) in rows.list.enumerated() {
      try context.check(at: row)
      values.append(try known.values(record: record).map { .list($0) } ?? .missing)
    }
    return values
  }

  private static func byDictionary(
    _ scalar: Scalar, _ field: Int, _ table: Table, _ rows: RecordRows,
    _ context: ExecutionContext
  ) throws(RunError) -> [Value] {
    let evaluator = DictionaryEvaluator(table, field, rows.corpus)
    let coded = rows.corpus.coded(field)
    var byCode: [Value] = []
    for code in 0..<coded.dictionary.count {
      try context.check(at: code)
      byCode.append(try evaluator.value(scalar, code: code))
    }
    let missing = try evaluator.value(scalar, code: nil)
    return rows.list.map { record in
      coded.column.codes(of: Int(record)).first.map { byCode[Int($0)] } ?? missing
    }
  }
}
