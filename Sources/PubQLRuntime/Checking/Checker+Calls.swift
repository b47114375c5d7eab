import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax
import PubQLText

extension Checker {
  func checkCall(
    _ name: Name, _ arguments: [Argument], _ span: SourceSpan, _ scope: Scope
  ) -> Typed {
    if name.qualifier == nil, let bound = boundClose(name, scope) {
      return checkApplication(bound, arguments, span, scope)
    }
    if let definition = definition(name, scope) {
      return checkUse(of: definition, name, arguments, scope)
    }
    if name.qualifier != nil { return unknownQualified(name, scope) }
    if scope.aggregates != nil, scope.windows != nil, AggregateKind.named(name.text) != nil,
      WindowKind.named(name.text) != nil || Builtin.named(name.text) != nil
    {
      // The body of a definition, which may come to stand among groups or among rows: what the
      // name means there is checked where it is used.
      for argument in arguments { _ = checkArgument(argument, scope, after: []) }
      return Typed(.constant(.missing), .any, usesRow: true)
    }
    if let collector = scope.aggregates, let kind = AggregateKind.named(name.text),
      Builtin.named(name.text) == nil || !holdsAggregate(arguments, scope)
    {
      return collector.add(kind, name, arguments, span, scope, self)
    }
    if let collector = scope.windows, let kind = WindowKind.named(name.text) {
      return collector.add(kind, name, arguments, span, scope, self)
    }
    if name.text == "missing" { return checkMissing(arguments, name, scope) }
    guard let builtin = Builtin.named(name.text) else {
      if isPresenceTest(name, arguments, span) { return .unknown }
      for argument in arguments { _ = check(argument.value, scope) }
      if WindowKind.named(name.text) != nil {
        report(.windowOutside(name.text, name.span))
      } else if AggregateKind.named(name.text) != nil {
        report(.aggregateOutside(name.text, name.span))
      } else {
        report(.unknownFunction(name.text, name.span, known: callNames))
      }
      return .unknown
    }
    return checkCall(of: builtin, name, arguments, span, scope)
  }

  private var callNames: [String] {
    Builtin.all.map(\.name) + ["missing"] + AggregateKind.all.map(\.name)
      + WindowKind.all.map(\.name)
      + environment.definitions.filter { $0.value.lone != nil }.map(\.key).sorted()
  }

  /// A lambda is told what the list before it holds; everything else is checked by itself.
  private func checkArgument(
    _ argument: Argument, _ scope: Scope, after ordered: [(Expression, Typed)?]
  ) -> Typed {
    guard case .lambda(let names, let body) = argument.value.kind else {
      return check(argument.value, scope)
    }
    var types: [ValueType] = []
    if let list = ordered.first ?? nil, case .list(let element) = list.1.type { types = [element] }
    return checkLambda(names, body, types, scope)
  }

  private func checkMissing(_ arguments: [Argument], _ name: Name, _ scope: Scope) -> Typed {
    if let label = arguments.compactMap(\.name).first {
      report(.unknownArgument(label.text, label.span, function: "missing"))
      return .unknown
    }
    guard arguments.count == 1 else {
      report(
        .argumentCount("missing", name.span, expected: "1 argument", found: arguments.count))
      return .unknown
    }
    let typed = checkValue(arguments[0].value, scope, of: "missing")
    return fold(Typed(.isMissing(typed.scalar), .bool, usesRow: typed.usesRow))
  }

  private func checkCall(
    of builtin: Builtin, _ name: Name, _ arguments: [Argument], _ span: SourceSpan, _ scope: Scope
  ) -> Typed {
    guard let given = order(arguments, of: builtin, name, scope) else { return .unknown }
    var ordered = given.values
    if builtin.name == "snippet" { return checkSnippet(builtin, ordered, span, scope) }
    for (place, argument) in ordered.enumerated() {
      guard let (expression, typed) = argument, let parameter = builtin.parameter(at: place)
      else { continue }
      if typed.type == .table, parameter.kind.takesRows { continue }
      guard parameter.kind.accepts(typed.type) else {
        report(
          .argumentKind(
            builtin.name, expression.span, expected: parameter.kind.name, found: typed.type))
        return .unknown
      }
      guard accepts(parameter, expression, typed, builtin) else { return .unknown }
    }
    if !builtin.fieldsInHand.isEmpty, let last = ordered.last, last == nil {
      guard let record = recordInHand(of: builtin, name, scope) else { return .unknown }
      ordered[ordered.count - 1] = (Expression(.name(name), span: name.span), record)
    }
    if isMisplacedAggregate(builtin, ordered) {
      report(.aggregateOutside(name.text, name.span))
      return .unknown
    }
    if builtin.name == "length", let table = ordered.first??.1.table {
      // Rows are counted without making a list of them.
      return Typed(.constant(.whole(table.rowCount)), .number)
    }
    if let condition = comparison(builtin, ordered) { return condition }
    let values = ordered.map { $0.map { listing($0.1) } }
    var scalars = values.map { $0?.scalar ?? .constant(.missing) }
    if builtin.usesToday { scalars.append(.constant(.date(environment.today))) }
    let call = fold(
      Typed(
        .call(builtin.function(finding: given.finders, context.meter), scalars, span),
        builtin.type(of: values.map { $0?.type ?? .missing }),
        usesRow: ordered.contains { $0?.1.usesRow ?? false }))
    if builtin.name == "date", case .missing = call.constant,
      let (text, typed) = ordered.first ?? nil, case .text = typed.constant
    {
      report(.badDate("the text stands for none", text.span))
    }
    return call
  }

