package import PubQLDiagnostics

extension Lexer {
  /// All tokens of a text, comments and the parts of texts included, for colours and completion.
  ///
  /// Never fails: an unknown character is a token, and a text that is not closed ends with its
  /// line. What a `/` means is told by the token before it, as there is no parser to ask.
  package static func tokens(of source: SourceFile) -> [Token] {
    var reader = TokenReader(Lexer(source, id: SourceID(index: 0)))
    while reader.readNext() {}
    return reader.tokens
  }
}

/// Reads tokens without a parser: keeps count of the texts and braces that are open.
private struct TokenReader {
  private var lexer: Lexer
  /// The comments that are among the tokens already.
  private var commentsTaken = 0
  /// Per open text, how many braces are open in the expression in it; the last is the inner one.
  private var texts: [Int] = []
  private(set) var tokens: [Token] = []

  init(_ lexer: Lexer) { self.lexer = lexer }

  /// Reads one token (and the comments before it); false at the end of the text.
  mutating func readNext() -> Bool {
    let token = lexer.next()
    if token.startsLine { texts.removeAll() }
    takeComments()
    if token.kind == .end { return false }
    if token.kind == .slash, beginsPattern, lexer.pattern(from: token.start) != nil {
      append(.pattern, token.start, token)
      return true
    }
    lexer.position = token.end
    tokens.append(token)
    switch token.kind {
    case .quote:
      texts.append(0)
      readTextPart()
    case .leftBrace: if let last = texts.indices.last { texts[last] += 1 }
    case .rightBrace:
      if let last = texts.indices.last {
        if texts[last] == 0 { readTextPart() } else { texts[last] -= 1 }
      }
    default: break
    }
    return true
  }

  /// Characters of a text, up to its end or to the `{` of an expression, which is a token.
  private mutating func readTextPart() {
    let start = lexer.position
    switch lexer.textPart().end {
    case .interpolation:
      lexer.position -= 1
      append(.textPart, start, nil)
      lexer.position += 1
      append(.leftBrace, lexer.position - 1, nil)
    case .closed, .lineEnd:
      append(.textPart, start, nil)
      if !texts.isEmpty { texts.removeLast() }
    }
  }

  private mutating func append(_ kind: TokenKind, _ start: Int, _ token: Token?) {
    guard lexer.position > start else { return }
    tokens.append(
      Token(
        kind: kind, start: start, end: lexer.position, startsLine: token?.startsLine ?? false,
        followsSpace: token?.followsSpace ?? false))
  }

  private mutating func takeComments() {
    for comment in lexer.comments[commentsTaken...] {
      tokens.append(
        Token(
          kind: .comment, start: comment.start, end: comment.end, startsLine: false,
          followsSpace: true))
    }
    commentsTaken = lexer.comments.count
  }

  /// Whether a value may begin behind the last token.
  private var beginsPattern: Bool {
    guard let last = tokens.last(where: { $0.kind != .comment }) else { return true }
    switch last.kind {
    case .name:
      let word = lexer.text(last.start, last.end)
      return word == "and" || word == "or" || word == "not"
        || ComparisonOperator(word: word) != nil
    case .quotedName, .variable, .whole, .decimal, .date, .rawText, .pattern, .textPart,
      .rightParenthesis, .rightBracket, .rightBrace:
      return false
    default: return true
    }
  }
}
