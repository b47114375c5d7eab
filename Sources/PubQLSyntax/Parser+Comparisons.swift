import PubQLDiagnostics

extension Parser {
  /// `a = b`, `a not in b`; the token in hand is the operator.
  mutating func comparison(_ left: Expression) throws(Recovery) -> Expression {
    if let test = try missingTest(left) { return test }
    if token.kind == .arrow { try refuseFunction(left) }
    let found = try comparisonOperator(left)
    if let test = try nullComparison(left, found) { return test }
    try readWildcard(left, found)
    let right = try rightOperand(.comparison(lexer.text(found.start, found.end)), .range)
    let kind = ExpressionKind.comparison(
      found.operation, negated: found.isNegated,
      operatorSpan: lexer.span(found.start, found.end), left, right)
    let made = try make(kind, from: left.span.start)
    if infixLevel() == .comparison { try readChain(made, middle: right) }
    return made
  }

  /// `a < b < c`: told once, and read to its end.
  private mutating func readChain(
    _ first: Expression, middle: Expression
  ) throws(Recovery) {
    var isFirst = true
    while infixLevel() == .comparison {
      let sign = token
      let found = try comparisonOperator(first)
      if isFirst {
        report(
          .chainedComparison(
            lexer.span(found.start, found.end), after: middle.span.after,
            middle: lexer.text(middle.span.start, middle.span.end)))
      }
      isFirst = false
      _ = try rightOperand(.comparison(text(sign)), .range)
    }
  }

  /// Reads the words or the sign of an operator.
  private mutating func comparisonOperator(
    _ left: Expression
  ) throws(Recovery) -> FoundComparison {
    let start = token.start
    switch token.kind {
    case .equal: return signOperator(.equal)
    case .exactlyEqual: return signOperator(.exactlyEqual)
    case .notEqual: return signOperator(.equal, negated: true)
    case .notExactlyEqual: return signOperator(.exactlyEqual, negated: true)
    case .less: return signOperator(.less)
    case .lessOrEqual: return signOperator(.lessOrEqual)
    case .greater: return signOperator(.greater)
    case .greaterOrEqual: return signOperator(.greaterOrEqual)
    case .foreignMatches: return signOperator(.matches)
    case .arrow:
      keep(.wrongSign(span(token), written: "=>", right: ">="))
      return signOperator(.greaterOrEqual)
    default: break
    }
    var isNegated = false
    if word.lowercased() == "not" {
      if word != "not" { reportForeignNot() }
      isNegated = true
      advance()
    }
    let operation = try wordOperator(&isNegated)
    return FoundComparison(
      operation: operation, isNegated: isNegated, start: start, end: previousEnd)
  }

  private mutating func signOperator(
    _ operation: ComparisonOperator, negated: Bool = false
  ) -> FoundComparison {
    let found = FoundComparison(
      operation: operation, isNegated: negated, start: token.start, end: token.end)
    advance()
    return found
  }

  /// `in`, `has any`, `starts` …, and the words of other languages for them.
  private mutating func wordOperator(
    _ isNegated: inout Bool
  ) throws(Recovery) -> ComparisonOperator {
    if let operation = ComparisonOperator(word: word) {
      advance()
      return completeOperator(operation)
    }
    let written = token
    guard let foreign = ForeignWords.operators[word.lowercased()],
      let operation = foreign.operation
    else { throw unexpected() }
    reportForeignWord()
    advance()
    if foreign.word == "=", token.kind == .name, word.lowercased() == "not", !endsStatement {
      // `is not`: the whole of it is one operator.
      lexer.problems.removeLast()
      keep(
        .foreignOperator(
          lexer.span(written.start, token.end), written: lexer.text(written.start, token.end),
          right: "!=", edit: "!="))
      isNegated.toggle()
      advance()
      return .equal
    }
    return completeOperator(operation)
  }

  /// The second word of `has any`, `has all`; `with` behind `starts` is a habit.
  private mutating func completeOperator(_ first: ComparisonOperator) -> ComparisonOperator {
    guard token.kind == .name, !endsStatement else { return first }
    if first == .has, word == "any" || word == "all", canBeginValue(peek()) {
      let isAny = word == "any"
      advance()
      return isAny ? .hasAny : .hasAll
    }
    if first == .starts || first == .ends, word == "with", canBeginValue(peek()) {
      let span = lexer.span(previousEnd, token.end)
      keep(.superfluousWord(span, shown: self.span(token), word: "with", after: first.rawValue))
      advance()
    }
    return first
  }
}

/// An operator of a condition and where it stands.
struct FoundComparison {
  let operation: ComparisonOperator
  let isNegated: Bool
  let start: Int
  let end: Int
}
