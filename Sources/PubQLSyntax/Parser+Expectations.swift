import PubQLDiagnostics
import PubQLText

extension Parser {
  /// Where something is wanted: the token in hand, or the end of what was read where nothing
  /// more follows on the line.
  var place: SourceSpan {
    if token.kind == .end || token.startsLine || token.kind == .pipe || token.kind == .comma
      || token.kind.closesBracket
    {
      return lexer.span(max(0, previousEnd - 1), previousEnd).after
    }
    return span(token)
  }

  /// A token as messages show it.
  func describe(_ token: Token) -> String {
    switch token.kind {
    case .end: "the end of the text"
    case .quote, .rawText: "a text"
    default: "`" + text(token) + "`"
    }
  }

  /// Nothing that could be a value stands here.
  mutating func expectedValue(after context: ValueContext?) -> Recovery {
    if token.kind == .end || startsStatementLine, let open = brackets.last {
      if open.kind == .leftBrace, openTexts > 0 { return fail(.unclosedInterpolation(span(open))) }
      reportUnclosed(open)
      return .statement
    }
    if token.kind.closesBracket, brackets.isEmpty { return unexpected() }
    let written = context?.written ?? lastWritten
    if token.kind == .end || token.kind == .pipe || endsStatement || token.kind.closesBracket
      || token.kind == .comma
    {
      return fail(.expectedValue(place, after: written))
    }
    return fail(.expectedValueNot(span(token), found: describe(token), after: written))
  }

  /// The last thing that was read, when it is short enough to name.
  private var lastWritten: String? {
    var start = previousEnd
    while start > 0, lexer.byte(start - 1) > 0x20, previousEnd - start < 12 { start -= 1 }
    let text = lexer.text(start, previousEnd)
    return text.isEmpty || previousEnd - start >= 12 ? nil : text
  }

  /// Something stands where a statement should be over.
  mutating func unexpected() -> Recovery {
    if token.kind.closesBracket { return fail(.strayCloser(span(token), text(token))) }
    if token.kind == .end { return .here }
    if let comment = foreignCommentHere { return fail(comment) }
    return fail(.unexpected(span(token), found: describe(token)))
  }

  /// Something stands behind a whole expression.
  mutating func unexpected(after value: Expression) -> Recovery {
    if startsStatementLine, let open = brackets.last {
      reportUnclosed(open)
      return .statement
    }
    if let slip = selectFirst(value) ?? between() ?? misspeltStatement(value)
      ?? slipBehindValue()
    {
      return fail(slip)
    }
    if canBeginValue(token), token.kind != .leftBrace, token.kind != .dotDot {
      return fail(missingOperator(after: value))
    }
    return unexpected()
  }

  /// A habit of other languages behind what is whole.
  private func slipBehindValue() -> SyntaxProblem? {
    missingBar() ?? foreignDate() ?? foreignCommentHere
  }

  /// `topic "Cities"`: two values side by side.
  private func missingOperator(after value: Expression) -> SyntaxProblem {
    let left = lexer.text(value.span.start, value.span.end)
    var edit: String?
    if case .name = value.kind, token.kind != .name, token.kind != .leftParenthesis { edit = "= " }
    if case .member = value.kind, token.kind != .name { edit = "= " }
    return .missingOperator(
      span(token), found: describe(token), left: left.utf8.count <= 40 ? left : nil, edit: edit)
  }

  /// `lod "x.txt"`: a name at the beginning of a statement that is near to a word for one.
  private func misspeltStatement(_ value: Expression) -> SyntaxProblem? {
    guard case .name(let name) = value.kind, name.span.start == statementStart,
      let nearest = Suggestion.best(
        for: name.text,
        among: ["load", "let", "def", "from", "use", "param", "print", "assert", "explain"])
    else { return nil }
    return .unknownStatement(name.span, name: name.text, nearest: nearest)
  }

  /// Something stands where `,` or the closing bracket should.
  mutating func unexpectedInBrackets(_ open: OpenBracket) -> Recovery {
    if let date = foreignDate() { return fail(date) }
    return fail(
      .unexpectedInBrackets(
        span(token), found: describe(token), closer: open.token.kind.closer.spelling,
        takesComma: open.token.kind != .leftParenthesis || isCall(open.token)))
  }

  private func isCall(_ open: Token) -> Bool {
    open.start > 0 && !open.followsSpace && lexer.byte(open.start - 1) > UInt8(ascii: ")")
  }

