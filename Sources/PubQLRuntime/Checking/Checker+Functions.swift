import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

// Names bound close by, functions as values, definitions that call themselves, and values that
// depend on a condition.

extension Checker {
  // MARK: Names bound close by

  /// What a parameter of a definition or lambda, or the variable of a loop stands for.
  func boundClose(_ name: Name, _ scope: Scope) -> Typed? {
    if name.isQuoted { return nil }
    if let local = scope.locals[name.text] {
      guard local.slot != Scope.unreachable else {
        return report(wrong: .notKnownYet(name.text, name.span))
      }
      return Typed(.local(local.slot), local.type, usesRow: true)
    }
    if let argument = scope.arguments[name.text] {
      return check(argument.expression, argument.scope(in: scope))
    }
    return scope.home == nil ? environment.locals[name.text] : nil
  }

  /// For suggestions.
  func closeNames(_ scope: Scope) -> [String] {
    (Array(scope.locals.keys) + scope.arguments.keys + environment.locals.keys).sorted()
  }

  // MARK: Lambdas

  /// - Parameter types: what is known of the values that it will be given; fewer stand for the
  ///   last ones.
  func checkLambda(
    _ names: [Name], _ body: Expression, _ types: [ValueType], _ scope: Scope
  ) -> Typed {
    guard requireDistinct(names, .parameters) else { return .unknown }
    var inner = scope
    // Inside they would be worked out for each call; what comes from outside is there already.
    inner.outsideLambda = scope.outsideLambda ?? (scope.aggregates, scope.windows)
    inner.aggregates = nil
    inner.windows = nil
    for (index, name) in names.enumerated() {
      if let owner = ReservedNames.owner(ofCloseName: name.text) {
        return report(wrong: .nameIsTaken(name.text, name.span, by: owner))
      }
      let known = index - (names.count - types.count)
      inner.locals[name.text] = (
        inner.frameSize, types.indices.contains(known) ? types[known] : .any
      )
      inner.arguments[name.text] = nil
      inner.frameSize += 1
    }
    let typed = checkValue(body, inner, of: "=>")
    let function = ScriptFunction.lambda(
      parameterCount: names.count, body: typed.scalar, meter: context.meter)
    // Inside of another its parameters stand behind those of that one, which are not there yet.
    return fold(
      Typed(
        .lambda(function), .function,
        usesRow: scope.frameSize > 0 || typed.scalar.dependsOnRow))
  }

  /// `$f(3)`, and `f(3)` where `f` is bound close by.
  func checkApplication(
    _ function: Typed, _ arguments: [Argument], _ span: SourceSpan, _ scope: Scope
  ) -> Typed {
    let typed = arguments.map { checkArgument($0.value, scope) }
    guard function.type == .function || function.type == .any else {
      return report(
        wrong: .argumentKind(
          "(…)", span, expected: "a function such as `x => …`", found: function.type))
    }
    return fold(
      Typed(
        .apply(function.scalar, typed.map(\.scalar), span), .any,
        usesRow: function.usesRow || typed.contains { $0.usesRow }))
  }

  /// A value that is handed to a function; rows are handed over as a list.
  func checkArgument(_ expression: Expression, _ scope: Scope) -> Typed {
    listing(check(expression, scope))
  }

  // MARK: Recursion

  /// A definition that calls itself: it is worked out call by call, with its arguments first.
  func checkRecursive(
    _ definition: Definition, _ body: Expression, _ name: Name, _ arguments: [Expression?],
    _ scope: Scope
  ) -> Typed {
    let values = zip(definition.parameters, arguments).map { parameter, argument in
      argument.map { checkArgument($0, scope) }
        ?? parameter.value.map { check($0, ofBody(of: definition)) } ?? .unknown
    }
    if let recursion = scope.recursion, recursion.text == definition.name.text,
      recursion.span == definition.name.span
    {
      return Typed(.recurse(values.map(\.scalar), name.span), .any, usesRow: true)
    }
    guard scope.expanding.count < Self.depthLimit,
      !scope.expanding.contains(definition.name.text)
    else { return report(wrong: .endlessDefinition(definition.name.text, name.span)) }
    var inner = ofBody(of: definition)
    inner.schema = scope.schema
    inner.level = scope.level
    inner.recursion = definition.name
    inner.expanding = scope.expanding + [definition.name.text]
    inner.outermost = scope.outermost ?? name
    for (slot, parameter) in definition.parameters.enumerated() {
      inner.locals[parameter.name.text] = (slot, .any)
    }
    inner.frameSize = definition.parameters.count
    guard !body.kind.alwaysUses(definition.name.text) else {
      return report(wrong: .endlessDefinition(definition.name.text, definition.name.span))
    }
    let typed = within(name) { checkValue(body, inner, of: definition.name.text) }
    let function = ScriptFunction.definition(
      parameterCount: definition.parameters.count, body: typed.scalar, meter: context.meter)
    return fold(
      Typed(
        .traced(.invoke(function, values.map(\.scalar), name.span), name.span), typed.type,
        usesRow: typed.scalar.dependsOnRow || values.contains { $0.usesRow }))
  }

