import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax
import PubQLText

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
    return Typed(.constant(value), typed.type)
  }

  // MARK: Literals

  private func checkText(_ parts: [TextPart], _ scope: Scope) -> Typed {
    if parts.isEmpty { return Typed(.constant(.text("")), .text) }
    if parts.count == 1, case .literal(let text) = parts[0] {
      return Typed(.constant(.text(text)), .text)
    }
    var scalars: [Scalar] = []
    var usesRow = false
    for part in parts {
      switch part {
      case .literal(let text): scalars.append(.constant(.text(text)))
      case .interpolation(let expression):
        let typed = checkValue(expression, scope, of: "{…}")
        scalars.append(typed.scalar)
        usesRow = usesRow || typed.usesRow
      }
    }
    return fold(Typed(.joined(scalars), .text, usesRow: usesRow))
  }

  private func checkDate(_ text: String, _ span: SourceSpan) -> Typed {
    do {
      return Typed(.constant(.date(try PartialDate(edtf: text))), .date)
    } catch {
      return report(wrong: .badDate(error.sentence, span))
    }
  }

  private func checkDuration(_ count: Int, _ unit: DurationUnit, _ span: SourceSpan) -> Typed {
    let unit: CalendarDuration.Unit? = CalendarDuration.Unit(word: unit.rawValue)
    guard let unit, let duration = CalendarDuration(count, unit) else {
      return report(wrong: .badDate("the duration is too long", span))
    }
    return Typed(.constant(.duration(duration)), .duration)
  }

  private func checkList(_ members: [Expression], _ scope: Scope) -> Typed {
    let typed = members.map { checkValue($0, scope, of: "[…]") }
    // A member that is missing says nothing of the others.
    let types = typed.map(\.type).filter { $0 != .missing }
    let type = types.dropFirst().allSatisfy { $0 == types.first } ? types.first : nil
    return fold(
      Typed(
        .list(typed.map(\.scalar)), .list(type ?? .any), usesRow: typed.contains { $0.usesRow }))
  }

  private func checkRecord(_ members: [NamedExpression], _ scope: Scope) -> Typed {
    let typed = members.map { ($0.name.text, checkValue($0.value, scope, of: "{…}")) }
    return fold(
      Typed(
        .record(typed.map { ($0.0, $0.1.scalar) }), .record,
        usesRow: typed.contains { $0.1.usesRow }))
  }

  private func checkRange(
    _ low: Expression?, _ high: Expression?, _ span: SourceSpan, _ scope: Scope
  ) -> Typed {
    let lower = low.map { check($0, scope) } ?? Typed(.constant(.missing), .missing)
    let upper = high.map { check($0, scope) } ?? Typed(.constant(.missing), .missing)
    for (end, expression) in [(lower, low), (upper, high)] {
      guard let expression, ![.number, .date, .any, .missing].contains(end.type.element) else {
        continue
      }
      return report(
        wrong: .argumentKind("..", expression.span, expected: "numbers and dates", found: end.type))
    }
    let isDate = lower.type == .date || upper.type == .date
    if let low = lower.constant, let high = upper.constant, isReversed(low, high, isDate) {
      return report(wrong: .emptyRange(span))
    }
    return fold(
      Typed(
        .range(lower.scalar, upper.scalar), .range(isDate ? .date : .number),
        usesRow: lower.usesRow || upper.usesRow))
  }

  private func isReversed(_ low: Value, _ high: Value, _ isDate: Bool) -> Bool {
    if low.isMissing || high.isMissing { return false }
    if isDate { return Value.range(low, high).asDate == nil }
    guard let low = low.number, let high = high.number else { return false }
    return low > high
  }

  // MARK: Names

  private func checkName(_ name: Name, _ span: SourceSpan, _ scope: Scope) -> Typed {
    if let bound = boundClose(name, scope) { return bound }
    if let schema = scope.schema, let field = column(named: name, in: schema),
      !isCaptured(name, by: schema, scope)
    {
      return field
    }
    if let definition = definition(name, scope) {
      return checkUse(of: definition, name, [], scope)
    }
    guard let schema = scope.schema else {
      if corpusSchema.index(of: name.text) != nil {
        return report(wrong: .fieldOutside(name.text, span))
      }
      return report(
        wrong: .unknownField(
          name.text, span, known: names(scope).definitions.keys.sorted() + closeNames(scope)))
    }
    if schema.isOpen { return Typed(.constant(.missing), .any, usesRow: true) }
    if let rows = scope.aggregates?.rows, rows.index(of: name.text) != nil {
      return report(wrong: .notAnAggregate(span))
    }
    return report(
      wrong: .unknownField(
        name.text, span,
        known: schema.names + names(scope).definitions.keys.sorted() + closeNames(scope)))
  }

  /// Whether a field that only the data knows has the name of a definition: what the data holds
  /// never changes the meaning of a script. Backticks name the field.
  func isCaptured(_ name: Name, by schema: Schema, _ scope: Scope) -> Bool {
    guard !name.isQuoted,
      definition(name, scope) != nil || names(scope).files[name.text] != nil
    else { return false }
    return schema.index(of: name.text).map { schema.columns[$0].isOfData } ?? false
  }

  /// A field by its name; `year` is `date.year`, `source` the file and line.
  func column(named name: Name, in schema: Schema) -> Typed? {
    let isBuiltIn = !name.isQuoted && ["year", "source"].contains(name.text)
    if let index = schema.index(of: name.text), !(isBuiltIn && schema.columns[index].isOfData) {
      return Typed(.column(index), schema.columns[index].type, usesRow: true)
    }
    if name.isQuoted { return nil }
    if name.text == "year", let date = schema.index(of: "date"),
      schema.columns[date].type == .date, let member = ValueMembers.named("year", of: .date)
    {
      return Typed(
        .call(member.function, [.column(date)], name.span), member.type, usesRow: true)
    }
    if name.text == "source", schema.hasSource {
      return Typed(.source, .text, usesRow: true)
    }
    return nil
  }

  private func checkVariable(_ name: Name, _ scope: Scope) -> Typed {
    switch names(scope).variables[name.text] {
    case .value(let value): return Typed(.constant(value), ValueType(of: value))
    case .table(let table): return values(of: table)
    case .unknown: return .unknown
    case nil:
      return report(
        wrong: .unknownVariable(
          name.text, name.span, known: names(scope).variables.keys.sorted()))
    }
  }

  /// A query in parentheses where values are wanted; it runs now.
  private func checkSubquery(
    _ pipeline: Pipeline, _ span: SourceSpan, _ scope: Scope
  ) -> Typed {
    if scope.outermost != nil { steps += 1000 }
    switch checkInner(pipeline, scope) {
    case .invalid: return .unknown
    case .value(let typed): return typed
    case .query(let query) where query.schema.isOpen:
      // Its records are not read yet: it can be checked, but not run.
      let element = query.schema.columns.count == 1 ? query.schema.columns[0].type.element : .any
      return Typed(.list([]), .list(element))
    case .query(let query):
      do {
        var result = values(of: try query.plan.run(context))
        if query.schema.columns.count == 1 {
          result.type = .list(query.schema.columns[0].type.element)
        }
        return result
      } catch {
        failures.append(error)
        return .unknown
      }
    }
  }

  /// A definition used as a condition or value.
  func checkUse(
    of definition: Definition, _ name: Name, _ arguments: [Argument], _ scope: Scope
  ) -> Typed {
    guard let body = definition.lone else {
      return report(wrong: .stagesAsValue(name.text, name.span))
    }
    guard let values = ordered(arguments, of: definition, name) else { return .unknown }
    if definition.isRecursive { return checkRecursive(definition, body, name, values, scope) }
    guard let inner = expand(definition, name, values, scope) else { return .unknown }
    let typed = within(name) { check(body, inner) }
    // What can fail tells where it was used.
    guard typed.scalar.canFail else { return typed }
    var traced = typed
    traced.scalar = .traced(typed.scalar, name.span)
    return traced
  }

  // MARK: Operators

  private func checkMember(
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
    let type: ValueType = typed.type == element ? member.type : .list(member.type)
    return fold(
      Typed(.call(member.function, [typed.scalar], span), type, usesRow: typed.usesRow))
  }

  private func checkIndex(
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

  private func checkNegation(_ operand: Expression, _ span: SourceSpan, _ scope: Scope) -> Typed {
    let typed = check(operand, scope)
    guard [.number, .duration, .any].contains(typed.type) else {
      return report(
        wrong: .argumentKind("-", operand.span, expected: "numbers", found: typed.type))
    }
    return fold(Typed(.negate(typed.scalar, span), typed.type, usesRow: typed.usesRow))
  }

  /// A run of `and` or `or` leans to the left, one level a term: it is taken apart in a loop.
  private func checkConnected(_ expression: Expression, _ scope: Scope) -> Typed {
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

  private func checkArithmetic(
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
