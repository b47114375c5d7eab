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
  /// `def urban = topic = "Cities"`, `def newest(n = 5) = sort date desc | take n`
  case def(Name, parameters: [Parameter], Pipeline)
  /// `use "lib/places.pubql" as places`
  case use(path: Expression, name: Name)
  /// `param since: date = 2015 "earliest publication date"`
  case param(ParameterDeclaration)
  /// `if length($recent) > 3 { … } else { … }`
  case branch([Branch], otherwise: [Statement]?)
  /// `for a in ["x", "y"] { … }`
  case loop(Name, in: Expression, [Statement])
  /// `print "{count} papers"`
  case print([Expression])
  /// `assert length($recent) > 3 "too few"`
  case assert(Expression, message: Expression?)
  /// `explain topic = "Cities" | count`
  case explain(Pipeline)
  /// `why 1971`
  case why(Expression)
  /// A query, a condition, or a value to show.
  case query(Pipeline)
  /// Text that could not be read; a diagnostic was given.
  case invalid
}

/// A parameter of a definition.
package struct Parameter: Sendable {
  package let name: Name
  /// What it stands for where it is not given.
  package let value: Expression?

  package init(name: Name, value: Expression? = nil) {
    self.name = name
    self.value = value
  }
}

/// A parameter of a script, bound by whoever runs it.
package struct ParameterDeclaration: Sendable {
  package let name: Name
  /// `text`, `number`, `date`, `bool`, `list`, `choice`
  package let type: Name
  /// What stands in parentheses behind the type: the values of a choice, the members' type.
  package let options: [Expression]
  package let value: Expression?
  /// What it is for: a text.
  package let summary: Expression?

  package init(
    name: Name, type: Name, options: [Expression], value: Expression?, summary: Expression?
  ) {
    self.name = name
    self.type = type
    self.options = options
    self.value = value
    self.summary = summary
  }
}

/// Statements that run when a condition holds.
package struct Branch: Sendable {
  package let condition: Expression
  package let body: [Statement]

  package init(condition: Expression, body: [Statement]) {
    self.condition = condition
    self.body = body
  }
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
