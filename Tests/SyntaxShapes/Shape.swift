package import PubQLSyntax

/// A tree as text with every bracket written out and no places: what two trees are compared by.
package enum Shape {
  /// Whether parentheses are left out, which formatting may add and remove.
  @TaskLocal private static var ignoresParentheses = false

  /// A tree but for its parentheses.
  package static func ofMeaning(_ script: Script) -> String {
    $ignoresParentheses.withValue(true) { of(script) }
  }

  package static func of(_ script: Script) -> String {
    script.statements.map(of).joined(separator: "\n")
  }

  package static func of(_ statement: Statement) -> String {
    switch statement.kind {
    case .load(let paths, let name):
      "load(\(list(paths.map(of))) as \(name?.text ?? "-"))"
    case .let(let name, let pipeline): "let(\(name.text), \(of(pipeline)))"
    case .def(let name, let parameters, let pipeline):
      "def(\(name.text)\(list(parameters.map(of))), \(of(pipeline)))"
    case .query(let pipeline): of(pipeline)
    case .use(let path, let name): "use(\(of(path)) as \(name.text))"
    case .param(let declared):
      "param(\(declared.name.text): \(of(declared.type))\(list(declared.options.map(of)))"
        + " = \(of(declared.value)), \(of(declared.summary)))"
    case .branch(let branches, let otherwise):
      "branch" + list(branches.map { "\(of($0.condition)) ? \(of($0.body))" })
        + (otherwise.map(of) ?? "-")
    case .loop(let name, let values, let body): "for(\(name.text), \(of(values)))" + of(body)
    case .print(let values): "print" + list(values.map(of))
    case .assert(let condition, let message): "assert(\(of(condition)), \(of(message)))"
    case .explain(let pipeline): "explain(\(of(pipeline)))"
    case .why(let id): "why(\(of(id)))"
    case .invalid: "INVALID"
    }
  }

  private static func of(_ statements: [Statement]) -> String {
    "{" + statements.map(of).joined(separator: "; ") + "}"
  }

  private static func of(_ parameter: Parameter) -> String {
    parameter.name.text + (parameter.value.map { " = " + of($0) } ?? "")
  }

  private static func of(_ expression: Expression?) -> String { expression.map(of) ?? "-" }

  package static func of(_ pipeline: Pipeline) -> String {
    let head =
      switch pipeline.head {
      case .from(let value, _): "from(\(of(value)))"
      case .expression(let value): of(value)
      case .corpus: "corpus"
      case .lastResult: "last"
      }
    return ([head] + pipeline.stages.map(of)).joined(separator: " | ")
  }

  package static func of(_ stage: Stage) -> String {
    var parts = [of(stage.name) + (stage.grammar == nil ? "?" : "")]
    if !stage.operands.isEmpty { parts.append(list(stage.operands.map(of))) }
    if let mode = stage.mode { parts.append("<\(mode.text)>") }
    for clause in stage.clauses {
      parts.append(clause.word.text + list(clause.operands.map(of)))
    }
    if let block = stage.block { parts.append(record(block)) }
    return parts.joined(separator: " ")
  }

  private static func of(_ operand: StageOperand) -> String {
    (operand.name.map { of($0) + ": " } ?? "") + of(operand.value)
      + (operand.order.map { " " + $0.rawValue } ?? "")
  }

  package static func of(_ name: Name) -> String {
    (name.qualifier.map { $0 + "::" } ?? "") + (name.isQuoted ? "`\(name.text)`" : name.text)
  }

  package static func of(_ expression: Expression) -> String {
    switch expression.kind {
    case .whole(let value): "\(value)"
    case .decimal(let value): "\(value)d"
    case .bool(let value): "\(value)"
    case .missing: "MISSING"
    case .text(let parts): "text" + list(parts.map(of))
    case .date(let text): "date(\(text))"
    case .duration(let count, let unit): "\(count).\(unit)"
    case .pattern(let text, let ignoringCase, _): "/\(text)/\(ignoringCase)"
    case .name(let name): of(name)
    case .variable(let name): "$" + name.text
    case .member(let value, let name): "(\(of(value)).\(of(name)))"
    case .call(let name, let arguments): of(name) + of(arguments)
    case .apply(let function, let arguments): "apply " + of(function) + of(arguments)
    case .lambda(let names, let body): "lambda(\(list(names.map(of))) => \(of(body)))"
    case .choice(let condition, let value, let other):
      "if(\(of(condition)), \(of(value)), \(of(other)))"
    case .attempt(let value, let other): "try(\(of(value)), \(of(other)))"
    case .index(let value, let position): "index(\(of(value)), \(of(position)))"
    case .list(let items): list(items.map(of))
    case .record(let entries): record(entries)
    case .parenthesised(let value): ignoresParentheses ? of(value) : "paren(\(of(value)))"
    case .subquery(let pipeline): "query(\(of(pipeline)))"
    case .negate(let value): "neg(\(of(value)))"
    case .not(let value): "not(\(of(value)))"
    // A chain is one thing, however its tree is balanced.
    case .and: "and" + list(terms(expression, isAnd: true))
    case .or: "or" + list(terms(expression, isAnd: false))
    case .arithmetic(let operation, let left, let right):
      "(\(of(left)) \(operation.rawValue) \(of(right)))"
    case .comparison(let operation, let negated, _, let left, let right):
      "(\(of(left)) \(negated ? "not-" : "")\(operation.rawValue) \(of(right)))"
    case .range(let first, let last): "(\(first.map(of) ?? "")..\(last.map(of) ?? ""))"
    case .invalid: "INVALID"
    }
  }

  private static func of(_ arguments: [Argument]) -> String {
    "("
      + arguments.map { ($0.name.map { of($0) + ": " } ?? "") + of($0.value) }
      .joined(separator: ", ") + ")"
  }

  private static func of(_ part: TextPart) -> String {
    switch part {
    case .literal(let text): "'" + text + "'"
    case .interpolation(let value): of(value)
    }
  }

  private static func terms(_ expression: Expression, isAnd: Bool) -> [String] {
    switch (expression.kind, isAnd) {
    case (.and(let left, let right), true), (.or(let left, let right), false):
      terms(left, isAnd: isAnd) + terms(right, isAnd: isAnd)
    default: [of(expression)]
    }
  }

  private static func list(_ items: [String]) -> String {
    "[" + items.joined(separator: ", ") + "]"
  }

  private static func record(_ entries: [NamedExpression]) -> String {
    "{" + entries.map { of($0.name) + ": " + of($0.value) }.joined(separator: ", ") + "}"
  }
}
