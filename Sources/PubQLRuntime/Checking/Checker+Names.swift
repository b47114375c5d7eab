import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

// What a name means where it stands: bound close by, a field, a definition, a value of the script.

extension Checker {
  func checkName(_ name: Name, _ span: SourceSpan, _ scope: Scope) -> Typed {
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
          name.text, span, known: names(scope).definitions.keys.sorted() + closeNames(scope),
          fields: []))
    }
    if schema.isOpen { return Typed(.constant(.missing), .any, usesRow: true) }
    if let rows = scope.aggregates?.rows, rows.index(of: name.text) != nil {
      return report(wrong: .notAnAggregate(span))
    }
    return report(
      wrong: .unknownField(
        name.text, span,
        known: schema.names + names(scope).definitions.keys.sorted() + closeNames(scope),
        fields: listedFields(of: schema, scope)))
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

  func checkVariable(_ name: Name, _ scope: Scope) -> Typed {
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
}
