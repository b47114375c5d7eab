import PubQLModel

/// The columns that tell whether two records are one.
package struct DedupeFields: Sendable {
  package let title: Int
  package let date: Int?
  package let authors: Int?

  package init(title: Int, date: Int?, authors: Int?) {
    self.title = title
    self.date = date
    self.authors = authors
  }
}

/// Keeps one of the records that are one work recorded several times: the fullest.
///
/// Shape: the rows that stay keep their order; two columns more, `duplicates` with the ids of the
/// records that were left out for this one (numbers of rows, from 1, where there are no ids) and
/// `why`, both missing where there were none.
package struct DedupeOperator: Operator {
  package let rule: Rule
  package let idColumn: Int?
  /// Of two records that are equally full the one with the longer abstract stays.
  package let abstractColumn: Int?

  /// Which records are one.
  package enum Rule: Sendable {
    /// Titles, years and authors are alike
    case alike(DedupeFields)
    /// All these values are there and equal
    case equal([DerivedColumn])
  }

  package init(rule: Rule, idColumn: Int?, abstractColumn: Int?) {
    self.rule = rule
    self.idColumn = idColumn
    self.abstractColumn = abstractColumn
  }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let table = input.indexed
    var isLeftOut = [Bool](repeating: false, count: table.rowCount)
    var found: [Int: (duplicates: Value, why: Value)] = [:]
    let (groups, reason) = try self.groups(of: table, context)
    for group in groups {
      try context.check()
      let kept = fullest(of: group, in: table)
      let others = group.filter { $0 != kept }
      for row in others { isLeftOut[row] = true }
      found[kept] = (
        .list(others.map { id(of: $0, in: table) }),
        .text(sentence(others, others.map { reason($0, kept) }, in: table))
      )
    }
    let kept = isLeftOut.indices.filter { !isLeftOut[$0] }
    var result = table.taking(kept)
    let idType = idColumn.map { table.columns[$0].type } ?? .number
    result.add("duplicates", .list(idType), kept.map { found[$0]?.duplicates ?? .missing })
    result.add("why", .text, kept.map { found[$0]?.why ?? .missing })
    if result.shape == .list { result.shape = .table }
    return result
  }

  /// Why each of the rows was left out; once where it is the same for all.
  private func sentence(_ rows: [Int], _ reasons: [String], in table: Table) -> String {
    if let first = reasons.first, reasons.allSatisfy({ $0 == first }) { return first }
    return zip(rows, reasons).map { row, reason in
      "\(id(of: row, in: table).plainText): \(reason)"
    }.joined(separator: "; ")
  }

  private func id(of row: Int, in table: Table) -> Value {
    idColumn.map { table.value(row: row, column: $0) } ?? .whole(row + 1)
  }

  /// The record with the most filled fields, then the longest abstract; then the first.
  private func fullest(of group: [Int], in table: Table) -> Int {
    var best = (row: group[0], filled: -1, length: -1)
    for row in group {
      let filled = table.columns.indices.count {
        !table.value(row: row, column: $0).members.isEmpty
      }
      let length = abstractColumn.map {
        table.value(row: row, column: $0).textual?.utf8.count ?? 0
      }
      if (filled, length ?? 0) > (best.filled, best.length) { best = (row, filled, length ?? 0) }
    }
    return best.row
  }

  // MARK: Rules

  /// The rows that belong together, and why one belongs to another.
  private func groups(
    of table: Table, _ context: ExecutionContext
  ) throws(RunError) -> ([[Int]], reason: (_ row: Int, _ kept: Int) -> String) {
    switch rule {
    case .alike(let fields):
      var finder = try DuplicateFinder(table, fields, context)
      let groups = finder.groups()
      let found = finder
      return (
        groups,
        { row, kept in
          found.reason(row, keeping: kept) { self.id(of: $0, in: table).plainText }
        }
      )
    case .equal(let keys):
      let sentence = keys.map { "same \($0.name)" }.joined(separator: ", ")
      return (try equalRows(keys, of: table, context), { _, _ in sentence })
    }
  }

  /// Rows in which a value is missing are equal to none.
  private func equalRows(
    _ keys: [DerivedColumn], of table: Table, _ context: ExecutionContext
  ) throws(RunError) -> [[Int]] {
    var columns: [WholeNumbers] = []
    for key in keys { columns.append(try WholeNumbers(key.scalar, of: table, context)) }
    let whole = try WholeNumbers(all: columns, rowCount: table.rowCount, context)
    var rows: [UInt32: [Int]] = [:]
    for row in 0..<table.rowCount {
      try context.check(at: row)
      guard !columns.contains(where: { $0.numbers[row] == $0.missing }) else { continue }
      rows[whole.numbers[row], default: []].append(row)
    }
    return rows.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}

extension Table {
  /// Adds a column that the stage may make anew.
  fileprivate mutating func add(_ name: String, _ type: ValueType, _ values: [Value]) {
    var column = Column(name: name, type: type, data: .values(values))
    column.isMade = true
    columns.append(column)
  }
}
