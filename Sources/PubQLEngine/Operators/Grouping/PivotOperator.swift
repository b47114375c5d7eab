package import PubQLDiagnostics
import PubQLModel

/// Spreads groups over a table: a row for each key and a column for each value of another key, or
/// for each combination of values of several that occurs.
///
/// Shape: the columns of the keys, then for each value or combination, in order and missing last, a
/// column for each cell; its name is the value, or the values with `_` between them, with `_` and
/// the cell's name behind it where there are several. What no row stands for holds what the aggregates give of no rows: a count of 0.
package struct PivotOperator: Operator {
  /// What makes the rows
  package let rows: [DerivedColumn]
  /// The keys whose values make the columns, one at least
  package let across: [DerivedColumn]
  package let aggregates: [Aggregate]
  /// What stands in the cells: looks at the keys of the rows, those of the columns, and then the
  /// aggregates.
  package let cells: [DerivedColumn]
  package let span: SourceSpan

  /// A wider table is of no use to anybody, and would take much memory.
  package static let columnLimit = 1000

  package init(
    rows: [DerivedColumn], across: [DerivedColumn], aggregates: [Aggregate],
    cells: [DerivedColumn], span: SourceSpan
  ) {
    self.rows = rows
    self.across = across
    self.aggregates = aggregates
    self.cells = cells
    self.span = span
  }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let headings = try headings(of: input, context)
    let groups = try GroupOperator(
      keys: rows + across, aggregates: aggregates, order: .keys
    ).run(input, context).indexed
    let places = try places(of: groups, headings, context)
    var result = Table(
      columns: rows.indices.map { groups.columns[$0].taking(places.firstRows) },
      rowCount: places.firstRows.count)
    try context.checkRows(places.firstRows.count * headings.count * cells.count)
    try context.charge(rows: places.firstRows.count * headings.count * cells.count, of: 8)
    let names = names(headings)
    var columns = [[Value]](repeating: [], count: names.count)
    for (index, cell) in cells.enumerated() {
      let empty = try value(ofNoRows: cell, input, context)
      let values = try ColumnEvaluator.values(cell.scalar, of: groups, context)
      for heading in headings.indices {
        columns[heading * cells.count + index] = [Value](
          repeating: empty, count: places.firstRows.count)
      }
      for row in 0..<groups.rowCount {
        columns[places.headings[row] * cells.count + index][places.lines[row]] = values[row]
      }
    }
    for (index, name) in names.enumerated() {
      result.columns.append(
        Column(name: name, type: cells[index % cells.count].type, data: .values(columns[index])))
    }
    return result
  }

  /// The names of the columns that an input gives, behind those of the keys.
  package func columnNames(
    of input: Table, _ context: ExecutionContext
  ) throws(RunError) -> [String] {
    names(try headings(of: input, context))
  }

  /// The values that make the columns, one of each key, in order.
  /// - Throws: `.tooManyColumns`.
  private func headings(
    of input: Table, _ context: ExecutionContext
  ) throws(RunError) -> [[Value]] {
    let distinct = try GroupOperator(keys: across, aggregates: [], order: .keys)
      .run(input, context)
    let count = distinct.rowCount.multipliedReportingOverflow(by: cells.count)
    guard !count.overflow, count.partialValue <= Self.columnLimit else {
      throw RunError(.tooManyColumns(count.partialValue, limit: Self.columnLimit), at: span)
    }
    return (0..<distinct.rowCount).map { row in
      across.indices.map { distinct.value(row: row, column: $0) }
    }
  }

  /// A name for each column, each once.
  private func names(_ headings: [[Value]]) -> [String] {
    var taken = Set(rows.map(\.name))
    return headings.flatMap { heading in
      let base = heading.map(Self.name).joined(separator: "_")
      return cells.map { cell in
        let wanted = cells.count == 1 ? base : "\(base)_\(cell.name)"
        var name = wanted
        var number = 2
        while !taken.insert(name).inserted {
          name = "\(wanted)_\(number)"
          number += 1
        }
        return name
      }
    }
  }

  private static func name(_ value: Value) -> String {
    let text = value.isMissing ? "missing" : value.plainText
    return text.isEmpty ? "empty" : text
  }

  /// The line and the heading of each group.
  private func places(
    of groups: Table, _ headings: [[Value]], _ context: ExecutionContext
  ) throws(RunError) -> (lines: [Int], headings: [Int], firstRows: [Int]) {
    let headingOfKey = Dictionary(
      headings.enumerated().map { (GroupKey($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var lineOfKey: [GroupKey: Int] = [:]
    var result: (lines: [Int], headings: [Int], firstRows: [Int]) = ([], [], [])
    for row in 0..<groups.rowCount {
      try context.check(at: row)
      let key = GroupKey(rows.indices.map { groups.value(row: row, column: $0) })
      let line = lineOfKey[key] ?? result.firstRows.count
      if line == result.firstRows.count {
        lineOfKey[key] = line
        result.firstRows.append(row)
      }
      result.lines.append(line)
      let heading = GroupKey(
        across.indices.map { groups.value(row: row, column: rows.count + $0) })
      result.headings.append(headingOfKey[heading] ?? 0)
    }
    return result
  }

  /// What a cell holds that no row stands for; missing where that has no value, such as a mean.
  private func value(
    ofNoRows cell: DerivedColumn, _ input: Table, _ context: ExecutionContext
  ) throws(RunError) -> Value {
    // One row that is not looked at, so that a part of all rows is none of them.
    let none = aggregates.map {
      Aggregate(
        name: $0.name, function: $0.function, argument: $0.argument,
        condition: .constant(.bool(false)), type: $0.type)
    }
    let table = try GroupOperator(keys: [], aggregates: none, order: .keys)
      .run(input.indexed.taking(input.rowCount == 0 ? [] : [0]), context)
    let keys = (rows + across).map {
      Column(name: $0.name, type: $0.type, data: .values([.missing]))
    }
    let evaluator = ScalarEvaluator(Table(columns: keys + table.columns, rowCount: 1))
    do throws(RunError) {
      return try evaluator.value(cell.scalar, row: 0)
    } catch  where error.canBeCaught { return .missing }
  }
}
