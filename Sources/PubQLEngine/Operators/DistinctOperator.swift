/// Keeps the first of rows that are equal in all columns, lists compared as wholes.
package struct DistinctOperator: Operator {
  package init() {}

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let table = input.indexed
    var seen: Set<GroupKey> = []
    var kept: [Int] = []
    for row in 0..<table.rowCount {
      if row & 0xFFFF == 0 { try context.check() }
      let values = table.columns.indices.map { table.value(row: row, column: $0) }
      if seen.insert(GroupKey(values)).inserted { kept.append(row) }
    }
    return table.taking(kept)
  }
}
