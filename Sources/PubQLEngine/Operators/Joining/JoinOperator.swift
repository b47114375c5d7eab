import PubQLModel

/// Brings the rows of another table in: each row with its partners, those that agree in all keys.
///
/// Shape: the columns of the left, then the chosen ones of the other. Rows come in the order of the
/// left, partners in theirs. A pair of rows stands once, in however many values of a key it agrees.
package struct JoinOperator: Operator {
  package let kind: Kind
  package let other: Plan
  package let keys: [MatchKey]
  package let added: [AddedColumn]

  /// Which rows a join gives.
  package enum Kind: String, Sendable {
    /// Each pair of partners
    case inner
    /// Each pair of partners, and rows without a partner once
    case left
    /// Rows that have a partner, each once and as they are
    case semi
    /// Rows that have none
    case anti
  }

  /// A column of the other table, and what it is called in the result.
  package struct AddedColumn: Sendable {
    package let index: Int
    package let name: String

    package init(index: Int, name: String) {
      self.index = index
      self.name = name
    }
  }

  package init(kind: Kind, other: Plan, keys: [MatchKey], added: [AddedColumn]) {
    self.kind = kind
    self.other = other
    self.keys = keys
    self.added = added
  }

  package var plans: [Plan] { [other] }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let left = input.indexed
    let right = try other.run(context).indexed
    var matcher = try RowMatcher(keys, left: left, right: right, context)
    switch kind {
    case .semi, .anti:
      var kept: [Int] = []
      for row in 0..<left.rowCount {
        try context.check(at: row)
        if matcher.hasPartner(row) == (kind == .semi) { kept.append(row) }
      }
      return input.keeping(kept)
    case .inner, .left: return try joined(left, right, &matcher, context)
    }
  }

  private func joined(
    _ left: Table, _ right: Table, _ matcher: inout RowMatcher, _ context: ExecutionContext
  ) throws(RunError) -> Table {
    var leftRows: [Int] = []
    var rightRows: [Int] = []
    for row in 0..<left.rowCount {
      try context.check(at: row)
      let partners = matcher.partners(row)
      if partners.isEmpty, kind == .left {
        leftRows.append(row)
        rightRows.append(Table.noRow)
      } else {
        leftRows.append(contentsOf: repeatElement(row, count: partners.count))
        rightRows.append(contentsOf: partners)
      }
      try context.checkRows(leftRows.count)
      try context.charge(rows: partners.count, of: 16 + 8 * (left.columns.count + added.count))
    }
    var result = left.taking(leftRows)
    for column in added {
      try context.check()
      result.columns.append(right.detached(column.index, at: rightRows, called: column.name))
    }
    result.shape = .table
    result.countedRows = nil
    return result
  }
}
