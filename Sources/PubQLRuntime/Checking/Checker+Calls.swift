import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

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
      WindowKind.named(name.text) != nil
    {
      // The body of a definition, which may come to stand among groups or among rows.
      for argument in arguments { _ = check(argument.value, scope) }
      return Typed(.constant(.missing), .number, usesRow: true)
    }
    if let collector = scope.aggregates, let kind = AggregateKind.named(name.text) {
      return collector.add(kind, name, arguments, span, scope, self)
    }
    if let collector = scope.windows, let kind = WindowKind.named(name.text) {
      return collector.add(kind, name, arguments, span, scope, self)
    }
    if name.text == "missing" { return checkMissing(arguments, name, scope) }
    guard let builtin = Builtin.named(name.text) else {
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
    guard let ordered = order(arguments, of: builtin, name, scope) else { return .unknown }
    if builtin.name == "snippet" { return checkSnippet(builtin, ordered, span, scope) }
    for (parameter, argument) in zip(builtin.parameters, ordered) {
      guard let (expression, typed) = argument else { continue }
      if typed.type == .table, parameter.kind == .list || parameter.kind == .any { continue }
      guard parameter.kind.accepts(typed.type) else {
        report(
          .argumentKind(
            builtin.name, expression.span, expected: parameter.kind.name, found: typed.type))
        return .unknown
      }
    }
    if builtin.name == "today" { return Typed(.constant(.date(environment.today)), .date) }
    if builtin.name == "length", let table = ordered.first??.1.table {
      // Rows are counted without making a list of them.
      return Typed(.constant(.whole(table.rowCount)), .number)
    }
    let values = ordered.map { $0.map { listing($0.1) } }
    let scalars = values.map { $0?.scalar ?? .constant(.missing) }
    let call = fold(
      Typed(
        .call(builtin.function, scalars, span),
        builtin.type(of: values.map { $0?.type ?? .missing }),
        usesRow: ordered.contains { $0?.1.usesRow ?? false }))
    if builtin.name == "date", case .missing = call.constant,
      let (text, typed) = ordered.first ?? nil, case .text = typed.constant
    {
      report(.badDate("the text stands for none", text.span))
    }
    return call
  }

  /// The arguments in the order of the parameters, nil for those left out.
  private func order(
    _ arguments: [Argument], of builtin: Builtin, _ name: Name, _ scope: Scope
  ) -> [(Expression, Typed)?]? {
    var ordered = [(Expression, Typed)?](repeating: nil, count: builtin.parameters.count)
    var next = 0
    for argument in arguments {
      let typed = checkArgument(argument, scope, after: ordered)
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
      if place < ordered.count, ordered[place] != nil {
        report(
          .argumentCount(
            builtin.name, name.span, expected: "each argument once", found: arguments.count))
        return nil
      }
      if place < ordered.count { ordered[place] = (argument.value, typed) }
    }
    let required = builtin.parameters.count { !$0.isOptional }
    let given = zip(builtin.parameters, ordered).count { !$0.isOptional && $1 != nil }
    guard given == required, arguments.count <= builtin.parameters.count else {
      report(
        .argumentCount(
          builtin.name, name.span, expected: Self.count(builtin), found: arguments.count))
      return nil
    }
    return ordered
  }

  private static func count(_ builtin: Builtin) -> String {
    let most = builtin.parameters.count
    let least = builtin.parameters.count { !$0.isOptional }
    if most == 0 { return "no arguments" }
    let words = most == 1 ? "1 argument" : "\(most) arguments"
    return least == most ? words : "\(least) to \(words)"
  }
}
