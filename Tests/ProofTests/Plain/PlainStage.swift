/// A stage as PubQL has it, and what it makes of rows.
struct PlainStage {
  let text: String
  let run: (PlainTable) throws -> PlainTable

  init(_ text: String, _ run: @escaping (PlainTable) throws -> PlainTable) {
    self.text = text
    self.run = run
  }

  /// Whether it has its rows drawn.
  var isChart: Bool { text.contains(" | chart ") }
}

/// A value with the name of its column.
struct PlainNamed {
  let name: String
  let expression: PlainExpression
  /// Another name that means it, where it is an unchanged field
  var otherName: String?
  /// Whether the name is what the expression is called anyway
  var isImplied = false

  var text: String { isImplied ? expression.text : "\(name): \(expression.text)" }

  /// The column of the values as they are.
  var column: PlainColumn {
    PlainColumn(name, expression.kind, otherName: otherName, isTyped: expression.isTyped)
  }
  /// The column of single values, as a key of groups has them.
  var keyColumn: PlainColumn {
    PlainColumn(
      name, expression.kind.element, otherName: otherName, isTyped: expression.isTyped)
  }
}

/// What rows are put in order by.
struct PlainKey {
  let expression: PlainExpression
  let isDescending: Bool
}

extension [PlainNamed] {
  var written: String { map(\.text).joined(separator: ", ") }
}

extension PlainTable {
  /// The rows, each among the others.
  var running: [PlainRow] {
    rows.indices.map { index in
      var row = rows[index]
      row.window = PlainWindow(rows, at: index)
      return row
    }
  }

  func with(rows: [PlainRow]) -> PlainTable {
    var result = self
    result.rows = rows
    return result
  }

  /// The rows in order: equal ones as they are, missing last in both directions.
  func sorted(by keys: [PlainKey]) throws -> [PlainRow] {
    var keyed: [(row: PlainRow, values: [PlainValue])] = []
    for row in rows { keyed.append((row, try keys.map { try $0.expression.value(row) })) }
    // By insertion: no sort could be plainer, and it keeps equal rows in their order.
    var sorted: [(row: PlainRow, values: [PlainValue])] = []
    for item in keyed {
      let place = sorted.lastIndex { Self.order($0.values, item.values, keys) <= 0 } ?? -1
      sorted.insert(item, at: place + 1)
    }
    return sorted.map(\.row)
  }

  private static func order(
    _ a: [PlainValue], _ b: [PlainValue], _ keys: [PlainKey]
  ) -> Int {
    for (key, (a, b)) in zip(keys, zip(a, b)) {
      let (isFirstMissing, isSecondMissing) = (a.members.isEmpty, b.members.isEmpty)
      if isFirstMissing && isSecondMissing { continue }
      if isFirstMissing { return 1 }
      if isSecondMissing { return -1 }
      let order = PlainOrder.compare(a, b)
      if order != 0 { return key.isDescending ? -order : order }
    }
    return 0
  }

  /// Rows under each combination of the keys' values, in the order of first sight. A row stands
  /// once under each of its values, one without any under missing.
  func groups(by keys: [PlainExpression]) throws -> [(values: [PlainValue], rows: [PlainRow])] {
    var groups: [(values: [PlainValue], rows: [PlainRow])] = []
    var places: [String: Int] = [:]
    // Of several spellings of a value the first stands for all.
    var spellings = keys.map { _ in [String: PlainValue]() }
    for row in rows {
      var combinations: [[PlainValue]] = [[]]
      for (index, key) in keys.enumerated() {
        let values = try key.value(row).members.filter { !$0.isMissing }.distinct
        let choices: [PlainValue] =
          values.isEmpty
          ? [.missing]
          : values.map { value in
            let name = PlainOrder.key(value)
            let first = spellings[index][name] ?? value
            spellings[index][name] = first
            return first
          }
        combinations = combinations.flatMap { before in choices.map { before + [$0] } }
      }
      for values in combinations {
        let name = PlainOrder.key(.list(values))
        if let place = places[name] {
          groups[place].rows.append(row)
        } else {
          places[name] = groups.count
          groups.append((values, [row]))
        }
      }
    }
    return groups
  }
}
