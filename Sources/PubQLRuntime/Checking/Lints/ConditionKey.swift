import PubQLEngine
import PubQLModel
import PubQLText

/// What a condition says, in a form that is equal for two that say the same.
struct ConditionKey: Hashable {
  let text: String
  /// Whether it is the negation of what the text says.
  var isNegated: Bool

  /// - Returns: nil where two conditions of one form could still differ.
  init?(_ condition: Scalar) {
    switch condition {
    case .not(let inner):
      guard let inner = ConditionKey(inner) else { return nil }
      self = ConditionKey(text: inner.text, isNegated: !inner.isNegated)
    case .comparison(let left, let comparison):
      guard let left = Self.text(of: left), let right = Self.text(of: comparison.right) else {
        return nil
      }
      text = "\(left) \(comparison.relation) \(comparison.quantifier) \(right)"
      isNegated = comparison.isNegated
    default:
      guard let text = Self.text(of: condition) else { return nil }
      self = ConditionKey(text: text, isNegated: false)
    }
  }

  private init(text: String, isNegated: Bool) {
    self.text = text
    self.isNegated = isNegated
  }

  /// An expression as text; nil where it may give different values each time or is not looked into.
  static func text(of scalar: Scalar) -> String? {
    switch scalar {
    case .constant(let value): text(of: value)
    case .column(let column): "#\(column)"
    case .source: "source"
    case .comparison, .not: ConditionKey(scalar).map { "(\($0.isNegated ? "!" : "")\($0.text))" }
    case .and(let terms): text(of: terms).map { "and\($0)" }
    case .or(let terms): text(of: terms).map { "or\($0)" }
    case .isMissing(let operand): text(of: operand).map { "missing(\($0))" }
    case .arithmetic(let sign, let left, let right, _):
      text(of: [left, right]).map { "\(sign.rawValue)\($0)" }
    case .negate(let operand, _): text(of: operand).map { "-(\($0))" }
    case .call(let function, let arguments, _):
      function.identity.flatMap { name in text(of: arguments).map { name + $0 } }
    case .list(let members): text(of: members).map { "list\($0)" }
    case .range(let low, let high): text(of: [low, high]).map { "range\($0)" }
    default: nil
    }
  }

  private static func text(of scalars: [Scalar]) -> String? {
    let texts = scalars.compactMap { text(of: $0) }
    return texts.count == scalars.count ? "(\(texts.joined(separator: ", ")))" : nil
  }

  private static func text(of value: Value) -> String? {
    switch value {
    // A field of which nothing is known yet stands as missing.
    case .function, .record, .missing: nil
    case .list(let values):
      // While a script is checked, what queries give is an empty list.
      values.isEmpty ? nil : text(of: values.map { Scalar.constant($0) })
    default: "\(value.kindName) \(value.plainText)"
    }
  }

  /// The right side of a comparison; texts that are compared folded are equal when folded.
  private static func text(of right: ScalarComparison.Right) -> String? {
    switch right {
    case .scalar(let scalar): return text(of: scalar)
    case .constant(let test):
      if test.values.isEmpty || test.relation == .matches { return nil }
      let texts = test.values.compactMap { value in
        test.relation != .exactlyEqual
          ? value.textual.map { "text \(String(decoding: Folding.fold($0), as: UTF8.self))" }
            ?? text(of: value) : text(of: value)
      }
      return texts.count == test.values.count ? texts.joined(separator: ", ") : nil
    }
  }
}
