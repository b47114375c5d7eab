import PubQLDiagnostics
import PubQLText

// What people type who know other languages: each is told once, with what to type instead, and
// reading goes on as if that stood there.

/// A stage that was meant, and the words written for it.
struct ForeignStage {
  let written: Token
  let grammar: StageGrammar
  let impliedClause: Bool
  /// Whether the word behind the first belongs to it: `order by`.
  let hasSecondWord: Bool
  let right: String
  /// Whether it is a slip of the pen, not a word of another language.
  let isMisspelt: Bool
}

extension Parser {
  // MARK: Stages

  /// The stage that was meant by the name behind a `|`, when it cannot be a definition.
  func foreignStageAhead() -> ForeignStage? {
    let next = peek()
    let endsLine = next.startsLine && brackets.isEmpty
    let isBare =
      next.kind == .end || next.kind == .pipe || next.kind == .semicolon || endsLine
      || next.kind.closesBracket
    // `fliter` alone may be a definition: the checker knows, and offers the nearest of both.
    if isBare { return nil }
    if next.kind == .leftParenthesis, ForeignWords.stage(for: word) == nil || !next.followsSpace {
      return nil
    }
    return foreignStage(next)
  }

  /// The stage that was meant by the name at the beginning of a pipeline, when what follows
  /// cannot follow a value.
  func foreignStatement() -> ForeignStage? {
    let next = peek()
    if next.startsLine && brackets.isEmpty { return nil }
    if next.kind == .star, selectsAll { return foreignStage(next) }
    if !canBeginValue(next) || isUsedAsName() { return nil }
    if next.kind == .leftParenthesis || next.kind == .leftBracket || next.kind == .leftBrace {
      return nil
    }
    if next.kind == .minus || next.kind == .dotDot || next.kind == .slash { return nil }
    if next.kind == .name, isInfixWord(text(next)) || text(next) == "not" { return nil }
    return foreignStage(next)
  }

  private func foreignStage(_ next: Token) -> ForeignStage? {
    let lowercased = word.lowercased()
    if let foreign = ForeignWords.stages[lowercased] {
      let name = foreign.right == "group by" ? "group" : foreign.right
      guard let grammar = StageGrammar.named(name) else { return nil }
      let hasSecond = next.kind == .name && text(next).lowercased() == foreign.second
      return ForeignStage(
        written: token, grammar: grammar, impliedClause: foreign.right == "group by",
        hasSecondWord: hasSecond, right: foreign.right, isMisspelt: false)
    }
    let isCapital = StageGrammar.named(lowercased) != nil
    let names = StageGrammar.all.map(\.name) + ForeignWords.stages.keys.sorted()
    guard
      let nearest = isCapital ? lowercased : Suggestion.best(for: lowercased, among: names),
      let grammar = StageGrammar.named(ForeignWords.stages[nearest]?.right ?? nearest)
    else { return nil }
    return ForeignStage(
      written: token, grammar: grammar, impliedClause: false, hasSecondWord: false,
      right: grammar.name, isMisspelt: true)
  }

  /// Reads a stage under a wrong name as the stage that was meant.
  mutating func foreignStage(_ foreign: ForeignStage) throws(Recovery) -> Stage {
    advance()
    if foreign.hasSecondWord { advance() }
    let whole = lexer.span(foreign.written.start, previousEnd)
    let written = lexer.text(whole.start, whole.end)
    let known = lexer.problems.count
    if foreign.isMisspelt {
      keep(.unknownStage(whole, name: written, nearest: foreign.right))
    } else {
      keep(.foreignStage(whole, written: written, right: foreign.right))
    }
    let word = foreign.impliedClause ? Name("by", span: whole) : nil
    let stage = try stageBody(
      StageHead(
        name: Name(foreign.grammar.name, span: whole), grammar: foreign.grammar,
        impliedClause: word))
    if lexer.problems[known...].contains(where: \.isSelectFirst) {
      // `SELECT … FROM`: one mistake, told as a whole.
      lexer.problems.remove(at: known)
    }
    return stage
  }