  /// Whether a word that is known beforehand is one that the parameter takes; reports it if not.
  private func accepts(
    _ parameter: Builtin.Parameter, _ argument: Expression, _ typed: Typed, _ builtin: Builtin
  ) -> Bool {
    guard case .choice(let words) = parameter.kind, let word = typed.constant?.textual,
      Builtin.choice(word, among: words) == nil
    else { return true }
    report(.unknownChoice(word, argument.span, function: builtin.name, known: words))
    return false
  }

  /// The fields of the row in hand that a function looks at, as a record.
  private func recordInHand(of builtin: Builtin, _ name: Name, _ scope: Scope) -> Typed? {
    let schema = scope.schema ?? Schema(columns: [])
    let members = builtin.fieldsInHand.compactMap { field in
      schema.index(of: field).map { (name: field, value: Scalar.column($0)) }
    }
    guard schema.isOpen || members.contains(where: { $0.name == "title" || $0.name == "authors" })
    else {
      report(
        .noRecordInHand(
          builtin.name, name.span, usage: builtin.shortestCall, inStage: scope.schema != nil))
      return nil
    }
    return Typed(.record(members), .record, usesRow: true)
  }

  /// `starts(title, "The")` as `title starts "The"`, which can be asked of a whole column.
  private func comparison(_ builtin: Builtin, _ arguments: [(Expression, Typed)?]) -> Typed? {
    guard let relation = builtin.relation, arguments.count == 2, let left = arguments[0]?.1,
      let right = arguments[1]?.1, [.text, .identifier, .person].contains(left.type.element)
    else { return nil }
    let comparison = ScalarComparison(
      relation, isNegated: false,
      right: right.constant.map { .constant(ValueTest(relation, $0)) } ?? .scalar(right.scalar))
    return fold(
      Typed(.comparison(left.scalar, comparison), .bool, usesRow: left.usesRow || right.usesRow))
  }

  /// The arguments of a call in the order of the parameters.
  private struct GivenArguments {
    /// Nil for those left out; of a repeated parameter as many as there are.
    var values: [(Expression, Typed)?]
    /// The patterns among them, by their places.
    var finders: [Int: PatternFinder] = [:]
  }

  private func order(
    _ arguments: [Argument], of builtin: Builtin, _ name: Name, _ scope: Scope
  ) -> GivenArguments? {
    var given = GivenArguments(
      values: [(Expression, Typed)?](repeating: nil, count: builtin.parameters.count))
    var next = 0
    for argument in arguments {
      var place = next
      if let label = argument.name {
        guard let named = builtin.parameters.firstIndex(where: { $0.name == label.text }) else {
          report(.unknownArgument(label.text, label.span, function: builtin.name))
          return nil
        }
        place = named
      } else {
        next += 1
      }
      let parameter = builtin.parameter(at: place)
      let typed: Typed
      if parameter?.kind == .pattern, isPattern(argument.value, scope) {
        guard let pattern = pattern(argument.value, scope) else { return nil }
        given.finders[place] = PatternFinder(pattern)
        typed = Typed(.constant(.text("")), .text)
      } else {
        if parameter?.kind == .function, isBareFunction(argument.value, of: builtin.name, scope) {
          return nil
        }
        typed = checkArgument(argument, scope, after: given.values)
      }
      if parameter?.isRepeated == true, place == given.values.count { given.values.append(nil) }
      guard given.values.indices.contains(place) else { continue }
      if let first = given.values[place]?.0 {
        reportTwice(parameter?.name ?? "", of: builtin.name, argument, first: first)
        return nil
      }
      given.values[place] = (argument.value, typed)
    }
    let required = builtin.parameters.count { !$0.isOptional }
    let found = zip(builtin.parameters, given.values).count { !$0.isOptional && $1 != nil }
    guard found == required, arguments.count <= given.values.count else {
      let missing = zip(builtin.parameters, given.values).filter { !$0.isOptional && $1 == nil }
      if arguments.count <= given.values.count,
        reportMissing(missing.map(\.0.name), of: builtin.name, arguments, name.span)
      {
        return nil
      }
      report(
        .argumentCount(
          builtin.name, name.span, expected: Self.count(builtin), found: arguments.count))
      return nil
    }
    return given
  }

  private static func count(_ builtin: Builtin) -> String {
    let most = builtin.parameters.count
    let least = builtin.parameters.count { !$0.isOptional }
    if most == 0 { return "no arguments" }
    if builtin.parameters.last?.isRepeated == true {
      return "\(least) or more arguments"
    }
    let words = most == 1 ? "1 argument" : "\(most) arguments"
    if least == most { return words }
    return least + 1 == most ? "\(least) or \(words)" : "\(least) to \(words)"
  }
}
