import PubQLDiagnostics

extension Printer {
  /// A source and its stages: on one line, or each stage on one.
  ///
  /// The lines of a condition at its head are moved to the right by `hanging`, and further than the
  /// stages.
  mutating func write(_ pipeline: Pipeline, hanging: Int = 2) {
    layout.open()
    var isFirst = false
    let hanging = pipeline.stages.isEmpty ? hanging : hanging + 2
    switch pipeline.head {
    case .from(let value, _):
      layout.text("from ")
      write(value, hanging: hanging)
    case .expression(let value): write(value, hanging: hanging)
    case .corpus: isFirst = true
    case .lastResult: break
    }
    for stage in pipeline.stages {
      if isFirst {
        write(stage, indented: pipeline.stages.count > 1 ? 2 : 0)
      } else {
        layout.indent(2)
        line(before: stage.span.start)
        layout.text("| ")
        write(stage, indented: 2)
        layout.indent(-2)
      }
      isFirst = false
    }
    layout.close()
  }

  private mutating func write(_ stage: Stage, indented cells: Int) {
    layout.text(Printer.written(stage.name))
    layout.indent(cells)
    if stage.grammar == nil {
      if !stage.operands.isEmpty {
        writeArguments(stage.operands.map(Operand.init), end: stage.span.end)
      }
    } else {
      writeParts(stage)
    }
    layout.indent(-cells)
  }

  private mutating func writeParts(_ stage: Stage) {
    if let mode = stage.mode { layout.text(" " + mode.text) }
    if !stage.operands.isEmpty {
      layout.text(" ")
      writeOperands(stage.operands.map(Operand.init))
    }
    for clause in stage.clauses {
      layout.text(" \(clause.word.text) ")
      writeOperands(clause.operands.map(Operand.init))
    }
    if let block = stage.block {
      layout.text(" ")
      writeRecord(block, end: stage.span.end)
    }
  }

  /// `date desc, title`: a line breaks only behind a comma.
  mutating func writeOperands(_ operands: [Operand]) {
    layout.open(fills: operands.allSatisfy(\.isShort))
    for (index, operand) in operands.enumerated() {
      if index > 0 { comma(before: operand.start) }
      write(operand, hanging: 2)
      if index == 0 { layout.indent(2) }
    }
    layout.indent(-2)
    layout.close()
  }

  /// `(topics, seed: 4)`; the `)` stands before `end`.
  mutating func writeArguments(_ arguments: [Operand], end: Int) {
    writeItems(arguments, "(", ")", end: end, isBlank: false)
  }

  /// `{ papers: count() }`; the `}` stands before `end`.
  mutating func writeRecord(_ entries: [NamedExpression], end: Int) {
    let items = entries.map { Operand(name: $0.name, value: $0.value) }
    writeItems(items, "{", "}", end: end, isBlank: true)
  }

  /// Things in brackets, with commas between them; what closes them stands before `end`.
  mutating func writeItems(
    _ items: [Operand], _ opening: String, _ closing: String, end: Int, isBlank: Bool
  ) {
    guard let first = items.first else {
      guard hasComments(before: end) else { return layout.text(opening + closing) }
      open(opening, before: end - 1)
      layout.indent(-2)
      layout.text(closing)
      return layout.close()
    }
    if items.count == 1, first.name == nil, first.value.opensBracket, !isBlank {
      // `f([ … ])`: one bracket that breaks is enough.
      layout.text(opening)
      write(first.value)
      return layout.text(closing)
    }
    open(opening, before: first.start, isBlank: isBlank)
    let fills = items.allSatisfy(\.isShort)
    if fills { layout.open(fills: true) }
    for (index, item) in items.enumerated() {
      if index > 0 { comma(before: item.start) }
      write(item, hanging: items.count == 1 && item.name == nil ? 0 : 2)
    }
    if fills { layout.close() }
    close(closing, at: end - 1, isBlank: isBlank)
  }

  private mutating func write(_ operand: Operand, hanging: Int) {
    if let name = operand.name { layout.text(Printer.written(name) + ": ") }
    write(operand.value, hanging: hanging)
    if let order = operand.order { layout.text(" " + order.rawValue) }
  }
}

/// One of several values between commas.
struct Operand {
  var name: Name?
  let value: Expression
  var order: SortOrder?

  init(name: Name? = nil, value: Expression) {
    self.name = name
    self.value = value
  }

  init(_ operand: StageOperand) {
    name = operand.name
    value = operand.value
    order = operand.order
  }

  /// Byte offset of its first byte.
  var start: Int { name?.span.start ?? value.span.start }

  /// Whether several of its kind stand on one line even where the list is long.
  var isShort: Bool { name == nil && value.isSingle }
}
