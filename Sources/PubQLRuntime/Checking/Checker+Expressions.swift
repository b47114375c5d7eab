import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

extension Checker {
  /// Checks an expression where it stands.
  func check(_ expression: Expression, _ scope: Scope) -> Typed {
    // Definitions inside of each other can nest deeper than any text.
    guard depth < Self.nestingLimit else {
      report(.tooDeep(expression.span))
      return .unknown
    }
    depth += 1
    defer { depth -= 1 }
    if let use = scope.outermost {
      steps += 1
      guard steps <= Self.stepLimit else {
        report(.tooManyUses(use.span))
        return .unknown
      }
    }
    let typed = checkKind(expression, scope)
    lint(expression, typed, scope)
    return typed
  }

  /// A value where none but rows would be of no use.
  func checkValue(_ expression: Expression, _ scope: Scope, of owner: String) -> Typed {
    let typed = check(expression, scope)
    guard typed.type == .table else { return typed }
    return report(
      wrong: .argumentKind(owner, expression.span, expected: "values", found: .table))
  }

  private func checkKind(_ expression: Expression, _ scope: Scope) -> Typed {
    let span = expression.span
    switch expression.kind {
    case .whole(let value): return Typed(.constant(.whole(value)), .number)
    case .decimal(let value): return Typed(.constant(.decimal(value)), .number)
    case .bool(let value): return Typed(.constant(.bool(value)), .bool)
    case .missing: return Typed(.constant(.missing), .missing)
    case .text(let parts): return checkText(parts, scope)
    case .date(let text): return checkDate(text, span)
    case .duration(let count, let unit): return checkDuration(count, unit, span)
    case .pattern:
      return report(
        wrong: .operatorKind(
          "/…/", span, left: .text, wanted: "the right side of `matches`",
          help: "write `title matches /…/`"))
    case .name(let name): return checkName(name, span, scope)
    case .variable(let name): return checkVariable(name, scope)
    case .member(let owner, let name): return checkMember(owner, name, span, scope)
    case .call(let name, let arguments): return checkCall(name, arguments, span, scope)
    case .list(let members): return checkList(members, scope)
    case .record(let members): return checkRecord(members, scope)
    case .parenthesised(let inner): return check(inner, scope)
    case .subquery(let pipeline): return checkSubquery(pipeline, span, scope)
    case .negate(let operand): return checkNegation(operand, span, scope)
    case .not(let operand):
      let inner = condition(operand, scope)
      if inner.isUnknown { return .unknown }
      return fold(Typed(.not(inner.scalar), .bool, usesRow: inner.usesRow))
    case .and, .or: return checkConnected(expression, scope)
    case .arithmetic(let operation, let left, let right):
      return checkArithmetic(operation, left, right, span, scope)
    case .comparison(let operation, let negated, _, let left, let right):
      return checkComparison(
        ComparisonUse(
          operation: operation, isNegated: negated, left: left,
          right: right, span: span),
        scope)
    case .range(let low, let high): return checkRange(low, high, span, scope)
    case .index(let owner, let index): return checkIndex(owner, index, span, scope)
    case .lambda(let names, let body): return checkLambda(names, body, [], scope)
    case .apply(let function, let arguments):
      return checkApplication(check(function, scope), arguments, span, scope)
    case .choice(let condition, let value, let other):
      return checkChoice(condition, value, other, scope)
    case .attempt(let value, let other): return checkAttempt(value, other, scope)
    case .invalid: return .unknown
    }
  }

  /// An expression that has to be true or false.
  func condition(_ expression: Expression, _ scope: Scope) -> Typed {
    let typed = check(expression, scope)
    if typed.type != .bool && typed.type != .any {
      report(.notACondition(expression.span, typed.type))
      return .unknown
    }
    return typed
  }

  func report(wrong problem: CheckProblem) -> Typed {
    report(problem)
    return .unknown
  }

  /// Works out what needs no row. What cannot be worked out fails when it runs.
  func fold(_ typed: Typed) -> Typed {
    if typed.usesRow || typed.constant != nil { return typed }
    let evaluator = ScalarEvaluator(Table(columns: [], rowCount: 1))
    guard let value = try? evaluator.value(typed.scalar, row: 0) else { return typed }
    // Of a value that is known it is known what it is.
    let isNew = typed.type == .any && !value.isMissing
    return Typed(.constant(value), isNew ? ValueType(of: value) : typed.type)
  }
}
