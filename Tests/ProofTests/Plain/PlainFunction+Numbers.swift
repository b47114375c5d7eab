import Glibc

extension PlainFunction {
  static let numbers: [PlainFunction] = [
    PlainFunction("round", [.kind(.number), .optional(.digits(0...3))], .each(.number)) { a in
      guard case .decimal(let number) = a[0] else { return a[0] }
      let digits = a.count > 1 ? a[1].number ?? 0 : 0
      if digits == 0 { return .number(halfAway(number)) }
      let scale = pow(10, digits)
      return .decimal(halfAway(number * scale) / scale)
    },
    PlainFunction("floor", [.kind(.number)], .each(.number)) { whole($0[0], Glibc.floor) },
    PlainFunction("ceil", [.kind(.number)], .each(.number)) { whole($0[0], Glibc.ceil) },
    PlainFunction("abs", [.kind(.number)], .each(.number)) { arguments in
      switch arguments[0] {
      case .whole(let number): .whole(number < 0 ? -number : number)
      case .decimal(let number): .decimal(number < 0 ? -number : number)
      default: .missing
      }
    },
    PlainFunction("sqrt", [.kind(.number)], .each(.number)) { arguments in
      let number = arguments[0].number ?? 0
      if number < 0 { throw PlainError.failure("PQ0404") }
      return .number(number.squareRoot())
    },
    PlainFunction("power", [.kind(.number), .digits(0...3)], .each(.number)) { arguments in
      let exponent = Int(arguments[1].number ?? 0)
      let product: PlainValue = try (0..<exponent).reduce(.whole(1)) { product, _ in
        try PlainArithmetic.apply("*", product, arguments[0])
      }
      return if case .decimal(let number) = product { .number(number) } else { product }
    },
    PlainFunction("log", [.kind(.number), .optional(.digits(2...3))], .each(.number)) { a in
      let number = a[0].number ?? 0
      if number <= 0 { throw PlainError.failure("PQ0404") }
      // 2 and 10 have logarithms of their own, which are exact for powers.
      if a.count > 1, a[1].number == 2 { return .number(Glibc.log2(number)) }
      let base = a.count > 1 ? Glibc.log(a[1].number ?? 1) : 1
      return .number(Glibc.log(number) / base)
    },
    // How dates are written for people is a long rule, which has tests of its own.
    PlainFunction("format", [.digits(0...99_999)], .one(.text)) { arguments in
      let digits = Array(arguments[0].shown)
      return .text(
        digits.indices.map { index in
          (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digits[index])
        }.joined())
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
