import PubQLDiagnostics

extension Printer {
  // Several methods, so that the frames are small on which a deep tree is walked.

  /// An expression; the lines of a long `and` or `or` are moved to the right by `hanging`.
  mutating func write(_ expression: Expression, hanging: Int = 2) {
    switch expression.kind {
    case .and, .or: writeChain(expression, hanging: hanging)
    case .arithmetic, .comparison, .range: writeBetween(expression)
    case .member, .index, .call, .list, .record, .parenthesised, .subquery, .negate, .not:
      writeAround(expression)
    case .apply, .lambda, .choice, .attempt: writeFunction(expression)
    case .text(let parts): write(parts, expression.span)
    default: layout.text(literal(expression))
    }
  }

  private mutating func writeAround(_ expression: Expression) {
    let end = expression.span.end
    switch expression.kind {
    case .member, .index: writePostfix(expression)
    case .call(let name, let arguments):
      layout.text(Printer.written(name))
      writeArguments(arguments.map { Operand(name: $0.name, value: $0.value) }, end: end)
    case .list(let items):
      writeItems(items.map { Operand(value: $0) }, "[", "]", end: end, isBlank: false)
    case .record(let entries): writeRecord(entries, end: end)
    case .parenthesised(let value): writeParenthesised(value, end: end)
    case .subquery(let pipeline):
      open("(", before: pipeline.span.start)
      write(pipeline)
      close(")", at: end - 1)
    case .negate(let value): write(behind: "-", value)
    case .not(let value): write(behind: "not ", value)
    default: break
    }
  }

  private mutating func writeFunction(_ expression: Expression) {
    switch expression.kind {
    case .apply(let function, let arguments):
      write(function)
      writeArguments(
        arguments.map { Operand(name: $0.name, value: $0.value) }, end: expression.span.end)
    case .lambda(let names, let body):
      let list = names.map(\.text).joined(separator: ", ")
      layout.text(names.count == 1 ? list : "(" + list + ")")
      writeRight("=>", body)
    case .choice: writeChoice(expression)
    case .attempt(let value, let other):
      layout.open()
      layout.text("try ")
      write(value)
      writeElse(other)
      layout.close()
    default: break
    }
  }

  /// `if a then b else if c then d else e`, of any length: on one line, or each `else` on one.
  private mutating func writeChoice(_ expression: Expression) {
    layout.open()
    var rest = expression
    while case .choice(let condition, let value, let other) = rest.kind {
      layout.open()
      layout.text("if ")
      write(condition)
      layout.indent(4)
      line(before: value.span.start)
      layout.text("then ")
      write(value)
      layout.indent(-4)
      layout.close()
      if case .choice = other.kind {
        layout.indent(2)
        line(before: other.span.start)
        layout.text("else ")
        layout.indent(-2)
      } else {
        writeElse(other)
      }
      rest = other
    }
    layout.close()
  }

  private mutating func writeElse(_ value: Expression) {
    layout.indent(2)
    line(before: value.span.start)
    layout.text("else ")
    write(value)
    layout.indent(-2)
  }

  private mutating func write(behind sign: String, _ value: Expression) {
    layout.text(sign)
    write(value)
  }

  /// `((a))` is `(a)`.
  private mutating func writeParenthesised(_ value: Expression, end: Int) {
    switch value.kind {
    case .parenthesised, .subquery: write(value)
    default:
      open("(", before: value.span.start)
      write(value, hanging: 0)
      close(")", at: end - 1)
    }
  }

  /// `date.year`, `xs[0].year`, of any length.
  private mutating func writePostfix(_ expression: Expression) {
    var steps: [Expression] = []
    var base = expression
    while let inner = base.postfixBase {
      steps.append(base)
      base = inner
    }
    write(base)
    for step in steps.reversed() {
      switch step.kind {
      case .member(_, let name): layout.text("." + Printer.written(name))
      case .index(_, let position):
        open("[", before: position.span.start)
        write(position, hanging: 0)
        close("]", at: step.span.end - 1)
      default: break
      }
    }
  }