  /// The scope in which a definition's text stands, without arguments.
  func ofBody(of definition: Definition) -> Scope {
    var scope = Scope()
    scope.home = definition.home
    return scope
  }

  /// Checks the body of a definition that is used there.
  func within<Result>(_ use: Name, _ check: () -> Result) -> Result {
    uses.append(use)
    defer { uses.removeLast() }
    return check()
  }

  // MARK: Choices

  /// `if c then a else b`
  func checkChoice(
    _ condition: Expression, _ value: Expression, _ other: Expression, _ scope: Scope
  ) -> Typed {
    let test = self.condition(condition, scope)
    let first = check(value, scope)
    let second = check(other, scope)
    if case .bool(let holds) = test.constant { return holds ? first : second }
    let (a, b) = (listing(first), listing(second))
    return fold(
      Typed(
        .choice(test.scalar, a.scalar, b.scalar), Self.common(a.type, b.type),
        usesRow: test.usesRow || a.usesRow || b.usesRow))
  }

  /// `try e else f`
  func checkAttempt(_ value: Expression, _ other: Expression, _ scope: Scope) -> Typed {
    let known = failures.count
    let first = checkArgument(value, scope)
    let second = checkArgument(other, scope)
    if failures.count > known, failures[known...].allSatisfy(\.canBeCaught) {
      // A query in parentheses ran already, and failed.
      failures.removeSubrange(known...)
      return second
    }
    return fold(
      Typed(
        .attempt(first.scalar, second.scalar), Self.common(first.type, second.type),
        usesRow: first.usesRow || second.usesRow))
  }

  /// What is known of a value that is of either type.
  static func common(_ left: ValueType, _ right: ValueType) -> ValueType {
    if left == right { return left }
    switch (left, right) {
    case (.missing, let other), (let other, .missing): return other
    case (.list(let a), .list(let b)): return .list(common(a, b))
    case _ where left.isTextual && right.isTextual: return .text
    default: return .any
    }
  }

  // MARK: Rows as values

  /// A table where values are wanted: those of its only column.
  func values(of table: Table) -> Typed {
    guard table.columns.count == 1 else {
      var typed = Typed(.constant(.missing), .table)
      typed.table = table
      return typed
    }
    if isUnknown(table) {
      var typed = Typed.notReadYet(table.columns[0].type.element)
      typed.table = table
      return typed
    }
    let indexed = table.indexed
    let values = (0..<table.rowCount).flatMap { indexed.value(row: $0, column: 0).members }
    var typed = Typed(.constant(.list(values)), .list(table.columns[0].type.element))
    typed.table = table
    return typed
  }

  /// The rows of a table as a list of records; other values as they are.
  func listing(_ typed: Typed) -> Typed {
    guard typed.type == .table else { return typed }
    guard let table = typed.table else { return .unknown }
    if isUnknown(table) { return .notReadYet(.record) }
    guard table.rowCount <= Self.listLimit else {
      failures.append(RunError(.budget("\(Self.listLimit) rows in a list")))
      return .unknown
    }
    let indexed = table.indexed
    return Typed(.constant(.list((0..<table.rowCount).map(indexed.record))), .list(.record))
  }

  /// Whether a table may only stand for one whose rows are not known yet: nothing that is made of
  /// it is known then, and it is not folded.
  private func isUnknown(_ table: Table) -> Bool { environment.isOutline && table.rowCount == 0 }

  /// How many rows may stand in a list of records, each of which holds all its values.
  static let listLimit = 1_000_000

  /// `$recent.title`: the values of a column.
  func columnValues(of typed: Typed, _ name: Name) -> Typed? {
    guard typed.type == .table, let table = typed.table,
      let index = Schema(table).index(of: name.text)
    else { return nil }
    var column = table
    column.columns = [table.columns[index]]
    return values(of: column)
  }

  // MARK: Slices

  /// `xs[1..3]`, `title[0..9]`
  func checkSlice(
    _ value: Typed, _ owner: Expression, _ place: Typed, _ span: SourceSpan
  ) -> Typed {
    let value = listing(value)
    let type: ValueType
    switch value.type {
    case .list, .any: type = value.type
    case .text, .identifier, .person, .place: type = .text
    default:
      return report(
        wrong: .argumentKind(
          "[…]", owner.span, expected: "lists and texts", found: value.type))
    }
    return fold(
      Typed(
        .call(ValueMembers.slice, [value.scalar, place.scalar], span), type,
        usesRow: value.usesRow || place.usesRow))
  }
}
