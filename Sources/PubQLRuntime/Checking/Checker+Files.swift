import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

// Names of the text in hand, and of the files that it uses.

extension Checker {
  /// The names that a text has given, where it stands.
  func names(_ scope: Scope) -> Names { scope.home ?? environment.names }

  /// The definition that a name means; of a file that is used, where a file's name stands before
  /// it.
  func definition(_ name: Name, _ scope: Scope) -> Definition? {
    names(scope).definition(name)
  }

  /// `places.coastal`: a definition or value of a file that is used; nil where `places` is none.
  func checkFileMember(_ owner: Expression, _ name: Name, _ scope: Scope) -> Typed? {
    guard case .name(let file) = owner.kind, let names = self.file(file, scope) else { return nil }
    let qualified = Name(
      name.text, span: file.span.joined(with: name.span), qualifier: file.text)
    if let definition = names.definitions[name.text] {
      return checkUse(of: definition, qualified, [], scope)
    }
    switch names.variables[name.text] {
    case .value(let value): return Typed(.constant(value), ValueType(of: value))
    case .table(let table): return values(of: table)
    case .unknown: return .unknown
    case nil: return unknownDefinition(qualified, names)
    }
  }

  /// The file that a name before a dot means. Names bound close by and the fields of the language
  /// come first.
  func file(_ name: Name, _ scope: Scope) -> Names? {
    guard !name.isQuoted, let names = names(scope).files[name.text],
      scope.locals[name.text] == nil, scope.arguments[name.text] == nil
    else { return nil }
    return names
  }

  /// Reports a qualified name that means nothing.
  func unknownDefinition(_ name: Name, _ names: Names) -> Typed {
    let known = names.definitions.keys.sorted() + names.variables.keys.sorted()
    let file = name.qualifier ?? ""
    return report(
      wrong: .unknownField(
        "\(file).\(name.text)", name.span, known: known.map { "\(file).\($0)" }))
  }

  /// Reports the call `title.lower()`, or of a definition that a file does not have.
  func unknownQualified(_ name: Name, _ scope: Scope) -> Typed {
    let qualifier = name.qualifier ?? ""
    if let names = names(scope).files[qualifier] { return unknownDefinition(name, names) }
    if Builtin.named(name.text) != nil {
      return report(wrong: .noFunction(qualifier, name.span, member: name.text))
    }
    return report(
      wrong: .unknownFile(qualifier, name.span, known: names(scope).files.keys.sorted()))
  }
}
