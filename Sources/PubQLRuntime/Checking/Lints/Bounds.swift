import PubQLEngine
import PubQLModel
import PubQLText

/// Between which values a condition holds one value of a row, where it says so.
struct Bounds {
  /// The column, or what is worked out of it: only bounds of one subject can be held together.
  let subject: String
  private let kind: Kind
  /// Whether all between the bounds meets the condition.
  private let isExact: Bool

  private enum Kind {
    case days(Days)
    case numbers(Numbers)
    /// Folded texts, of which it has to be one
    case texts(Set<[UInt8]>)
  }

  /// - Parameter schema: of the columns that the condition looks at.
  init?(_ condition: Scalar, _ schema: Schema) {
    guard case .comparison(let left, let comparison) = condition, !comparison.isNegated,
      comparison.quantifier == .any, case .constant(let test) = comparison.right,
      !test.values.isEmpty, Self.isSingle(left, schema)
    else { return nil }
    isExact = test.values.count == 1
    if let column = Self.date(left, schema) {
      guard let days = Days(test) else { return nil }
      (subject, kind) = ("#\(column)", .days(days))
      return
    }
    guard let key = ConditionKey.text(of: left) else { return nil }
    subject = key
    if let numbers = Numbers(test) {
      kind = .numbers(numbers)
    } else if test.relation == .equal || test.relation == .exactlyEqual,
      case .column(let column) = left,
      [.text, .identifier].contains(schema.columns[column].type),
      test.values.allSatisfy({ $0.textual != nil })
    {
      kind = .texts(Set(test.values.compactMap(\.textual).map { Folding.fold($0) }))
    } else {
      return nil
    }
  }

  /// Whether no value lies in both.
  func excludes(_ other: Bounds) -> Bool {
    guard subject == other.subject else { return false }
    switch (kind, other.kind) {
    case (.days(let a), .days(let b)): return a.excludes(b)
    case (.numbers(let a), .numbers(let b)): return a.excludes(b)
    case (.texts(let a), .texts(let b)): return a.isDisjoint(with: b)
    default: return false
    }
  }

  /// Whether all values that lie in these bounds lie in the other ones.
  func implies(_ other: Bounds) -> Bool {
    guard subject == other.subject, other.isExact else { return false }
    switch (kind, other.kind) {
    case (.days(let a), .days(let b)): return a.implies(b)
    case (.numbers(let a), .numbers(let b)): return a.implies(b)
    default: return false
    }
  }

  /// Whether a row has one value of an expression at most.
  private static func isSingle(_ scalar: Scalar, _ schema: Schema) -> Bool {
    if case .call(let function, _, _) = scalar, function.name == "length" { return true }
    var columns: Set<Int> = []
    scalar.collectColumns(into: &columns)
    return !columns.isEmpty
      && columns.allSatisfy { column in
        guard schema.columns.indices.contains(column) else { return false }
        let type = schema.columns[column].type
        return type == type.element && type != .any
      }
  }

  /// The column of dates that an expression is, or whose year it is.
  private static func date(_ scalar: Scalar, _ schema: Schema) -> Int? {
    switch scalar {
    case .column(let column): schema.columns[column].type == .date ? column : nil
    case .call(let function, let arguments, _) where function.name == "year":
      arguments.count == 1 ? date(arguments[0], schema) : nil
    default: nil
    }
  }
}

/// Between which days a date has to begin and to end. Unit: days since 1970-01-01.
private struct Days {
  var start = Int.min...Int.max
  var end = Int.min...Int.max

  /// What any of the test's values allows.
  init?(_ test: ValueTest) {
    var all: Days?
    for value in test.values {
      guard let date = value.asDate, let days = Days(test.relation, date) else { return nil }
      all = all.map { $0.hull(days) } ?? days
    }
    guard let all else { return nil }
    self = all
  }

  private init?(_ relation: ValueTest.Relation, _ date: PartialDate) {
    let (first, last) = (Int(date.firstDay), Int(date.lastDay))
    switch relation {
    case .equal, .exactlyEqual, .within: (start, end) = (first...Int.max, Int.min...last)
    case .less: end = Int.min...(first - 1)
    case .lessOrEqual: end = Int.min...last
    case .greater: start = (last + 1)...Int.max
    case .greaterOrEqual: start = first...Int.max
    case .overlaps: (start, end) = (Int.min...last, first...Int.max)
    default: return nil
    }
  }

  private func hull(_ other: Days) -> Days {
    var result = self
    result.start = Self.hull(start, other.start)
    result.end = Self.hull(end, other.end)
    return result
  }

  private static func hull(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> ClosedRange<Int> {
    min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }

  /// A date begins no later than it ends.
  func excludes(_ other: Days) -> Bool {
    let firstStart = max(start.lowerBound, other.start.lowerBound)
    let lastEnd = min(end.upperBound, other.end.upperBound)
    return firstStart > lastEnd || !start.overlaps(other.start) || !end.overlaps(other.end)
  }

  func implies(_ other: Days) -> Bool {
    other.start.contains(start) && other.end.contains(end)
  }
}

/// Between which numbers a number has to lie.
private struct Numbers {
  var low = -Double.infinity
  var high = Double.infinity
  var allowsLow = true
  var allowsHigh = true

  init?(_ test: ValueTest) {
    var all: Numbers?
    for value in test.values {
      guard let numbers = Numbers(test.relation, value) else { return nil }
      all = all.map { $0.hull(numbers) } ?? numbers
    }
    guard let all else { return nil }
    self = all
  }

  private init?(_ relation: ValueTest.Relation, _ value: Value) {
    if case .range(let from, let through) = value, relation == .within || relation == .equal {
      low = from.number ?? -.infinity
      high = through.number ?? .infinity
      return
    }
    guard let number = value.number, !number.isNaN else { return nil }
    switch relation {
    case .equal, .exactlyEqual: (low, high) = (number, number)
    case .less: (high, allowsHigh) = (number, false)
    case .lessOrEqual: high = number
    case .greater: (low, allowsLow) = (number, false)
    case .greaterOrEqual: low = number
    default: return nil
    }
  }

  private func hull(_ other: Numbers) -> Numbers {
    var result = self
    if other.low < low { (result.low, result.allowsLow) = (other.low, other.allowsLow) }
    if other.low == low { result.allowsLow = allowsLow || other.allowsLow }
    if other.high > high { (result.high, result.allowsHigh) = (other.high, other.allowsHigh) }
    if other.high == high { result.allowsHigh = allowsHigh || other.allowsHigh }
    return result
  }

  func excludes(_ other: Numbers) -> Bool { ends(before: other) || other.ends(before: self) }

  private func ends(before other: Numbers) -> Bool {
    high < other.low || high == other.low && !(allowsHigh && other.allowsLow)
  }

  func implies(_ other: Numbers) -> Bool {
    (low > other.low || low == other.low && (other.allowsLow || !allowsLow))
      && (high < other.high || high == other.high && (other.allowsHigh || !allowsHigh))
  }
}
