import Glibc

extension PlainFunction {
  static let numbers: [PlainFunction] = [
    PlainFunction("round", [.number, .optional(.digits(0...3))], .each(.number)) { arguments in
      guard case .decimal(let number) = arguments[0] else { return arguments[0] }
      let digits = arguments.count > 1 ? arguments[1].number ?? 0 : 0
      if digits == 0 { return .number(halfAway(number)) }
      let scale = pow(10, digits)
      return .decimal(halfAway(number * scale) / scale)
    },
    PlainFunction("floor", [.number], .each(.number)) { whole($0[0], Glibc.floor) },
    PlainFunction("ceil", [.number], .each(.number)) { whole($0[0], Glibc.ceil) },
    PlainFunction("abs", [.number], .each(.number)) { arguments in
      switch arguments[0] {
      case .whole(let number): .whole(number < 0 ? -number : number)
      case .decimal(let number): .decimal(number < 0 ? -number : number)
      default: .missing
      }
    },
  ]

  /// The nearest whole number, of two the one further from 0.
  private static func halfAway(_ number: Double) -> Double {
    number < 0 ? -Glibc.floor(-number + 0.5) : Glibc.floor(number + 0.5)
  }

  private static func whole(_ value: PlainValue, _ change: (Double) -> Double) -> PlainValue {
    guard case .decimal(let number) = value else { return value }
    return .number(change(number))
  }
}
