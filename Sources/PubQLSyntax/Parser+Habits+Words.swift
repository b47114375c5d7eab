import PubQLDiagnostics

// Words of other languages where no operator and no stage of them stands: comments, statements,
// stages without a bar, names behind values.

extension Parser {
  // MARK: Comments

  /// Goes past `// …` and `/* … */` where a statement begins.
  mutating func skipForeignComments() {
    while token.kind == .slash {
      let next = lexer.byte(token.end)
      let isLine = next == UInt8(ascii: "/")
      guard isLine || next == UInt8(ascii: "*") else { return }
      let written = lexer.span(token.start, token.end + 1)
      keep(.foreignComment(written, written: isLine ? "//" : "/*"))
      var end = token.end + 1
      while end < lexer.bytes.count {
        if isLine, lexer.byte(end) == 0x0A { break }
        if !isLine, lexer.byte(end) == UInt8(ascii: "*"), lexer.byte(end + 1) == UInt8(ascii: "/") {
          end += 2
          break
        }
        end += 1
      }
      lexer.position = end
      advance()
    }
  }

  /// `count // how many`: where nothing may follow.
  var foreignCommentHere: SyntaxProblem? {
    guard token.kind == .slash else { return nil }
    let next = lexer.byte(token.end)
    guard next == UInt8(ascii: "/") || next == UInt8(ascii: "*") else { return nil }
    return .foreignComment(
      lexer.span(token.start, token.end + 1), written: lexer.text(token.start, token.end + 1))
  }

  // MARK: Statements

  /// `var x = 3`, `while …`: what to write for it, where the word is none of a query.
  func foreignStatementWord() -> SyntaxProblem? {
    guard let foreign = ForeignWords.statements[word.lowercased()], !isUsedAsName() else {
      return nil
    }
    let next = peek()
    guard !next.startsLine, canBeginValue(next),
      ![.minus, .dotDot, .slash, .leftBracket, .leftBrace].contains(next.kind),
      next.kind != .leftParenthesis || foreign.takesParentheses,
      next.kind != .name || !isInfixWord(text(next)) && text(next) != "not"
    else { return nil }
    return .foreignStatement(
      span(token), written: word, right: foreign.right, help: foreign.help)
  }

  // MARK: Stages

  /// `topic = "Cities" count`, `order by year`: a stage, but for the bar before it.
  func missingBar() -> SyntaxProblem? {
    guard token.kind == .name else { return nil }
    if StageGrammar.named(word) != nil {
      return .missingBar(span(token), written: word, right: word)
    }
    guard let foreign = ForeignWords.stages[word.lowercased()] else { return nil }
    let next = peek()
    var end = token.end
    if next.kind == .name, text(next).lowercased() == foreign.second { end = next.end }
    return .missingBar(
      lexer.span(token.start, end), written: lexer.text(token.start, end), right: foreign.right)
  }

  /// `| why 1971`, `| explain`
  mutating func refuseStatementAsStage() throws(Recovery) {
    guard word == "why" || word == "explain" else { return }
    let next = peek()
    let endsHere = next.kind == .end || next.kind == .pipe || next.startsLine
    // A definition may have neither name; values follow a definition in parentheses.
    guard endsHere || canBeginValue(next) && next.kind != .leftParenthesis else { return }
    throw fail(.statementAsStage(span(token), word: word))
  }

  /// `join outer (…)`: kinds that other languages know.
  mutating func refuseForeignMode(_ head: StageHead) throws(Recovery) {
    guard head.grammar.name == "join", token.kind == .name, !endsStatement,
      ["outer", "right", "full", "cross", "natural"].contains(word.lowercased())
    else { return }
    let next = peek()
    guard !next.startsLine, canBeginValue(next), next.kind != .leftBracket,
      next.kind != .leftParenthesis || next.followsSpace,
      next.kind != .name || !isInfixWord(text(next)) && text(next) != "on"
    else { return }
    throw fail(
      .unknownMode(
        span(token), word: word, stage: head.grammar.name, known: head.grammar.modes))
  }

  /// `id as x`: the name as it should stand before the value, from `start` on.
  mutating func aliasBehind(_ start: Int, _ head: StageHead) -> Name? {
    guard token.kind == .name, head.grammar.allowsNames, word.lowercased() == "as", !endsStatement
    else { return nil }
    let next = peek()
    guard next.kind == .name || next.kind == .quotedName, !next.startsLine else { return nil }
    let value = lexer.text(start, previousEnd)
    let word = token
    advance()
    let name = currentName()
    keep(
      .nameBehindValue(
        span(word), name: name.text,
        edit: Edit(
          span: lexer.span(start, token.end), replacement: "\(text(token)): \(value)")))
    advance()
    return name
  }

