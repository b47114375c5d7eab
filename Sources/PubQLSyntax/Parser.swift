package import PubQLDiagnostics

/// What a text may hold besides the language of scripts.
package struct ParserOptions: Sendable {
  /// Whether the text may begin with `|`, to go on from the last result.
  package var allowsLastResult: Bool

  package init(allowsLastResult: Bool = false) {
    self.allowsLastResult = allowsLastResult
  }
}

/// What the parser made of a text.
package struct ParsedScript: Sendable {
  /// The statements; what could not be read stands in it as `.invalid`.
  package let script: Script
  /// The problems in the order in which they stand; empty when the text is a script.
  package let diagnostics: [Diagnostic]
}

/// Reads a text: always gives a tree, and with it whatever is wrong.
///
/// - Complexity: linear in the text; nesting and the height of the tree are bounded by
///   `Parser.maximumDepth`.
package func parse(
  _ file: SourceFile, id: SourceID, options: ParserOptions = ParserOptions()
) -> ParsedScript {
  var parser = Parser(Lexer(file, id: id), options: options)
  let statements = parser.script()
  let script = Script(
    statements: statements, comments: parser.lexer.comments, file: id)
  return ParsedScript(script: script, diagnostics: parser.diagnostics())
}

/// Where parsing goes on after a mistake that was reported.
enum Recovery: Error {
  /// At the next `|`, or behind the bracket that is open.
  case here
  /// At the next statement: a bracket is not closed.
  case statement
}

/// A recursive-descent parser with one token in hand.
///
/// Every method begins with the first token of what it reads in hand and ends with the token after
/// it. One that throws has reported why; whoever catches skips to where reading can go on.
struct Parser {
  /// How deep brackets, signs and words may nest, and how high the tree may be.
  ///
  /// Chosen so that parser and checker can recurse on a thread with 512 KB of stack, even in a
  /// debug build.
  static let maximumDepth = 200
  /// How many levels more than one some things count for: what is read by more methods takes more
  /// of the stack, and a level is to take at most 2.4 KB of it in a debug build.
  static let listLevels = 1
  static let callLevels = 2
  static let recordLevels = 3
  static let textLevels = 2
  static let stageLevels = 11
  static let blockLevels = 13

  var lexer: Lexer
  let options: ParserOptions
  /// The token in hand.
  var token: Token
  /// The text of the token in hand when it is a name, else empty.
  var word = ""
  /// Where the statement in hand begins: the line end before it is not its own.
  var statementStart = 0
  /// Where the token before ended.
  var previousEnd = 0
  /// The brackets that are open, from the outermost; line ends mean nothing inside of them.
  var brackets: [Token] = []
  /// How many texts are open: inside of one a line end counts even in brackets.
  var openTexts = 0
  var depth = 0
  /// The `{` of the blocks of statements that are open, from the outermost.
  var blocks: [Token] = []
  /// Whether `{` begins a record here; not right before the block of a stage.
  var allowsRecord = true
  /// The token at which the last problem was found: one mistake, one problem.
  private var lastReported = -1

  init(_ lexer: Lexer, options: ParserOptions) {
    self.lexer = lexer
    self.options = options
    token = Token(kind: .end, start: 0, end: 0, startsLine: false, followsSpace: true)
    advance()
  }

  // MARK: Tokens

  /// Takes the next token in hand.
  mutating func advance() {
    previousEnd = token.end
    token = lexer.next()
    word = token.kind == .name ? lexer.text(token.start, token.end) : ""
  }

  /// The token that comes after the one in hand, or a later one, without taking it.
  ///
  /// Nothing can be seen past a `"`: what follows it is not code.
  func peek(_ distance: Int = 1) -> Token {
    var ahead = lexer
    ahead.isLookingAhead = true
    var last = token
    for _ in 0..<distance where last.kind != .quote { last = ahead.next() }
    return last
  }

  func text(_ token: Token) -> String { lexer.text(token.start, token.end) }

