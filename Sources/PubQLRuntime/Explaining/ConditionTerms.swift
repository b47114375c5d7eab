import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

extension Expression {
  /// What `and` joins, in order; the expression itself where it joins nothing.
  var conjuncts: [Expression] {
    guard case .and(let left, let right) = withoutParentheses.kind else { return [self] }
    return left.conjuncts + right.conjuncts
  }
}

extension Checker {
  /// Checks a condition term by term, so that each can be told apart afterwards.
  /// - Parameter earlier: what rows have met already.
  func terms(
    of expression: Expression, after earlier: [ConditionTerm] = [], _ scope: Scope
  ) -> (Typed, [ConditionTerm]) {
    let parts = expression.conjuncts
    let typed = parts.map { condition($0, scope) }
    let terms = zip(parts, typed).map { ConditionTerm(scalar: $1.scalar, span: $0.span) }
    lintConnected(parts, isAnd: true, after: earlier, scope)
    guard typed.count > 1 else { return (typed.first ?? .unknown, terms) }
    let whole = Typed(.and(typed.map(\.scalar)), .bool, usesRow: typed.contains { $0.usesRow })
    return (fold(whole), terms)
  }

  /// An expression that may be a condition, as its only term.
  func loneTerm(_ expression: Expression, _ scope: Scope) -> (Typed, [ConditionTerm]) {
    let typed = check(expression, scope)
    if typed.usesRow { lintConnected([expression], isAnd: true, scope) }
    return (typed, [ConditionTerm(scalar: typed.scalar, span: expression.span)])
  }
}
