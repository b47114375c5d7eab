import PubQLEngine
import PubQLSyntax
import PubQLText

extension Checker {
  /// For longer texts, and greater distances, the function is called, which counts its work: a text
  /// that is longer by more than the distance is told by its length.
  private static let longestTarget = 2_000

  /// `distance(author, "Robert Zamor") <= 1` as a comparison of authors with the name, which can be
  /// asked of a whole column; nil for another comparison.
  func distanceCondition(
    _ use: ComparisonUse, _ left: Typed, _ right: Typed, _ scope: Scope
  ) -> Typed? {
    guard let call = DistanceCall(left.scalar, scope.schema), let number = right.constant,
      let edits = EditRange(use.operation, number), edits.limit ?? 0 <= Self.longestTarget,
      call.targets.allSatisfy({ $0.utf8.count <= Self.longestTarget }),
      let condition = call.condition(edits, isNegated: use.isNegated)
    else { return nil }
    return Typed(condition, .bool, usesRow: true)
  }
}

/// A call of `distance` with a column of texts and what is known beforehand.
private struct DistanceCall {
  let column: Int
  let targets: [String]
  /// Whether the nearest of several values counts, and not each.
  let takesNearest: Bool

  init?(_ scalar: Scalar, _ schema: Schema?) {
    guard case .call(let function, let arguments, _) = scalar, let schema,
      function.name == Builtin.distance.name, arguments.count == 2
    else { return nil }
    let target: Value
    switch (arguments[0], arguments[1]) {
    case (.column(let index), .constant(let value)): (column, target) = (index, value)
    case (.constant(let value), .column(let index)): (column, target) = (index, value)
    default: return nil
    }
    targets = target.members.compactMap(\.textual)
    guard schema.columns.indices.contains(column), schema.columns[column].type.element.isTextual,
      !targets.isEmpty, targets.count == target.members.count
    else { return nil }
    if case .constant = arguments[0], case .list = schema.columns[column].type {
      takesNearest = true
    } else {
      takesNearest = false
    }
  }

  /// Nil where it can only be said by the function.
  func condition(_ edits: EditRange, isNegated: Bool) -> Scalar? {
    // Of several the nearest is no further than that where one of them is.
    if edits.least == 0 || !takesNearest && targets.count == 1 {
      return comparison(edits, isNegated: isNegated)
    }
    guard targets.count == 1, let upTo = EditRange(from: 0, through: edits.most),
      let nearer = EditRange(from: 0, through: edits.least - 1)
    else { return nil }
    let condition = Scalar.and([
      comparison(upTo, isNegated: false), comparison(nearer, isNegated: true),
    ])
    return isNegated ? .not(condition) : condition
  }

  private func comparison(_ edits: EditRange, isNegated: Bool) -> Scalar {
    let test = ValueTest(.edits(edits), .list(targets.map { .text($0) }))
    return .comparison(
      .column(column),
      ScalarComparison(.edits(edits), isNegated: isNegated, right: .constant(test)))
  }
}

extension EditRange {
  /// The distances that a comparison with a number or a range accepts; nil where there are none, or
  /// where it compares otherwise.
  fileprivate init?(_ operation: ComparisonOperator, _ value: Value) {
    switch (operation, value) {
    case (.equal, .range(let low, let high)), (.in, .range(let low, let high)):
      guard let least = Self.bound(low, .up, or: 0), high.isMissing || high.number != nil else {
        return nil
      }
      self.init(from: least, through: Self.bound(high, .down, or: nil))
    default:
      guard let least = Self.bound(value, .up, or: nil),
        let most = Self.bound(value, .down, or: nil)
      else { return nil }
      switch operation {
      case .equal, .exactlyEqual: self.init(from: least, through: most)
      case .less: self.init(from: 0, through: least - 1)
      case .lessOrEqual: self.init(from: 0, through: most)
      case .greater: self.init(from: most + 1, through: nil)
      case .greaterOrEqual: self.init(from: least, through: nil)
      default: return nil
      }
    }
  }

  /// A whole number that bounds whole numbers as a number does; another where it is missing.
  private static func bound(
    _ value: Value, _ rule: FloatingPointRoundingRule, or otherwise: Int?
  ) -> Int? {
    if value.isMissing { return otherwise }
    return value.number.flatMap { number in
      // No text is so long: the sign is all that counts.
      number.isNaN ? nil : Int(max(-1e15, min(1e15, number.rounded(rule))))
    }
  }
}
