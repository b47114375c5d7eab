import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

/// What a checker notes down when it is to tell what runs, but is likely not meant. Only `check`
/// asks for that, see `Environment.isLinting`.
final class LintNotes {
  /// The conditions that were checked, by their place.
  var checked: [SourceSpan: Typed] = [:]
  /// The texts of those that say the same whatever the values of `$names` are.
  var fixedTexts: [SourceSpan: String] = [:]
  /// Whether definitions say the same whatever those values are.
  var fixedDefinitions: [String: Bool] = [:]
  /// How many values of a statement were told to occur nowhere.
  var toldValues = 0
}

extension Checker {
  func report(_ problem: LintProblem) { report(problem.diagnostic) }

  /// Looks at an expression that was checked where it stands, and not for a use of a definition.
  func lint(_ expression: Expression, _ typed: Typed, _ scope: Scope) {
    guard let lints, scope.outermost == nil, typed.type == .bool else { return }
    lints.checked[expression.span] = typed
    switch expression.kind {
    case .and: lintConnected(expression.conjuncts, isAnd: true, scope)
    case .or: lintConnected(expression.disjuncts, isAnd: false, scope)
    case .not(let operand): lintNegation(expression, operand)
    case .comparison: lintComparison(typed, expression.span)
    default: break
    }
  }

  /// Looks at conditions that are joined.
  /// - Parameter earlier: what rows have met already.
  func lintConnected(
    _ parts: [Expression], isAnd: Bool, after earlier: [ConditionTerm] = [], _ scope: Scope
  ) {
    guard let lints, scope.outermost == nil, let schema = scope.schema else { return }
    var known: [ConnectedLint.Part] = []
    for term in earlier {
      guard let text = lints.fixedTexts[term.span] else { continue }
      known.append(
        ConnectedLint.Part(term.scalar, text: text, span: term.span, schema, isAnd: isAnd))
    }
    for part in parts.prefix(ConnectedLint.limit) {
      guard let typed = lints.checked[part.span], isFixed(part) else { continue }
      let text = Printer.text(part)
      lints.fixedTexts[part.span] = text
      if case .bool(let holds) = typed.constant {
        if isFixed(part, allowsNames: false) { report(.isFixed(part.span, holds: holds)) }
      } else {
        known.append(
          ConnectedLint.Part(typed.scalar, text: text, span: part.span, schema, isAnd: isAnd))
      }
    }
    for problem in ConnectedLint(isAnd: isAnd).problems(known) { report(problem) }
  }

  /// `not (topic != "Cities")`
  private func lintNegation(_ expression: Expression, _ operand: Expression) {
    switch operand.withoutParentheses.kind {
    case .comparison(let operation, negated: true, let span, let left, let right):
      let positive = Expression(
        .comparison(operation, negated: false, operatorSpan: span, left, right),
        span: operand.span)
      report(.notOfNegation(expression.span, instead: Printer.text(positive)))
    case .not(let inner):
      report(.notOfNegation(expression.span, instead: Printer.text(inner)))
    default: break
    }
  }

  /// `date = date`
  private func lintComparison(_ typed: Typed, _ span: SourceSpan) {
    guard case .comparison(let left, let comparison) = typed.scalar,
      case .scalar(let right) = comparison.right, let text = ConditionKey.text(of: left),
      text == ConditionKey.text(of: right)
    else { return }
    report(.comparesWithItself(span))
  }

  /// Whether an expression is the same whatever the values of `$names` and loops are: those of the
  /// command line are not known yet.
  private func isFixed(_ expression: Expression, allowsNames: Bool = true) -> Bool {
    let kind = expression.kind
    switch kind {
    case .name(let name), .call(let name, _):
      guard allowsNames && isFixed(name) else { return false }
    case .member(let owner, _):
      if case .name(let file) = owner.kind, environment.names.files[file.text] != nil {
        return false
      }
    case .variable, .apply, .lambda, .choice, .attempt, .subquery, .invalid: return false
    default: break
    }
    return kind.parts.allSatisfy { isFixed($0, allowsNames: allowsNames) }
  }

  private func isFixed(_ name: Name) -> Bool {
    if name.isQuoted { return true }
    guard name.qualifier == nil, environment.locals[name.text] == nil else { return false }
    guard let definition = environment.definitions[name.text] else { return true }
    if let known = lints?.fixedDefinitions[name.text] { return known }
    // One that leads back to itself is not.
    lints?.fixedDefinitions[name.text] = false
    let result = definition.lone.map { isFixed($0) } ?? false
    lints?.fixedDefinitions[name.text] = result
    return result
  }
}

extension Expression {
  /// What `or` joins, in order; the expression itself where it joins nothing.
  var disjuncts: [Expression] {
    guard case .or(let left, let right) = withoutParentheses.kind else { return [self] }
    return left.disjuncts + right.disjuncts
  }

  /// What stands in the parentheses round it, if any do.
  var withoutParentheses: Expression {
    var inner = self
    while case .parenthesised(let next) = inner.kind { inner = next }
    return inner
  }
}
