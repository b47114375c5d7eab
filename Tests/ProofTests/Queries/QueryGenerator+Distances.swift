import PubQLCorpusGenerator

/// Conditions that ask how many letters differ, which are answered by columns.
extension QueryGenerator {
  /// A call of `distance` with a column and texts like those that it has, on either side of a sign.
  mutating func nearness(_ scope: Scope) -> PlainExpression? {
    let kinds: [PlainKind] = [.text, .id, .person, .place]
    let columns = scope.columns.filter { kinds.contains($0.kind.element) && $0.isTyped }
    guard let function = PlainFunction.all.first(where: { $0.name == "distance" }),
      let column = random.pick(columns)
    else { return nil }
    let operand = PlainExpression.column(column, as: name(of: column))
    let target = target(like: operand, scope)
    let pair = random.chance(70) ? [operand, target] : [target, operand]
    let kind = function.kind(of: pair[0].kind)
    let text = "distance(\(pair[0].text), \(pair[1].text))"
    let call = PlainExpression(text, kind, of: pair) { row in
      try function(try pair.map { try $0.value(row) })
    }
    return bounded(call)
  }

  /// A text of some row, or two, with a few letters changed.
  private mutating func target(like operand: PlainExpression, _ scope: Scope) -> PlainExpression {
    var texts: [PlainValue] = []
    for _ in 0..<(random.chance(85) ? 1 : 2) {
      var text = valueMet(by: operand, scope)?.text ?? "Cities"
      for _ in 0..<random.below(4) { text = conditions.mutated(text) }
      texts.append(.text(text))
    }
    if texts.count == 1 { return written(texts[0], of: .text) }
    return written(.list(texts), of: .list(.text))
  }

  private mutating func bounded(_ call: PlainExpression) -> PlainExpression {
    let bound = random.chance(80) ? random.below(4) : random.below(30)
    if random.chance(15) {
      let low = random.chance(70) ? random.below(2) : nil
      let high = low == nil || random.chance(80) ? bound + 1 : nil
      return .inRange(call, low, high, negated: random.chance(25))
    }
    let sign = pick(["<=", "<", "=", "==", "!=", ">", ">="], "<=")
    let number =
      random.chance(15)
      ? written(.decimal(Double(bound) + 0.5), of: .number)
      : written(.whole(bound), of: .number)
    if random.chance(25), let turned = ["<=": ">=", "<": ">", ">": "<", ">=": "<="][sign] {
      return .turned(turned, Self.relation(sign), call, number)
    }
    return .comparison(sign, Self.relation(sign), call, number, negated: sign == "!=")
  }
}

extension PlainExpression {
  /// `1 >= distance(…)`: the sides stand the other way round.
  fileprivate static func turned(
    _ sign: String, _ relation: PlainRelation, _ left: PlainExpression, _ right: PlainExpression
  ) -> PlainExpression {
    var turned = comparison(sign, relation, left, right)
    turned.text = "\(right.operand) \(sign) \(left.operand)"
    return turned
  }
}
