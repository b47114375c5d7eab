import PubQLSyntax

/// Where the cursor stands, as far as it decides what can stand there.
struct CompletionPlace {
  /// What can stand at the cursor.
  enum Wanted: Equatable {
    case nothing
    /// The beginning of a statement.
    case statement
    /// Right behind a `|`.
    case stage
    /// A value, a condition or a name; the stage decides which name a field goes by.
    case operand(prefersSingular: Bool)
    /// The same, or a word that says which kind of a stage is meant: `chart bar`.
    case mode([String], prefersSingular: Bool)
    /// Behind an operand: operators and the words that a stage goes on with.
    case continuation([String])
    /// A value of that field, written in quotes.
    case value(field: String)
    /// What `from` can name.
    case source
    case file
    case variable
    /// A member of a field, behind its dot.
    case member(of: String)
  }

  let wanted: Wanted
  /// What was typed of it, without a quote.
  let typed: String
  /// Where that begins, its quote included.
  let start: Int

  /// Reads the text before the cursor.
  /// - Complexity: linear.
  init(_ bytes: [UInt8]) {
    let scanner = TypedScanner(bytes)
    var tokens = scanner.tokens
    let end = bytes.count
    guard !scanner.endsInside else {
      (wanted, typed, start) = (.nothing, "", end)
      return
    }
    var current: TypedToken?
    if let last = tokens.last, last.end == end {
      switch last.kind {
      case .word, .variable, .openText: current = tokens.removeLast()
      case .number, .text, .pattern, .quotedName:
        (wanted, typed, start) = (.nothing, "", end)
        return
      case .sign: break
      }
    }
    (typed, start) = (current?.text ?? "", current?.start ?? end)
    let frame = CompletionFrame.innermost(of: tokens, cursorStartsLine: current?.startsLine)
    switch current?.kind {
    case .variable: wanted = .variable
    case .openText:
      wanted = frame.wantsFile ? .file : frame.comparedField.map { .value(field: $0) } ?? .nothing
    default: wanted = frame.wanted
    }
  }
}

/// The bracket, or the statement, that the cursor stands in.
struct CompletionFrame {
  /// What was typed since the bracket, the statement or the last `|` began.
  private var tokens: [TypedToken] = []
  /// The bracket, or nothing for a statement.
  private var opener = ""
  /// Whether a `|` stands before `tokens`.
  private var followsPipe = false
  /// What a list is compared with, for `topic in ["`.
  private var listField: String?
  /// What stands right before the bracket of a call.
  private var callee: String?

  static func innermost(of tokens: [TypedToken], cursorStartsLine: Bool?) -> CompletionFrame {
    var frames = [CompletionFrame()]
    for token in tokens {
      let top = frames.count - 1
      if frames[top].endsStatement(before: token) { frames[top] = CompletionFrame() }
      switch token.kind == .sign ? token.text : "" {
      case "(", "[", "{":
        var inner = CompletionFrame()
        inner.opener = token.text
        if token.text == "[" { inner.listField = frames[top].comparedField }
        if let last = frames[top].tokens.last, last.isName { inner.callee = last.text }
        frames[top].tokens.append(token)
        frames.append(inner)
      case ")", "]", "}":
        if frames.count > 1 { frames.removeLast() }
        frames[frames.count - 1].tokens.append(token)
      case "|":
        frames[top].tokens = []
        frames[top].followsPipe = true
      case ";" where frames.count == 1: frames[0] = CompletionFrame()
      default: frames[top].tokens.append(token)
      }
    }
    return frames[frames.count - 1]
  }

  /// A line end ends a statement, unless something before it or behind it says that it goes on.
  private func endsStatement(before token: TypedToken) -> Bool {
    guard token.startsLine, opener.isEmpty, let last = tokens.last else { return false }
    if token.isSign("|") || last.isSign(",") || last.isSign("=") { return false }
    return !(last.kind == .word && CompletionWords.wantOperand.contains(last.text))
  }

  /// `load "…"` and `save "…"`.
  var wantsFile: Bool {
    guard opener.isEmpty || opener == "(", let first = tokens.first else { return false }
    return first.isWord("load") || first.isWord("save")
  }

  /// The field whose value stands next: `topic = `, `topic in [`, `topic has any ["a", `.
  var comparedField: String? {
    if opener == "[" {
      return tokens.last.map { $0.isSign(",") } ?? true ? listField : nil
    }
    var rest = tokens[...]
    var hasOperator = false
    while let last = rest.last, CompletionWords.isValueOperator(last) {
      hasOperator = true
      rest.removeLast()
    }
    // A definition is made with the same sign: `def urban = `.
    guard hasOperator, let field = rest.popLast(), field.isName else { return nil }
    let before = rest.last
    if let before, before.isWord("def") || before.isWord("let") || before.isSign(".") {
      return nil
    }
    return field.text
  }

