/// Keeps the first of rows that are equal in all columns, lists compared as wholes.
package struct DistinctOperator: Operator {
  package init() {}

  /// What a row that was seen takes beside its values. Unit: bytes.
  private static let entrySize = 64

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let table = input.indexed
    var seen: Set<GroupKey> = []
    var kept: [Int] = []
    for row in 0..<table.rowCount {
      try context.check(at: row)
      let values = table.columns.indices.map { table.value(row: row, column: $0) }
      guard seen.insert(GroupKey(values)).inserted else { continue }
      try context.memory.charge(values.reduce(Self.entrySize) { $0 + $1.memorySize })
      kept.append(row)
    }
    return table.taking(kept)
  }
}
