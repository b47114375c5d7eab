import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

/// Finds among conditions that are joined by `and` or `or` two that contradict each other, say the
/// same, or leave nothing to ask.
struct ConnectedLint {
  /// What is known of one of the conditions.
  struct Part {
    let text: String
    let span: SourceSpan
    let key: ConditionKey?
    let bounds: Bounds?
    /// The column of which it wants to have a value, or to have none.
    let presence: Presence?

    enum Presence: Equatable {
      case missing(String)
      case present(String)
    }
  }

  let isAnd: Bool

  /// Of very many conditions only the first are held together.
  static let limit = 100

  /// The problems of each part with one before it.
  func problems(_ parts: [Part]) -> [LintProblem] {
    var problems: [LintProblem] = []
    for (index, part) in parts.prefix(Self.limit).enumerated() {
      // One remark a condition is enough.
      problems += parts[..<index].lazy.compactMap { problem(of: part, after: $0) }.prefix(1)
    }
    return problems
  }

  private func problem(of part: Part, after first: Part) -> LintProblem? {
    if let a = first.key, let b = part.key, a.text == b.text {
      if a.isNegated == b.isNegated { return .saidTwice(part.span, first: first.span) }
      return isAnd ? never(part, first) : .alwaysOne(part.span, other: first.span, help: nil)
    }
    return isAnd ? conflict(of: part, with: first) : alwaysOne(part, first)
  }

  private func never(_ part: Part, _ first: Part) -> LintProblem {
    .neverTogether(part.text, part.span, other: first.text, first.span)
  }

  private func conflict(of part: Part, with first: Part) -> LintProblem? {
    switch (first.presence, part.presence) {
    case (.missing(let a), .present(let b)), (.present(let a), .missing(let b)):
      if a == b { return never(part, first) }
    default: break
    }
    guard let a = first.bounds, let b = part.bounds else { return nil }
    if a.excludes(b) { return never(part, first) }
    if b.implies(a) { return .saysNothing(first.text, first.span, other: part.text, part.span) }
    if a.implies(b) { return .saysNothing(part.text, part.span, other: first.text, first.span) }
    return nil
  }

  /// `type != "a" or type != "b"`: no row has both values.
  private func alwaysOne(_ part: Part, _ first: Part) -> LintProblem? {
    guard part.key?.isNegated == true, first.key?.isNegated == true, let a = first.bounds,
      let b = part.bounds, a.excludes(b)
    else { return nil }
    return .alwaysOne(part.span, other: first.span, help: "write `and` for what is neither of them")
  }
}

extension ConnectedLint.Part {
  /// - Parameters:
  ///   - text: how it stands in the script.
  ///   - schema: of the columns that the condition looks at.
  ///   - isAnd: how it is joined to others: of `or` the negations are of interest.
  init(_ condition: Scalar, text: String, span: SourceSpan, _ schema: Schema, isAnd: Bool) {
    self.text = text
    self.span = span
    key = ConditionKey(condition)
    bounds = Bounds(isAnd ? condition : condition.withoutNegation, schema)
    presence = Self.presence(of: condition)
  }

  private static func presence(of condition: Scalar) -> Presence? {
    switch condition {
    case .isMissing(let operand): ConditionKey.text(of: operand).map { .missing($0) }
    case .not(.isMissing(let operand)): ConditionKey.text(of: operand).map { .present($0) }
    case .comparison(let left, let comparison) where !comparison.isNegated:
      ConditionKey.text(of: left).map { .present($0) }
    default: nil
    }
  }
}

extension Scalar {
  /// What a negated condition negates; itself where it negates nothing.
  fileprivate var withoutNegation: Scalar {
    switch self {
    case .not(let inner): inner
    case .comparison(let left, let comparison):
      .comparison(
        left,
        ScalarComparison(
          comparison.relation, quantifier: comparison.quantifier, isNegated: false,
          right: comparison.right))
    default: self
    }
  }
}
