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
    if !groups.isEmpty { return try runPerGroup(input.indexed, context) }
    if let records = try firstRecords(input, context) {
      var result = input
      result.show(records)
      return result
    }
    let indexed = input.indexed
    guard !order.isEmpty else {
      let low = min(skip, input.rowCount)
      let high = take.map { min(input.rowCount, low + min($0, input.rowCount)) } ?? input.rowCount
      return indexed.taking(Array(low..<high))
    }
    let rows = Array(0..<input.rowCount)
    let order = try RowOrder(order, of: indexed, context)
    guard let take else { return indexed.taking(try order.sorted(rows, context)) }
    return indexed.taking(try order.first(take, of: rows, context))
  }

  /// The first of a set of records, without a list of all of them.
  private func firstRecords(
    _ input: Table, _ context: ExecutionContext
  ) throws(RunError) -> [UInt32]? {
    guard let take else { return nil }
    guard order.isEmpty else { return try IndexOrder(order, of: input, context)?.first(take) }
    guard input.isRecordSet, case .set(let set)? = input.rows?.selection else { return nil }
    let (end, overflow) = skip.addingReportingOverflow(take)
    return overflow ? nil : Array(set.first(end).dropFirst(skip))
  }

  /// A row with several values in a key belongs to the group of each; it is kept once when any of
  /// them keeps it. Groups keep the order of their first rows.
  private func runPerGroup(
    _ input: Table, _ context: ExecutionContext
  ) throws(RunError) -> Table {
    let members = try RowGroups.rows(of: input, by: groups, context)
    let order = order.isEmpty ? nil : try RowOrder(order, of: input, context)
    var isKept = [Bool](repeating: false, count: input.rowCount)
    var kept: [Int] = []
    for rows in members {
      let sorted = try order.map { order throws(RunError) in
        try order.sorted(rows, context)
      }
      for row in (sorted ?? rows).dropFirst(skip).prefix(take ?? Int.max)
      where !isKept[row] {
        isKept[row] = true
        kept.append(row)
      }
    }
    // Without an order of their own, the rows that stay keep the table's order.
    return input.taking(order == nil ? kept.sorted() : kept)
  }
}

extension RowGroups {
  /// The rows of each group that some values make, ascending, in the order of the groups' first
  /// rows. A row with several values in a key stands in the group of each.
  ///
  /// - Parameter table: with its records listed (`Table.indexed`).
  static func rows(
    of table: Table, by values: [Scalar], _ context: ExecutionContext
  ) throws(RunError) -> [[Int]] {
    var columns: [GroupKeyColumn] = []
    for (index, scalar) in values.enumerated() {
      columns.append(
        try GroupKeyColumn(
          DerivedColumn(name: "\(index)", type: .any, scalar: scalar), of: table, context))
    }
    let membership = try RowGroups(columns, rowCount: table.rowCount, context)
    var members = [[Int]](repeating: [], count: membership.keys.count)
    for (row, group) in zip(membership.rows, membership.groups) {
      members[Int(group)].append(Int(row))
    }
    return members
  }
}
