import PubQLDiagnostics
import PubQLEngine
import PubQLModel
package import PubQLSyntax

extension Checker {
  /// Checks a statement's pipeline.
  package func check(_ pipeline: Pipeline) -> Checked {
    expansions = 0
    steps = 0
    return check(pipeline, Scope())
  }

  func check(_ pipeline: Pipeline, _ scope: Scope) -> Checked {
    let head = checkHead(pipeline, scope)
    guard !pipeline.stages.isEmpty else { return head }
    guard var query = self.query(head, pipeline.head.span ?? pipeline.span) else {
      // The stages are still looked at, so that their mistakes are told in the same go.
      checkStages(pipeline.stages, after: openQuery, scope)
      return .invalid
    }
    guard let result = apply(pipeline.stages, to: query, scope) else { return .invalid }
    query = result
    return .query(query)
  }

  /// A query over columns that are not known, for checking what follows a mistake.
  private var openQuery: CheckedQuery {
    var schema = Schema(Table(all: environment.corpus))
    schema.isOpen = true
    return CheckedQuery(plan: Plan(source: Table(columns: [], rowCount: 0)), schema: schema)
  }

  private func checkStages(_ stages: [Stage], after query: CheckedQuery, _ scope: Scope) {
    _ = apply(stages, to: query, scope)
  }

  private func apply(
    _ stages: [Stage], to query: CheckedQuery, _ scope: Scope
  ) -> CheckedQuery? {
    var query = query
    var isValid = true
    for stage in stages {
      if let next = apply(stage, to: query, scope) {
        query = next
      } else {
        isValid = false
        let keepsColumns = stage.grammar.flatMap { Stages.named($0.name) }?.keepsColumns ?? false
        if !keepsColumns { query.schema.isOpen = true }
      }
    }
    return isValid ? query : nil
  }

  private func checkHead(_ pipeline: Pipeline, _ scope: Scope) -> Checked {
    switch pipeline.head {
    case .corpus: return corpusQuery(at: pipeline.span).map { .query($0) } ?? .invalid
    case .lastResult:
      guard let table = environment.lastResult else {
        report(.noLastResult(pipeline.span))
        return .invalid
      }
      if table.shape == .value || table.shape == .record {
        report(.needsTable(pipeline.span, table.columns.first?.type ?? .any))
        return .invalid
      }
      return .query(CheckedQuery(plan: Plan(source: table), schema: Schema(table)))
    case .from(let source, _): return checkSource(source, scope)
    case .expression(let expression): return checkLone(expression, scope)
    }
  }

  /// Everything loaded.
  private func corpusQuery(at span: SourceSpan) -> CheckedQuery? {
    guard environment.hasLoaded || environment.isOpen else {
      report(.nothingLoaded(span))
      return nil
    }
    let table = Table(all: environment.corpus)
    return CheckedQuery(
      plan: Plan(source: table), schema: Schema(table, isOpen: environment.isOpen))
  }

  /// `from …`
  func checkSource(_ source: Expression, _ scope: Scope) -> Checked {
    if case .name(let name) = source.kind, let argument = scope.arguments[name.text] {
      return checkSource(argument.expression, argument.scope(in: scope))
    }
    if case .name(let name) = source.kind {
      if let corpus = environment.sources[name.text] {
        let table = Table(all: corpus)
        return .query(
          CheckedQuery(plan: Plan(source: table), schema: Schema(table, isOpen: environment.isOpen))
        )
      }
      if name.text == "corpus" {
        return corpusQuery(at: source.span).map { .query($0) } ?? .invalid
      }
      guard definition(name, scope) != nil || boundCloseIsValue(name, scope) else {
        if environment.isOpen { return .query(openQuery) }
        report(
          .unknownSource(
            name.text, name.span, known: ["corpus"] + environment.sources.keys.sorted()))
        return .invalid
      }
    }
    return query(checkRows(source, scope), source.span).map { .query($0) } ?? .invalid
  }

  /// A lone expression: a condition on the corpus when it looks at fields, else a value.
  private func checkLone(_ expression: Expression, _ scope: Scope) -> Checked {
    if let rows = rowsIfAny(expression, scope) { return rows }
    var inner = scope
    let isTopLevel = scope.schema == nil
    if isTopLevel { inner.schema = corpusSchema }
    let before = diagnostics.count
    let (typed, terms) =
      expression.conjuncts.count > 1
      ? self.terms(of: expression, inner) : loneTerm(expression, inner)
    if isTopLevel { explainAssignment(expression, since: before) }
    if diagnostics.dropFirst(before).contains(where: { $0.severity == .error }) { return .invalid }
    guard isTopLevel, typed.usesRow else { return .value(typed) }
    guard var query = corpusQuery(at: expression.span) else { return .invalid }
    guard typed.type == .bool || typed.type == .any else {
      switch expression.kind {
      case .name(let name): report(.bareField(name.text, expression.span))
      case .call(let name, _): report(.bareCall(name.text, expression.span))
      default: report(.notACondition(expression.span, typed.type))
      }
      return .invalid
    }
    query.plan.operators.append(FilterOperator(condition: typed.scalar, terms: terms))
    query.mark(expression.span)
    return .query(query)
  }

  /// `x = 3` of an unknown name: likely a value is to be bound.
  private func explainAssignment(_ expression: Expression, since before: Int) {
    guard diagnostics.count == before + 1, diagnostics[before].edit == nil,
      case .comparison(.equal, negated: false, _, let left, _) = expression.kind,
      case .name(let name) = left.kind, diagnostics[before].span == name.span
    else { return }
    diagnostics[before].help =
      "a value is bound with `let \(name.text) = …`; " + (diagnostics[before].help ?? "")
  }

