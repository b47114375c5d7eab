import PubQLCorpusGenerator

/// Stages.
extension QueryGenerator {
  /// A stage that can follow rows like these.
  mutating func stage(_ scope: Scope) -> PlainStage {
    for _ in 0..<6 {
      let made: PlainStage? =
        switch random.below(32) {
        case 0..<5: .where(condition(scope, depth: 2))
        case 5, 6: .select(named(1 + random.below(4), scope.running))
        case 7, 8, 9: with(scope)
        case 10: drop(scope)
        case 11, 12, 13: sort(scope)
        case 14: .take(random.below(12), per: groups(scope))
        case 15: .skip(random.below(4), per: groups(scope))
        case 16, 17: top(scope)
        case 18: random.chance(30) ? .distinct : .distinct(columns(scope))
        case 19, 20: count(scope)
        case 21, 22, 23: group(scope)
        case 24: each(scope)
        case 25, 26: common(scope)
        case 27: join(scope)
        case 28: pivot(scope)
        case 29: search(scope)
        case 30: random.chance(50) ? similar(scope) : dedupe(scope)
        default: other(scope)
        }
      if let made { return made }
    }
    return .count
  }

  // MARK: Columns

  /// Values with names, each once: columns as they are called, the rest under new names.
  private mutating func named(
    _ count: Int, _ scope: Scope, isKey: Bool = false
  ) -> [PlainNamed] {
    var made: [PlainNamed] = []
    for _ in 0..<count {
      let item = named(isKey ? unbraced(key(scope)) : rowExpression(scope), scope)
      let isTaken = made.contains { $0.name == item.name || $0.otherName == item.name }
      if !isTaken { made.append(item) }
    }
    return made
  }

  private mutating func named(_ expression: PlainExpression, _ scope: Scope) -> PlainNamed {
    let column = scope.columns.first {
      expression.text == $0.name || expression.text == $0.otherName
    }
    guard let column, random.chance(80) else {
      return PlainNamed(name: freshName(), expression: expression)
    }
    return unchanged(column, as: expression.text)
  }

  private mutating func with(_ scope: Scope) -> PlainStage {
    var columns: [PlainNamed] = []
    for _ in 0..<1 + random.below(2) {
      let expression = rowExpression(scope.running)
      var name = freshName()
      if random.chance(20), let column = random.pick(scope.columns), column.otherName == nil,
        !columns.contains(where: { $0.name == column.name })
      {
        name = column.name
      }
      columns.append(PlainNamed(name: name, expression: expression))
    }
    return .with(columns)
  }

  private mutating func drop(_ scope: Scope) -> PlainStage? {
    var columns = scope.columns
    var dropped: [(column: PlainColumn, text: String)] = []
    for _ in 0..<1 + random.below(3) where columns.count > 1 {
      let column = columns.remove(at: random.below(columns.count))
      dropped.append((column, name(of: column)))
    }
    return dropped.isEmpty ? nil : .drop(dropped)
  }

  private mutating func each(_ scope: Scope) -> PlainStage? {
    let lists = scope.columns.filter(\.kind.isList)
    guard let column = random.pick(random.chance(90) ? lists : scope.columns) else { return nil }
    return .each(column, as: name(of: column))
  }

  // MARK: Order

  private mutating func sortKeys(_ scope: Scope, descending: Int) -> [PlainKey] {
    var keys: [PlainKey] = []
    for _ in 0..<1 + random.below(2) {
      keys.append(
        PlainKey(expression: rowExpression(scope), isDescending: random.chance(descending)))
    }
    return keys
  }

  private mutating func sort(_ scope: Scope) -> PlainStage {
    random.chance(10) ? .sortByFirst : .sort(sortKeys(scope, descending: 40))
  }

  private mutating func top(_ scope: Scope) -> PlainStage {
    // Which column is meant is certain behind a count.
    if let last = scope.columns.last, last.name == "count", last.kind == .number, last.isTyped,
      random.chance(50)
    {
      let key = PlainKey(expression: .column(last, as: last.name), isDescending: true)
      return .top(random.below(9), by: [key], per: [], isImplied: true)
    }
    return .top(
      random.below(9), by: sortKeys(scope, descending: 75), per: groups(scope), isImplied: false)
  }

  // MARK: Groups

  /// Columns, each once, as they are.
  mutating func columns(_ scope: Scope) -> [PlainNamed] {
    var columns = scope.columns
    var made: [PlainNamed] = []
    for _ in 0..<1 + random.below(2) where !columns.isEmpty {
      let column = columns.remove(at: random.below(columns.count))
      made.append(unchanged(column, as: name(of: column)))
    }
    return made
  }

  private func unchanged(_ column: PlainColumn, as name: String) -> PlainNamed {
    let other = name == column.name ? column.otherName : column.name
    return PlainNamed(
      name: name, expression: .column(column, as: name),
      otherName: column.otherName == nil ? nil : other, isImplied: true)
  }

  /// A value to group by: one whose kind is known before.
  private mutating func key(_ scope: Scope) -> PlainExpression {
    var result = rowExpression(scope, depth: random.chance(70) ? 0 : 1)
    // In which order groups come depends on kinds that are known before.
    for _ in 0..<6 where !result.isTyped { result = rowExpression(scope, depth: 0) }
    return result.isTyped ? result : written(value(of: .text), of: .text)
  }