  /// `sort by year`: the keys follow `sort` directly.
  mutating func readSortBy(_ head: StageHead) throws(Recovery) {
    guard head.grammar.name == "sort", token.kind == .name, word == "by", !endsStatement,
      clauseCanFollow(peek())
    else { return }
    let span = lexer.span(head.name.span.end, token.end)
    keep(.superfluousWord(span, shown: self.span(token), word: "by", after: "sort"))
    advance()
  }

  private func clauseCanFollow(_ next: Token) -> Bool {
    guard canBeginValue(next), !(next.startsLine && brackets.isEmpty) else { return false }
    guard next.kind == .name else { return true }
    let text = text(next)
    return !isInfixWord(text) && SortOrder(rawValue: text) == nil
  }

  /// `count topic`, `group year { … }`: the word `by` was forgotten.
  mutating func forgottenBy(_ head: StageHead) throws(Recovery) -> StageClause {
    if let comment = foreignCommentHere { throw fail(comment) }
    guard head.hasByClause else {
      throw fail(.unexpectedOperand(span(token), stage: head.grammar.name))
    }
    keep(.forgottenBy(span(token), stage: head.grammar.name))
    let word = Name("by", span: lexer.span(token.start, token.start))
    var operands: [StageOperand] = []
    while beginsValue, !endsStatement || token.startsLine && !operands.isEmpty {
      let start = token.start
      let value = try expression()
      operands.append(
        StageOperand(name: nil, value: value, order: nil, span: span(from: start)))
      guard token.kind == .comma else { break }
      advance()
    }
    return StageClause(word: word, operands: operands)
  }

  // MARK: Operators

  /// Tells what to write for the foreign word in hand, if it is one.
  mutating func reportForeignWord() {
    guard token.kind == .name, !isInfixWord(word),
      let foreign = ForeignWords.operators[word.lowercased()]
    else { return }
    keep(
      .foreignOperator(
        span(token), written: word, right: foreign.word, edit: foreign.word))
  }

  /// `NOT` before a value; a field may be called so, too.
  var isForeignNot: Bool {
    guard word == "NOT" || word == "Not" else { return false }
    let next = peek()
    guard canBeginValue(next), !next.startsLine, next.kind != .minus, next.kind != .slash,
      next.kind != .dotDot, next.kind != .leftBracket
    else { return false }
    return next.kind != .name || !isInfixWord(text(next))
  }

  mutating func reportForeignNot() {
    keep(.foreignOperator(span(token), written: word, right: "not", edit: "not"))
  }

  /// `a-b`, `a -b`: an arithmetic minus wants blanks round it.
  mutating func checkMinus(_ sign: Token, _ left: Expression) {
    let isSpaced = sign.followsSpace && (token.followsSpace || token.kind == .end)
    if isSpaced || token.kind == .end { return }
    var whole: String?
    if !sign.followsSpace, !token.followsSpace, case .name(let name) = left.kind,
      token.kind == .name
    {
      whole = name.text + "-" + word
    }
    let edit = (sign.followsSpace ? "" : " ") + "-" + (token.followsSpace ? "" : " ")
    keep(.minusWithoutSpaces(span(sign), replacement: edit, name: whole))
  }

  // MARK: Missing values

  /// `x is null`, `x is not missing`: read as `missing(x)`; nil where it is something else.
  mutating func missingTest(_ left: Expression) throws(Recovery) -> Expression? {
    guard token.kind == .name, word.lowercased() == "is" else { return nil }
    var next = peek()
    var isNegated = false
    var distance = 1
    if next.kind == .name, text(next).lowercased() == "not" {
      isNegated = true
      distance = 2
      next = peek(2)
    }
    let value = next.kind == .name ? text(next).lowercased() : ""
    guard value == "missing" || value == "empty" || ForeignWords.nulls.contains(value) else {
      return nil
    }
    for _ in 0...distance { advance() }
    return missingCall(left, isNegated: isNegated)
  }

  /// `x == null`: read as `missing(x)`; the operator has been read.
  mutating func nullComparison(
    _ left: Expression, _ found: FoundComparison
  ) throws(Recovery) -> Expression? {
    guard found.operation == .equal || found.operation == .exactlyEqual,
      token.kind == .name, !endsStatement, ForeignWords.nulls.contains(word.lowercased())
    else { return nil }
    let next = peek()
    if next.kind == .dot || next.kind == .leftParenthesis { return nil }
    advance()
    return missingCall(left, isNegated: found.isNegated)
  }

