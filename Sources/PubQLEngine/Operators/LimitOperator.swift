/// Keeps some of the rows, of the table or of each of its groups: `take`, `skip`, `top`.
package struct LimitOperator: Operator {
  package let skip: Int
  package let take: Int?
  /// Rows are first put in this order; none keeps theirs.
  package let order: [SortKey]
  /// Rows that agree in these values are one group; none makes one group of all.
  package let groups: [Scalar]

  package init(skip: Int = 0, take: Int?, order: [SortKey] = [], groups: [Scalar] = []) {
    self.skip = skip
    self.take = take
    self.order = order
    self.groups = groups
  }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let indexed = input.indexed
    if !groups.isEmpty { return try runPerGroup(indexed, context) }
    guard !order.isEmpty else {
      let low = min(skip, input.rowCount)
      let high = take.map { min(input.rowCount, low + min($0, input.rowCount)) } ?? input.rowCount
      return indexed.taking(Array(low..<high))
    }
    let rows = Array(0..<input.rowCount)
    let order = try RowOrder(order, of: indexed, context)
    return indexed.taking(take.map { order.first($0, of: rows) } ?? order.sorted(rows))
  }

  /// Groups keep the order of their first rows.
  private func runPerGroup(
    _ input: Table, _ context: ExecutionContext
  ) throws(RunError) -> Table {
    let evaluator = ScalarEvaluator(input)
    var groupOfKey: [GroupKey: Int] = [:]
    var members: [[Int]] = []
    for row in 0..<input.rowCount {
      if row & 0xFFFF == 0 { try context.check() }
      var values: [Value] = []
      for scalar in groups { values.append(try evaluator.value(scalar, row: row)) }
      let key = GroupKey(values)
      if let group = groupOfKey[key] {
        members[group].append(row)
      } else {
        groupOfKey[key] = members.count
        members.append([row])
      }
    }
    let order = order.isEmpty ? nil : try RowOrder(order, of: input, context)
    let kept = members.flatMap { rows in
      let sorted = order?.sorted(rows) ?? rows
      return Array(sorted.dropFirst(skip).prefix(take ?? Int.max))
    }
    // Without an order of their own, the rows that stay keep the table's order.
    return input.taking(order == nil ? kept.sorted() : kept)
  }
}
