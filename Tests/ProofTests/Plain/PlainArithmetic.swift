import PubQLModel

/// `+ - * / %` of numbers, dates and durations. Missing in gives missing out.
enum PlainArithmetic {
  static func apply(_ sign: String, _ a: PlainValue, _ b: PlainValue) throws -> PlainValue {
    switch (a, sign, b) {
    case (.missing, _, _), (_, _, .missing): return .missing
    case (.whole(let a), _, .whole(let b)): return try wholes(sign, a, b)
    case (.date(let date), "+", .duration(let months, let days)),
      (.duration(let months, let days), "+", .date(let date)):
      return try PlainDates.moved(date, months: months, days: days)
    case (.date(let date), "-", .duration(let months, let days)):
      return try PlainDates.moved(date, months: -months, days: -days)
    case (.date(let a), "-", .date(let b)):
      guard PlainDates.first(a) != nil, PlainDates.first(b) != nil else { return .missing }
      return .duration(months: 0, days: Int(a.firstDay) - Int(b.firstDay))
    case (.duration(let a, let b), "+", .duration(let c, let d)):
      return .duration(months: a + c, days: b + d)
    case (.duration(let a, let b), "-", .duration(let c, let d)):
      return .duration(months: a - c, days: b - d)
    case (.duration(let a, let b), "*", .whole(let n)),
      (.whole(let n), "*", .duration(let a, let b)):
      return .duration(months: a * n, days: b * n)
    default: break
    }
    guard let a = a.number, let b = b.number else { throw PlainError.failure("PQ0403") }
    return try decimals(sign, a, b)
  }

  /// What is too large for a whole number is an error; a quotient is whole where it can be.
  private static func wholes(_ sign: String, _ a: Int, _ b: Int) throws -> PlainValue {
    func checked(_ result: (partialValue: Int, overflow: Bool)) throws -> PlainValue {
      if result.overflow { throw PlainError.failure("PQ0402") }
      return .whole(result.partialValue)
    }
    switch sign {
    case "+": return try checked(a.addingReportingOverflow(b))
    case "-": return try checked(a.subtractingReportingOverflow(b))
    case "*": return try checked(a.multipliedReportingOverflow(by: b))
    default: break
    }
    if b == 0 { throw PlainError.failure("PQ0401") }
    if b == -1 {
      return sign == "/" ? try checked(Int(0).subtractingReportingOverflow(a)) : .whole(0)
    }
    if sign == "%" { return .whole(a % b) }
    return a % b == 0 ? .whole(a / b) : .decimal(Double(a) / Double(b))
  }

  private static func decimals(_ sign: String, _ a: Double, _ b: Double) throws -> PlainValue {
    if b == 0, sign == "/" || sign == "%" { throw PlainError.failure("PQ0401") }
    let result =
      switch sign {
      case "+": a + b
      case "-": a - b
      case "*": a * b
      case "/": a / b
      default: a.truncatingRemainder(dividingBy: b)
      }
    guard result.isFinite else { throw PlainError.failure("PQ0402") }
    return .decimal(result)
  }

  static func negated(_ value: PlainValue) throws -> PlainValue {
    switch value {
    case .missing: return .missing
    case .whole(let number):
      if number == .min { throw PlainError.failure("PQ0402") }
      return .whole(-number)
    case .decimal(let number): return .decimal(-number)
    case .duration(let months, let days): return .duration(months: -months, days: -days)
    default: throw PlainError.failure("PQ0403")
    }
  }
}
