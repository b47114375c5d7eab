/// What rows are sorted by.
package struct SortKey: Sendable {
  package let scalar: Scalar
  package let isDescending: Bool

  package init(scalar: Scalar, isDescending: Bool) {
    self.scalar = scalar
    self.isDescending = isDescending
  }
}

/// Puts rows in order; equal ones keep theirs, missing comes last in both directions.
package struct SortOperator: Operator {
  package let keys: [SortKey]

  package init(keys: [SortKey]) { self.keys = keys }

  package var keepsAllRows: Bool { true }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    if let records = try IndexOrder(keys, of: input, context)?.first(nil) {
      var result = input
      result.show(records)
      return result
    }
    let indexed = input.indexed
    let order = try RowOrder(keys, of: indexed, context)
    return indexed.taking(try order.sorted(Array(0..<input.rowCount), context))
  }
}

/// The order of a table's rows by some keys.
struct RowOrder: Sendable {
  private var columns: [KeyValues] = []
  private var descending: [Bool] = []

  /// The values of a key, one a row.
  private enum KeyValues: Sendable {
    /// Rank of each value; `Int.max` for missing
    case ranks([Int])
    case texts(TextKeys)
    case values([Value])
  }

  /// - Parameter table: with its records listed (`Table.indexed`).
  init(_ keys: [SortKey], of table: Table, _ context: ExecutionContext) throws(RunError) {
    for key in keys {
      // Ranks or values, and the order itself.
      try context.charge(rows: table.rowCount, of: 32)
      columns.append(try Self.values(key.scalar, table, context))
      descending.append(key.isDescending)
    }
  }

  /// The rows in order; equal ones stay as they are.
  func sorted(_ rows: [Int], _ context: ExecutionContext) throws(RunError) -> [Int] {
    if columns.count == 1, case .ranks(let ranks) = columns[0] {
      return try Self.sorted(rows, ranks, descending[0], context)
    }
    return try SteadySort.sorted(rows, context) { isBefore($0, $1) }
  }

  /// The first `limit` rows in order, without sorting the rest.
  func first(
    _ limit: Int, of rows: [Int], _ context: ExecutionContext
  ) throws(RunError) -> [Int] {
    guard limit > 0 else { return [] }
    guard limit < rows.count / 4, limit < 100_000 else {
      return Array(try sorted(rows, context).prefix(limit))
    }
    // Collect up to twice the limit, then cut back: each row is looked at about once.
    var best: [Int] = []
    var worst: Int?
    for row in rows {
      try context.check(at: row)
      if let worst, !isBefore(row, worst) { continue }
      best.append(row)
      if best.count >= 2 * limit {
        best = Array(try sorted(best, context).prefix(limit))
        worst = best.last
      }
    }
    return Array(try sorted(best, context).prefix(limit))
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    for (index, column) in columns.enumerated() {
      let order = Self.compare(column, left, right, descending[index])
      if order != 0 { return order < 0 }
    }
    return left < right
  }

  private static func compare(
    _ column: KeyValues, _ left: Int, _ right: Int, _ descending: Bool
  ) -> Int {
    let order: Int
    switch column {
    case .ranks(let ranks):
      let (a, b) = (ranks[left], ranks[right])
      if a == b { return 0 }
      if a == Int.max { return 1 }
      if b == Int.max { return -1 }
      order = a < b ? -1 : 1
    case .texts(let keys):
      if let order = missingLast(keys.isMissing(left), keys.isMissing(right)) { return order }
      order = keys.compare(left, right)
    case .values(let values):
      let (a, b) = (values[left], values[right])
      if let order = missingLast(a.members.isEmpty, b.members.isEmpty) { return order }
      order = ValueOrder.compare(a, b)
    }
    return descending ? -order : order
  }

  /// The order of two keys of which one is missing at least, in both directions; nil for others.
  private static func missingLast(_ left: Bool, _ right: Bool) -> Int? {
    guard left || right else { return nil }
    return left == right ? 0 : left ? 1 : -1
  }

  private static func sorted(
    _ rows: [Int], _ ranks: [Int], _ descending: Bool, _ context: ExecutionContext
  ) throws(RunError) -> [Int] {
    let keyed = rows.map { row in
      let rank = ranks[row]
      return (key: rank == Int.max || !descending ? rank : -1 - rank, row: row)
    }
    return try SteadySort.sorted(keyed, context) {
      $0.key != $1.key ? $0.key < $1.key : $0.row < $1.row
    }.map(\.row)
  }

  private static func values(
    _ scalar: Scalar, _ table: Table, _ context: ExecutionContext
  ) throws(RunError) -> KeyValues {
    guard case .column(let column) = scalar else {
      return .values(try ColumnEvaluator.values(scalar, of: table, context))
    }
    switch table.columns[column].data {
    case .wholes(let values): return .ranks(values)
    case .texts: return .texts(try TextKeys(table, column: column, context))
    case .values(let values): return .values(values)
    case .coded(let dictionary, let codes): return .ranks(dictionary.ranks(of: codes))
    case .field(let field):
      guard let rows = table.rows else { break }
      guard rows.corpus.fields[field].kind.isCoded else {
        return .texts(try TextKeys(table, column: column, context))
      }
      if rows.corpus.fields[field].isMultiple { break }
      let coded = rows.corpus.coded(field)
      let codes = rows.list.map { record in
        coded.column.codes(of: Int(record)).first ?? Column.missingCode
      }
      return .ranks(coded.dictionary.ranks(of: codes))
    }
    return .values(try ColumnEvaluator.values(scalar, of: table, context))
  }
}
