import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

// Definitions in place of their names: chains of stages, arguments, the scope of a body.

extension Checker {
  /// A definition used as a stage: its stages take the place of its name.
  func applyDefinition(
    _ stage: Stage, to query: CheckedQuery, _ scope: Scope
  ) -> CheckedQuery? {
    guard let definition = definition(stage.name, scope) else {
      reportUnknownStage(stage, scope)
      return nil
    }
    guard isStages(definition) else {
      report(
        .valueAsStage(
          stage.name.text, stage.name.span,
          isCondition: definition.lone != nil && stage.operands.isEmpty))
      return nil
    }
    var outer = scope
    outer.schema = query.schema
    let arguments = stage.operands.map { Argument(name: $0.name, value: $0.value) }
    guard let values = ordered(arguments, of: definition, stage.name),
      let inner = expand(definition, stage.name, values, outer)
    else { return nil }
    return within(stage.name) {
      apply(definition.body.firstStage + definition.body.stages, to: query, inner)
    }
  }

  /// Whether a definition is a chain of stages without a source of its own: it begins with a
  /// stage, or with another such definition.
  func isStages(_ definition: Definition) -> Bool {
    var definition = definition
    for _ in 0..<Self.depthLimit {
      if case .corpus = definition.body.head { return true }
      guard let name = definition.body.firstStage.first?.name,
        let first = definition.home.map({ $0.definition(name) })
          ?? environment.names.definition(name)
      else { return false }
      definition = first
    }
    return false
  }

  /// The arguments in the order of the parameters, nil for those left out that have a value of
  /// their own. Nil when they do not fit, which is reported.
  func ordered(
    _ arguments: [Argument], of definition: Definition, _ use: Name
  ) -> [Expression?]? {
    let parameters = definition.parameters
    var values = [Expression?](repeating: nil, count: parameters.count)
    var next = 0
    var fits = arguments.count <= parameters.count
    for argument in arguments where fits {
      var place = next
      if let label = argument.name {
        guard let named = parameters.firstIndex(where: { $0.name.text == label.text }) else {
          report(.unknownArgument(label.text, label.span, function: definition.name.text))
          return nil
        }
        place = named
      } else {
        next += 1
      }
      fits = place < values.count
      guard fits else { break }
      if let first = values[place] {
        reportTwice(parameters[place].name.text, of: definition.name.text, argument, first: first)
        return nil
      }
      values[place] = argument.value
    }
    let missing = zip(parameters, values).filter { $0.value == nil && $1 == nil }
    if fits,
      reportMissing(missing.map(\.0.name.text), of: definition.name.text, arguments, use.span)
    {
      return nil
    }
    if zip(parameters, values).contains(where: { $0.value == nil && $1 == nil }) { fits = false }
    guard fits else {
      report(
        .argumentCount(
          definition.name.text, use.span, expected: Self.argumentCount(of: definition),
          found: arguments.count))
      return nil
    }
    return values
  }

  private static func argumentCount(of definition: Definition) -> String {
    let most = definition.parameters.count
    let least = definition.parameters.count { $0.value == nil }
    if most == 0 { return "no arguments" }
    let words = most == 1 ? "1 argument" : "\(most) arguments"
    if least == most { return words }
    return least + 1 == most ? "\(least) or \(words)" : "\(least) to \(words)"
  }

  /// The scope of a definition's body at a place where it is used.
  func expand(
    _ definition: Definition, _ use: Name, _ arguments: [Expression?], _ scope: Scope
  ) -> Scope? {
    expansions += 1
    guard expansions <= Self.expansionLimit else {
      report(.tooManyUses(scope.outermost?.span ?? use.span))
      steps = Self.stepLimit
      return nil
    }
    guard !scope.expanding.contains(definition.name.text), scope.expanding.count < Self.depthLimit
    else {
      report(.endlessDefinition(definition.name.text, use.span))
      return nil
    }
    var inner = scope
    let outer = ScopeBox(scope)
    let body = ScopeBox(ofBody(of: definition))
    inner.arguments = [:]
    inner.locals = [:]
    inner.home = definition.home
    for (parameter, argument) in zip(definition.parameters, arguments) {
      guard let expression = argument ?? parameter.value else { continue }
      inner.arguments[parameter.name.text] = Scope.ArgumentBinding(
        expression: expression, scope: argument == nil ? body : outer)
    }
    inner.expanding.append(definition.name.text)
    if inner.outermost == nil { inner.outermost = use }
    return inner
  }
}

extension Pipeline {
  /// A name or call at the head, followed by stages, as the stage that it may stand for.
  var firstStage: [Stage] {
    guard case .expression(let head) = head else { return [] }
    let operands: [StageOperand]
    let name: Name
    switch head.kind {
    case .name(let written): (name, operands) = (written, [])
    case .member(let owner, let member):
      guard case .name(let file) = owner.kind, !member.isQuoted else { return [] }
      name = Name(
        member.text, span: file.span.joined(with: member.span), qualifier: file.text)
      operands = []
    case .call(let written, let arguments):
      name = written
      operands = arguments.map {
        StageOperand(name: $0.name, value: $0.value, order: nil, span: $0.value.span)
      }
    default: return []
    }
    guard !name.isQuoted else { return [] }
    return [
      Stage(
        name: name, grammar: nil, operands: operands, clauses: [], block: nil, span: head.span)
    ]
  }
}

extension Names {
  /// The definition that a name means in this text.
  func definition(_ name: Name) -> Definition? {
    if name.isQuoted { return nil }
    guard let qualifier = name.qualifier else { return definitions[name.text] }
    return files[qualifier]?.definitions[name.text]
  }
}
