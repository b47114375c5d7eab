import PubQLDiagnostics

extension Parser {
  /// One stage, from its name; a mistake in it leaves the stages behind it readable.
  mutating func stage() throws(Recovery) -> Stage {
    guard token.kind == .name, !startsStatementLine else {
      return try missingStage()
    }
    let name = Name(word, span: span(token))
    if let grammar = StageGrammar.named(word) {
      advance()
      return try stageBody(StageHead(name: name, grammar: grammar))
    }
    try refuseStatementAsStage()
    if let foreign = foreignStageAhead() { return try foreignStage(foreign) }
    return try definitionStage(name)
  }

  /// What stands between the name of a stage and the next `|`.
  mutating func stageBody(_ head: StageHead) throws(Recovery) -> Stage {
    var parts = StageParts()
    let level = depth
    do throws(Recovery) {
      try stageParts(head, &parts)
      if !endsStage { throw misplaced(in: head) }
    } catch .statement {
      throw .statement
    } catch {
      depth = level
      skip(stoppingAtPipe: true)
      let invalid = Expression(.invalid, span: span(from: head.name.span.end))
      parts.operands.append(
        StageOperand(name: nil, value: invalid, order: nil, span: invalid.span))
    }
    return Stage(
      name: head.name, grammar: head.grammar, mode: parts.mode, operands: parts.operands,
      clauses: parts.clauses, block: parts.block, span: span(from: head.name.span.start))
  }

  private mutating func stageParts(
    _ head: StageHead, _ parts: inout StageParts
  ) throws(Recovery) {
    let grammar = head.grammar
    // `{` is the block where the stage may have one, so a record needs parentheses there.
    let outer = allowsRecord
    allowsRecord = !grammar.allowsBlock
    defer { allowsRecord = outer }

    try readSortBy(head)
    parts.mode = stageMode(head)
    try refuseForeignMode(head)
    if grammar.name == "select", token.kind == .star, !endsStatement { throw selectAll(head) }
    if let word = head.impliedClause {
      parts.clauses.append(try stageClause(head, word))
    } else if grammar.operands.allowsAny {
      parts.operands = try stageOperands(head, order: grammar.allowsOrder && !head.hasByClause)
    } else if beginsOperand(head) {
      parts.clauses.append(try forgottenBy(head))
    }
    if parts.operands.isEmpty, parts.clauses.isEmpty, grammar.operands.needsOne {
      throw fail(.missingOperand(head.name.span, stage: grammar.name))
    }
    while let word = clauseWord(head) {
      if parts.clauses.contains(where: { $0.word.text == word.text }) {
        throw fail(.repeatedClause(word.span, word: word.text, stage: grammar.name))
      }
      advance()
      parts.clauses.append(try stageClause(head, word))
    }
    if token.kind == .leftBrace, grammar.allowsBlock, !endsStatement {
      parts.block = try namedExpressions()
    }
  }

  /// The `left` of `join left`. Where the stage wants an operand and nothing follows that could be
  /// one, the word is that operand.
  private mutating func stageMode(_ head: StageHead) -> Name? {
    guard token.kind == .name, !endsStatement, head.grammar.modes.contains(word) else { return nil }
    let next = peek()
    if next.kind == .dot || next.kind == .leftParenthesis && !next.followsSpace { return nil }
    if head.grammar.operands.needsOne {
      guard clauseFollows(next), !head.grammar.clauses.contains(text(next)) else { return nil }
    } else if next.kind == .name, isInfixWord(text(next)) {
      return nil
    }
    let mode = Name(word, span: span(token))
    advance()
    return mode
  }

  /// `by topic, year`, from behind the word.
  private mutating func stageClause(
    _ head: StageHead, _ word: Name
  ) throws(Recovery) -> StageClause {
    guard beginsOperand(head, isRequired: true) else {
      throw fail(.missingKey(word.span, word: word.text, stage: head.grammar.name))
    }
    let order = head.grammar.allowsOrder && word.text == "by"
    let operands = try stageOperands(head, order: order, inClause: true)
    if word.text == "per", !head.grammar.allowsNamesInPer { refuseNames(operands, head) }
    return StageClause(word: word, operands: operands)
  }

  private mutating func stageOperands(
    _ head: StageHead, order: Bool, inClause: Bool = false
  ) throws(Recovery) -> [StageOperand] {
    var operands: [StageOperand] = []
    guard beginsOperand(head, isRequired: inClause || head.grammar.operands.needsOne) else {
      return operands
    }
    while true {
      operands.append(try stageOperand(head, allowsOrder: order))
      guard token.kind == .comma, !endsStatement else { return operands }
      if !inClause, head.grammar.operands.isSingle {
        throw fail(.tooManyOperands(span(token), stage: head.grammar.name))
      }
      advance()
      if !beginsOperand(head, isRequired: true) { return operands }
    }
  }

  /// The keys of `per` make no columns that could have names.
  private mutating func refuseNames(_ operands: [StageOperand], _ head: StageHead) {
    guard head.grammar.allowsNames else { return }
    for label in operands.compactMap(\.name) {
      keep(.operandNamed(label.span, stage: "per"))
    }
  }

