import PubQLDiagnostics

extension Parser {
  /// All statements of the text.
  mutating func script() -> [Statement] {
    var statements: [Statement] = []
    while true {
      while token.kind == .semicolon { advance() }
      if token.kind == .end { return statements }
      statements.append(statement())
    }
  }

  /// One statement; never ends at the token at which it began.
  mutating func statement() -> Statement {
    if token.kind == .slash { skipForeignComments() }
    let start = token
    // A comment may have been all that was left.
    if token.kind == .end || endsBlock { return Statement(.invalid, span: span(token)) }
    let level = depth
    statementStart = start.start
    var kind = StatementKind.invalid
    do throws(Recovery) {
      kind = try statementKind()
      if !endsStatement { throw unexpected() }
    } catch {
      brackets.removeAll()
      openTexts = 0
      depth = level
      allowsRecord = true
      if token.start == start.start, token.kind != .end, !endsBlock { skipToken() }
      skip(stoppingAtPipe: false)
    }
    return Statement(kind, span: span(from: start.start))
  }

  private mutating func statementKind() throws(Recovery) -> StatementKind {
    guard token.kind == .name else { return .query(try pipeline()) }
    switch word {
    case "load" where !isUsedAsName(): return try load()
    case "let" where !isUsedAsName(): return try letStatement()
    case "def" where !isUsedAsName(): return try def()
    case "param" where !isUsedAsName(): return try param()
    case "use" where !isUsedAsName(): return try use()
    case "explain" where beginsStatementWord: return try explain()
    case "why" where beginsStatementWord: return try why()
    case "print" where beginsStatementWord: return try print()
    case "assert" where beginsStatementWord: return try assert()
    case "if" where beginsStatementWord: return try ifStatement()
    case "for" where beginsStatementWord: return try forStatement()
    default:
      if let problem = foreignStatementWord() { throw fail(problem) }
      return .query(try pipeline())
    }
  }

  /// `load "seeds/*.txt", "more.txt" as ciao`
  private mutating func load() throws(Recovery) -> StatementKind {
    let keyword = token
    advance()
    if endsStatement || !beginsValue || word == "as" {
      throw fail(.missingPath(span(keyword)))
    }
    var paths = [try expression(.sum)]
    while token.kind == .comma {
      advance()
      if !beginsValue || (word == "as" && peek().kind == .name) { break }
      paths.append(try expression(.sum))
    }
    guard !endsStatement, word == "as" else { return .load(paths: paths, name: nil) }
    advance()
    return .load(paths: paths, name: try definedName(after: "as"))
  }

  /// `let recent = from ciao | where urban`
  private mutating func letStatement() throws(Recovery) -> StatementKind {
    advance()
    let name = try definedName(after: "let")
    try expectEquals(after: name)
    return .let(name, try definedPipeline())
  }

  /// What a name stands for: a pipeline, or a function.
  private mutating func definedPipeline() throws(Recovery) -> Pipeline {
    guard beginsLambda else { return try pipeline() }
    let start = token.start
    return try stages(behind: .expression(try lambda()), from: start)
  }

  /// `def newest(n) = sort date desc | take n`
  private mutating func def() throws(Recovery) -> StatementKind {
    advance()
    let name = try definedName(after: "def")
    var parameters: [Parameter] = []
    if token.kind == .leftParenthesis, !breaksLine { parameters = try self.parameters() }
    try expectEquals(after: name)
    return .def(name, parameters: parameters, try definedPipeline())
  }

  /// `(a, b = 3)`
  private mutating func parameters() throws(Recovery) -> [Parameter] {
    let open = openBracket()
    var parameters: [Parameter] = []
    while token.kind != open.token.kind.closer {
      let name = try definedName(after: "(")
      var value: Expression?
      if token.kind == .equal {
        advance()
        value = try expression()
      }
      parameters.append(Parameter(name: name, value: value))
      guard token.kind == .comma else { break }
      advance()
    }
    try close(open)
    return parameters
  }

  /// The name that a statement gives to something.
  mutating func definedName(after previous: String) throws(Recovery) -> Name {
    let isHere = !endsStatement
    if isHere, token.kind == .name {
      let name = Name(word, span: span(token))
      advance()
      return name
    }
    if isHere, token.kind == .variable, token.end > token.start + 1 {
      // `let $x = …`: the sign belongs to the use, not to the name.
      let text = lexer.text(token.start + 1, token.end)
      keep(.variableDefined(span(token), name: text))
      let name = Name(text, span: span(token))
      advance()
      return name
    }
    if token.kind == .end, let open = brackets.last {
      reportUnclosed(open)
      throw .statement
    }
    throw fail(.expectedName(place, after: previous))
  }

  private mutating func expectEquals(after name: Name) throws(Recovery) {
    if token.kind == .equal, !endsStatement {
      advance()
      return
    }
    if token.kind == .colon || token.kind == .exactlyEqual, !endsStatement {
      keep(.wrongSign(span(token), written: text(token), right: "="))
      advance()
      if token.kind == .equal, !token.followsSpace { advance() }
      return
    }
    throw fail(.expectedEquals(place, name: name.text))
  }

  // MARK: Pipelines

  /// A source and its stages: `from ciao | where urban`, `count by topic`, `topic = "Cities"`.
  mutating func pipeline() throws(Recovery) -> Pipeline {
    let start = token.start
    var stages: [Stage] = []
    let head = try pipelineHead(&stages)
    return try self.stages(behind: head, stages, from: start)
  }

  /// Whether a pipeline begins here that an expression could not be.
  var beginsStages: Bool {
    guard token.kind == .name else { return token.kind == .pipe }
    let isWord = word == "from" || StageGrammar.named(word) != nil
    return isWord ? !isUsedAsName() : foreignStatement() != nil
  }

  /// The stages behind the source of a pipeline, from the `|` before them.
  mutating func stages(
    behind head: PipelineHead, _ first: [Stage] = [], from start: Int
  ) throws(Recovery) -> Pipeline {
    var stages = first
    while token.kind == .pipe, openTexts == 0 || !breaksLine {
      advance()
      stages.append(try stage())
    }
    return Pipeline(head: head, stages: stages, span: span(from: start))
  }

  private mutating func pipelineHead(_ stages: inout [Stage]) throws(Recovery) -> PipelineHead {
    if token.kind == .pipe {
      if options.allowsLastResult, lexer.comments.isEmpty, stages.isEmpty, previousEnd == 0 {
        return .lastResult
      }
      report(.noLastResult(span(token)))
      return .lastResult
    }
    if token.kind == .name {
      if word == "from", !isUsedAsName() { return try fromHead() }
      if StageGrammar.named(word) != nil, !isUsedAsName() {
        stages.append(try stage())
        return .corpus
      }
      if let foreign = foreignStatement() {
        stages.append(try foreignStage(foreign))
        return .corpus
      }
    }
    return .expression(try headExpression())
  }

  /// `from ciao`
  private mutating func fromHead() throws(Recovery) -> PipelineHead {
    let start = token.start
    advance()
    if endsStage { throw fail(.missingSource(lexer.span(start, previousEnd))) }
    let value = try headExpression()
    return .from(value, span(from: start))
  }

  /// An expression up to the next `|`; a mistake in it leaves the stages behind it readable.
  private mutating func headExpression() throws(Recovery) -> Expression {
    let start = token.start
    let level = depth
    do throws(Recovery) {
      let value = try expression()
      if !endsStage { throw unexpected(after: value) }
      return value
    } catch .statement {
      throw .statement
    } catch {
      depth = level
      skip(stoppingAtPipe: true)
      return Expression(.invalid, span: span(from: start))
    }
  }
}
