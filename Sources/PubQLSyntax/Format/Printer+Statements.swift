import PubQLDiagnostics

extension Printer {
  /// Statements, each on lines of its own, and the comments between them and up to an offset.
  ///
  /// A single blank line stays where there were blank lines. What stands before them in the text
  /// ends at `start`; nil at the beginning of the text.
  mutating func write(_ statements: [Statement], from start: Int?, upTo end: Int) {
    var previous = start
    var isFirst = true
    for statement in statements {
      writeComments(before: statement.span.start, after: &previous, &isFirst)
      separate(from: previous, to: statement.span.start, keepsBlank: !isFirst)
      write(statement)
      previous = statement.span.end
      isFirst = false
    }
    writeComments(before: end, after: &previous, &isFirst)
  }

  private mutating func writeComments(
    before offset: Int, after previous: inout Int?, _ isFirst: inout Bool
  ) {
    var mayTrail = previous != nil
    while let comment = comments.next(before: offset) {
      if !(mayTrail && comment.isTrailing) {
        separate(from: previous, to: comment.span.start, keepsBlank: !isFirst)
        isFirst = false
      }
      layout.comment(comment.text)
      previous = max(previous ?? 0, comment.span.end)
      mayTrail = false
    }
  }

  /// Ends the line, and keeps one of the blank lines that follow.
  private mutating func separate(from previous: Int?, to start: Int, keepsBlank: Bool) {
    guard let previous else { return }
    layout.hardLine()
    guard keepsBlank, previous < start, let source else { return }
    var lineEnds = 0
    for byte in source.bytes[previous..<start] {
      if byte == 0x0A { lineEnds += 1 }
      if byte == UInt8(ascii: ";") { lineEnds = 0 }
      if lineEnds == 2 { return layout.hardLine() }
    }
  }

  private mutating func write(_ statement: Statement) {
    switch statement.kind {
    case .let(let name, let pipeline): write("let \(name.text) =", pipeline)
    case .def(let name, let parameters, let pipeline):
      layout.text("def " + name.text)
      write(parameters)
      write(" =", pipeline)
    case .query(let pipeline): write(pipeline)
    case .explain(let pipeline):
      layout.text("explain ")
      write(pipeline)
    case .branch(let branches, let otherwise): write(branches, otherwise)
    case .loop(let name, let values, let body):
      layout.text("for \(name.text) in ")
      write(values)
      _ = write(body, behind: values.span.end)
    case .load, .use, .param, .print, .assert, .why: writeLine(statement.kind)
    case .invalid: break
    }
  }

  /// Statements that are a word and values.
  private mutating func writeLine(_ kind: StatementKind) {
    switch kind {
    case .load(let paths, let name):
      layout.text("load ")
      writeOperands(paths.map { Operand(value: $0) })
      if let name { layout.text(" as " + name.text) }
    case .use(let path, let name):
      layout.text("use ")
      write(path)
      layout.text(" as " + name.text)
    case .param(let declaration): write(declaration)
    case .print(let values):
      layout.text("print ")
      writeOperands(values.map { Operand(value: $0) })
    case .assert(let condition, let message):
      layout.text("assert ")
      write(condition)
      guard let message else { return }
      // Without the comma `2020.. "m"` would be a range.
      layout.text(condition.endsOpen ? ", " : " ")
      write(message)
    case .why(let id):
      layout.text("why ")
      write(id)
    default: break
    }
  }

  /// What stands behind the `=` of a statement: a condition that is too long begins a line.
  private mutating func write(_ beginning: String, _ pipeline: Pipeline) {
    layout.text(beginning)
    if !pipeline.beginsLine && !hasComments(before: pipeline.span.start) {
      layout.text(" ")
      return write(pipeline)
    }
    layout.open()
    layout.indent(2)
    line(before: pipeline.span.start)
    write(pipeline, hanging: 0)
    layout.indent(-2)
    layout.close()
  }

  // MARK: Parameters

  /// `(a, b = 3)`
  private mutating func write(_ parameters: [Parameter]) {
    guard let first = parameters.first, let last = parameters.last else { return }
    open("(", before: first.name.span.start)
    for (index, parameter) in parameters.enumerated() {
      if index > 0 { comma(before: parameter.name.span.start) }
      layout.text(parameter.name.text)
      if let value = parameter.value { writeRight("=", value) }
    }
    close(")", at: offset(of: ")", from: last.value?.span.end ?? last.name.span.end))
  }

  /// `param since: date = 2015 "earliest publication date"`
  private mutating func write(_ declaration: ParameterDeclaration) {
    layout.text("param \(declaration.name.text): " + Printer.written(declaration.type))
    if let last = declaration.options.last {
      let end = offset(of: ")", from: last.span.end) + 1
      writeArguments(declaration.options.map { Operand(value: $0) }, end: end)
    }
    if let value = declaration.value { writeRight("=", value) }
    if let summary = declaration.summary {
      layout.text(" ")
      write(summary)
    }
  }

  // MARK: Blocks

  private mutating func write(_ branches: [Branch], _ otherwise: [Statement]?) {
    var end = 0
    for (index, branch) in branches.enumerated() {
      layout.text(index == 0 ? "if " : " else if ")
      write(branch.condition)
      end = write(branch.body, behind: branch.condition.span.end)
    }
    guard let otherwise else { return }
    layout.text(" else")
    _ = write(otherwise, behind: end)
  }

  /// `{ statements }`, each on lines of its own; gives the offset behind the `}`.
  private mutating func write(_ body: [Statement], behind offset: Int) -> Int {
    let start = self.offset(of: "{", from: offset) + 1
    let end = self.offset(of: "}", from: body.last?.span.end ?? start)
    if body.isEmpty && !comments.has(before: end) {
      layout.text(" {}")
      return end + 1
    }
    layout.text(" {")
    layout.indent(2)
    write(body, from: start, upTo: end)
    layout.hardLine()
    layout.indent(-2)
    layout.text("}")
    return end + 1
  }
}

extension Pipeline {
  /// Whether it is a value that goes on a line of its own where it is too long.
  fileprivate var beginsLine: Bool {
    guard case .expression(let value) = head, stages.isEmpty else { return false }
    if case .lambda = value.kind { return false }
    return !value.opensBracket
  }
}

extension Expression {
  /// Whether it ends with a range that is open, which would take what follows for its end.
  fileprivate var endsOpen: Bool {
    var last = self
    while true {
      switch last.kind {
      case .range(_, nil): return true
      case .and(_, let right), .or(_, let right), .comparison(_, _, _, _, let right),
        .not(let right),
        .choice(_, _, let right), .attempt(_, let right):
        last = right
      default: return false
      }
    }
  }
}