  /// The columns of everything loaded, or the standard ones while nothing is.
  var corpusSchema: Schema {
    Schema(Table(all: environment.corpus), isOpen: environment.isOpen)
  }

  /// What an expression gives where rows are wanted.
  private func checkRows(_ expression: Expression, _ scope: Scope) -> Checked {
    if let rows = rowsIfAny(expression, scope) { return rows }
    return checkLone(expression, scope)
  }

  /// Tables that an expression names: variables, definitions of queries, queries in parentheses.
  func rowsIfAny(_ expression: Expression, _ scope: Scope) -> Checked? {
    switch expression.kind {
    case .parenthesised(let inner): return rowsIfAny(inner, scope)
    case .subquery(let pipeline): return checkInner(pipeline, scope)
    case .variable(let name):
      guard case .table(let table) = names(scope).variables[name.text] else { return nil }
      let schema = names(scope).outlines[name.text] ?? Schema(table)
      return .query(CheckedQuery(plan: Plan(source: table), schema: schema))
    case .member(let owner, let name):
      guard case .name(let file) = owner.kind, self.file(file, scope) != nil else { return nil }
      return definedRows(
        Name(name.text, span: file.span.joined(with: name.span), qualifier: file.text), [], scope)
    case .name(let name):
      if let argument = scope.arguments[name.text] {
        return rowsIfAny(argument.expression, argument.scope(in: scope))
      }
      return definedRows(name, [], scope)
    case .call(let name, let arguments): return definedRows(name, arguments, scope)
    default: return nil
    }
  }

  /// A query in parentheses: it gives rows, and has no other effect.
  func checkInner(_ pipeline: Pipeline, _ scope: Scope) -> Checked {
    let checked = check(pipeline, scope.ofSubquery)
    guard case .query(let query) = checked,
      let step = query.plan.operators.first(where: { $0 is SaveStep || $0 is ShowStep })
    else { return checked }
    let word = step is SaveStep ? "save" : "show"
    report(
      .misplacedStatement(
        pipeline.span, what: "`\(word)` cannot stand in a query in parentheses",
        help: "bind the rows with `let`, and \(word) them in a statement of their own"))
    return .invalid
  }

  /// The query that a definition with a source of its own or a chain of stages stands for.
  private func definedRows(_ name: Name, _ arguments: [Argument], _ scope: Scope) -> Checked? {
    guard let definition = definition(name, scope), definition.lone == nil else { return nil }
    guard let values = ordered(arguments, of: definition, name),
      let inner = expand(definition, name, values, scope)
    else { return .invalid }
    return within(name) { check(definition.body, inner) }
  }

  /// Whether a name bound close by holds a value that may be rows.
  private func boundCloseIsValue(_ name: Name, _ scope: Scope) -> Bool {
    scope.locals[name.text] != nil || environment.locals[name.text] != nil
  }

  /// Rows for a stage to work on: a query as it is, a list as a table of one column.
  func query(_ checked: Checked, _ span: SourceSpan) -> CheckedQuery? {
    switch checked {
    case .query(let query): return query
    case .invalid: return nil
    case .value(let typed):
      if case .list(let values) = typed.constant {
        let table = Table(list: values, of: typed.type.element)
        return CheckedQuery(plan: Plan(source: table), schema: Schema(table))
      }
      if typed.type == .any { return nil }
      report(.needsTable(span, typed.type))
      return nil
    }
  }

  /// Adds a stage to a query.
  func apply(_ stage: Stage, to query: CheckedQuery, _ scope: Scope) -> CheckedQuery? {
    if let grammar = stage.grammar {
      guard let definition = Stages.named(grammar.name) else {
        report(.unknownStage(stage.name.text, stage.name.span, known: stageNames))
        return nil
      }
      requireNoChart(before: stage, in: query)
      var inner = scope
      inner.schema = query.schema
      inner.aggregates = nil
      inner.windows = nil
      inner.outsideLambda = nil
      var result = definition.check(
        StageUse(stage: stage, input: query, scope: inner, checker: self))
      result?.mark(stage.span)
      if let result { lint(stage, after: query, result, scope) }
      return result
    }
    return applyDefinition(stage, to: query, scope)
  }

  private var stageNames: [String] {
    StageGrammar.all.map(\.name)
      + environment.definitions.filter { isStages($0.value) }.map(\.key).sorted()
  }

  /// A chain of stages that is not known, with the files' names where it bears one.
  private func reportUnknownStage(_ stage: Stage, _ scope: Scope) {
    guard let qualifier = stage.name.qualifier else {
      report(.unknownStage(stage.name.text, stage.name.span, known: stageNames))
      return
    }
    if let names = names(scope).files[qualifier] {
      _ = unknownDefinition(stage.name, names)
    } else {
      report(
        .unknownFile(qualifier, stage.name.span, known: names(scope).files.keys.sorted()))
    }
  }

  /// A definition used as a stage: its stages take the place of its name.
  private func applyDefinition(
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
  private func isStages(_ definition: Definition) -> Bool {
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
      fits = place < values.count && values[place] == nil
      if fits { values[place] = argument.value }
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
    return least == most ? words : "\(least) to \(words)"
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
  fileprivate var firstStage: [Stage] {
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

extension PipelineHead {
  var span: SourceSpan? {
    switch self {
    case .from(_, let span): span
    case .expression(let expression): expression.span
    case .corpus, .lastResult: nil
    }
  }
}