  // MARK: Operators

  /// `a and b and c`: on one line, or each term on one.
  private mutating func writeChain(_ expression: Expression, hanging: Int) {
    let word = expression.isOr ? "or " : "and "
    layout.open()
    for (index, term) in expression.chainTerms.enumerated() {
      if index > 0 {
        line(before: term.span.start)
        layout.text(word)
      }
      if addsParentheses, term.isAnd, expression.isOr {
        open("(", before: term.span.start)
        write(term, hanging: 0)
        close(")", at: term.span.end)
      } else {
        write(term)
      }
      if index == 0 { layout.indent(hanging) }
    }
    layout.indent(-hanging)
    layout.close()
  }

  private mutating func writeBetween(_ expression: Expression) {
    switch expression.kind {
    case .arithmetic: writeArithmetic(expression)
    case .comparison(let operation, let negated, _, let left, let right):
      write(left)
      writeRight(Printer.sign(operation, negated: negated), right)
    case .range(let first, let last):
      if let first { write(first) }
      layout.text("..")
      if let last { write(last) }
    default: break
    }
  }

  /// An operator and what stands behind it, on the next line where it is too long.
  mutating func writeRight(_ sign: String, _ right: Expression) {
    layout.text(" " + sign)
    if right.opensBracket && !hasComments(before: right.span.start) {
      layout.text(" ")
      return write(right)
    }
    layout.open()
    layout.indent(2)
    line(before: right.span.start)
    write(right)
    layout.indent(-2)
    layout.close()
  }

  /// `a + b - c`, of any length: a line breaks behind an operator.
  private mutating func writeArithmetic(_ expression: Expression) {
    var rest: [(sign: String, value: Expression)] = []
    var first = expression
    while case .arithmetic(let operation, let left, let right) = first.kind {
      rest.append((operation.rawValue, right))
      first = left
    }
    layout.open()
    write(first)
    layout.indent(2)
    for (sign, value) in rest.reversed() {
      layout.text(" " + sign)
      line(before: value.span.start)
      write(value)
    }
    layout.indent(-2)
    layout.close()
  }

  private static func sign(_ operation: ComparisonOperator, negated: Bool) -> String {
    guard negated else { return operation.rawValue }
    switch operation {
    case .equal: return "!="
    case .exactlyEqual: return "!=="
    default: return "not " + operation.rawValue
    }
  }
}

extension Expression {
  var isAnd: Bool { if case .and = kind { true } else { false } }
  var isOr: Bool { if case .or = kind { true } else { false } }

  /// The terms of a chain of `and` or of `or`, which the parser builds balanced.
  var chainTerms: [Expression] {
    var terms: [Expression] = []
    var open = [self]
    while let next = open.popLast() {
      switch (next.kind, isOr) {
      case (.or(let left, let right), true), (.and(let left, let right), false):
        open.append(right)
        open.append(left)
      default: terms.append(next)
      }
    }
    return terms
  }

  /// What a member or an element is taken of.
  fileprivate var postfixBase: Expression? {
    switch kind {
    case .member(let base, _), .index(let base, _): base
    default: nil
    }
  }

  /// Whether it ends with a bracket that can hold lines of its own, so that nothing before that
  /// bracket needs to break.
  var opensBracket: Bool {
    switch kind {
    case .list(let items): !items.isEmpty
    case .record(let entries): !entries.isEmpty
    case .call(_, let arguments), .apply(_, let arguments): !arguments.isEmpty
    case .parenthesised, .subquery: true
    case .not(let value), .comparison(_, _, _, _, let value), .lambda(_, let value):
      value.opensBracket
    default: false
    }
  }

  /// Whether it is a single word, number or text.
  var isSingle: Bool {
    switch kind {
    case .whole, .decimal, .bool, .missing, .date, .duration, .name, .variable: true
    case .text(let parts): parts.allSatisfy { if case .literal = $0 { true } else { false } }
    default: false
    }
  }
}
