import PubQLModel

/// Comparisons of single values; of fields of many values any may meet any.
enum PlainRelation: String, CaseIterable {
  case equal = "="
  case exactly = "=="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case within, overlaps, has, contains, starts, ends

  func meets(_ a: PlainValue, _ b: PlainValue) -> Bool {
    switch (a, b) {
    case (.date(let a), .date(let b)):
      return Condition.DateRelation(rawValue: rawValue).map { Condition.meets(a, $0, b) } ?? false
    case (.bool(let a), .bool(let b)): return (self == .equal || self == .exactly) && a == b
    case (.whole, _), (.decimal, _):
      return b.number != nil && accepts(PlainOrder.compare(a, b))
    case (.duration, .duration): return accepts(PlainOrder.compare(a, b))
    default: break
    }
    guard let text = a.text, let other = b.text, let field = a.comparedAs,
      let relation = Condition.TextRelation(rawValue: rawValue)
    else { return false }
    return Condition.meets(
      field, Folded.value(text, field), relation, Folded.value(other, field))
  }

  private func accepts(_ order: Int) -> Bool {
    Condition.NumberRelation(rawValue: self == .exactly ? "=" : rawValue)?.holds(order, 0) ?? false
  }
}

extension PlainValue {
  /// A field whose values are compared as this one is.
  fileprivate var comparedAs: ReferenceField? {
    switch self {
    case .text: .title
    case .person: .author
    case .place: .region
    default: nil
    }
  }
}