  /// A brace behind `by` would begin a block.
  private func unbraced(_ expression: PlainExpression) -> PlainExpression {
    guard expression.text.hasPrefix("{") else { return expression }
    var result = expression
    result.text = "(\(expression.text))"
    return result
  }

  private mutating func keys(_ scope: Scope) -> [PlainNamed] {
    // The name of what `count by` adds is taken.
    named(1 + random.below(2), scope, isKey: true).filter { $0.name != "count" }
  }

  private mutating func count(_ scope: Scope) -> PlainStage {
    let keys = keys(scope)
    return keys.isEmpty || random.chance(20) ? .count : .count(by: keys)
  }

  private mutating func groups(_ scope: Scope) -> [PlainExpression] {
    var keys: [PlainExpression] = []
    if random.chance(40) { keys.append(key(scope)) }
    if random.chance(10) { keys.append(key(scope)) }
    return keys
  }

  private mutating func group(_ scope: Scope) -> PlainStage? {
    let table = PlainTable(
      columns: scope.columns, rows: scope.rows, shape: scope.isWhole ? .records : .table)
    let keys = random.chance(15) ? [] : keys(scope)
    guard let inner = try? Scope(keys: keys, of: table) else { return nil }
    var block: [PlainNamed] = []
    for _ in 0..<(keys.isEmpty ? 1 : 0) + random.below(4) {
      let kind: PlainKind = pick(
        [.number, .number, .number, .date, .text, .bool, .list(.text)], .number)
      block.append(
        PlainNamed(name: freshName(), expression: expression(of: kind, inner, depth: 2)))
    }
    return .group(by: keys, block)
  }

  // MARK: Other tables

  /// The query so far as it may stand in parentheses: without what shows and writes.
  private var inner: String {
    ["json", "csv", "tsv", "md"].reduce(begun.replacing(" | show", with: "")) { text, ending in
      text.replacing(" | save \"out.\(ending)\"", with: "")
    }
  }

  /// The rows so far, or some of them, as another table.
  private mutating func other(of scope: Scope) -> PlainStage.Other? {
    let table = scope.table
    guard random.chance(80) else { return PlainStage.Other(text: inner, table: table) }
    let condition = condition(scope, depth: 0)
    guard let kept = try? PlainStage.where(condition).run(table) else { return nil }
    return PlainStage.Other(text: "\(inner) | where \(condition.text)", table: kept)
  }

  private mutating func common(_ scope: Scope) -> PlainStage? {
    guard let other = other(of: scope) else { return nil }
    let key = random.chance(25) ? random.pick(scope.columns.filter(\.isKey)) : nil
    return random.chance(40)
      ? .union(other, by: key) : .common(other, isExcept: random.chance(50), by: key)
  }

  private mutating func join(_ scope: Scope) -> PlainStage? {
    guard let key = random.pick(scope.columns.filter(\.isKey)) else { return nil }
    let named = unchanged(key, as: key.name)
    let counted = PlainStage.count(by: [named])
    guard key.name != "count", let table = try? counted.run(scope.table) else { return nil }
    let other = PlainStage.Other(text: "\(inner) | \(counted.text)", table: table)
    return .join(pick(["", "inner", "left", "semi", "anti"], ""), other, on: key)
  }

  private mutating func pivot(_ scope: Scope) -> PlainStage? {
    let names = ["type", "date"].filter { name in
      scope.columns.contains { $0.name == name && [.text, .date].contains($0.kind) }
    }
    guard let row = random.pick(scope.columns.filter(\.isKey)), let name = random.pick(names),
      let column = scope.columns.first(where: { $0.name == name }), row.name != name
    else { return nil }
    return .pivot(unchanged(row, as: row.name), by: unchanged(column, as: name))
  }

  /// A chart of numbers by the numbers of their rows, which are all different.
  private mutating func chart(_ scope: Scope) -> PlainStage? {
    let numbers = scope.columns.filter { $0.kind == .number && $0.isTyped }
    guard let column = random.pick(numbers) else { return nil }
    let point = PlainNamed(name: freshName(), expression: .running("row", nil, .number))
    let with = PlainStage.with([point])
    let kind = pick(["", "bar ", "line ", "spark "], "")
    return PlainStage("\(with.text) | chart \(kind)\(column.name) by \(point.name)", with.run)
  }

  /// What is seldom wanted.
  private mutating func other(_ scope: Scope) -> PlainStage? {
    switch random.below(7) {
    case 0, 1:
      return .sample(
        random.below(10), seed: random.chance(80) ? random.below(1000) : nil, per: groups(scope))
    case 2, 3: return chart(scope)
    case 4: return .passing("show")
    case 5: return .passing("save \"out.\(pick(["json", "csv", "tsv", "md"], "json"))\" | show")
    default:
      var columns: [(column: PlainColumn, text: String)] = []
      for column in scope.columns where random.chance(40) {
        columns.append((column, name(of: column)))
      }
      return .describe(columns)
    }
  }
}
