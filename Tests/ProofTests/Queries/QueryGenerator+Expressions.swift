import PubQLCorpusGenerator

/// Expressions of all kinds.
extension QueryGenerator {
  /// An expression that looks at the row, as far as that can be had.
  mutating func rowExpression(_ scope: Scope, depth: Int = 2) -> PlainExpression {
    var result = expression(scope, depth: depth)
    for _ in 0..<6 where !result.usesRow { result = expression(scope, depth: depth) }
    return result
  }

  /// An expression of any kind.
  mutating func expression(_ scope: Scope, depth: Int = 2) -> PlainExpression {
    if random.chance(20), let snippet = snippet(scope) { return snippet }
    if scope.isWhole, random.chance(5), let citation = citation(scope) { return citation }
    if random.chance(40), let column = random.pick(scope.columns) {
      return .column(column, as: name(of: column))
    }
    let kinds: [PlainKind] = [
      .number, .number, .text, .text, .bool, .date, .duration, .list(.text), .list(.number),
      .list(.person), .list(.place), .person, .place, .list(.list(.text)),
      .list(.record),
    ]
    return expression(of: pick(kinds, .number), scope, depth: depth)
  }

  /// One of a column's names.
  mutating func name(of column: PlainColumn) -> String {
    guard let other = column.otherName, random.chance(60) else { return column.name }
    return other
  }

  /// An expression of a kind.
  mutating func expression(
    of kind: PlainKind, _ scope: Scope, depth: Int
  ) -> PlainExpression {
    if kind == .bool, depth > 0 { return condition(scope, depth: depth - 1) }
    if random.chance(40), let aggregate = aggregate(of: kind, scope) { return aggregate }
    if depth <= 0 || random.chance(35), let column = random.pick(scope.columns(of: kind)) {
      return .column(column, as: name(of: column))
    }
    if kind == .number, random.chance(depth <= 0 ? 60 : 15), let year = year(scope) { return year }
    if depth <= 0 { return written(value(of: kind), of: kind) }
    for _ in 0..<4 {
      let made: PlainExpression? =
        switch random.below(12) {
        case 0, 1, 2: call(giving: kind, scope, depth: depth - 1)
        case 3: member(of: kind, scope, depth: depth - 1)
        case 4: element(of: kind, scope, depth: depth - 1)
        case 5 where kind == .text && random.chance(50): citation(scope)
        case 5: aggregate(of: kind, scope)
        case 6: lambdaCall(giving: kind, scope, depth: depth - 1)
        case 7: choice(of: kind, scope, depth: depth - 1)
        case 8: running(of: kind, scope)
        case 9 where random.chance(50): definition(giving: kind, scope, depth: depth - 1)
        default: operation(of: kind, scope, depth: depth - 1)
        }
      if let made { return made }
    }
    return expression(of: kind, scope, depth: 0)
  }

  private mutating func definition(
    giving kind: PlainKind, _ scope: Scope, depth: Int
  ) -> PlainExpression? {
    kind == .number && random.chance(20)
      ? recursiveCall() : definedCall(giving: kind, scope, depth: depth)
  }

  /// `year`, where rows have a date.
  private func year(_ scope: Scope) -> PlainExpression? {
    guard !scope.hasColumn("year"),
      let date = scope.columns.first(where: { $0.name == "date" && $0.kind == .date })
    else { return nil }
    return PlainExpression("year", .number) { row in
      guard case .date(let date) = try row[date.name] else { return .missing }
      return PlainDates.year(date).map { .whole($0) } ?? .missing
    }
  }

  // MARK: Operations

  private mutating func operation(
    of kind: PlainKind, _ scope: Scope, depth: Int
  ) -> PlainExpression? {
    switch kind {
    case .number: return numberOperation(scope, depth: depth)
    case .date:
      return Self.arithmetic(
        pick(["+", "-"], "+"), expression(of: .date, scope, depth: depth),
        expression(of: .duration, scope, depth: 0), .date)
    case .duration: return durationOperation(scope, depth: depth)
    case .text:
      if random.chance(20), scope.hasSource, !scope.hasColumn("source") {
        return PlainExpression("source", .text) { .text($0.source ?? "") }
      }
      let first = expression(scope, depth: depth)
      let second = expression(scope, depth: 0)
      return PlainExpression("\"{\(first.text)}: {\(second.text)}\"", .text, of: [first, second]) {
        .text(try first.value($0).shown + ": " + (try second.value($0).shown))
      }
    case .list(let element) where element != .person && element != .place:
      return list(of: element, scope, depth: depth)
    case .record:
      let number = expression(of: .number, scope, depth: depth)
      let text = expression(of: .text, scope, depth: depth)
      return PlainExpression(
        "{ a: \(number.text), b: \(text.text) }", .record, of: [number, text]
      ) { .record([("a", try number.value($0)), ("b", try text.value($0))]) }
    default: return nil
    }
  }

