import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

extension Expression {
  /// What `and` joins, in order; the expression itself where it joins nothing.
  var conjuncts: [Expression] {
    var inner = self
    while case .parenthesised(let next) = inner.kind { inner = next }
    guard case .and(let left, let right) = inner.kind else { return [self] }
    return left.conjuncts + right.conjuncts
  }
}

extension Checker {
  /// Checks a condition term by term, so that each can be told apart afterwards.
  func terms(of expression: Expression, _ scope: Scope) -> (Typed, [ConditionTerm]) {
    let parts = expression.conjuncts
    let typed = parts.map { condition($0, scope) }
    let terms = zip(parts, typed).map { ConditionTerm(scalar: $1.scalar, span: $0.span) }
    guard typed.count > 1 else { return (typed.first ?? .unknown, terms) }
    let whole = Typed(.and(typed.map(\.scalar)), .bool, usesRow: typed.contains { $0.usesRow })
    return (fold(whole), terms)
  }

  /// An expression that may be a condition, as its only term.
  func loneTerm(_ expression: Expression, _ scope: Scope) -> (Typed, [ConditionTerm]) {
    let typed = check(expression, scope)
    return (typed, [ConditionTerm(scalar: typed.scalar, span: expression.span)])
  }
}