  var wanted: CompletionPlace.Wanted {
    guard let last = tokens.last else { return beginning }
    if last.isSign(".") {
      let owner = tokens.dropLast().last
      return owner.map { $0.isName ? .member(of: $0.text) : .nothing } ?? .nothing
    }
    if let field = comparedField { return .value(field: field) }
    if tokens.count == 1, last.kind == .word, let special = wantedBehindFirstWord(last.text) {
      return special
    }
    if tokens.count == 2, let grammar, grammar.name == "join", grammar.modes.contains(last.text) {
      return .source
    }
    if let first = tokens.first, first.isWord("let") || first.isWord("def") {
      return wantedInDefinition
    }
    if last.kind == .sign {
      return [")", "]", "}"].contains(last.text)
        ? .continuation(continuations) : .operand(prefersSingular: prefersSingular)
    }
    let isWordForOperand = last.kind == .word && CompletionWords.wantOperand.contains(last.text)
    let isClause = last.kind == .word && grammar?.clauses.contains(last.text) == true
    if isWordForOperand || isClause { return .operand(prefersSingular: prefersSingular) }
    return .continuation(continuations)
  }

  private var beginning: CompletionPlace.Wanted {
    if followsPipe { return .stage }
    switch opener {
    case "": return .statement
    case "{": return .nothing  // the name of a new column
    case "[": return listField.map { .value(field: $0) } ?? .operand(prefersSingular: true)
    default: return .operand(prefersSingular: true)
    }
  }

  private var wantedInDefinition: CompletionPlace.Wanted {
    guard let index = tokens.firstIndex(where: { $0.isSign("=") }) else { return .nothing }
    if index == tokens.count - 1 { return .statement }
    var body = self
    body.tokens.removeFirst(index + 1)
    return body.wanted
  }

  private func wantedBehindFirstWord(_ word: String) -> CompletionPlace.Wanted? {
    guard opener != "[", opener != "{" else { return nil }
    switch word {
    case "from": return .source
    case "load", "let", "def": return .nothing
    default: break
    }
    guard let grammar else { return nil }
    switch grammar.name {
    case "save": return .file
    case "join", "union", "intersect", "except": return .source
    case "take", "skip", "top", "sample": return .nothing
    case "count", "group": return .continuation(grammar.clauses)
    case _ where !grammar.modes.isEmpty:
      return .mode(grammar.modes, prefersSingular: prefersSingular)
    default: return .operand(prefersSingular: prefersSingular)
    }
  }

  /// The stage that was begun, if a stage can begin there.
  private var grammar: StageGrammar? {
    guard opener != "[", opener != "{", callee == nil, let first = tokens.first, first.kind == .word
    else { return nil }
    return StageGrammar.named(first.text)
  }

  /// In conditions the singular reads better; columns go by their own name.
  private var prefersSingular: Bool {
    guard let name = grammar?.name else { return true }
    return !["select", "drop", "describe", "show"].contains(name)
  }

  private var continuations: [String] {
    var words: [String] = []
    let last = tokens.last
    let takesConditions = grammar.map { ["where", "with", "each"].contains($0.name) } ?? true
    if takesConditions || !opener.isEmpty, let last, last.isName, !isComparisonDone {
      words += CompletionWords.comparisons
    }
    if let grammar {
      words += grammar.clauses.filter { clause in !tokens.contains { $0.isWord(clause) } }
      if grammar.allowsOrder, let last, last.isName, !["asc", "desc"].contains(last.text) {
        words += ["asc", "desc"]
      }
      if !takesConditions && opener.isEmpty { return words }
    }
    if let first = tokens.first, first.isWord("from") { return [] }
    return words + ["and", "or"]
  }

  /// Whether the condition at the cursor has its operator.
  private var isComparisonDone: Bool {
    let part = tokens.reversed().prefix { !$0.isWord("and") && !$0.isWord("or") && !$0.isSign(",") }
    return part.dropFirst().contains {
      CompletionWords.isValueOperator($0)
        || $0.kind == .word && CompletionWords.comparisons.contains($0.text)
        || $0.kind == .sign && "<>=!".contains($0.text.first ?? " ")
    }
  }
}

/// The words of conditions.
enum CompletionWords {
  static let comparisons = [
    "in", "not in", "within", "overlaps", "has", "has any", "has all", "all", "contains",
    "starts", "ends", "matches",
  ]

  /// Words that an operand must follow.
  static let wantOperand: Set<String> = [
    "and", "or", "not", "in", "within", "overlaps", "has", "any", "all", "contains", "starts",
    "ends", "matches", "like", "by", "per", "where", "with", "select", "drop", "sort", "distinct",
    "each",
  ]

  /// Whether a value of the field before it follows: `=`, `in`, `has any`.
  static func isValueOperator(_ token: TypedToken) -> Bool {
    switch token.kind {
    case .sign: ["=", "==", "!=", "!=="].contains(token.text)
    case .word:
      ["in", "not", "within", "has", "any", "all", "contains", "starts", "ends", "like"].contains(
        token.text)
    default: false
    }
  }
}
