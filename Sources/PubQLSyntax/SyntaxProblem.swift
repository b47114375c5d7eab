import PubQLDiagnostics

/// What can be wrong with the text of a script; the first span is the text that is marked.
enum SyntaxProblem {
  // Characters, words and numbers.
  case invalidUTF8(SourceSpan)
  case unknownCharacter(SourceSpan, String)
  case foreignComment(SourceSpan, written: String)
  case foreignOperator(SourceSpan, written: String, right: String, edit: String)
  case curlyQuotes(SourceSpan, straight: String)
  case unclosedText(SourceSpan)
  case unknownEscape(SourceSpan, String)
  case badUnicodeEscape(SourceSpan, String)
  case emptyQuotedName(SourceSpan)
  case unclosedName(SourceSpan)
  case emptyVariable(SourceSpan, edit: String?)
  case numberTooLarge(SourceSpan)
  case numberRunsIntoName(SourceSpan, String, edit: String?)
  case badDate(SourceSpan, String, offer: String?)
  case unclosedPattern(SourceSpan)
  case emptyInterpolation(SourceSpan)
  case unclosedInterpolation(SourceSpan)

  // Expressions.
  case expectedValue(SourceSpan, after: String?)
  case expectedValueNot(SourceSpan, found: String, after: String?)
  case unexpected(SourceSpan, found: String)
  case missingOperator(SourceSpan, found: String, left: String?, edit: String?)
  case unclosedBracket(SourceSpan, bracket: String, closer: String)
  case wrongCloser(SourceSpan, written: String, right: String, open: SourceSpan)
  case strayCloser(SourceSpan, String)
  /// `("Cities", "Trade")`
  case listInParentheses(SourceSpan, edit: Edit?)
  /// `[x => x]`
  case misplacedFunction(SourceSpan)
  case unexpectedInBrackets(SourceSpan, found: String, closer: String, takesComma: Bool)
  case chainedComparison(SourceSpan, after: SourceSpan, middle: String)
  case notWithoutParentheses(SourceSpan)
  case minusWithoutSpaces(SourceSpan, replacement: String, name: String?)
  case wrongSign(SourceSpan, written: String, right: String)
  case superfluousWord(SourceSpan, shown: SourceSpan, word: String, after: String)
  case missingTest(SourceSpan, written: String, tested: String, isNegated: Bool)
  case between(SourceSpan, edit: Edit?)
  case wildcards(SourceSpan, written: String, right: String)
  case expectedMember(SourceSpan)
  case callOnMember(SourceSpan, name: String, base: String)
  case expectedKey(SourceSpan, found: String)
  case expectedColon(SourceSpan, name: String)
  case quotedKey(SourceSpan, name: String)
  case tooDeep(SourceSpan)

  // Stages.
  case unknownStage(SourceSpan, name: String, nearest: String)
  case foreignStage(SourceSpan, written: String, right: String)
  case argumentsWithoutParentheses(SourceSpan, name: String)
  case missingStage(SourceSpan)
  case expectedStage(SourceSpan, found: String)
  case missingOperand(SourceSpan, stage: String)
  case missingKey(SourceSpan, word: String, stage: String)
  case tooManyOperands(SourceSpan, stage: String)
  case unexpectedOperand(SourceSpan, stage: String)
  case missingComma(SourceSpan, found: String, stage: String)
  case operandNamed(SourceSpan, stage: String)
  case orderNotAllowed(SourceSpan, word: String, stage: String)
  case forgottenBy(SourceSpan, stage: String)
  case unknownClause(SourceSpan, word: String, stage: String)
  case repeatedClause(SourceSpan, word: String, stage: String)
  case blockNotAllowed(SourceSpan, stage: String)
  case selectFirst(SourceSpan, edit: Edit?)
  case selectAll(SourceSpan)

  // Statements.
  case missingPath(SourceSpan)
  case missingSource(SourceSpan)
  case expectedName(SourceSpan, after: String)
  case expectedEquals(SourceSpan, name: String)
  case variableDefined(SourceSpan, name: String)
  case noLastResult(SourceSpan)
  case expectedWord(SourceSpan, word: String, owner: String)
  case missingUsedFile(SourceSpan)
  case expectedType(SourceSpan, name: String)
  case expectedBlock(SourceSpan, owner: String)
  case foreignChoice(SourceSpan, written: String)
  case unknownStatement(SourceSpan, name: String, nearest: String)

  // Habits of other languages.
  case missingBar(SourceSpan, written: String, right: String)
  case foreignStatement(SourceSpan, written: String, right: String?, help: String)
  case nameBehindValue(SourceSpan, name: String, edit: Edit)
  case statementAsStage(SourceSpan, word: String)
  case unknownMode(SourceSpan, word: String, stage: String, known: [String])

  var isTooDeep: Bool {
    if case .tooDeep = self { true } else { false }
  }

  var isSelectFirst: Bool {
    if case .selectFirst = self { true } else { false }
  }

  /// Whether it is about the operator that was found, which another problem covers.
  func isForeignOperator(at found: FoundComparison) -> Bool {
    guard case .foreignOperator(let span, _, _, _) = self else { return false }
    return span.start >= found.start && span.end <= found.end
  }

  /// The problem as its readers see it.
  var diagnostic: Diagnostic {
    let wording =
      habitWording ?? lexicalWording ?? expressionWording ?? signWording ?? stageWording
      ?? statementWording
    var diagnostic = Diagnostic(
      wording.code, .error, wording.message, at: .source(wording.span), label: wording.label,
      help: wording.help, edit: wording.edit)
    if let other = wording.secondary { diagnostic.secondary = [other] }
    return diagnostic
  }
}

/// How a problem is told.
struct Wording {
  let code: DiagnosticCode
  let span: SourceSpan
  let message: String
  let label: String
  let help: String?
  let edit: Edit?
  var secondary: (span: SourceSpan, label: String)?

  init(
    _ code: String, _ span: SourceSpan, _ message: String, label: String = "",
    help: String? = nil, edit: Edit? = nil
  ) {
    self.code = DiagnosticCode(code)
    self.span = span
    self.message = message
    self.label = label
    self.help = help
    self.edit = edit
  }

  /// With the change of the marked text itself, named in the help.
  init(
    _ code: String, _ span: SourceSpan, _ message: String, label: String = "", help: String? = nil,
    replacement: String?
  ) {
    let edit = replacement.map { Edit(span: span, replacement: $0) }
    self.init(
      code, span, message, label: label, help: help ?? replacement.map { "write `\($0)`" },
      edit: edit)
  }
}
