/// The values of a list two by two.
package enum ValuePairs {
  /// The most pairs that one list may make.
  package static let limit = 1_000_000

  /// Each two different values, as lists of two in the order in which they sort.
  ///
  /// Values that are one group are one value: the first stands for all. Missing ones are left out.
  /// - Throws: `.badArgument` when there would be more than `limit`.
  package static func pairs(of values: [Value]) throws(RunError.Reason) -> [Value] {
    var seen: Set<GroupKey> = []
    let values = values.filter { !$0.isMissing && seen.insert(GroupKey($0)).inserted }
    guard count(of: values.count) <= limit else { throw tooMany }
    var pairs: [Value] = []
    for (place, first) in values.enumerated() {
      for second in values[(place + 1)...] { pairs.append(pair(first, second)) }
    }
    return pairs
  }

  /// How many pairs so many values make.
  static func count(of values: Int) -> Int {
    let (twice, overflow) = values.multipliedReportingOverflow(by: values - 1)
    return overflow ? Int.max : twice / 2
  }

  static let tooMany = RunError.Reason.badArgument(
    function: "pairs", "the list makes more than 1,000,000 pairs")

  static func pair(_ a: Value, _ b: Value) -> Value {
    .list(ValueOrder.compare(a, b) <= 0 ? [a, b] : [b, a])
  }
}
