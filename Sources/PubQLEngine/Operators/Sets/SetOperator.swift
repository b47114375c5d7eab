package import PubQLModel

/// Brings the rows of two tables together as sets.
///
/// Shape: `intersect` and `except` give rows of the left as they are, those that have, or have not,
/// an equal on the right. `union` gives all rows of the left, then those of the right that have no
/// equal on the left; columns that one lacks are missing there.
///
/// Two records are equal when they are the same record. A record that the other corpus does not
/// hold, and any row of a table, is equal to a row with the same values, lists as wholes. With keys
/// of `by` rows are equal when `=` says so of each key, or when it is missing in both.
package struct SetOperator: Operator {
  package let kind: Kind
  package let other: Plan
  package let comparison: Comparison
  /// What `union` gives.
  package let columns: [UnionColumn]
  package let shape: TableShape
  /// Everything loaded, which records of several corpora may be parts of.
  package let known: Corpus

  package enum Kind: String, Sendable {
    case union
    case intersect
    case except
  }

  /// What of the rows is compared.
  package enum Comparison: Sendable {
    /// The columns that are given; whole records are equal to themselves
    case rows([MatchKey], areRecords: Bool)
    /// The keys of `by`
    case keys([MatchKey])
  }

  package init(
    kind: Kind, other: Plan, comparison: Comparison, columns: [UnionColumn], shape: TableShape,
    known: Corpus
  ) {
    self.kind = kind
    self.other = other
    self.comparison = comparison
    self.columns = columns
    self.shape = shape
    self.known = known
  }

  package var plans: [Plan] { [other] }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let right = try other.run(context)
    switch kind {
    case .intersect, .except:
      let hasEqual = try comparison.rows(of: input, havingEqualsIn: right, context)
      return input.keeping(hasEqual.indices.filter { hasEqual[$0] == (kind == .intersect) })
    case .union:
      let hasEqual = try comparison.turned.rows(of: right, havingEqualsIn: input, context)
      let new = hasEqual.indices.filter { !hasEqual[$0] }
      try context.checkRows(input.rowCount + new.count)
      return united(input.indexed, right.indexed.taking(new))
    }
  }
}

extension SetOperator.Comparison {
  /// The same for the tables in the other order.
  fileprivate var turned: Self {
    switch self {
    case .rows(let keys, let areRecords): .rows(keys.map(\.turned), areRecords: areRecords)
    case .keys(let keys): .keys(keys.map(\.turned))
    }
  }

  /// For each row of the left whether it has an equal on the right.
  fileprivate func rows(
    of left: Table, havingEqualsIn right: Table, _ context: ExecutionContext
  ) throws(RunError) -> [Bool] {
    let left = left.indexed
    let right = right.indexed
    switch self {
    case .rows(let keys, let areRecords):
      return try Self.equalRows(left, right, keys, areRecords, context)
    case .keys(let keys):
      var matcher = try RowMatcher(keys, left: left, right: right, joinsMissing: true, context)
      var hasEqual: [Bool] = []
      for row in 0..<left.rowCount {
        try context.check(at: row)
        hasEqual.append(matcher.hasPartner(row))
      }
      return hasEqual
    }
  }

  private static func equalRows(
    _ left: Table, _ right: Table, _ keys: [MatchKey], _ areRecords: Bool,
    _ context: ExecutionContext
  ) throws(RunError) -> [Bool] {
    var hasEqual: [Bool] = []
    var lookup: RowLookup?
    let records = areRecords ? SameRecords(left, right) : nil
    for row in 0..<left.rowCount {
      try context.check(at: row)
      if let isSame = records?.holds(row) {
        hasEqual.append(isSame)
        continue
      }
      if lookup == nil { lookup = try RowLookup(keys, left: left, right: right, context) }
      hasEqual.append(try lookup?.holds(row) ?? false)
    }
    return hasEqual
  }
}

/// Tells which records of a table are among those of another.
private struct SameRecords {
  private let records: [UInt32]
  private let shared: SharedRecords
  private var set: RecordSet

  /// Nil when one of them has no records. Both with their records listed (`Table.indexed`).
  init?(_ left: Table, _ right: Table) {
    guard let leftRows = left.rows, let rightRows = right.rows else { return nil }
    records = leftRows.list
    shared = SharedRecords(of: leftRows.corpus, in: rightRows.corpus)
    set = RecordSet(universe: rightRows.corpus.recordCount, records: rightRows.list)
  }

  /// Whether the record of a row is among those of the right; nil when the corpus there has no such
  /// record.
  func holds(_ row: Int) -> Bool? {
    shared.number(of: Int(records[row])).map { set.contains($0) }
  }
}
