import PubQLDiagnostics

extension Parser {
  /// Whether a value may begin with the token in hand.
  var beginsValue: Bool {
    if token.kind == .leftBrace { return allowsRecord }
    return canBeginValue(token)
  }

  /// Whether a value may begin with a token, apart from `{`, which depends on the place.
  func canBeginValue(_ token: Token) -> Bool {
    switch token.kind {
    case .name:
      let word = text(token)
      return word != "and" && word != "or"
    case .quotedName, .variable, .whole, .decimal, .date, .quote, .rawText, .leftParenthesis,
      .leftBracket, .leftBrace, .minus, .dotDot, .slash, .foreignNot:
      return true
    default:
      return false
    }
  }

  /// A value without operators: a literal, a name, a call, something in brackets.
  mutating func primary() throws(Recovery) -> Expression {
    switch token.kind {
    case .name where word != "and" && word != "or": return try named()
    case .leftParenthesis: return try parenthesised()
    case .leftBracket: return try list()
    case .leftBrace where allowsRecord: return try record()
    case .quote: return try text()
    default: return try literal()
    }
  }

  /// The literals that are one token.
  private mutating func literal() throws(Recovery) -> Expression {
    let start = token.start
    let kind: ExpressionKind
    switch token.kind {
    case .quotedName: kind = .name(currentName())
    case .variable: kind = variable()
    case .whole: return number()
    case .decimal: kind = lexer.decimalValue(token).map(ExpressionKind.decimal) ?? .invalid
    case .date:
      let written = text(token)
      kind = Parser.isDate(written) ? .date(written) : .invalid
    case .rawText: kind = rawText()
    case .slash: return try pattern()
    case .percent: return try wildcardText()
    default: throw expectedValue(after: nil)
    }
    advance()
    return Expression(kind, span: span(from: start))
  }

  private func variable() -> ExpressionKind {
    var name = lexer.text(token.start + 1, token.end)
    // `$ since` was told; it is read as if there were no blank.
    name.removeAll { $0 == " " }
    return name.isEmpty ? .invalid : .variable(Name(name, span: span(token)))
  }

  private func rawText() -> ExpressionKind {
    let value = lexer.rawTextValue(token)
    return .text(value.isEmpty ? [] : [.literal(value)])
  }

  /// Whether the digits are grouped as in `2020-05` or `2020-05-14`; others were reported.
  private static func isDate(_ written: String) -> Bool {
    let groups = written.split(separator: "-").map(\.utf8.count)
    let digits = written.utf8.allSatisfy { $0 == 0x2D || ($0 >= 0x30 && $0 <= 0x39) }
    return digits && (groups == [4, 2] || groups == [4, 2, 2])
  }

  /// `42`, `18 months`
  private mutating func number() -> Expression {
    let start = token.start
    let value = lexer.wholeValue(token)
    advance()
    if let value, token.kind == .name, !endsStatement, let unit = DurationUnit(word: word) {
      advance()
      return Expression(.duration(count: value, unit: unit), span: span(from: start))
    }
    return Expression(value.map(ExpressionKind.whole) ?? .invalid, span: span(from: start))
  }

  /// `/smart cit(y|ies)/i`; the token in hand is the first `/`.
  private mutating func pattern() throws(Recovery) -> Expression {
    let start = token.start
    guard let pattern = lexer.pattern(from: start) else {
      throw fail(.unclosedPattern(span(token)))
    }
    let end = lexer.position
    token = Token(kind: .pattern, start: start, end: end, startsLine: false, followsSpace: true)
    advance()
    let kind = ExpressionKind.pattern(
      pattern.text, ignoringCase: pattern.ignoringCase, textStart: start + 1)
    return Expression(kind, span: lexer.span(start, end))
  }

  /// `true`, `missing`, `title`, `length(topics)`
  private mutating func named() throws(Recovery) -> Expression {
    let start = token.start
    try refuseForeignChoice()
    let name = currentName()
    advance()
    if token.kind == .leftParenthesis, !endsStatement {
      do throws(Recovery) {
        return try make(.call(name, try arguments()), from: start)
      } catch .statement {
        throw .statement
      } catch {
        return Expression(.invalid, span: span(from: start))
      }
    }
    let kind: ExpressionKind =
      switch name.text {
      case "true": .bool(true)
      case "false": .bool(false)
      case "missing": .missing
      default: .name(name)
      }
    return Expression(kind, span: name.span)
  }

  /// `(topics, seed: 4)`; a mistake inside is told, and what was read is given.
  mutating func arguments() throws(Recovery) -> [Argument] {
    let outer = depth
    try enter(Parser.callLevels)
    defer { depth = outer }
    let open = openBracket()
    var arguments: [Argument] = []
    do throws(Recovery) {
      while token.kind != .rightParenthesis {
        var name: Name?
        if token.kind == .name || token.kind == .quotedName, peek().kind == .colon {
          name = currentName()
          advance()
          advance()
        }
        arguments.append(Argument(name: name, value: try argument()))
        guard token.kind == .comma else { break }
        advance()
      }
      try close(open)
    } catch {
      let invalid = try recover(open, error)
      arguments.append(Argument(name: nil, value: invalid))
    }
    return arguments
  }

  private mutating func argument() throws(Recovery) -> Expression {
    if beginsLambda { return try lambda() }
    return try expression()
  }

  /// `[1, 2]`
  private mutating func list() throws(Recovery) -> Expression {
    try enter(Parser.listLevels)
    let open = openBracket()
    var items: [Expression] = []
    do throws(Recovery) {
      while token.kind != .rightBracket {
        items.append(try expression())
        guard token.kind == .comma else { break }
        advance()
      }
      try close(open)
      depth -= Parser.listLevels
      return try make(.list(items), from: open.token.start)
    } catch {
      return try recover(open, error)
    }
  }

