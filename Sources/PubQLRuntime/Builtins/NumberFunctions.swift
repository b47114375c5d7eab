import PubQLEngine

extension Builtin {
  /// Functions of numbers.
  static let numberFunctions = [round, floor, ceil, abs]

  /// To whole numbers, or to so many places behind the point.
  private static let round = Builtin(
    "round", [Parameter("number", .number), Parameter("digits", .number, optional: true)],
    gives: .each(.number),
    summary:
      "The nearest whole number, or with so many digits behind the point; halves away from 0",
    examples: [("round(2.5)", "3"), ("round(3.14159, 2)", "3.14"), ("round(-2.5)", "-3")]
  ) { call throws(RunError.Reason) in
    guard let number = call.first.number else { return .missing }
    let digits = call[1].isMissing ? 0 : call[1].wholeNumber ?? -1
    guard (0...15).contains(digits) else {
      throw .badArgument(function: "round", "digits go from 0 to 15")
    }
    if case .whole = call.first { return call.first }
    if digits == 0 { return whole(number.rounded(.toNearestOrAwayFromZero)) }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = number * scale
    guard scaled.isFinite else { return .decimal(number) }
    return .decimal(scaled.rounded(.toNearestOrAwayFromZero) / scale)
  }

  private static let floor = Builtin(
    "floor", [Parameter("number", .number)], gives: .each(.number),
    summary: "The next whole number below", examples: [("floor(2.9)", "2"), ("floor(-2.1)", "-3")]
  ) { call throws(RunError.Reason) in
    if case .whole = call.first { return call.first }
    return call.first.number.map { whole($0.rounded(.down)) } ?? .missing
  }

  private static let ceil = Builtin(
    "ceil", [Parameter("number", .number)], gives: .each(.number),
    summary: "The next whole number above", examples: [("ceil(2.1)", "3")]
  ) { call throws(RunError.Reason) in
    if case .whole = call.first { return call.first }
    return call.first.number.map { whole($0.rounded(.up)) } ?? .missing
  }

  private static let abs = Builtin(
    "abs", [Parameter("number", .number)], gives: .each(.number),
    summary: "The number without its sign", examples: [("abs(-3)", "3")]
  ) { call throws(RunError.Reason) in
    switch call.first {
    case .whole(let number):
      guard number != Int.min else { throw .overflow }
      return .whole(Swift.abs(number))
    case .decimal(let number): return .decimal(Swift.abs(number))
    default: return .missing
    }
  }

  private static func whole(_ number: Double) -> Value {
    Int(exactly: number).map { .whole($0) } ?? .decimal(number)
  }
}
