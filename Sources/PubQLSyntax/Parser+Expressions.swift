import PubQLDiagnostics

/// How tightly an operator binds; the grammar has a rule for each.
enum BindingLevel: Int, Comparable {
  case disjunction
  case conjunction
  case negation
  case comparison
  case range
  case sum
  case product
  case prefix

  static let or = BindingLevel.disjunction

  static func < (left: BindingLevel, right: BindingLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Parser {
  /// An expression whose operators bind at least as tightly as `least`.
  ///
  /// One method for the rules `disjunction` to `prefix`: each call costs stack, and brackets may
  /// nest 200 deep.
  mutating func expression(_ least: BindingLevel = .disjunction) throws(Recovery) -> Expression {
    try enter(1)
    if token.kind == .leftParenthesis { return try rest(try parenthesised(), least) }
    return try rest(try operand(least), least)
  }

  /// What follows the first value of an expression; a method of its own to keep the frame small
  /// on which parentheses nest.
  private mutating func rest(
    _ first: Expression, _ least: BindingLevel
  ) throws(Recovery) -> Expression {
    var left = first
    if continuesDirectly { left = try postfix(left) }
    while let level = infixLevel(), level >= least {
      left = try infix(level, left)
    }
    // Not with `defer`, which would make the frame larger: who catches sets `depth` back.
    depth -= 1
    return left
  }

  /// Counts levels of nesting; what costs more stack counts as several.
  mutating func enter(_ levels: Int) throws(Recovery) {
    depth += levels
    if depth > Parser.maximumDepth + 1 { throw tooDeep() }
  }

  private mutating func infix(
    _ level: BindingLevel, _ left: Expression
  ) throws(Recovery) -> Expression {
    try enter(1)
    let whole =
      switch level {
      case .disjunction, .conjunction: try chain(level, left)
      case .comparison: try comparison(left)
      case .range: try range(left)
      default: try arithmetic(level, left)
      }
    depth -= 1
    return whole
  }

  /// Makes a node, unless the tree would be too high to walk.
  mutating func make(_ kind: ExpressionKind, from start: Int) throws(Recovery) -> Expression {
    let made = Expression(kind, span: span(from: start))
    if made.height > Parser.maximumDepth { throw tooDeep() }
    return made
  }

  mutating func tooDeep() -> Recovery {
    if !lexer.problems.contains(where: \.isTooDeep) { report(.tooDeep(place)) }
    return .statement
  }

  // MARK: Operators

  /// The level of the operator in hand; nil when none continues the expression.
  func infixLevel() -> BindingLevel? {
    switch token.kind {
    case .end, .pipe, .comma: return nil
    case .foreignAnd: return endsStatement ? nil : .conjunction
    case .foreignOr: return endsStatement ? nil : .disjunction
    default: break
    }
    if endsStatement { return nil }
    switch token.kind {
    case .name: return wordLevel()
    case .plus, .minus: return .sum
    case .star, .slash, .percent: return .product
    case .dotDot: return .range
    case .equal, .exactlyEqual, .notEqual, .notExactlyEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .foreignMatches, .arrow:
      return .comparison
    default: return nil
    }
  }

  private func wordLevel() -> BindingLevel? {
    switch word {
    case "and": .conjunction
    case "or": .disjunction
    case "not": isNegatedOperator(peek()) ? .comparison : nil
    case "NOT", "Not": isNegatedOperator(peek()) ? .comparison : nil
    default:
      if ComparisonOperator(word: word) != nil {
        .comparison
      } else {
        ForeignWords.operators[word.lowercased()]?.level(word)
      }
    }
  }

  private func isNegatedOperator(_ next: Token) -> Bool {
    guard next.kind == .name else { return false }
    let text = text(next)
    return ComparisonOperator(word: text) != nil || ForeignWords.operators[text.lowercased()] != nil
  }

  /// Whether a word stands between two values; as a value it is a field.
  func isInfixWord(_ text: String) -> Bool {
    text == "and" || text == "or" || ComparisonOperator(word: text) != nil
  }

  /// `a and b and c`, of any length: built balanced, so that the tree stays low.
  private mutating func chain(
    _ level: BindingLevel, _ first: Expression
  ) throws(Recovery) -> Expression {
    var terms = [first]
    let above = level == .disjunction ? BindingLevel.conjunction : .negation
    while infixLevel() == level {
      reportForeignWord()
      advance()
      terms.append(try expression(above))
    }
    return try balanced(level, terms)
  }

  private mutating func balanced(
    _ level: BindingLevel, _ terms: [Expression]
  ) throws(Recovery) -> Expression {
    var row = terms
    while row.count > 1 {
      var next: [Expression] = []
      next.reserveCapacity(row.count / 2 + 1)
      for index in stride(from: 0, to: row.count - 1, by: 2) {
        let (left, right) = (row[index], row[index + 1])
        let kind: ExpressionKind = level == .disjunction ? .or(left, right) : .and(left, right)
        next.append(Expression(kind, span: left.span.joined(with: right.span)))
      }
      if row.count % 2 == 1, let last = row.last { next.append(last) }
      row = next
    }
    guard let whole = row.first else { throw tooDeep() }
    if whole.height > Parser.maximumDepth { throw tooDeep() }
    return whole
  }

  private mutating func arithmetic(
    _ level: BindingLevel, _ left: Expression
  ) throws(Recovery) -> Expression {
    let sign = token
    advance()
    if sign.kind == .minus { checkMinus(sign, left) }
    let right = try rightOperand(.arithmetic(text(sign)), level == .sum ? .product : .prefix)
    let operation: ArithmeticOperator =
      switch sign.kind {
      case .plus: .add
      case .minus: .subtract
      case .star: .multiply
      case .slash: .divide
      default: .remainder
      }
    return try make(.arithmetic(operation, left, right), from: left.span.start)
  }

  /// What stands behind an operator; its absence is told with the operator's name.
  mutating func rightOperand(
    _ context: ValueContext, _ least: BindingLevel
  ) throws(Recovery) -> Expression {
    if !beginsValue, !isWildcard { throw expectedValue(after: context) }
    return try expression(least)
  }

  /// `2019..2021`, `2020..`; the token in hand is `..`
  private mutating func range(_ left: Expression) throws(Recovery) -> Expression {
    let sign = token
    advance()
    if endsStatement || !beginsValue || (token.kind == .name && !canEndRange(word)) {
      return try make(.range(left, nil), from: left.span.start)
    }
    if token.kind == .dotDot { throw fail(.unexpected(span(sign), found: "`..`")) }
    let right = try expression(.sum)
    return try make(.range(left, right), from: left.span.start)
  }

  /// Words that go on with what stands round a range that is open at its end.
  private func canEndRange(_ word: String) -> Bool {
    !isInfixWord(word)
      && ![
        "not", "asc", "desc", "by", "per", "as", "on", "seed", "then", "else",
      ].contains(word)
  }

  // MARK: Operands

  /// An operand with the signs and words before it.
  private mutating func operand(_ least: BindingLevel) throws(Recovery) -> Expression {
    switch token.kind {
    case .name where word == "not" || isForeignNot: try negation(least)
    case .foreignNot: try negation(least)
    case .name where (word == "if" || word == "try") && beginsConditional: try conditional()
    case .minus: try prefix()
    case .dotDot where least <= .range: try openRange()
    default: try postfix(try primary())
    }
  }

  /// `not missing(date)`, `not not x`
  private mutating func negation(_ least: BindingLevel) throws(Recovery) -> Expression {
    var starts: [Int] = []
    if least > .negation {
      report(.notWithoutParentheses(span(token)))
    }
    while token.kind == .foreignNot || (token.kind == .name && (word == "not" || isForeignNot)) {
      if isForeignNot { reportForeignNot() }
      starts.append(token.start)
      advance()
      if starts.count > Parser.maximumDepth { throw tooDeep() }
    }
    try enter(1)
    var value = try rightOperand(.word("not"), .comparison)
    depth -= 1
    for start in starts.reversed() { value = try make(.not(value), from: start) }
    return value
  }

  /// `-x`
  private mutating func prefix() throws(Recovery) -> Expression {
    let start = token.start
    advance()
    guard beginsValue, !(token.kind == .name && word == "not"), token.kind != .dotDot,
      token.kind != .minus, token.kind != .foreignNot
    else {
      throw expectedValue(after: .arithmetic("-"))
    }
    try enter(1)
    let value = try postfix(try primary())
    depth -= 1
    return try make(.negate(value), from: start)
  }

  /// `..2019`
  private mutating func openRange() throws(Recovery) -> Expression {
    let start = token.start
    advance()
    guard beginsValue, token.kind != .dotDot else {
      throw expectedValue(after: .arithmetic(".."))
    }
    let end = try expression(.sum)
    return try make(.range(nil, end), from: start)
  }

  /// Whether `.year` or `[0]` may follow a value here.
  private var continuesDirectly: Bool { token.kind == .dot || token.kind == .leftBracket }

  /// A value with what follows it directly: `.year`, `[0]`.
  private mutating func postfix(_ base: Expression) throws(Recovery) -> Expression {
    var value = base
    while !endsStatement {
      if token.kind == .dot {
        value = try member(value)
      } else if token.kind == .leftBracket, !token.followsSpace {
        value = try index(value)
      } else if token.kind == .leftParenthesis, !token.followsSpace, value.kind.isVariable {
        value = try application(of: value)
      } else {
        break
      }
    }
    return value
  }

  /// `$f(3)`
  private mutating func application(of function: Expression) throws(Recovery) -> Expression {
    try make(.apply(function, try arguments()), from: function.span.start)
  }

  private mutating func member(_ base: Expression) throws(Recovery) -> Expression {
    advance()
    guard token.kind == .name || token.kind == .quotedName, !breaksLine else {
      throw fail(.expectedMember(place))
    }
    let name = currentName()
    advance()
    if token.kind == .leftParenthesis, !token.followsSpace {
      return try qualifiedCall(base, name)
    }
    return try make(.member(base, name), from: base.span.start)
  }

  /// `places.coastal(x)`: a definition of a file that is used.
  private mutating func qualifiedCall(
    _ base: Expression, _ name: Name
  ) throws(Recovery) -> Expression {
    guard case .name(let qualifier) = base.kind, !qualifier.isQuoted, !name.isQuoted else {
      let rest =
        base.span.end - base.span.start < 40 ? lexer.text(base.span.start, base.span.end) : "x"
      throw fail(.callOnMember(span(token), name: name.text, base: rest))
    }
    let whole = Name(
      name.text, span: qualifier.span.joined(with: name.span), qualifier: qualifier.text)
    return try make(.call(whole, try arguments()), from: base.span.start)
  }

  private mutating func index(_ base: Expression) throws(Recovery) -> Expression {
    try enter(Parser.listLevels)
    let open = openBracket()
    do throws(Recovery) {
      let position = try expression()
      try close(open)
      depth -= Parser.listLevels
      return try make(.index(base, position), from: base.span.start)
    } catch {
      return try recover(open, error)
    }
  }

  /// The name in hand, without its backticks.
  func currentName() -> Name {
    guard token.kind == .quotedName else { return Name(text(token), span: span(token)) }
    let isClosed =
      token.end > token.start + 1 && lexer.byte(token.end - 1) == UInt8(ascii: "`")
    let text = lexer.text(token.start + 1, isClosed ? token.end - 1 : token.end)
    return Name(text, span: span(token), isQuoted: true)
  }
}

extension ComparisonOperator {
  /// The operator that a single word names (`has any` is two).
  init?(word: String) {
    switch word {
    case "in", "within", "overlaps", "has", "all", "contains", "starts", "ends", "matches", "like":
      self.init(rawValue: word)
    default: return nil
    }
  }
}
