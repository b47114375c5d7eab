/// Keeps the first of rows that are equal in all columns, lists compared as wholes.
package struct DistinctOperator: Operator {
  package init() {}

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let table = input.indexed
    var columns: [WholeNumbers] = []
    for column in table.columns.indices {
      columns.append(try WholeNumbers(.column(column), of: table, context))
    }
    let whole = try WholeNumbers(all: columns, rowCount: table.rowCount, context)
    var seen = [Bool](repeating: false, count: whole.count)
    var kept: [Int] = []
    for (row, number) in whole.numbers.enumerated() where !seen[Int(number)] {
      seen[Int(number)] = true
      kept.append(row)
    }
    return table.taking(kept)
  }
}
