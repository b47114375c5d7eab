import PubQLDiagnostics
import PubQLEngine
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
  var openQuery: CheckedQuery {
    var schema = Schema(Table(all: environment.corpus))
    schema.isOpen = true
    return CheckedQuery(plan: Plan(source: Table(columns: [], rowCount: 0)), schema: schema)
  }

  private func checkStages(_ stages: [Stage], after query: CheckedQuery, _ scope: Scope) {
    _ = apply(stages, to: query, scope)
  }

  func apply(
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
  func reportUnknownStage(_ stage: Stage, _ scope: Scope) {
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
