import PubQL

/// An aggregate over the values of a group: those that there are, lists taken apart.
struct PlainAggregate: Sendable {
  let name: String
  let argument: PlainArgument
  let value: @Sendable ([PlainValue]) throws -> PlainValue

  /// What is aggregated, and what comes out.
  enum PlainArgument: Sendable {
    case numbers
    /// Anything that has an order; gives a value of its kind
    case element
    /// Anything; gives a number
    case counted
    /// Anything; gives a list
    case listed
  }

  /// The names of all, with those that have a form of their own.
  static let names = Set(Reference.aggregates.map(\.name))

  /// Those that this version has.
  static let all: [PlainAggregate] = {
    let known = Set(Reference.aggregates.map(\.name))
    return everyone.filter { known.contains($0.name) }
  }()

  private static let everyone: [PlainAggregate] = [
    PlainAggregate(name: "count_distinct", argument: .counted) { .whole($0.distinct.count) },
    PlainAggregate(name: "sum", argument: .numbers) { values in
      try values.reduce(.whole(0)) { try PlainArithmetic.apply("+", $0, $1) }
    },
    PlainAggregate(name: "avg", argument: .numbers) { values in
      let numbers = values.compactMap(\.number)
      return numbers.isEmpty ? .missing : .decimal(mean(numbers))
    },
    PlainAggregate(name: "stddev", argument: .numbers) { values in
      let numbers = values.compactMap(\.number)
      guard numbers.count > 1 else { return .missing }
      let mean = mean(numbers)
      let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return .decimal((squares / Double(numbers.count - 1)).squareRoot())
    },
    PlainAggregate(name: "min", argument: .element) { best($0) { $0 < 0 } },
    PlainAggregate(name: "max", argument: .element) { best($0) { $0 > 0 } },
    PlainAggregate(name: "median", argument: .numbers) { percentile($0, 50) },
    PlainAggregate(name: "first", argument: .element) { $0.first ?? .missing },
    PlainAggregate(name: "last", argument: .element) { $0.last ?? .missing },
    PlainAggregate(name: "list", argument: .listed) { .list($0) },
    PlainAggregate(name: "top", argument: .element) { mostFrequent($0) },
    PlainAggregate(name: "mode", argument: .element) { mostFrequent($0) },
  ]

  /// The first of the values that none is before.
  static func best(_ values: [PlainValue], _ isBetter: (Int) -> Bool) -> PlainValue {
    values.first { candidate in
      !values.contains { isBetter(PlainOrder.compare($0, candidate)) }
    } ?? .missing
  }

  /// Between the two nearest ranks, in proportion.
  static func percentile(_ values: [PlainValue], _ percent: Double) -> PlainValue {
    let numbers = values.compactMap(\.number).sorted()
    guard let last = numbers.last else { return .missing }
    let place = Double(numbers.count - 1) * percent / 100
    let low = Int(place)
    let next = low + 1 < numbers.count ? numbers[low + 1] : last
    return .number(numbers[low] + (place - Double(low)) * (next - numbers[low]))
  }

  /// The value that occurs most often, of several the first.
  static func mostFrequent(_ values: [PlainValue]) -> PlainValue {
    var counts: [String: Int] = [:]
    for value in values { counts[PlainOrder.key(value), default: 0] += 1 }
    let most = counts.values.max()
    return values.first { counts[PlainOrder.key($0)] == most } ?? .missing
  }

  /// No mean is below the least or above the greatest, however sums are rounded.
  private static func mean(_ numbers: [Double]) -> Double {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return min(max(mean, numbers.min() ?? mean), numbers.max() ?? mean)
  }

  /// Pearson's, over the pairs of which neither is missing; missing where it has no meaning.
  static func correlation(_ pairs: [(PlainValue, PlainValue)]) -> PlainValue {
    var (xs, ys): ([Double], [Double]) = ([], [])
    for (x, y) in pairs {
      guard let x = x.number, let y = y.number else { continue }
      xs.append(x)
      ys.append(y)
    }
    guard Set(xs).count > 1, Set(ys).count > 1 else { return .missing }
    func deviations(_ values: [Double]) -> [Double] {
      let mean = mean(values)
      return values.map { $0 - mean }
    }
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let (a, b) = (deviations(xs), deviations(ys))
    let exact = product(a, b) / (product(a, a) * product(b, b)).squareRoot()
    return .decimal(max(-1, min(1, exact)))
  }
}

extension PlainExpression {
  /// `correlation(year, length(topics), type = "Book")` over the rows of a group.
  static func correlation(
    _ x: PlainExpression, _ y: PlainExpression, where condition: PlainExpression?
  ) -> PlainExpression {
    let parts = [x.text, y.text] + (condition.map { [$0.text] } ?? [])
    return PlainExpression("correlation(\(parts.joined(separator: ", ")))", .number) { row in
      guard let group = row.group else { throw PlainError.noColumn("group") }
      let rows = try group.rows.filter { try condition?.holds($0) ?? true }
      return PlainAggregate.correlation(try rows.map { (try x.value($0), try y.value($0)) })
    }
  }

  /// `sum(length(topics), year > 2000)` over the rows of a group; `more` is what the aggregate
  /// takes between the value and the condition.
  static func aggregate(
    _ name: String, _ kind: PlainKind, _ argument: PlainExpression, _ more: [String] = [],
    where condition: PlainExpression?, _ value: @escaping ([PlainValue]) throws -> PlainValue
  ) -> PlainExpression {
    let parts = [argument.text] + more + (condition.map { [$0.text] } ?? [])
    return PlainExpression(
      "\(name)(\(parts.joined(separator: ", ")))", kind, isTyped: argument.isTyped
    ) { row in
      guard let group = row.group else { throw PlainError.noColumn("group") }
      var values: [PlainValue] = []
      for row in group.rows where try condition?.holds(row) ?? true {
        values += try argument.value(row).members.filter { !$0.isMissing }
      }
      return try value(values)
    }
  }

  /// `count(topic = "Cities")`, and the part of all rows that these are.
  static func rowCount(where condition: PlainExpression?, isShare: Bool) -> PlainExpression {
    PlainExpression("\(isShare ? "share" : "count")(\(condition?.text ?? ""))", .number) { row in
      guard let group = row.group else { throw PlainError.noColumn("group") }
      let count = try group.rows.count { try condition?.holds($0) ?? true }
      if !isShare { return .whole(count) }
      return group.rowCount == 0 ? .missing : .decimal(Double(count) / Double(group.rowCount))
    }
  }
}
