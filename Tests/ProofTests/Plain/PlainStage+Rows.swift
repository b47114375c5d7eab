import PubQLCorpusGenerator

/// Stages that keep some rows, or put them in another order.
extension PlainStage {
  static func `where`(_ condition: PlainExpression) -> PlainStage {
    PlainStage("where \(condition.text)") { table in
      table.with(rows: try table.rows.filter { try condition.holds($0) })
    }
  }

  static func sort(_ keys: [PlainKey]) -> PlainStage {
    let written = keys.map { $0.expression.text + ($0.isDescending ? " desc" : "") }
    return PlainStage("sort \(written.joined(separator: ", "))") { table in
      table.with(rows: try table.sorted(by: keys))
    }
  }

  /// `sort` of a table's first column.
  static var sortByFirst: PlainStage {
    PlainStage("sort") { table in
      guard let first = table.columns.first else { return table }
      let key = PlainKey(expression: .column(first, as: first.name), isDescending: false)
      return table.with(rows: try table.sorted(by: [key]))
    }
  }

  static func take(_ count: Int, per keys: [PlainExpression]) -> PlainStage {
    limit("take \(count)", per: keys) { Array($0.prefix(count)) }
  }

  static func skip(_ count: Int, per keys: [PlainExpression]) -> PlainStage {
    limit("skip \(count)", per: keys) { Array($0.dropFirst(count)) }
  }

  /// A row that several groups keep stays once; rows stay in the order of the table.
  private static func limit(
    _ text: String, per keys: [PlainExpression], _ kept: @escaping ([PlainRow]) -> [PlainRow]
  ) -> PlainStage {
    PlainStage(text + clause(keys)) { table in
      guard !keys.isEmpty else { return table.with(rows: kept(table.rows)) }
      var numbered = table
      for index in table.rows.indices { numbered.rows[index].cells["#"] = .whole(index) }
      var numbers: Set<Int> = []
      for group in try numbered.groups(by: keys) {
        numbers.formUnion(try kept(group.rows).compactMap { try $0["#"].number.map { Int($0) } })
      }
      return table.with(rows: numbers.sorted().map { table.rows[$0] })
    }
  }

  /// The first rows of a descending sort, of each group the first of them; groups follow each
  /// other as their first rows do.
  static func top(
    _ count: Int, by keys: [PlainKey], per groups: [PlainExpression], isImplied: Bool
  ) -> PlainStage {
    let written = keys.map { $0.expression.text + ($0.isDescending ? "" : " asc") }
    let by = isImplied ? "" : " by " + written.joined(separator: ", ")
    return PlainStage("top \(count)\(by)\(clause(groups))") { table in
      guard !groups.isEmpty else {
        return table.with(rows: Array(try table.sorted(by: keys).prefix(count)))
      }
      var numbered = table
      for index in table.rows.indices { numbered.rows[index].cells["#"] = .whole(index) }
      var kept: [PlainRow] = []
      for group in try numbered.groups(by: groups) {
        kept += try table.with(rows: group.rows).sorted(by: keys).prefix(count)
      }
      var seen: Set<Int> = []
      let numbers = try kept.compactMap { try $0["#"].number.map { Int($0) } }
      return table.with(
        rows: numbers.filter { seen.insert($0).inserted }.map { table.rows[$0] })
    }
  }

  /// Some rows by chance, in their order: Floyd's drawing, with the numbers of SplitMix64.
  ///
  /// Of all numbers below 10, 3 are drawn so: one below 8, one below 9, one below 10; for one that
  /// was drawn before, the greatest that could have been drawn.
  static func sample(_ count: Int, seed: Int?, per keys: [PlainExpression]) -> PlainStage {
    let text = "sample \(count)" + (seed.map { " seed \($0)" } ?? "")
    // One row of numbers for all groups, in their order.
    return PlainStage(text + clause(keys)) { table in
      var random = SplitMix(seed: UInt64(seed ?? 0))
      return try limit("", per: keys) { rows in
        guard count < rows.count else { return rows }
        var drawn: Set<Int> = []
        for last in rows.count - count..<rows.count {
          let number = random.below(last + 1)
          drawn.insert(drawn.contains(number) ? last : number)
        }
        return drawn.sorted().map { rows[$0] }
      }.run(table)
    }
  }

  private static func clause(_ keys: [PlainExpression]) -> String {
    keys.isEmpty ? "" : " per " + keys.map(\.text).joined(separator: ", ")
  }

  /// Rows that are equal in all columns, once.
  static var distinct: PlainStage {
    PlainStage("distinct") { table in
      var seen: Set<String> = []
      return table.with(
        rows: try table.rows.filter { row in
          let values = try table.columns.map { try row[$0.name] }
          return seen.insert(PlainOrder.key(.list(values))).inserted
        })
    }
  }

  /// Passes its rows on.
  static func passing(_ text: String) -> PlainStage { PlainStage(text) { $0 } }
}
