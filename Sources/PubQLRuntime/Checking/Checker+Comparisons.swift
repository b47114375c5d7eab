import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax
import PubQLText

/// A comparison as it stands in the text.
struct ComparisonUse {
  let operation: ComparisonOperator
  let isNegated: Bool
  let left: Expression
  let right: Expression
  let span: SourceSpan

  /// The same with its sides exchanged.
  func mirrored(_ operation: ComparisonOperator) -> ComparisonUse {
    ComparisonUse(
      operation: operation, isNegated: isNegated, left: right,
      right: left, span: span)
  }

  /// The operator's words, for messages.
  var sign: String {
    switch operation {
    case .equal where isNegated: "!="
    case .exactlyEqual where isNegated: "!=="
    default: (isNegated ? "not " : "") + operation.rawValue
    }
  }
}

extension Checker {
  func checkComparison(_ use: ComparisonUse, _ scope: Scope) -> Typed {
    let left = check(use.left, scope)
    if use.operation == .matches { return checkMatches(use, left, scope) }
    if let word = bareWord(use.right, beside: left, scope) {
      report(.textWithoutQuotes(word.text, word.span))
      return .unknown
    }
    let right = check(use.right, scope)
    // `2015 <= date` asks of the date what `date >= 2015` asks: what is known stands at the right.
    if left.constant != nil, right.usesRow, let mirrored = use.operation.mirrored {
      return compare(use.mirrored(mirrored), right, left, scope)
    }
    return compare(use, left, right, scope)
  }

  private func compare(
    _ use: ComparisonUse, _ left: Typed, _ right: Typed, _ scope: Scope
  ) -> Typed {
    var right = right
    if right.type == .missing, right.constant != nil, use.operation == .equal {
      report(missingComparison(use, left))
      return .unknown
    }
    guard let relation = use.operation.relation(for: right.type),
      accepts(use, left, &right, relation)
    else { return .unknown }
    if let condition = distanceCondition(use, left, right, scope) { return condition }
    let comparison = ScalarComparison(
      relation, quantifier: use.operation.quantifier, isNegated: use.isNegated,
      right: right.usesRow || right.constant == nil
        ? .scalar(right.scalar)
        : .constant(ValueTest(relation, right.constant ?? .missing, use.operation.quantifier)))
    probe(use, left, right, relation, scope)
    return fold(
      Typed(
        .comparison(left.scalar, comparison), .bool, usesRow: left.usesRow || right.usesRow))
  }

  private func missingComparison(_ use: ComparisonUse, _ left: Typed) -> CheckProblem {
    var field: String?
    if case .name(let name) = use.left.kind { field = name.text }
    return .missingInComparison(
      use.right.span, field: field, whole: use.span, isNegated: use.isNegated)
  }

  // MARK: Kinds

  /// Whether the two sides can be compared; reports it when they cannot.
  private func accepts(
    _ use: ComparisonUse, _ left: Typed, _ right: inout Typed, _ relation: ValueTest.Relation
  ) -> Bool {
    let a = left.type.element
    let b = right.type.element
    if a == .any || b == .any || a == .missing { return true }
    switch relation {
    case .has, .contains, .starts, .ends, .like:
      guard a.isTextual else {
        report(
          .operatorKind(
            use.sign, use.left.span, left: left.type, wanted: "text",
            help: a == .date
              ? "compare dates with `=`, `<`, `in` and `overlaps`" : "compare it with `=`"))
        return false
      }
      return b.isTextual || reportComparison(use, left, right)
    case .within where !(b.isRange || a == .date && b == .date || b == .number && a == .date):
      guard a == .place || a == .text else {
        report(
          .operatorKind(
            use.sign, use.left.span, left: left.type, wanted: "places",
            help: a == .date ? "write `in` for dates" : "write `=` or `in`"))
        return false
      }
      return b.isTextual || reportComparison(use, left, right)
    case .overlaps:
      guard a == .date else {
        report(
          .operatorKind(
            use.sign, use.left.span, left: left.type, wanted: "dates",
            help: a == .place ? "write `within` for places" : "write `=` or `in`"))
        return false
      }
      return convertToDate(&right) || reportComparison(use, left, right)
    default: return comparable(use, left, &right, relation)
    }
  }