  /// `papers: count()`, `date desc`, `title`
  private mutating func stageOperand(
    _ head: StageHead, allowsOrder: Bool
  ) throws(Recovery) -> StageOperand {
    let start = token.start
    var name: Name?
    if token.kind == .name || token.kind == .quotedName, peek().kind == .colon {
      let label = currentName()
      if !head.grammar.allowsNames {
        keep(.operandNamed(label.span, stage: head.grammar.name))
      }
      advance()
      advance()
      name = label
      if endsStage { throw fail(.expectedValue(place, after: ":")) }
    }
    let value = try expression()
    if name == nil { name = aliasBehind(start, head) }
    let order = try sortOrder(head, isAllowed: allowsOrder)
    return StageOperand(name: name, value: value, order: order, span: span(from: start))
  }

  private mutating func sortOrder(
    _ head: StageHead, isAllowed: Bool
  ) throws(Recovery) -> SortOrder? {
    guard !endsStatement, token.kind == .name else { return nil }
    var order = SortOrder(rawValue: word)
    if order == nil, isAllowed, let right = ForeignWords.orders[word.lowercased()] {
      keep(.wrongSign(span(token), written: word, right: right.rawValue))
      order = right
    }
    guard let order else { return nil }
    if !isAllowed {
      throw fail(.orderNotAllowed(span(token), word: word, stage: head.grammar.name))
    }
    advance()
    return order
  }

  /// Whether an operand begins here.
  ///
  /// Where one is required, a word that could begin a clause is taken as a field when nothing
  /// follows that the clause could hold.
  private func beginsOperand(_ head: StageHead, isRequired: Bool = false) -> Bool {
    guard !endsStatement || token.startsLine && isRequired && previousIsComma, beginsValue
    else { return false }
    guard token.kind == .name, head.grammar.clauses.contains(word) else { return true }
    return isRequired && !clauseFollows(peek())
  }

  private var previousIsComma: Bool { lexer.byte(previousEnd - 1) == UInt8(ascii: ",") }

  /// The word of a clause of this stage, if one begins here.
  private func clauseWord(_ head: StageHead) -> Name? {
    guard token.kind == .name, !endsStatement, head.grammar.clauses.contains(word) else {
      return nil
    }
    return Name(word, span: span(token))
  }

  /// Whether the token after a clause word can be its first key.
  private func clauseFollows(_ next: Token) -> Bool {
    if next.startsLine && brackets.isEmpty { return false }
    return canBeginValue(next) && !(next.kind == .name && isInfixWord(text(next)))
  }

  // MARK: Definitions as stages

  /// `yearly`, `newest(5)`, `places.coastal`
  private mutating func definitionStage(_ first: Name) throws(Recovery) -> Stage {
    var name = first
    advance()
    if token.kind == .dot, !token.followsSpace, peek().kind == .name, !peek().followsSpace {
      advance()
      name = Name(
        word, span: first.span.joined(with: span(token)), qualifier: first.text)
      advance()
    }
    var operands: [StageOperand] = []
    do throws(Recovery) {
      if token.kind == .leftParenthesis, !breaksLine {
        operands = try arguments().map { argument in
          let start = argument.name?.span ?? argument.value.span
          return StageOperand(
            name: argument.name, value: argument.value, order: nil,
            span: start.joined(with: argument.value.span))
        }
      }
      if !endsStage { throw fail(.argumentsWithoutParentheses(span(token), name: name.text)) }
    } catch .statement {
      throw .statement
    } catch {
      skip(stoppingAtPipe: true)
    }
    return Stage(
      name: name, grammar: nil, operands: operands, clauses: [], block: nil,
      span: span(from: name.span.start))
  }

  /// Nothing that could be a stage stands behind `|`.
  private mutating func missingStage() throws(Recovery) -> Stage {
    let here = place
    if token.kind == .pipe || endsStage {
      report(.missingStage(lexer.span(max(0, previousEnd - 1), previousEnd)))
    } else {
      report(.expectedStage(here, found: describe(token)))
      skip(stoppingAtPipe: true)
    }
    return Stage(
      name: Name("", span: here), grammar: nil,
      operands: [
        StageOperand(
          name: nil, value: Expression(.invalid, span: here), order: nil, span: here)
      ],
      clauses: [], block: nil, span: here)
  }
}

/// The beginning of a stage, as far as its parts depend on it.
struct StageHead {
  let name: Name
  let grammar: StageGrammar
  /// The clause that a foreign word stands for: `group_by year` is `group by year`.
  var impliedClause: Name?

  /// Whether `asc` and `desc` belong to the keys of a clause.
  var hasByClause: Bool { grammar.clauses.contains("by") }
}

/// The parts of a stage while it is read.
private struct StageParts {
  var mode: Name?
  var operands: [StageOperand] = []
  var clauses: [StageClause] = []
  var block: [NamedExpression]?
}

extension StageGrammar.OperandCount {
  /// Whether an operand may stand right behind the name.
  var allowsAny: Bool { self != .none }
  var needsOne: Bool { self == .one || self == .oneOrMore }
  var isSingle: Bool { self == .one || self == .optional }
}