  /// `top 3 title`: the word before what it is the greatest of.
  func forgottenByBehindValue(_ head: StageHead) -> SyntaxProblem? {
    guard head.grammar.name == "top", token.kind == .name || token.kind == .quotedName else {
      return nil
    }
    return .forgottenBy(span(token), stage: head.grammar.name)
  }

  // MARK: Dates

  /// `May 2020`, `14 May 2020`, of which the first word was read already.
  func foreignDate() -> SyntaxProblem? {
    if token.kind == .whole, isYear(token), let month = ForeignWords.month(lastWord) {
      var start = previousEnd - lastWord.utf8.count
      if let day = dayBefore(start) { start = day.start }
      let written = lexer.text(start, token.end)
      let day = dayBefore(previousEnd - lastWord.utf8.count)?.digits
      return .badDate(
        lexer.span(start, token.end), written,
        offer: Lexer.dateText(year: text(token), month: month, day: day))
    }
    guard token.kind == .name, let month = ForeignWords.month(word), isYear(peek()),
      let day = dayBefore(token.start)
    else { return nil }
    let end = peek().end
    return .badDate(
      lexer.span(day.start, end), lexer.text(day.start, end),
      offer: Lexer.dateText(year: text(peek()), month: month, day: day.digits))
  }

  private func isYear(_ token: Token) -> Bool {
    token.kind == .whole && token.end - token.start == 4 && !token.startsLine
  }

  /// The letters before the token in hand.
  private var lastWord: String {
    var start = previousEnd
    while start > 0, (lexer.byte(start - 1) | 0x20) >= 0x61, (lexer.byte(start - 1) | 0x20) <= 0x7A
    {
      start -= 1
    }
    return lexer.text(start, previousEnd)
  }

  /// One or two digits before an offset, with blanks between.
  private func dayBefore(_ offset: Int) -> (digits: String, start: Int)? {
    var end = offset
    while end > 0, lexer.byte(end - 1) == 0x20 { end -= 1 }
    var start = end
    while start > 0, lexer.byte(start - 1) >= 0x30, lexer.byte(start - 1) <= 0x39 { start -= 1 }
    guard start < end, end - start <= 2, end < offset else { return nil }
    return (lexer.text(start, end), start)
  }
}

extension ForeignWords {
  /// What begins a statement in another language.
  struct StatementWord {
    /// The word to write instead; nil where the statement is another.
    let right: String?
    let help: String
    /// Whether it is meant also before a `(`.
    var takesParentheses = false

    init(_ right: String) {
      self.right = right
      help = "write `\(right)`"
    }

    init(help: String, takesParentheses: Bool = false) {
      right = nil
      self.help = help
      self.takesParentheses = takesParentheses
    }
  }

  static let statements: [String: StatementWord] = {
    var words: [String: StatementWord] = [:]
    for word in ["var", "const", "val", "declare"] { words[word] = StatementWord("let") }
    for word in ["function", "func", "fun", "fn", "define", "macro"] {
      words[word] = StatementWord("def")
    }
    for word in ["echo", "puts", "println"] { words[word] = StatementWord("print") }
    for word in ["foreach"] { words[word] = StatementWord("for") }
    for word in ["while", "until", "loop"] {
      words[word] = StatementWord(
        help: "a loop goes through a list: `for x in [1, 2] { print x }`", takesParentheses: true)
    }
    words["return"] = StatementWord(
      help: "a value alone is shown, and a definition is its value: `def f(x) = x + 1`",
      takesParentheses: true)
    for word in ["import", "require", "include"] {
      words[word] = StatementWord(
        help: "`use \"places.pubql\" as places` reads definitions, `load \"papers.txt\"` records")
    }
    return words
  }()

  /// The number of a month by its English name, or the first letters of it.
  static func month(_ word: String) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    let lowercased = word.lowercased()
    guard lowercased.utf8.count >= 3 else { return nil }
    let short = lowercased == "sept" ? "sep" : lowercased
    return names.firstIndex { $0 == short || short.utf8.count == 3 && $0.hasPrefix(short) }
      .map { $0 + 1 }
  }
}

extension Lexer {
  /// A date as it is written here; nil for a day that there is not.
  static func dateText(year: String, month: Int, day: String?) -> String? {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    guard let day else { return "\(year)-\(padded(month))" }
    guard let number = Int(day), (1...31).contains(number) else { return nil }
    return "\(year)-\(padded(month))-\(padded(number))"
  }
}
