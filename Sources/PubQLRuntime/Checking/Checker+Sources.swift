import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

// Where the rows of a pipeline come from.

extension Checker {
  func checkHead(_ pipeline: Pipeline, _ scope: Scope) -> Checked {
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
}
