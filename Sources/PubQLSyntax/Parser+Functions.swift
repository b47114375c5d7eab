import PubQLDiagnostics

// Functions without a name, and values that depend on a condition.

extension Parser {
  /// `case when …`: what chooses a value is written otherwise here.
  mutating func refuseForeignChoice() throws(Recovery) {
    guard word.utf8.count == 4, word.lowercased() == "case", peek().kind == .name,
      text(peek()).lowercased() == "when"
    else { return }
    throw fail(.foreignChoice(lexer.span(token.start, peek().end), written: "case when"))
  }

  /// Whether `x => …` or `(a, b) => …` begins here.
  var beginsLambda: Bool {
    if token.kind == .name { return peek().kind == .arrow }
    guard token.kind == .leftParenthesis else { return false }
    var ahead = lexer
    ahead.isLookingAhead = true
    var next = ahead.next()
    while next.kind == .name {
      next = ahead.next()
      guard next.kind == .comma else { break }
      next = ahead.next()
    }
    return next.kind == .rightParenthesis && ahead.next().kind == .arrow
  }

  /// `x => length(x) > 3`, `(a, b) => a + b`
  mutating func lambda() throws(Recovery) -> Expression {
    let start = token.start
    try enter(Parser.callLevels)
    var names: [Name] = []
    if token.kind == .leftParenthesis {
      let open = openBracket()
      while token.kind == .name {
        names.append(Name(word, span: span(token)))
        advance()
        guard token.kind == .comma else { break }
        advance()
      }
      try close(open)
    } else {
      names.append(Name(word, span: span(token)))
      advance()
    }
    advance()
    let body = beginsLambda ? try lambda() : try rightOperand(.word("=>"), .disjunction)
    depth -= Parser.callLevels
    return try make(.lambda(names, body), from: start)
  }

  /// `[x => x + 1]`, `(x => x)(3)`: functions stand in few places. Where what is before the arrow
  /// does not come again behind it, `>=` was more likely meant.
  mutating func refuseFunction(_ left: Expression) throws(Recovery) {
    guard case .name(let name) = left.kind, isMentioned(name.text) else { return }
    report(.misplacedFunction(lexer.span(left.span.start, token.end)))
    throw .statement
  }

  /// Whether a name comes on the rest of the line, as far as a bounded look tells.
  private func isMentioned(_ name: String) -> Bool {
    let farthest = 40
    var ahead = self
    ahead.lexer.isLookingAhead = true
    for _ in 0..<farthest {
      ahead.skipToken()
      if ahead.token.kind == .end || ahead.token.startsLine { return false }
      if ahead.word == name { return true }
    }
    return false
  }

  /// `(x, y) => x`: a `,` in parentheses that are no call would else make a list.
  func isFunction(_ open: OpenBracket) -> Bool {
    var ahead = self
    ahead.lexer.isLookingAhead = true
    ahead.lexer.position = open.token.start
    ahead.advance()
    return ahead.beginsLambda
  }

  mutating func refuseFunction(in open: OpenBracket) throws(Recovery) {
    guard isFunction(open) else { return }
    report(.misplacedFunction(span(open.token)))
    throw .statement
  }

  /// Whether `if` or `try` in hand is a word of the language, not a field.
  var beginsConditional: Bool {
    !isUsedAsName(callable: false) && canBeginValue(peek()) && !isFollowedByInfix
  }

  /// Whether an operator follows; `if contains(title, "x") then …` begins with a call.
  private var isFollowedByInfix: Bool {
    let next = peek()
    let after = peek(2)
    let isCall = after.kind == .leftParenthesis && !after.followsSpace
    return next.kind == .name && isInfixWord(text(next)) && !isCall
  }

  /// `if year < 2000 then "old" else "new"`, `try e else f`
  mutating func conditional() throws(Recovery) -> Expression {
    let start = token
    let isIf = word == "if"
    try enter(Parser.callLevels)
    advance()
    let first = isIf ? try blockCondition() : try expression()
    let value: ExpressionKind
    if isIf {
      value = try choice(start, first)
    } else {
      try expectWord("else", in: "try", start)
      value = .attempt(first, otherwise: try rightOperand(.word("else"), .disjunction))
    }
    depth -= Parser.callLevels
    return try make(value, from: start.start)
  }

  /// What stands behind `if c`.
  private mutating func choice(
    _ start: Token, _ condition: Expression
  ) throws(Recovery) -> ExpressionKind {
    try expectWord("then", in: "if", start)
    let value = try rightOperand(.word("then"), .disjunction)
    try expectWord("else", in: "if", start)
    return .choice(
      condition, then: value, otherwise: try rightOperand(.word("else"), .disjunction))
  }

  /// The rest of a statement that begins with `if c` and turned out to be a value.
  mutating func choiceStatement(
    _ start: Token, _ condition: Expression
  ) throws(Recovery) -> StatementKind {
    let head = try make(try choice(start, condition), from: start.start)
    return .query(try stages(behind: .expression(head), from: start.start))
  }

  /// A condition before a block or `then`: a record there would be taken for the block.
  mutating func blockCondition() throws(Recovery) -> Expression {
    let outer = allowsRecord
    allowsRecord = false
    defer { allowsRecord = outer }
    return try expression()
  }

  /// Goes past a word that has to stand here; it may begin a new line.
  private mutating func expectWord(
    _ expected: String, in owner: String, _ start: Token
  ) throws(Recovery) {
    if token.kind == .name, word == expected {
      advance()
      return
    }
    if token.kind == .end, let open = brackets.last {
      reportUnclosed(open)
      throw .statement
    }
    throw fail(.expectedWord(place, word: expected, owner: owner))
  }
}

extension ExpressionKind {
  /// Whether it is `$name`.
  var isVariable: Bool { if case .variable = self { true } else { false } }
}
