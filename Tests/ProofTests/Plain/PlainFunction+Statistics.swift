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
      PlainFunction(
        "correlation", [.kind(.list(.number)), .kind(.list(.number))], .one(.number)
      ) { arguments in
        let (a, b) = (arguments[0].members, arguments[1].members)
        if a.count != b.count { throw PlainError.failure("PQ0404") }
        return correlation(
          zip(a, b).compactMap { a, b in
            a.number.flatMap { a in b.number.map { (a, $0) } }
          })
      },
    ]

  private static func there(_ value: PlainValue) -> [PlainValue] {
    value.members.filter { !$0.isMissing }
  }

  /// Pearson's, missing where one side does not vary.
  static func correlation(_ pairs: [(Double, Double)]) -> PlainValue {
    let count = Double(pairs.count)
    let a = pairs.map(\.0)
    let b = pairs.map(\.1)
    guard pairs.count > 1, a.contains(where: { $0 != a[0] }), b.contains(where: { $0 != b[0] })
    else { return .missing }
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    let both = zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
    let spreadA = a.reduce(0) { $0 + ($1 - meanA) * ($1 - meanA) }
    let spreadB = b.reduce(0) { $0 + ($1 - meanB) * ($1 - meanB) }
    return .decimal(both / (spreadA.squareRoot() * spreadB.squareRoot()))
  }
}
