import PubQLDiagnostics

/// A bracket that was opened, and what held outside of it.
struct OpenBracket {
  let token: Token
  /// How many brackets were open round it.
  let depth: Int
  /// The level of nesting round it.
  let level: Int
  let allowedRecord: Bool
}

extension Parser {
  /// Goes into the bracket in hand.
  mutating func openBracket() -> OpenBracket {
    let open = OpenBracket(
      token: token, depth: brackets.count, level: depth, allowedRecord: allowsRecord)
    brackets.append(token)
    allowsRecord = true
    advance()
    return open
  }

  /// Makes outside of a bracket hold again what held there.
  mutating func restore(_ open: OpenBracket) {
    while brackets.count > open.depth { brackets.removeLast() }
    allowsRecord = open.allowedRecord
  }

  /// Goes out of a bracket; the token in hand should be what closes it.
  mutating func close(_ open: OpenBracket) throws(Recovery) {
    let closer = open.token.kind.closer
    if token.kind != closer || (openTexts > 0 && breaksLine) {
      let outer = brackets.prefix(open.depth).last
      if token.kind.closesBracket, !breaksLine {
        if outer?.kind.closer == token.kind {
          // `[(a]`: the inner bracket was forgotten, the outer one is well.
          reportUnclosed(open.token)
          restore(open)
          return
        }
        report(
          .wrongCloser(
            span(token), written: text(token), right: closer.spelling, open: span(open.token)))
      } else if closes(closer) {
        if token.kind == .semicolon {
          throw fail(.wrongSign(span(token), written: ";", right: ","))
        }
        throw unexpectedInBrackets(open)
      } else {
        reportUnclosed(open.token)
        restore(open)
        throw .statement
      }
    }
    restore(open)
    advance()
  }

  /// After a mistake inside a bracket: goes on behind it, if it is closed.
  mutating func recover(
    _ open: OpenBracket, _ error: Recovery
  ) throws(Recovery) -> Expression {
    if case .statement = error { throw .statement }
    while brackets.count > open.depth + 1 { brackets.removeLast() }
    skip(stoppingAtPipe: false)
    restore(open)
    depth = open.level
    guard token.kind == open.token.kind.closer, openTexts == 0 || !breaksLine else {
      throw .statement
    }
    advance()
    return Expression(.invalid, span: span(from: open.token.start))
  }

  /// `(1, 2)`: a list in the brackets of other languages, from its first comma. Where the rest can be
  /// read it is taken for what is meant.
  mutating func listInParentheses(
    _ open: OpenBracket, _ first: Expression
  ) throws(Recovery) -> Expression {
    guard let (ahead, items) = restOfList(first) else {
      throw fail(.listInParentheses(span(token), edit: nil))
    }
    let edit = Edit(
      span: lexer.span(open.token.start, ahead.token.end),
      replacement: "[" + lexer.text(open.token.end, ahead.token.start) + "]")
    report(.listInParentheses(span(token), edit: edit))
    let problems = lexer.problems
    self = ahead
    lexer.problems = problems
    depth = open.level
    try close(open)
    return try make(.list(items), from: open.token.start)
  }

  /// The list, and the parser in front of its `)`; nil where there is something wrong with it.
  private func restOfList(_ first: Expression) -> (ahead: Parser, items: [Expression])? {
    guard closes(.rightParenthesis) else { return nil }
    var ahead = self
    var items = [first]
    do throws(Recovery) {
      while ahead.token.kind == .comma {
        ahead.advance()
        if ahead.token.kind == .rightParenthesis { break }
        items.append(try ahead.expression())
      }
    } catch { return nil }
    guard ahead.token.kind == .rightParenthesis, openTexts == 0 || !ahead.breaksLine,
      ahead.lexer.problems.count == lexer.problems.count
    else { return nil }
    return (ahead, items)
  }

  mutating func reportUnclosed(_ open: Token) {
    report(
      .unclosedBracket(span(open), bracket: open.kind.spelling, closer: open.kind.closer.spelling))
  }

  /// Whether the bracket is closed further on, as far as a bounded look tells.
  private func closes(_ closer: TokenKind) -> Bool {
    // Enough for any bracket that someone wrote by hand; bounded, so that a text of nothing but
    // open brackets is read in linear time.
    let farthest = 200
    var ahead = self
    ahead.lexer.isLookingAhead = true
    var open = 0
    for _ in 0..<farthest {
      if ahead.token.kind == .end || ahead.startsStatementLine { return false }
      if ahead.openTexts > 0 && ahead.breaksLine { return false }
      if open == 0, ahead.token.kind.closesBracket { return ahead.token.kind == closer }
      if ahead.token.kind.opensBracket {
        open += 1
      } else if ahead.token.kind.closesBracket {
        open -= 1
      }
      ahead.skipToken()
    }
    return false
  }
}