  /// Something stands behind the parts of a stage.
  mutating func misplaced(in head: StageHead) -> Recovery {
    let stage = head.grammar.name
    if token.kind == .name, word == "by" || word == "per" {
      return fail(.unknownClause(span(token), word: word, stage: stage))
    }
    if token.kind == .name, word.lowercased() == "from", stage == "select" {
      return fail(selectQuery(head))
    }
    if token.kind == .leftBrace {
      return fail(.blockNotAllowed(span(token), stage: stage))
    }
    if let slip = forgottenByBehindValue(head) ?? slipBehindValue() { return fail(slip) }
    if canBeginValue(token) {
      return fail(.missingComma(span(token), found: describe(token), stage: stage))
    }
    return unexpected()
  }

  /// `{"papers": 1}`: names of a record are written without quotes.
  mutating func quotedKey() -> Recovery {
    let whole = span(token)
    let inner = lexer.text(whole.start + 1, whole.end - 1)
    return fail(.quotedKey(whole, name: inner))
  }

  // MARK: SQL

  /// `SELECT title …` at the beginning.
  private func selectFirst(_ value: Expression) -> SyntaxProblem? {
    guard case .name(let name) = value.kind, name.text.lowercased() == "select" else { return nil }
    return .selectFirst(name.span, edit: nil)
  }

  /// `select *`, of SQL or not.
  mutating func selectAll(_ head: StageHead) -> Recovery {
    let star = span(token)
    advance()
    if token.kind == .name, word.lowercased() == "from" { return fail(selectQuery(head)) }
    return fail(.selectAll(star))
  }

  /// `select title from corpus where …`: the words in another order, with the query turned round
  /// where it is simple.
  private func selectQuery(_ head: StageHead) -> SyntaxProblem {
    var columns = lexer.text(head.name.span.end, previousEnd)
    columns = String(columns.drop(while: { $0 == " " }))
    var ahead = self
    ahead.lexer.isLookingAhead = true
    ahead.advance()
    guard ahead.token.kind == .name || ahead.token.kind == .variable else {
      return .selectFirst(head.name.span, edit: nil)
    }
    let source = ahead.text(ahead.token)
    ahead.advance()
    var condition = ""
    if ahead.word.lowercased() == "where", !ahead.endsStatement {
      let start = ahead.token.end
      while !ahead.endsStage { ahead.skipToken() }
      condition = " | where" + lexer.text(start, ahead.previousEnd)
    }
    guard ahead.endsStage else { return .selectFirst(head.name.span, edit: nil) }
    let edit = Edit(
      span: lexer.span(head.name.span.start, ahead.previousEnd),
      replacement: "from \(source)\(condition)" + (columns == "*" ? "" : " | select \(columns)"))
    return .selectFirst(lexer.span(head.name.span.start, head.name.span.end), edit: edit)
  }

  // MARK: Names and keywords

  /// Whether what follows makes the word in hand a name: an operator, a dot, or a `(` that stands
  /// right behind it.
  ///
  /// - Parameter callable: whether `(` right behind it makes it the name of a function.
  func isUsedAsName(callable: Bool = true) -> Bool {
    let next = peek()
    if next.kind == .star, selectsAll { return false }
    if next.startsLine && brackets.isEmpty {
      return next.kind == .name && (text(next) == "and" || text(next) == "or")
    }
    switch next.kind {
    case .dot, .plus, .star, .percent, .equal, .exactlyEqual, .notEqual, .notExactlyEqual, .less,
      .lessOrEqual, .greater, .greaterOrEqual, .arrow, .foreignAnd, .foreignOr, .foreignMatches:
      return true
    case .dotDot: return next.followsSpace == false || lexer.byte(next.end) <= 0x20
    case .leftParenthesis: return callable && !next.followsSpace
    case .leftBracket: return !next.followsSpace
    case .minus, .slash: return !next.followsSpace || lexer.byte(next.end) <= 0x20
    case .name: return isOperatorWord(next)
    default: return false
    }
  }

  /// Whether the word behind the one in hand is an operator with a value behind it.
  private func isOperatorWord(_ next: Token) -> Bool {
    let word = text(next)
    if word == "and" || word == "or" { return true }
    let after = peek(2)
    guard after.kind != .end, !(after.startsLine && brackets.isEmpty) else { return false }
    // `where contains(title, "city")`: a call, of which the word is the name.
    if after.kind == .leftParenthesis, !after.followsSpace { return false }
    let following = after.kind == .name ? text(after) : ""
    // `where within(region, "Asia")` is a call.
    let open = word == "not" ? peek(3) : after
    if open.kind == .leftParenthesis, !open.followsSpace { return false }
    if word == "not" { return ComparisonOperator(word: following) != nil }
    guard ComparisonOperator(word: word) != nil || word.lowercased() == "is" else { return false }
    return canBeginValue(after) && SortOrder(rawValue: following) == nil
  }
}

/// What stands before a value that is missing.
enum ValueContext {
  case arithmetic(String)
  case comparison(String)
  case word(String)

  var written: String {
    switch self {
    case .arithmetic(let text), .comparison(let text), .word(let text): text
    }
  }
}