  private mutating func numberOperation(_ scope: Scope, depth: Int) -> PlainExpression {
    if random.chance(15) {
      let operand = expression(of: .number, scope, depth: depth)
      let isSigned = operand.isOperation || operand.text.hasPrefix("-")
      let text = isSigned ? "-(\(operand.text))" : "-" + operand.text
      return PlainExpression(text, .number, of: [operand], isOperation: true) {
        try PlainArithmetic.negated(try operand.value($0))
      }
    }
    let sign = pick(["+", "-", "*", "/", "%"], "+")
    let left = expression(of: .number, scope, depth: depth)
    // Seldom a divisor that may be 0: a query that fails tells less.
    let right =
      random.chance(sign == "/" || sign == "%" ? 90 : 40)
      ? written(.whole(1 + random.below(9)), of: .number)
      : expression(of: .number, scope, depth: depth)
    return Self.arithmetic(sign, left, right, .number)
  }

  private mutating func durationOperation(_ scope: Scope, depth: Int) -> PlainExpression {
    switch random.below(3) {
    case 0:
      return Self.arithmetic(
        "-", expression(of: .date, scope, depth: depth),
        expression(of: .date, scope, depth: depth), .duration)
    case 1:
      return Self.arithmetic(
        "*", written(.whole(random.below(5)), of: .number),
        expression(of: .duration, scope, depth: depth), .duration)
    default:
      return Self.arithmetic(
        pick(["+", "-"], "+"), expression(of: .duration, scope, depth: depth),
        expression(of: .duration, scope, depth: depth), .duration)
    }
  }

  private static func arithmetic(
    _ sign: String, _ left: PlainExpression, _ right: PlainExpression, _ kind: PlainKind
  ) -> PlainExpression {
    PlainExpression(
      "\(left.operand) \(sign) \(right.operand)", kind, of: [left, right], isOperation: true
    ) { try PlainArithmetic.apply(sign, try left.value($0), try right.value($0)) }
  }

  private mutating func list(
    of element: PlainKind, _ scope: Scope, depth: Int
  ) -> PlainExpression {
    if element == .number, random.chance(20) {
      let low = random.below(6)
      let high = random.below(10)
      let values = PlainValue.list(low <= high ? (low...high).map { .whole($0) } : [])
      return .constant("range(\(low), \(high))", .list(.number), values)
    }
    var members: [PlainExpression] = []
    for _ in 0..<random.below(4) {
      members.append(expression(of: element, scope, depth: min(depth, 1)))
    }
    let parts = members
    let text = "[" + parts.map(\.text).joined(separator: ", ") + "]"
    return PlainExpression(
      text, .list(element), of: parts, isTyped: !parts.isEmpty && parts.allSatisfy(\.isTyped)
    ) { row in
      .list(try parts.map { try $0.value(row) })
    }
  }

  /// `topics[0]`, `[3, 4][-1]`
  private mutating func element(
    of kind: PlainKind, _ scope: Scope, depth: Int
  ) -> PlainExpression? {
    guard !kind.isList else { return nil }
    let list = expression(of: .list(kind), scope, depth: depth)
    guard list.kind == .list(kind) else { return nil }
    let place = random.below(5) - 2
    return PlainExpression("\(list.operand)[\(place)]", kind, of: [list]) { row in
      guard case .list(let values) = try list.value(row) else { return .missing }
      let index = place < 0 ? values.count + place : place
      return values.indices.contains(index) ? values[index] : .missing
    }
  }

  /// `date.year`, `author.family`, `{ a: 1 }.a`
  private mutating func member(
    of kind: PlainKind, _ scope: Scope, depth: Int
  ) -> PlainExpression? {
    let members = PlainMember.all.filter { $0.kind == kind.element }
    guard let member = random.pick(members) else { return nil }
    let owner = expression(
      of: kind.isList ? .list(member.owner) : member.owner, scope, depth: depth)
    guard owner.kind.element == member.owner, owner.kind.isList == kind.isList else { return nil }
    // Records that lack a member are known to lack it; a histogram has its own.
    guard !owner.text.contains("histogram(") else { return nil }
    return PlainExpression("\(owner.operand).\(member.name)", kind, of: [owner]) { row in
      switch try owner.value(row) {
      case .list(let values):
        // Members that have no such part are left out.
        .list(values.map { member.value($0) }.filter { !$0.isMissing })
      case let value: member.value(value)
      }
    }
  }
}
