extension ExpressionKind {
  /// One more than the highest part, or 0 without parts; parts know their own height.
  var height: Int {
    switch self {
    case .whole, .decimal, .bool, .missing, .date, .duration, .pattern, .name, .variable, .invalid:
      0
    case .text(let parts): parts.reduce(0) { max($0, $1.height) }
    case .member(let value, _), .negate(let value), .not(let value), .parenthesised(let value):
      value.height + 1
    case .call(_, let arguments): arguments.reduce(0) { max($0, $1.value.height + 1) }
    case .apply(let function, let arguments):
      arguments.reduce(function.height + 1) { max($0, $1.value.height + 1) }
    case .lambda(_, let body): body.height + 1
    case .choice(let condition, let value, let other):
      max(condition.height, value.height, other.height) + 1
    case .list(let items): items.reduce(0) { max($0, $1.height + 1) }
    case .record(let entries): entries.reduce(0) { max($0, $1.value.height + 1) }
    case .subquery(let pipeline): pipeline.height + 1
    case .index(let left, let right), .attempt(let left, let right), .and(let left, let right),
      .or(let left, let right),
      .arithmetic(_, let left, let right), .comparison(_, _, _, let left, let right):
      max(left.height, right.height) + 1
    case .range(let first, let last): max(first?.height ?? 0, last?.height ?? 0) + 1
    }
  }
}

extension TextPart {
  fileprivate var height: Int {
    if case .interpolation(let value) = self { value.height + 1 } else { 0 }
  }
}

extension Pipeline {
  fileprivate var height: Int {
    var height =
      switch head {
      case .from(let value, _), .expression(let value): value.height
      case .corpus, .lastResult: 0
      }
    for stage in stages {
      for operand in stage.operands { height = max(height, operand.value.height) }
      for clause in stage.clauses {
        for operand in clause.operands { height = max(height, operand.value.height) }
      }
      for entry in stage.block ?? [] { height = max(height, entry.value.height) }
    }
    return height
  }
}
