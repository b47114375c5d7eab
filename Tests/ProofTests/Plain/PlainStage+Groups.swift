/// Stages that bring rows together.
extension PlainStage {
  static var count: PlainStage {
    PlainStage("count") { table in
      PlainTable(
        columns: [PlainColumn("count", .number)],
        rows: [PlainRow(cells: ["count": .whole(table.rows.count)])], shape: .table)
    }
  }

  /// Most frequent first, then by the keys; by the keys alone where they are numbers and dates.
  static func count(by keys: [PlainNamed]) -> PlainStage {
    PlainStage("count by \(keys.written)") { table in
      let counts = PlainNamed(
        name: "count", expression: .rowCount(where: nil, isShare: false))
      let grouped = try table.grouped(by: keys, [counts])
      let isOrdered = keys.allSatisfy { [.number, .date].contains($0.expression.kind.element) }
      guard !isOrdered else { return grouped }
      let column = PlainColumn("count", .number)
      let byCount = PlainKey(expression: .column(column, as: "count"), isDescending: true)
      return grouped.with(rows: try grouped.sorted(by: [byCount]))
    }
  }

  static func group(by keys: [PlainNamed], _ block: [PlainNamed]) -> PlainStage {
    let by = keys.isEmpty ? "" : " by \(keys.written)"
    let braces = block.isEmpty ? "" : " { \(block.written) }"
    return PlainStage("group\(by)\(braces)") { try $0.grouped(by: keys, block) }
  }

  /// Each combination of values once, in the order of first sight.
  static func distinct(_ keys: [PlainNamed]) -> PlainStage {
    PlainStage("distinct \(keys.written)") { table in
      PlainTable(
        columns: keys.map(\.keyColumn),
        rows: try table.groups(by: keys.map(\.expression)).map { group in
          PlainRow(cells: cells(keys, group.values))
        },
        shape: .table)
    }
  }

  static func cells(_ keys: [PlainNamed], _ values: [PlainValue]) -> [String: PlainValue] {
    Dictionary(zip(keys.map(\.name), values), uniquingKeysWith: { first, _ in first })
  }

  /// What the columns hold. Which of equally frequent values are shown is not said: they are left
  /// out again.
  static func describe(_ columns: [(column: PlainColumn, text: String)]) -> PlainStage {
    let operands = columns.map(\.text).joined(separator: ", ")
    let space = columns.isEmpty ? "" : " "
    return PlainStage("describe\(space)\(operands) | drop most_frequent, type") { table in
      let names = try columns.map { try table.column($0.column.name) }
      return PlainTable(
        columns: [
          PlainColumn("field", .text), PlainColumn("filled", .number),
          PlainColumn("distinct", .number),
        ],
        rows: try (columns.isEmpty ? table.columns : names).map { column in
          let values = try table.rows.map { try $0[column.name].members.filter { !$0.isMissing } }
          return PlainRow(cells: [
            "field": .text(column.name), "filled": .whole(values.count { !$0.isEmpty }),
            "distinct": .whole(values.flatMap { $0 }.distinct.count),
          ])
        },
        shape: .table)
    }
  }
}

extension PlainTable {
  /// A row a group, in the order of the keys; one for all rows where there are no keys.
  func grouped(by keys: [PlainNamed], _ block: [PlainNamed]) throws -> PlainTable {
    var result = try groupRows(by: keys)
    result.rows = try result.rows.map { row in
      // The block sees the keys, not what it makes itself.
      var made = PlainRow(cells: row.cells)
      for item in block { made.cells[item.name] = try item.expression.value(row) }
      return made
    }
    result.columns += block.map(\.column)
    return result
  }

  /// The keys of each group, and the rows that aggregates look at.
  func groupRows(by keys: [PlainNamed]) throws -> PlainTable {
    let groups =
      keys.isEmpty ? [(values: [], rows: rows)] : try self.groups(by: keys.map(\.expression))
    var result = PlainTable(columns: keys.map(\.keyColumn), rows: [], shape: .table)
    result.rows = groups.map { group in
      PlainRow(
        cells: PlainStage.cells(keys, group.values),
        group: PlainGroup(rows: group.rows, of: rows.count))
    }
    result.rows = try result.sorted(
      by: keys.map {
        PlainKey(expression: .column($0.keyColumn, as: $0.name), isDescending: false)
      })
    return result
  }
}
