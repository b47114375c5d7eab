/// Stages that bring two tables together.
extension PlainStage {
  /// What is compared with: a query in parentheses, and its rows.
  struct Other {
    let text: String
    let table: PlainTable
  }

  /// All rows, then those of the other that have no equal among them.
  static func union(_ other: Other, by key: PlainColumn?) -> PlainStage {
    PlainStage("union (\(other.text))\(clause(key))") { table in
      var result = table
      // The other rows were not searched for the same.
      result.search = nil
      let added = other.table.columns.filter { column in
        !table.columns.contains { $0.isCalled(as: column) }
      }
      let names = table.columns.map { column in
        (column.name, other.table.columns.first { $0.isCalled(as: column) }?.name)
      }
      result.columns += added
      result.rows = table.rows.map { row in
        var made = row
        for column in added { made.cells[column.name] = .missing }
        return made
      }
      for row in other.table.rows
      where try !table.rows.contains(where: { try isEqual($0, row, table, other.table, by: key) }) {
        var made = row
        made.cells = [:]
        for (name, otherName) in names {
          made.cells[name] = try otherName.map { try row[$0] } ?? .missing
        }
        for column in added { made.cells[column.name] = try row[column.name] }
        result.rows.append(made)
      }
      if table.shape != .list, other.table.shape != .records || table.shape != .records {
        result.shape = .table
      }
      let isWhole = added.isEmpty && table.columns.count == other.table.columns.count
      for index in result.rows.indices where !isWhole { result.rows[index].record = nil }
      return result
    }
  }

  /// The rows that have an equal in the other, or those that have none.
  static func common(_ other: Other, isExcept: Bool, by key: PlainColumn?) -> PlainStage {
    PlainStage("\(isExcept ? "except" : "intersect") (\(other.text))\(clause(key))") { table in
      table.with(
        rows: try table.rows.filter { row in
          try other.table.rows.contains {
            try isEqual(row, $0, table, other.table, by: key)
          } != isExcept
        })
    }
  }

  private static func clause(_ key: PlainColumn?) -> String { key.map { " by \($0.name)" } ?? "" }

  /// One record is equal to itself, other rows where all that both have is.
  private static func isEqual(
    _ a: PlainRow, _ b: PlainRow, _ left: PlainTable, _ right: PlainTable, by key: PlainColumn?
  ) throws -> Bool {
    if let key {
      let (a, b) = (try a[key.name], try b[key.name])
      return a.isWithoutValues && b.isWithoutValues || isMatch(a, b)
    }
    if left.shape == .records, right.shape == .records { return a.source == b.source }
    for column in left.columns {
      guard let other = right.columns.first(where: { $0.isCalled(as: column) }) else { continue }
      let (a, b) = (try a[column.name], try b[other.name])
      if PlainOrder.key(a) != PlainOrder.key(b) { return false }
    }
    return true
  }

  /// As `=` has it, but that a date has to be the same date.
  private static func isMatch(_ a: PlainValue, _ b: PlainValue) -> Bool {
    a.members.contains { a in
      b.members.contains { b in
        if case .date = a { return PlainRelation.exactly.meets(a, b) }
        return PlainRelation.equal.meets(a, b)
      }
    }
  }

  // MARK: Join

  /// `join left (…) on author`
  static func join(_ mode: String, _ other: Other, on key: PlainColumn) -> PlainStage {
    PlainStage("join \(mode)\(mode.isEmpty ? "" : " ")(\(other.text)) on \(key.name)") { table in
      func partners(_ row: PlainRow) throws -> [PlainRow] {
        try other.table.rows.filter { isMatch(try row[key.name], try $0[key.name]) }
      }
      if mode == "semi" || mode == "anti" {
        return table.with(
          rows: try table.rows.filter { try partners($0).isEmpty == (mode == "anti") })
      }
      var result = table
      result.shape = .table
      var added: [(from: String, to: String)] = []
      for column in other.table.columns where column.name != key.name {
        var name = column.name
        var number = 1
        while result.columns.contains(where: { $0.name == name || $0.otherName == name }) {
          number += 1
          name = "\(column.name)_\(number)"
        }
        added.append((column.name, name))
        result.columns.append(
          PlainColumn(
            name, column.kind, otherName: name == column.name ? column.otherName : nil,
            isTyped: column.isTyped))
      }
      result.rows = try table.rows.flatMap { row in
        var row = row
        row.record = nil
        let partners = try partners(row)
        if partners.isEmpty, mode == "left" {
          for (_, to) in added { row.cells[to] = .missing }
          return [row]
        }
        return try partners.map { partner in
          var made = row
          for (from, to) in added { made.cells[to] = try partner[from] }
          return made
        }
      }
      return result
    }
  }

  // MARK: Pivot

  /// A row for each value of one key, a column for each value of another.
  static func pivot(_ rows: PlainNamed, by columns: PlainNamed) -> PlainStage {
    PlainStage("pivot \(rows.text) by \(columns.text)") { table in
      let count = PlainNamed(name: "#", expression: .rowCount(where: nil, isShare: false))
      let heads = try table.grouped(by: [columns], []).rows.map { try $0[columns.name] }
      let both = try table.grouped(by: [rows, columns], [count])
      var result = try table.grouped(by: [rows], [])
      for head in heads {
        let name = head.isMissing ? "missing" : head.shown
        result.columns.append(PlainColumn(name, .number))
        for index in result.rows.indices {
          let key = try result.rows[index][rows.name]
          let cell = try both.rows.first { row in
            try PlainOrder.key(row[rows.name]) == PlainOrder.key(key)
              && PlainOrder.key(row[columns.name]) == PlainOrder.key(head)
          }
          result.rows[index].cells[name] = try cell?["#"] ?? .whole(0)
        }
      }
      return result
    }
  }
}

extension PlainValue {
  /// Whether all of its values are missing.
  fileprivate var isWithoutValues: Bool { members.allSatisfy(\.isMissing) }
}

extension PlainColumn {
  /// Whether a name of another column means this one.
  fileprivate func isCalled(as other: PlainColumn) -> Bool {
    other.name == name || other.name == otherName
  }
}
