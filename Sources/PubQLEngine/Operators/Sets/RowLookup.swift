/// Finds out whether a row has an equal among the rows of another table: one with the same values
/// in all keys, lists compared as wholes.
///
/// A single value is equal to a list of it, and missing to missing.
struct RowLookup {
  private let keys: [MatchKey]
  private let left: ScalarEvaluator
  private let right: ScalarEvaluator
  /// Rows of the right by the hash of their keys, each key once; further ones in `next`. Keys are
  /// worked out anew when hashes agree: keeping them all would take as much memory as the table.
  private var first: [Int: UInt32] = [:]
  private var next: [UInt32: UInt32] = [:]

  /// - Parameters: both with their records listed (`Table.indexed`).
  init(
    _ keys: [MatchKey], left: Table, right: Table, _ context: ExecutionContext
  ) throws(RunError) {
    self.keys = keys
    self.left = ScalarEvaluator(left)
    self.right = ScalarEvaluator(right)
    for row in 0..<right.rowCount {
      try context.check(at: row)
      let key = try rightKey(row)
      let hash = key.hashValue
      if try !holds(key, hash) {
        next[UInt32(row)] = first[hash]
        first[hash] = UInt32(row)
      }
    }
  }

  /// Whether a row of the left has an equal on the right.
  func holds(_ row: Int) throws(RunError) -> Bool {
    var values: [Value] = []
    for key in keys {
      values.append(Self.whole(key.kind.canonical(try left.value(key.left, row: row))))
    }
    let key = GroupKey(values)
    return try holds(key, key.hashValue)
  }

  private func holds(_ key: GroupKey, _ hash: Int) throws(RunError) -> Bool {
    var row = first[hash]
    while let candidate = row {
      if try rightKey(Int(candidate)) == key { return true }
      row = next[candidate]
    }
    return false
  }

  private func rightKey(_ row: Int) throws(RunError) -> GroupKey {
    var values: [Value] = []
    for key in keys {
      values.append(Self.whole(key.kind.canonical(try right.value(key.right, row: row))))
    }
    return GroupKey(values)
  }

  private static func whole(_ value: Value) -> Value {
    guard case .list(let members) = value, members.count < 2 else { return value }
    return members.first ?? .missing
  }
}