  /// Equality, order and ranges.
  private func comparable(
    _ use: ComparisonUse, _ left: Typed, _ right: inout Typed, _ relation: ValueTest.Relation
  ) -> Bool {
    let a = left.type.element
    let b = right.type.element
    switch (a, b) {
    case (.date, _): if convertToDate(&right) { return true }
    case (.identifier, .number):
      right.scalar = .call(ValueMembers.identifierText, [right.scalar], use.right.span)
      right = fold(right)
      return true
    case (.number, .range(.number)) where relation == .within || relation == .equal: return true
    case (.range, _), (_, .range): break
    case (.bool, .bool) where relation.isOrder:
      report(
        .operatorKind(
          use.sign, use.left.span, left: left.type, wanted: "what has an order",
          help: "compare it with `=`, or join conditions with `and`, `or` and `not`"))
      return false
    case _ where a.isTextual && b.isTextual: return true
    case _ where a == b: return true
    default: break
    }
    return reportComparison(use, left, right)
  }

  /// A year, or a range of years, where a date is wanted. Members of a list likewise.
  private func convertToDate(_ right: inout Typed) -> Bool {
    let element = right.type.element
    if element == .date || element == .range(.date) || element == .any { return true }
    guard element == .number || element == .range(.number) else { return false }
    guard let constant = right.constant else { return true }
    return constant.members.allSatisfy { $0.asDate != nil }
  }

  private func reportComparison(_ use: ComparisonUse, _ left: Typed, _ right: Typed) -> Bool {
    var words = right.type.described
    if let text = right.constant?.textual { words = "the text \"\(text)\"" }
    report(
      .cannotCompare(
        left: left.type, leftSpan: use.left.span, right: right.type, rightText: words,
        rightSpan: use.right.span,
        fix: ComparisonFix.of(use, left, right) ?? fix(for: left.type.element, right.constant)))
    return false
  }

  /// What to write instead, where the right side says what is meant.
  private func fix(for left: ValueType, _ value: Value?) -> ComparisonFix? {
    switch (left, value) {
    case (.date, .text(let text)?):
      guard let date = PartialDate.reading(text)?.date else {
        return ComparisonFix(
          "write a year, a month or a day: 2025, 2025-03, 2025-03-20, or `today() - 6 months`",
          "2025")
      }
      let literal = date.isInterval || date.precision == .season || date.qualifiers != []
      let written = literal ? "date(\"\(date.edtf)\")" : date.edtf
      return ComparisonFix("dates stand without quotes: `\(written)`", written)
    case (.number, .text(let text)?):
      return Double(text) == nil
        ? nil : ComparisonFix("numbers stand without quotes: `\(text)`", text)
    case (let type, .whole(let number)?) where type.isTextual:
      return ComparisonFix("texts stand in quotes: `\"\(number)\"`", "\"\(number)\"")
    case (let type, .date(let date)?) where type.isTextual:
      return ComparisonFix("texts stand in quotes: `\"\(date.edtf)\"`", "\"\(date.edtf)\"")
    default: return nil
    }
  }

  // MARK: Patterns

  private func checkMatches(_ use: ComparisonUse, _ left: Typed, _ scope: Scope) -> Typed {
    let type = left.type.element
    guard type.isTextual || type == .any else {
      report(
        .operatorKind(
          use.sign, use.left.span, left: left.type, wanted: "text", help: "compare it with `=`"))
      return .unknown
    }
    guard let pattern = pattern(use.right, scope) else { return .unknown }
    let comparison = ScalarComparison(
      .matches, isNegated: use.isNegated, right: .constant(ValueTest(pattern: pattern)))
    return fold(Typed(.comparison(left.scalar, comparison), .bool, usesRow: left.usesRow))
  }

