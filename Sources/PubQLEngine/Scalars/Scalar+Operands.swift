extension Scalar {
  /// The expressions that it is made of.
  package var operands: [Scalar] {
    switch self {
    case .constant, .column, .source, .local: []
    case .comparison(let left, let comparison):
      if case .scalar(let right) = comparison.right { [left, right] } else { [left] }
    case .not(let operand), .isMissing(let operand), .negate(let operand, _),
      .traced(let operand, _):
      [operand]
    case .arithmetic(_, let a, let b, _), .range(let a, let b), .attempt(let a, let b): [a, b]
    case .choice(let a, let b, let c): [a, b, c]
    case .and(let operands), .or(let operands), .call(_, let operands, _), .list(let operands),
      .joined(let operands), .recurse(let operands, _):
      operands
    case .record(let members): members.map(\.value)
    case .lambda(let function): [function.body]
    case .apply(let function, let arguments, _): [function] + arguments
    case .invoke(let function, let arguments, _): [function.body] + arguments
    }
  }

  /// How many levels of expressions lie inside it. Functions count where they are called.
  var height: Int {
    switch self {
    case .lambda: 1
    case .invoke(_, let arguments, _): (arguments.map(\.height).max() ?? 0) + 1
    default: (operands.map(\.height).max() ?? -1) + 1
    }
  }

  /// What `and` joins, `and` within `and` as well; the expression itself where it joins nothing.
  var conjuncts: [Scalar] {
    guard case .and(let terms) = self else { return [self] }
    return terms.flatMap(\.conjuncts)
  }

  /// Whether it looks at the row: then its value is not known beforehand.
  package var dependsOnRow: Bool {
    switch self {
    case .column, .source: true
    default: operands.contains(where: \.dependsOnRow)
    }
  }

  /// Whether working it out can fail, as far as its shape tells.
  package var canFail: Bool {
    switch self {
    case .arithmetic, .negate, .call, .apply, .invoke, .recurse: true
    // Its calls fail where it is called.
    case .lambda: false
    default: operands.contains(where: \.canFail)
    }
  }
}