  private mutating func missingCall(_ left: Expression, isNegated: Bool) -> Expression {
    let whole = span(from: left.span.start)
    let tested = lexer.text(left.span.start, left.span.end)
    keep(
      .missingTest(
        whole, written: lexer.text(left.span.end, whole.end), tested: tested,
        isNegated: isNegated))
    let call = ExpressionKind.call(
      Name("missing", span: whole), [Argument(name: nil, value: left)])
    let made = Expression(call, span: whole)
    return isNegated ? Expression(.not(made), span: whole) : made
  }

  // MARK: Wildcards

  /// `like "%x%"`, `LIKE '%x%'`: what that means has operators of its own.
  mutating func readWildcard(_ left: Expression, _ found: FoundComparison) throws(Recovery) {
    guard found.operation == .like, token.kind == .rawText || token.kind == .quote else { return }
    var content = text(token)
    if token.kind == .quote {
      var ahead = lexer
      ahead.isLookingAhead = true
      content = "'" + ahead.textPart().text + "'"
    }
    let text = String(content.dropFirst().dropLast())
    let (before, after) = (text.hasPrefix("%"), text.hasSuffix("%") && text.utf8.count > 1)
    guard before || after else { return }
    let operation =
      switch (before, after) {
      case (true, true): "contains"
      case (true, false): "ends"
      default: "starts"
      }
    let bare = String(text.dropFirst(before ? 1 : 0).dropLast(after ? 1 : 0))
    let end = token.kind == .quote ? closingQuote(token) : token.end
    let negation = found.isNegated ? "not " : ""
    if found.end > found.start, let last = lexer.problems.last, last.isForeignOperator(at: found) {
      lexer.problems.removeLast()
    }
    keep(
      .wildcards(
        lexer.span(found.start, end), written: lexer.text(found.start, end),
        right: negation + operation + " " + Printer.quoted(bare)))
  }

  private func closingQuote(_ quote: Token) -> Int {
    var ahead = lexer
    ahead.position = quote.end
    ahead.skipText()
    return ahead.position
  }

  /// Whether `*` stands behind `select` as in other languages, and is no multiplication.
  var selectsAll: Bool {
    guard word.lowercased() == "select", peek().kind == .star else { return false }
    let after = peek(2)
    return after.kind == .end || after.kind == .pipe || after.startsLine
      || (after.kind == .name && text(after).lowercased() == "from")
  }

  /// `between 2019 and 2021`, with what to write for it.
  func between() -> SyntaxProblem? {
    guard token.kind == .name, word.lowercased() == "between" else { return nil }
    let (first, and, last) = (peek(1), peek(2), peek(3))
    let ends = [TokenKind.whole, .date, .decimal, .name, .variable]
    guard and.kind == .name, text(and).lowercased() == "and", ends.contains(first.kind),
      ends.contains(last.kind), !last.startsLine
    else { return .between(span(token), edit: nil) }
    let whole = lexer.span(token.start, last.end)
    return .between(
      span(token), edit: Edit(span: whole, replacement: "in \(text(first))..\(text(last))"))
  }

  /// Whether `%urban%` without quotes stands here.
  var isWildcard: Bool { wildcardEnd != nil }

  /// Where the second `%` of `%urban%` stands.
  private var wildcardEnd: Int? {
    guard token.kind == .percent else { return nil }
    var end = token.end
    while end < lexer.bytes.count, lexer.bytes[end] > 0x20, lexer.bytes[end] != UInt8(ascii: "%") {
      end += 1
    }
    return lexer.byte(end) == UInt8(ascii: "%") && end > token.end ? end : nil
  }

  /// `%urban%` without quotes.
  mutating func wildcardText() throws(Recovery) -> Expression {
    let start = token.start
    guard let end = wildcardEnd else { throw expectedValue(after: nil) }
    let bare = lexer.text(token.end, end)
    lexer.position = end + 1
    keep(
      .wildcards(
        lexer.span(start, end + 1), written: lexer.text(start, end + 1),
        right: Printer.quoted(bare)))
    advance()
    return Expression(.text([.literal(bare)]), span: span(from: start))
  }
}