  /// The pattern of a literal `/…/`, or of a text that is known.
  func pattern(_ expression: Expression, _ scope: Scope) -> Pattern? {
    let text: String
    let ignoresCase: Bool
    var start = expression.span.start
    switch expression.kind {
    case .parenthesised(let inner): return pattern(inner, scope)
    case .name(let name) where isPattern(expression, scope):
      guard let argument = scope.arguments[name.text] else { return nil }
      return pattern(argument.expression, argument.scope(in: scope))
    case .pattern(let body, let ignoring, let textStart):
      (text, ignoresCase, start) = (body, ignoring, textStart)
    default:
      let typed = check(expression, scope)
      guard let value = typed.constant?.textual else {
        if typed.type != .any {
          report(
            .argumentKind(
              "matches", expression.span, expected: "a pattern such as `/cit(y|ies)/i`",
              found: typed.type))
        }
        return nil
      }
      (text, ignoresCase) = (value, false)
    }
    do {
      return try Pattern(text, ignoringCase: ignoresCase)
    } catch {
      let place = min(start + error.offset, max(start, expression.span.end - 1))
      report(
        .badPattern(
          error.message,
          SourceSpan(file: expression.span.file, start: place, end: expression.span.end)))
      return nil
    }
  }

  /// Whether an expression is a pattern literal, or a parameter for which one stands.
  func isPattern(_ expression: Expression, _ scope: Scope) -> Bool {
    switch expression.kind {
    case .pattern: return true
    case .parenthesised(let inner): return isPattern(inner, scope)
    case .name(let name) where !name.isQuoted && scope.locals[name.text] == nil:
      guard let argument = scope.arguments[name.text] else { return false }
      return isPattern(argument.expression, argument.scope(in: scope))
    default: return false
    }
  }

  // MARK: Values that occur nowhere

  /// Notes which texts a condition asks a coded field for.
  private func probe(
    _ use: ComparisonUse, _ left: Typed, _ right: Typed, _ relation: ValueTest.Relation,
    _ scope: Scope
  ) {
    if relation == .has, let text = right.constant?.textual, PhraseMatcher(text).isEmpty {
      report(.emptyComparison(use.right.span))
    }
    guard relation == .equal || relation == .within, case .column(let index) = left.scalar,
      let schema = scope.schema, schema.columns.indices.contains(index), let value = right.constant
    else { return }
    let literals = value.members.count > 1 ? use.right.listMembers : [use.right]
    for (offset, member) in value.members.enumerated() {
      guard let text = member.textual else { continue }
      let probe = ValueProbe(
        column: schema.columns[index].name, test: ValueTest(relation, member), text: text,
        span: offset < literals.count ? literals[offset].span : use.right.span)
      probes.append(probe)
      lint(probe)
    }
  }
}

extension Expression {
  /// The members of a list literal.
  fileprivate var listMembers: [Expression] {
    switch kind {
    case .list(let members): members
    case .parenthesised(let inner): inner.listMembers
    default: []
    }
  }
}

extension ValueType {
  var isRange: Bool { if case .range = self { true } else { false } }
}

extension ComparisonOperator {
  /// What the operator asks of a value; `in` asks for equality with a member of a list, and for
  /// containment in a range.
  func relation(for right: ValueType) -> ValueTest.Relation? {
    switch self {
    case .equal, .all: .equal
    case .exactlyEqual: .exactlyEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .in: right.element.isRange || right.element == .date ? .within : .equal
    case .within: .within
    case .overlaps: .overlaps
    case .has, .hasAny, .hasAll: .has
    case .contains: .contains
    case .starts: .starts
    case .ends: .ends
    case .matches: .matches
    case .like: .like
    }
  }

  /// What holds when the sides are exchanged; nil where that has no meaning.
  var mirrored: ComparisonOperator? {
    switch self {
    case .equal, .exactlyEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: nil
    }
  }

  var quantifier: ValueTest.Quantifier {
    switch self {
    case .all: .all
    case .hasAll: .allOfOne
    default: .any
    }
  }
}
