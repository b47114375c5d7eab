import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

// Operators but for comparisons, and what stands behind a value: members and places of lists.

extension Checker {
  func checkMember(
    _ owner: Expression, _ name: Name, _ span: SourceSpan, _ scope: Scope
  ) -> Typed {
    if let member = checkFileMember(owner, name, scope) { return member }
    let typed = check(owner, scope)
    if typed.type == .any && typed.constant != nil { return typed }
    if let column = columnValues(of: typed, name) { return column }
    let element = typed.type.element
    guard let member = ValueMembers.named(name.text, of: element) else {
      return report(
        wrong: .unknownMember(
          name.text, name.span, type: element, known: ValueMembers.names(of: element)))
    }
    if element == .record, let records = typed.constant?.members,
      let problem = missingMember(name, of: records)
    {
      return report(wrong: problem)
    }
    let type: ValueType = typed.type == element ? member.type : .list(member.type)
    return fold(
      Typed(.call(member.function, [typed.scalar], span), type, usesRow: typed.usesRow))
  }

  /// What is wrong with a member that none of some records has. Records that only stand for others
  /// may lack what those have.
  private func missingMember(_ name: Name, of records: [Value]) -> CheckProblem? {
    guard !environment.isOutline, !records.isEmpty,
      records.allSatisfy({ ValueMembers.value(name.text, ofRecord: $0) == nil })
    else { return nil }
    let names = ValueMembers.names(ofRecords: records)
    return .unknownMember(name.text, name.span, type: .record, known: names)
  }

  func checkIndex(
    _ owner: Expression, _ index: Expression, _ span: SourceSpan, _ scope: Scope
  ) -> Typed {
    let list = listing(check(owner, scope))
    let place = checkPlace(index, scope)
    if place.type == .range(.number) { return checkSlice(list, owner, place, span) }
    if place.type != .number && place.type != .any {
      return report(
        wrong: .argumentKind("[…]", index.span, expected: "whole numbers", found: place.type))
    }
    if list.type.element == list.type && list.type != .any {
      return report(wrong: .argumentKind("[…]", owner.span, expected: "lists", found: list.type))
    }
    return fold(
      Typed(
        .call(ValueMembers.element, [list.scalar, place.scalar], span), list.type.element,
        usesRow: list.usesRow || place.usesRow))
  }

  /// A place, or a range of them: from the end they are negative, so that 1..-2 is a good one.
  private func checkPlace(_ index: Expression, _ scope: Scope) -> Typed {
    guard case .range(let low, let high) = index.kind else { return check(index, scope) }
    let ends = [low, high].map { end in
      end.map { ($0, check($0, scope)) }
    }
    for case (let expression, let typed)? in ends
    where typed.type != .number && typed.type != .any {
      return report(
        wrong: .argumentKind(
          "[…]", expression.span, expected: "whole numbers", found: typed.type))
    }
    let scalars = ends.map { $0?.1.scalar ?? .constant(.missing) }
    return fold(
      Typed(
        .range(scalars[0], scalars[1]), .range(.number),
        usesRow: ends.contains { $0?.1.usesRow ?? false }))
  }

  func checkNegation(_ operand: Expression, _ span: SourceSpan, _ scope: Scope) -> Typed {
    let typed = check(operand, scope)
    guard [.number, .duration, .any].contains(typed.type) else {
      return report(
        wrong: .argumentKind("-", operand.span, expected: "numbers", found: typed.type))
    }
    return fold(Typed(.negate(typed.scalar, span), typed.type, usesRow: typed.usesRow))
  }

  /// A run of `and` or `or` leans to the left, one level a term: it is taken apart in a loop.
  func checkConnected(_ expression: Expression, _ scope: Scope) -> Typed {
    var terms: [Expression] = []
    var rest = expression
    let isAnd = if case .and = expression.kind { true } else { false }
    loop: while true {
      switch rest.kind {
      case .and(let left, let right) where isAnd, .or(let left, let right) where !isAnd:
        terms.append(right)
        rest = left
      default: break loop
      }
    }
    terms.append(rest)
    let typed = terms.reversed().map { condition($0, scope) }
    let scalars = typed.map(\.scalar)
    return fold(
      Typed(isAnd ? .and(scalars) : .or(scalars), .bool, usesRow: typed.contains { $0.usesRow }))
  }

  func checkArithmetic(
    _ operation: ArithmeticOperator, _ left: Expression, _ right: Expression, _ span: SourceSpan,
    _ scope: Scope
  ) -> Typed {
    let a = check(left, scope)
    let b = check(right, scope)
    guard let sign = Arithmetic(rawValue: operation.rawValue),
      let type = Self.resultType(sign, a.type, b.type)
    else {
      return report(
        wrong: .arithmeticKind(operation.rawValue, span, left: a.type, right: b.type))
    }
    var (x, y) = (a.scalar, b.scalar)
    // A year next to a duration is a date: 2020 + 6 months.
    if b.type == .duration, let date = a.constant?.asDate, a.type == .number, sign != .multiply {
      x = .constant(.date(date))
    }
    if a.type == .duration, let date = b.constant?.asDate, b.type == .number, sign == .add {
      y = .constant(.date(date))
    }
    return fold(
      Typed(.arithmetic(sign, x, y, span), type, usesRow: a.usesRow || b.usesRow))
  }

  private static func resultType(
    _ sign: Arithmetic, _ left: ValueType, _ right: ValueType
  ) -> ValueType? {
    switch (left, right) {
    case (.any, _), (_, .any): return .any
    case (.missing, let other), (let other, .missing): return other
    case (.number, .number): return .number
    case (.date, .duration): return sign == .add || sign == .subtract ? .date : nil
    case (.duration, .date): return sign == .add ? .date : nil
    case (.number, .duration):
      return sign == .add || sign == .subtract ? .date : sign == .multiply ? .duration : nil
    case (.duration, .number): return sign == .multiply ? .duration : sign == .add ? .date : nil
    case (.duration, .duration): return sign == .add || sign == .subtract ? .duration : nil
    case (.date, .date): return sign == .subtract ? .duration : nil
    default: return nil
    }
  }
}
