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
      }
    ]

  private static func there(_ value: PlainValue) -> [PlainValue] {
    value.members.filter { !$0.isMissing }
  }
}
