import PubQLCorpusGenerator

/// Conditions over any rows.
extension QueryGenerator {
  mutating func condition(_ scope: Scope, depth: Int) -> PlainExpression {
    if depth > 0, random.chance(30) {
      let a = condition(scope, depth: depth - 1)
      switch random.below(4) {
      case 0: return .not(a)
      case 1: return .or(a, condition(scope, depth: depth - 1))
      default: return .and(a, condition(scope, depth: depth - 1))
      }
    }
    if scope.isWhole, random.chance(40) { return .condition(conditions.condition(depth: 1)) }
    if random.chance(6), let nearness = nearness(scope) { return nearness }
    switch random.below(12) {
    case 0: return .missing(rowExpression(scope, depth: depth))
    case 1:
      if let column = random.pick(scope.columns(of: .bool)) {
        return .column(column, as: column.name)
      }
    case 2: if let call = call(giving: .bool, scope, depth: depth - 1) { return call }
    case 3 where depth > 0:
      if let call = lambdaCall(giving: .bool, scope, depth: depth - 1) { return call }
    default: break
    }
    return comparison(scope, depth: depth)
  }

  /// A comparison, mostly with a value that the left side has in some row.
  private mutating func comparison(_ scope: Scope, depth: Int) -> PlainExpression {
    let left = rowExpression(scope, depth: depth)
    if left.usesRow, random.chance(10), let both = bothSides(left, scope) { return both }
    let value = valueMet(by: left, scope) ?? self.value(of: left.kind.element)
    switch left.kind.element {
    case .bool:
      let sign = pick(["=", "!=", "=="], "=")
      return .comparison(
        sign, .equal, left, written(.bool(random.chance(70)), of: .bool), negated: sign == "!=")
    case .number: return numbers(left, value)
    case .date: return dates(left, value)
    case .duration:
      let sign = pick(["=", "!=", "<", "<=", ">", ">="], "=")
      return .comparison(
        sign, Self.relation(sign), left, written(value, of: .duration), negated: sign == "!=")
    case .text, .id, .person, .place: return texts(left, value.text ?? "")
    case .record, .list: return .missing(left)
    }
  }

  /// A value that an expression has in some row.
  mutating func valueMet(by left: PlainExpression, _ scope: Scope) -> PlainValue? {
    for _ in 0..<5 {
      guard let row = random.pick(scope.rows), let value = try? left.value(row),
        let member = random.pick(value.members), !member.isMissing
      else { continue }
      return member
    }
    return nil
  }

  private mutating func numbers(
    _ left: PlainExpression, _ value: PlainValue
  ) -> PlainExpression {
    let near = (value.number.flatMap { Int(exactly: $0.rounded()) } ?? 0) + random.below(3) - 1
    switch random.below(6) {
    case 0 where 0..<5000 ~= near:
      let high = random.chance(80) ? near + random.below(5) : nil
      let low = high != nil && random.chance(20) ? nil : near
      return .inRange(left, low, high, negated: random.chance(25))
    case 1:
      let list = PlainValue.list([.whole(near), value, .whole(near + 2)])
      let negated = random.chance(30)
      return .comparison(
        negated ? "not in" : "in", .equal, left, written(list, of: .list(.number)),
        negated: negated)
    default:
      let sign = pick(["=", "!=", "==", "!==", "<", "<=", ">", ">="], "=")
      return .comparison(
        sign, Self.relation(sign), left,
        written(random.chance(60) ? value : .whole(near), of: .number),
        negated: sign.hasPrefix("!"))
    }
  }

  private mutating func dates(_ left: PlainExpression, _ value: PlainValue) -> PlainExpression {
    let target = random.chance(60) ? value : self.value(of: .date)
    let sign = pick(
      ["=", "!=", "==", "!==", "<", "<=", ">", ">=", "overlaps", "not overlaps"], "=")
    return .comparison(
      sign, Self.relation(sign), left, written(target, of: .date),
      negated: sign.hasPrefix("!") || sign.hasPrefix("not"))
  }

  private mutating func texts(_ left: PlainExpression, _ value: String) -> PlainExpression {
    let isPlace = left.kind.element == .place
    let isName = isPlace || left.kind.element == .person
    let text = random.chance(25) ? conditions.mutated(value) : value
    let negated = random.chance(25)
    switch random.below(8) {
    case 0, 1:
      let sign = pick(["=", "!=", "==", "!=="], "=")
      return .comparison(
        sign, Self.relation(sign), left, written(.text(text), of: .text),
        negated: sign.hasPrefix("!"))
    case 2 where isPlace:
      return .comparison(
        negated ? "not within" : "within", .within, left,
        written(.text(conditions.place()), of: .text), negated: negated)
    case 2 where !isName, 3 where !isName:
      let sign = pick(["<", "<=", ">", ">="], "<")
      return .comparison(sign, Self.relation(sign), left, written(.text(text), of: .text))
    case 4:
      let list = PlainValue.list([.text(text), self.value(of: .text)])
      let sign = pick(["in", "not in", "all", "="], "in")
      return .comparison(
        sign, .equal, left, written(list, of: .list(.text)), sign == "all" ? .all : .any,
        negated: sign == "not in")
    case 5:
      let phrase = text.split(separator: " ").isEmpty ? text : conditions.phrase(text)
      return .comparison(
        negated ? "not has" : "has", .has, left, written(.text(phrase), of: .text),
        negated: negated)
    default:
      let relation: PlainRelation = pick([.contains, .starts, .ends], .contains)
      return .comparison(
        (negated ? "not " : "") + relation.rawValue, relation, left,
        written(.text(piece(of: text, relation)), of: .text), negated: negated)
    }
  }

  /// Some letters of a text.
  private mutating func piece(of text: String, _ relation: PlainRelation) -> String {
    let scalars = Array(text.unicodeScalars)
    let length = min(scalars.count, 1 + random.below(6))
    if relation == .ends { return conditions.string(scalars.suffix(length)) }
    let start = relation == .contains ? random.below(scalars.count - length + 1) : 0
    return conditions.string(scalars[start..<start + length])
  }

  /// A comparison of two expressions of one kind.
  private mutating func bothSides(
    _ left: PlainExpression, _ scope: Scope
  ) -> PlainExpression? {
    let kind = left.kind
    guard ![PlainKind.bool, .record].contains(kind.element), !kind.element.isList else {
      return nil
    }
    let right = expression(of: random.chance(50) ? kind.element : kind, scope, depth: 0)
    guard right.kind.element == kind.element else { return nil }
    let hasOrder = ![PlainKind.person, .place].contains(kind.element)
    let sign = pick(hasOrder ? ["=", "!=", "<", ">="] : ["=", "!="], "=")
    return .comparison(sign, Self.relation(sign), left, right, negated: sign == "!=")
  }

  /// The relation of a sign, or that which it negates.
  static func relation(_ sign: String) -> PlainRelation {
    switch sign {
    case "!=": .equal
    case "!==": .exactly
    case "not overlaps": .overlaps
    default: PlainRelation(rawValue: sign) ?? .equal
    }
  }
}