  /// Where a token stands; a text as a whole.
  func span(_ token: Token) -> SourceSpan {
    guard token.kind == .quote else { return lexer.span(token.start, token.end) }
    var ahead = lexer
    ahead.position = token.end
    ahead.skipText()
    return lexer.span(token.start, ahead.position)
  }

  /// From an offset to the end of the last token that was read.
  func span(from start: Int) -> SourceSpan { lexer.span(start, max(start, previousEnd)) }

  /// Whether a line end before the token in hand counts.
  var breaksLine: Bool {
    token.startsLine && token.start != statementStart && (brackets.isEmpty || openTexts > 0)
  }

  /// Whether the statement (or the line of an open text) is over.
  var endsStatement: Bool {
    if token.kind == .end || token.kind == .semicolon || endsBlock { return true }
    guard breaksLine else { return false }
    if openTexts > 0 { return true }
    return token.kind != .pipe && token.kind != .foreignAnd && token.kind != .foreignOr
      && word != "and" && word != "or"
  }

  /// Whether the `}` in hand closes a block of statements.
  var endsBlock: Bool { token.kind == .rightBrace && brackets.isEmpty && !blocks.isEmpty }

  /// Whether a stage, or the source of a pipeline, is over.
  var endsStage: Bool {
    token.kind == .pipe || endsStatement || (token.kind.closesBracket && !brackets.isEmpty)
  }

  /// Whether the line begins like a statement; then an open bracket is taken to be forgotten.
  var startsStatementLine: Bool {
    guard token.startsLine, token.kind == .name, token.start != statementStart else {
      return false
    }
    return ["let", "def", "load", "from", "use", "param", "for", "print", "assert"].contains(word)
      && !isUsedAsName()
  }

  // MARK: Problems

  /// Keeps a problem with the token in hand and gives what to throw.
  mutating func fail(_ problem: SyntaxProblem) -> Recovery {
    if token.kind != .unknown { report(problem) }
    return .here
  }

  /// Keeps a problem, unless one was found at the same token.
  mutating func report(_ problem: SyntaxProblem) {
    guard token.start != lastReported else { return }
    lastReported = token.start
    keep(problem)
  }

  /// Keeps a problem that does not stop the reading.
  mutating func keep(_ problem: SyntaxProblem) {
    guard lexer.problems.count < Lexer.maximumProblems else { return }
    lexer.problems.append(problem)
  }

  /// All problems as diagnostics, in the order in which they stand, each place once.
  func diagnostics() -> [Diagnostic] {
    let invalid = lexer.invalidRuns().map(SyntaxProblem.invalidUTF8)
    let found = (invalid + lexer.problems).map(\.diagnostic)
    let ordered = found.enumerated().sorted { left, right in
      let (first, second) = (left.element.span?.start ?? 0, right.element.span?.start ?? 0)
      return first == second ? left.offset < right.offset : first < second
    }
    return ordered.prefix(Lexer.maximumProblems).map(\.element)
  }

  // MARK: Recovery

  /// Goes on to the next `|`, to the end of the statement, or to what closes the open bracket.
  mutating func skip(stoppingAtPipe: Bool) {
    var open = 0
    while true {
      if token.kind == .end { return }
      if token.startsLine, token.start != statementStart, open == 0 || startsStatementLine {
        if openTexts > 0 || startsStatementLine || (brackets.isEmpty && endsStatement) { return }
      }
      if open == 0 {
        if token.kind == .pipe && stoppingAtPipe { return }
        if token.kind == .semicolon, brackets.isEmpty || openTexts > 0 { return }
        if token.kind.closesBracket, !brackets.isEmpty { return }
        if endsBlock { return }
      }
      if token.kind.opensBracket {
        open += 1
      } else if token.kind.closesBracket {
        open = max(0, open - 1)
      }
      skipToken()
    }
  }

  /// Goes past the token in hand; past a text or a pattern as a whole.
  mutating func skipToken() {
    if token.kind == .quote {
      lexer.skipText()
    } else if token.kind == .slash, token.followsSpace, lexer.byte(token.end) > 0x20 {
      _ = lexer.pattern(from: token.start)
    }
    advance()
  }
}
