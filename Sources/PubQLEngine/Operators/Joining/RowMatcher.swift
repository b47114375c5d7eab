/// Finds the rows of one table that have all keys of a row of another.
///
/// The rows of the right are hashed by the combinations of their keys, so the work grows with the
/// rows and with the matches that there are. A row with several values in a key stands under each.
struct RowMatcher {
  private var keys: [Key] = []
  /// The rows of combination `c` are `rows[starts[c]..<starts[c + 1]]`, ascending.
  private var starts: [UInt32] = []
  private var rows: [UInt32] = []
  private var seen: LastSeen
  /// Counts the questions, so that what was seen for another is not taken for this one's.
  private var question: UInt32 = 0

  /// One key, and the combinations of it with the keys before.
  private struct Key {
    let left: KeyValues
    let partners: KeyPartners
    let combinations: PairNumbers
    var seen: LastSeen
  }

  /// - Parameters:
  ///   - left: with its records listed (`Table.indexed`), as `right`.
  ///   - joinsMissing: whether rows agree in a key that both lack.
  init(
    _ keys: [MatchKey], left: Table, right: Table, joinsMissing: Bool = false,
    _ context: ExecutionContext
  ) throws(RunError) {
    seen = LastSeen(count: right.rowCount)
    var memberships = Memberships(rowCount: right.rowCount)
    for key in keys {
      let leftValues = try KeyValues(key.left, of: left, keepsMissing: joinsMissing, context)
      let rightValues = try KeyValues(
        key.right, of: right, keepsMissing: joinsMissing, context)
      let partners = try KeyPartners(leftValues, rightValues, key.kind, context)
      let combinations = try memberships.refine(by: rightValues, context)
      self.keys.append(
        Key(
          left: leftValues, partners: partners, combinations: combinations,
          seen: LastSeen(count: combinations.pairs.count)))
    }
    (starts, rows) = memberships.rowsByGroup
  }

  /// Whether a row of the left has a partner.
  mutating func hasPartner(_ row: Int) -> Bool { !combinations(row).isEmpty }

  /// The partners of a row of the left, ascending, each once.
  mutating func partners(_ row: Int) -> [Int] {
    let found = combinations(row)
    var partners: [Int] = []
    for combination in found {
      for partner in rows[Int(starts[Int(combination)])..<Int(starts[Int(combination) + 1])]
      where seen.insert(partner, question) {
        partners.append(Int(partner))
      }
    }
    if found.count > 1 { partners.sort() }
    return partners
  }

  /// The combinations of keys on the right that a row of the left matches.
  private mutating func combinations(_ row: Int) -> [UInt32] {
    question += 1
    var found: [UInt32] = [0]
    for index in keys.indices {
      var next: [UInt32] = []
      for number in keys[index].left.numbers(row) {
        for partner in keys[index].partners.partners(of: number) {
          for group in found {
            if let combination = keys[index].combinations.known(group, partner),
              keys[index].seen.insert(combination, question)
            {
              next.append(combination)
            }
          }
        }
      }
      if next.isEmpty { return [] }
      found = next
    }
    return found
  }
}

/// Which combinations of keys the rows of a table stand under.
private struct Memberships {
  private var rows: [UInt32]
  private var groups: [UInt32]
  private var groupCount = 1

  init(rowCount: Int) {
    rows = Array(0..<UInt32(rowCount))
    groups = [UInt32](repeating: 0, count: rowCount)
  }

  /// Parts each combination by one more key; rows without it fall out.
  mutating func refine(
    by key: KeyValues, _ context: ExecutionContext
  ) throws(RunError) -> PairNumbers {
    var numbers = PairNumbers(groups: groupCount, values: key.values.count)
    var newRows: [UInt32] = []
    var newGroups: [UInt32] = []
    for (place, row) in rows.enumerated() {
      try context.check(at: place)
      try context.checkRows(newRows.count)
      for number in key.numbers(Int(row)) {
        newRows.append(row)
        newGroups.append(numbers.number(groups[place], number))
      }
    }
    rows = newRows
    groups = newGroups
    groupCount = numbers.pairs.count
    return numbers
  }

  /// The rows of each combination, one after another, ascending.
  var rowsByGroup: (starts: [UInt32], rows: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: groupCount + 1)
    for group in groups { starts[Int(group) + 1] += 1 }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var sorted = [UInt32](repeating: 0, count: rows.count)
    for (row, group) in zip(rows, groups) {
      sorted[Int(next[Int(group)])] = row
      next[Int(group)] += 1
    }
    return (starts, sorted)
  }
}
