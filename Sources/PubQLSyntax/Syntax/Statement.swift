package import PubQLDiagnostics

/// A whole text: statements in order, and the comments between and inside them.
package struct Script: Sendable {
  package let statements: [Statement]
  /// All comments of the text in order, with their `#`.
  package let comments: [SourceSpan]
  package let file: SourceID

  package init(statements: [Statement], comments: [SourceSpan], file: SourceID) {
    self.statements = statements
    self.comments = comments
    self.file = file
  }
}

/// One statement and the text it was read from.
package struct Statement: Sendable {
  package let kind: StatementKind
  package let span: SourceSpan

  package init(_ kind: StatementKind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

/// What a statement does.
package enum StatementKind: Sendable {
  /// `load "seeds/*.txt" as ciao`
  case load(paths: [Expression], name: Name?)
  /// `let recent = from ciao | where urban`
  case `let`(Name, Pipeline)
  /// `def urban = topic = "Cities"`, `def newest(n) = sort date desc | take n`
  case def(Name, parameters: [Name], Pipeline)
  /// A query, a condition, or a value to show.
  case query(Pipeline)
  /// Text that could not be read; a diagnostic was given.
  case invalid
}

/// A source and the stages that its rows flow through.
///
/// Shape: a lone value or condition is a pipeline of a head and no stages.
package struct Pipeline: Sendable {
  package let head: PipelineHead
  package let stages: [Stage]
  package let span: SourceSpan

  package init(head: PipelineHead, stages: [Stage], span: SourceSpan) {
    self.head = head
    self.stages = stages
    self.span = span
  }
}

/// What a pipeline begins with.
package enum PipelineHead: Sendable {
  /// `from ciao`, `from $recent`, `from [1, 2]`; the span is that of the whole `from …`
  case from(Expression, SourceSpan)
  /// A condition, a value, a name of a definition, `$recent`
  case expression(Expression)
  /// It begins with a stage, on everything loaded: `count by topic`
  case corpus
  /// It begins with `|`: it goes on from the last result (only at the prompt)
  case lastResult
}
