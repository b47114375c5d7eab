/// Functions of lists of numbers; missing members are left out.
extension PlainFunction {
  static let statistics: [PlainFunction] =
    PlainAggregate.all.compactMap { aggregate in
      switch aggregate.name {
      case "sum", "avg", "median", "stddev":
        PlainFunction(aggregate.name, [.kind(.list(.number))], .one(.number)) {
          try aggregate.value(there($0[0]))
        }
      case "min", "max", "mode":
        PlainFunction(aggregate.name, [.list], .element) { try aggregate.value(there($0[0])) }
      default: nil
      }
    } + [
      PlainFunction("percentile", [.kind(.list(.number)), .digits(0...100)], .one(.number)) {
        PlainAggregate.percentile(there($0[0]), $0[1].number ?? 0)
      },
      correlation([.kind(.list(.number)), .partner]), correlation([.numbers(4), .numbers(4)]),
      PlainFunction(
        "histogram", [.kind(.list(.number)), .optional(.digits(1...12))], .one(.list(.record))
      ) { arguments in
        let parts = arguments.count > 1 ? arguments[1].number ?? 10 : 10
        return .list(histogram(there(arguments[0]).compactMap(\.number), Int(parts)))
      },
    ]

  private static func correlation(_ parameters: [Parameter]) -> PlainFunction {
    PlainFunction("correlation", parameters, .one(.number)) { arguments in
      let (xs, ys) = (arguments[0].members, arguments[1].members)
      if xs.count != ys.count { throw PlainError.failure("PQ0404") }
      return PlainAggregate.correlation(Array(zip(xs, ys)))
    }
  }

  /// Each number counts in the last part whose lower border it is not below.
  private static func histogram(_ numbers: [Double], _ parts: Int) -> [PlainValue] {
    guard let least = numbers.min(), let greatest = numbers.max() else { return [] }
    let parts = least == greatest ? 1 : parts
    let borders = (0...parts).map { place in
      place == parts ? greatest : least + (greatest - least) * Double(place) / Double(parts)
    }
    return (0..<parts).map { place in
      let count = numbers.count { number in
        number >= borders[place] && (number < borders[place + 1] || place == parts - 1)
      }
      return .record([
        ("from", .number(borders[place])), ("to", .number(borders[place + 1])),
        ("count", .whole(count)),
      ])
    }
  }

  private static func there(_ value: PlainValue) -> [PlainValue] {
    value.members.filter { !$0.isMissing }
  }
}