  /// `{papers: 1}`
  private mutating func record() throws(Recovery) -> Expression {
    let start = token.start
    let entries = try namedExpressions()
    return try make(.record(entries), from: start)
  }

  /// `{ papers: count(), since: min(year) }`
  mutating func namedExpressions() throws(Recovery) -> [NamedExpression] {
    let outer = depth
    try enter(Parser.recordLevels)
    defer { depth = outer }
    let open = openBracket()
    var entries: [NamedExpression] = []
    do throws(Recovery) {
      while token.kind != .rightBrace {
        entries.append(try namedExpression())
        guard token.kind == .comma else { break }
        advance()
      }
      try close(open)
    } catch {
      let invalid = try recover(open, error)
      entries.append(NamedExpression(name: Name("", span: invalid.span), value: invalid))
    }
    return entries
  }

  private mutating func namedExpression() throws(Recovery) -> NamedExpression {
    if token.kind == .quote || token.kind == .rawText { throw quotedKey() }
    guard token.kind == .name || token.kind == .quotedName else {
      throw fail(.expectedKey(place, found: describe(token)))
    }
    let name = currentName()
    advance()
    if token.kind == .equal {
      keep(.wrongSign(span(token), written: "=", right: ":"))
    } else if token.kind != .colon {
      throw fail(.expectedColon(span(token), name: lexer.text(name.span.start, name.span.end)))
    }
    advance()
    return NamedExpression(name: name, value: try expression())
  }

  /// `(a or b)`, `(from old | distinct author)`
  mutating func parenthesised() throws(Recovery) -> Expression {
    let open = openBracket()
    do throws(Recovery) {
      return try insideParentheses(open)
    } catch {
      return try recover(open, error)
    }
  }

  /// Apart from `parenthesised`, and with the rare cases apart from it, to keep the frames small
  /// on which parentheses nest.
  private mutating func insideParentheses(_ open: OpenBracket) throws(Recovery) -> Expression {
    if beginsStages { return try subquery(open, nil) }
    return try closeParenthesis(open, try expression())
  }

  private mutating func closeParenthesis(
    _ open: OpenBracket, _ value: Expression
  ) throws(Recovery) -> Expression {
    if token.kind != .rightParenthesis { return try subquery(open, value) }
    try close(open)
    return try make(.parenthesised(value), from: open.token.start)
  }

  /// A pipeline in parentheses; `first` is its source when that has been read.
  private mutating func subquery(
    _ open: OpenBracket, _ first: Expression?
  ) throws(Recovery) -> Expression {
    // A stage is read by many methods, so its stack counts for more.
    try enter(Parser.stageLevels)
    let inner: Pipeline
    if let first {
      if token.kind == .comma {
        try refuseFunction(in: open)
        return try listInParentheses(open, first)
      }
      if !endsStage { throw unexpected(after: first) }
      inner = try stages(behind: .expression(first), from: first.span.start)
    } else {
      inner = try pipeline()
    }
    depth -= Parser.stageLevels
    try close(open)
    if case .expression(let value) = inner.head, inner.stages.isEmpty {
      return try make(.parenthesised(value), from: open.token.start)
    }
    return try make(.subquery(inner), from: open.token.start)
  }

  // MARK: Texts

  /// `"…"`; the token in hand is the opening quote.
  private mutating func text() throws(Recovery) -> Expression {
    let open = token
    var parts: [TextPart] = []
    while true {
      let (string, end) = lexer.textPart()
      if !string.isEmpty { parts.append(.literal(string)) }
      switch end {
      case .closed:
        return try closeText(open, .text(parts))
      case .lineEnd:
        if lexer.byte(lexer.position - 1) == 0x0D { lexer.position -= 1 }
        keep(.unclosedText(span(open)))
        return try closeText(open, .invalid)
      case .interpolation:
        guard let value = try interpolation() else { return try closeText(open, .invalid) }
        parts.append(.interpolation(value))
      }
    }
  }

  /// Takes the token behind a text in hand.
  private mutating func closeText(
    _ open: Token, _ kind: ExpressionKind
  ) throws(Recovery) -> Expression {
    token = Token(
      kind: .rawText, start: open.start, end: lexer.position, startsLine: false,
      followsSpace: false)
    advance()
    return try make(kind, from: open.start)
  }

  /// `{expr}` in a text, from behind the `{`; nil where it is not closed on its line.
  private mutating func interpolation() throws(Recovery) -> Expression? {
    let brace = Token(
      kind: .leftBrace, start: lexer.position - 1, end: lexer.position, startsLine: false,
      followsSpace: false)
    token = brace
    try enter(Parser.textLevels)
    let open = openBracket()
    openTexts += 1
    defer { openTexts -= 1 }
    var value = Expression(.invalid, span: span(brace))
    do throws(Recovery) {
      if token.kind == .rightBrace, !breaksLine {
        throw fail(.emptyInterpolation(lexer.span(brace.start, token.end)))
      }
      value = try expression()
      if token.kind != .rightBrace || breaksLine {
        let isCut = token.kind == .quote || token.kind == .end || breaksLine
        throw isCut ? fail(.unclosedInterpolation(span(brace))) : unexpected()
      }
    } catch {
      if case .statement = error { throw .statement }
      while brackets.count > open.depth + 1 { brackets.removeLast() }
      if token.kind != .quote { skip(stoppingAtPipe: false) }
    }
    restore(open)
    depth = open.level - Parser.textLevels
    if token.kind == .rightBrace, !token.startsLine {
      lexer.position = token.end
      return value
    }
    // The quote that ends the text, or the end of its line: nothing more belongs to it.
    lexer.position = token.kind == .quote && !token.startsLine ? token.end : previousEnd
    return nil
  }
}
