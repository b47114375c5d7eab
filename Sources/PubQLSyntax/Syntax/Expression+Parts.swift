extension Expression {
  /// Calls `body` with the expression and every expression inside it, also in queries in
  /// parentheses.
  package func forEach(_ body: (Expression) -> Void) {
    body(self)
    for part in kind.parts { part.forEach(body) }
  }
}

extension ExpressionKind {
  /// The expressions that it is made of.
  package var parts: [Expression] {
    switch self {
    case .whole, .decimal, .bool, .missing, .date, .duration, .pattern, .name, .variable, .invalid:
      []
    case .text(let parts):
      parts.compactMap { if case .interpolation(let value) = $0 { value } else { nil } }
    case .member(let value, _), .negate(let value), .not(let value), .parenthesised(let value),
      .lambda(_, let value):
      [value]
    case .call(_, let arguments): arguments.map(\.value)
    case .apply(let function, let arguments): [function] + arguments.map(\.value)
    case .choice(let condition, let value, let other): [condition, value, other]
    case .list(let items): items
    case .record(let entries): entries.map(\.value)
    case .subquery(let pipeline): pipeline.parts
    case .index(let left, let right), .attempt(let left, let right), .and(let left, let right),
      .or(let left, let right), .arithmetic(_, let left, let right),
      .comparison(_, _, _, let left, let right):
      [left, right]
    case .range(let first, let last): [first, last].compactMap { $0 }
    }
  }
}

extension Pipeline {
  /// The expressions that it is made of: its source, and the operands of its stages.
  package var parts: [Expression] {
    let source: [Expression] =
      switch head {
      case .from(let value, _), .expression(let value): [value]
      case .corpus, .lastResult: []
      }
    return source + stages.flatMap(\.parts)
  }

  /// Calls `body` with every expression in it.
  package func forEach(_ body: (Expression) -> Void) {
    for part in parts { part.forEach(body) }
  }
}

extension Stage {
  /// The expressions that it is made of.
  package var parts: [Expression] {
    (operands + clauses.flatMap(\.operands)).map(\.value) + (block ?? []).map(\.value)
  }
}
