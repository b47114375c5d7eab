import PubQLDiagnostics

extension ScriptPrinter {
  /// Statements, each on lines of its own, and the comments between them and up to an offset.
  ///
  /// A single blank line stays where there were blank lines.
  mutating func write(_ statements: [Statement], upTo end: Int) {
    var previous: Int?
    for statement in statements {
      writeComments(before: statement.span.start, after: &previous)
      separate(from: previous, to: statement.span.start)
      write(statement)
      previous = statement.span.end
    }
    writeComments(before: end, after: &previous)
    if previous != nil { layout.hardLine() }
  }

  private mutating func writeComments(before offset: Int, after previous: inout Int?) {
    var isFirst = true
    while let comment = comments.next(before: offset) {
      if !(isFirst && comment.isTrailing && previous != nil) {
        separate(from: previous, to: comment.span.start)
      }
      layout.comment(comment.text)
      previous = max(previous ?? 0, comment.span.end)
      isFirst = false
    }
  }

  /// Ends the line, and keeps one of the blank lines that follow.
  private mutating func separate(from previous: Int?, to start: Int) {
    guard let previous else { return }
    layout.hardLine()
    guard previous < start else { return }
    var lineEnds = 0
    for byte in source.bytes[previous..<start] {
      if byte == 0x0A { lineEnds += 1 }
      if byte == UInt8(ascii: ";") { lineEnds = 0 }
      if lineEnds == 2 { return layout.hardLine() }
    }
  }

  private mutating func write(_ statement: Statement) {
    switch statement.kind {
    case .load(let paths, let name):
      layout.text("load ")
      writeOperands(paths.map { Operand(value: $0) })
      if let name { layout.text(" as " + name.text) }
    case .let(let name, let pipeline):
      layout.text("let \(name.text) =")
      writeBody(pipeline)
    case .def(let name, let parameters, let pipeline):
      layout.text("def " + name.text)
      if !parameters.isEmpty {
        layout.text("(" + parameters.map(\.name.text).joined(separator: ", ") + ")")
      }
      layout.text(" =")
      writeBody(pipeline)
    case .query(let pipeline): write(pipeline)
    case .invalid: break
    default: layout.text(source.text(statement.span.start, statement.span.end))
    }
  }

  /// What stands behind the `=` of a statement: a condition that is too long begins a line.
  private mutating func writeBody(_ pipeline: Pipeline) {
    if !pipeline.beginsLine && !comments.has(before: pipeline.span.start) {
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
}

extension Pipeline {
  /// Whether it is a value that goes on a line of its own where it is too long.
  fileprivate var beginsLine: Bool {
    guard case .expression(let value) = head, stages.isEmpty else { return false }
    return !value.opensBracket
  }
}
