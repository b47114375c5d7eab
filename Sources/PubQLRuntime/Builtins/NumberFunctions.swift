import PubQLEngine
import PubQLModel
import PubQLText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Builtin {
  /// Functions of numbers.
  static let numberFunctions = [
    round, floor, ceil, abs, minimum, maximum, sum, sqrt, power, log, format, number,
  ]

  /// To whole numbers, or to so many places behind the point.
  private static let round = Builtin(
    "round", [Parameter("number", .number), Parameter("digits", .number, optional: true)],
    gives: .each(.number),
    summary:
      "The nearest whole number, or with so many digits behind the point; halves away from 0",
    notes: "There are 0 to 15 digits.",
    examples: [("round(2.5)", "3"), ("round(3.14159, 2)", "3.14"), ("round(-2.5)", "-3")]
  ) { call throws(RunError.Reason) in
    guard let number = try call.number(0) else { return .missing }
    let digits = try digits(call) ?? 0
    if case .whole = call.first { return call.first }
    if digits == 0 { return whole(number.rounded(.toNearestOrAwayFromZero)) }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = number * scale
    guard scaled.isFinite else { return .decimal(number) }
    return .decimal(scaled.rounded(.toNearestOrAwayFromZero) / scale)
  }

  /// The second argument, nil where it is left out.
  static func digits(_ call: Call) throws(RunError.Reason) -> Int? {
    guard let number = try call.number(1) else { return nil }
    guard let digits = Int(exactly: number), (0...15).contains(digits) else {
      throw .badArgument(function: call.name, "digits go from 0 to 15")
    }
    return digits
  }

  private static let floor = Builtin(
    "floor", [Parameter("number", .number)], gives: .each(.number),
    summary: "The next whole number below", examples: [("floor(2.9)", "2"), ("floor(-2.1)", "-3")]
  ) { call throws(RunError.Reason) in
    if case .whole = call.first { return call.first }
    return try call.number(0).map { whole($0.rounded(.down)) } ?? .missing
  }

  private static let ceil = Builtin(
    "ceil", [Parameter("number", .number)], gives: .each(.number),
    summary: "The next whole number above", examples: [("ceil(2.1)", "3")]
  ) { call throws(RunError.Reason) in
    if case .whole = call.first { return call.first }
    return try call.number(0).map { whole($0.rounded(.up)) } ?? .missing
  }

  private static let abs = Builtin(
    "abs", [Parameter("number", .number)], gives: .each(.number),
    summary: "The number without its sign", examples: [("abs(-3)", "3")]
  ) { call throws(RunError.Reason) in
    if case .whole(let number) = call.first {
      guard number != Int.min else { throw .overflow }
      return .whole(Swift.abs(number))
    }
    return try call.number(0).map { .decimal(Swift.abs($0)) } ?? .missing
  }

  static func whole(_ number: Double) -> Value {
    Int(exactly: number).map { .whole($0) } ?? .decimal(number)
  }

  // MARK: Of several

  private static let minimum = ofSeveral(
    "min", .minimum, "The least of several values, or of a list",
    [("min(3, 1, 2)", "1"), ("min([2020-05, 2019])", "2019")])

  private static let maximum = ofSeveral(
    "max", .maximum, "The greatest of several values, or of a list",
    [("max(3, 1, 2)", "3"), ("max([\"b\", \"A\"])", "b")])

  private static func ofSeveral(
    _ name: String, _ function: AggregateFunction, _ summary: String,
    _ examples: [(String, String)]
  ) -> Builtin {
    Builtin(
      name, [Parameter("value", .any, repeated: true)],
      gives: .by { types in
        let types = types.map(\.element).filter { $0 != .missing }
        if types.contains(.date), types.allSatisfy({ $0 == .date || $0 == .number }) {
          return .date
        }
        return types.dropFirst().allSatisfy { $0 == types.first } ? types.first ?? .any : .any
      },
      summary: summary,
      notes:
        "In the order of `sort`; beside dates a number is a year. Missing values are left out; of none it is missing. In the "
        + "braces of `group` it is the aggregate, unless it is given one: `\(name)(count(), 3)`.",
      examples: examples
    ) { call throws(RunError.Reason) in
      let values = call.allMembers
      let hasDates = values.contains { if case .date = $0 { true } else { false } }
      return try Self.aggregate(
        function,
        hasDates ? values.map { value in value.asDate.map { .date($0) } ?? value } : values)
    }
  }

  private static let sum = Builtin(
    "sum", [Parameter("number", .number, repeated: true)], gives: .one(.number),
    summary: "The sum of several numbers, or of a list",
    notes: "Missing values are left out; of none it is 0. In the braces of `group` it is the "
      + "aggregate, unless it is given one.",
    examples: [("sum(1, 2, 3.5)", "6.5"), ("sum([])", "0")]
  ) { call throws(RunError.Reason) in try Self.aggregate(.sum, call.allMembers) }

  /// What an aggregate is of values that are there already.
  static func aggregate(
    _ function: AggregateFunction, _ values: [Value]
  ) throws(RunError.Reason) -> Value {
    do throws(RunError) {
      return try function.value(values)
    } catch { throw error.reason }
  }

  // MARK: Roots and powers

  private static let sqrt = Builtin(
    "sqrt", [Parameter("number", .number)], gives: .each(.number),
    summary: "The square root of a number", notes: "There is none of a number below 0.",
    examples: [("sqrt(9)", "3"), ("round(sqrt(2), 3)", "1.414")]
  ) { call throws(RunError.Reason) in
    guard let number = try call.number(0) else { return .missing }
    guard number >= 0 else {
      throw .badArgument(function: "sqrt", "a number below 0 has no square root")
    }
    return whole(number.squareRoot())
  }

  private static let power = Builtin(
    "power", [Parameter("number", .number), Parameter("exponent", .number)], gives: .each(.number),
    summary: "A number raised to a power",
    notes: "A root of a number below 0 and a negative power of 0 are errors. A whole number to a "
      + "whole power is whole, or too large.",
    examples: [("power(2, 10)", "1024"), ("power(9, 0.5)", "3"), ("power(2, -1)", "0.5")]
  ) { call throws(RunError.Reason) in
    guard let number = try call.number(0), let exponent = try call.number(1) else {
      return .missing
    }
    let result = pow(number, exponent)
    if result.isNaN || number == 0 && exponent < 0 {
      throw .badArgument(function: "power", "there is no such power of this number")
    }
    guard result.isFinite else { throw .overflow }
    if case .whole(let base) = call.first, case .whole(let times) = call[1], times >= 0 {
      return .whole(try wholePower(base, times))
    }
    return whole(result)
  }

  /// Exact, where a decimal number would be rounded.
  private static func wholePower(_ base: Int, _ exponent: Int) throws(RunError.Reason) -> Int {
    // Others are over in a few steps, as the product grows; these never grow.
    if base == 0 || base == 1 { return exponent == 0 ? 1 : base }
    if base == -1 { return exponent % 2 == 0 ? 1 : -1 }
    guard exponent < Int.bitWidth else { throw .overflow }
    var product = 1
    for _ in 0..<exponent {
      let (next, over) = product.multipliedReportingOverflow(by: base)
      if over { throw .overflow }
      product = next
    }
    return product
  }

  private static let log = Builtin(
    "log", [Parameter("number", .number), Parameter("base", .number, optional: true)],
    gives: .each(.number), summary: "The logarithm of a number, natural unless a base is told",
    notes: "The number and the base are above 0, and the base is not 1.",
    examples: [("log(1000, 10)", "3"), ("log(8, 2)", "3"), ("round(log(10), 3)", "2.303")]
  ) { call throws(RunError.Reason) in
    guard let number = try call.number(0) else { return .missing }
    let base = try call.number(1)
    guard number > 0 else {
      throw .badArgument(function: "log", "only numbers above 0 have a logarithm")
    }
    guard base.map({ $0 > 0 && $0 != 1 }) ?? true else {
      throw .badArgument(function: "log", "the base is above 0 and not 1")
    }
    return whole(logarithm(number, base))
  }

  /// Exact for powers of 2 and 10.
  private static func logarithm(_ number: Double, _ base: Double?) -> Double {
    switch base {
    case nil: Glibc.log(number)
    case 2: log2(number)
    case 10: log10(number)
    case let base?: Glibc.log(number) / Glibc.log(base)
    }
  }

  // MARK: Texts

  private static let number = Builtin(
    "number", [Parameter("text", .any)], gives: .each(.number),
    summary: "The number that a text is; missing when it is none",
    notes: "A sign, digits, perhaps in threes with commas, a fraction behind a point, an exponent; "
      + "blanks around it do not matter. `12 pages` is no number: find the digits first.",
    examples: [
      ("number(\"1,234.5\")", "1234.5"), ("number(\" 12 \") + 1", "13"),
      ("number(find(\"12 pages\", /\\d+/))", "12"),
    ]
  ) { call throws(RunError.Reason) in
    if call.first.number != nil { return call.first }
    return switch call.first.textual.flatMap(NumberText.read) {
    case .whole(let number)?: .whole(number)
    case .decimal(let number)?: .decimal(number)
    case nil: .missing
    }
  }
}
