/// The values of a list two by two.
package enum ValuePairs {
  /// Each two different values, as lists of two in the order in which they sort; nil where there
  /// would be more than `limit`.
  ///
  /// Values that are one group are one value: the first stands for all. Missing ones are left out.
  package static func pairs(of values: [Value], limit: Int) -> [Value]? {
    var seen: Set<GroupKey> = []
    let values = values.filter { !$0.isMissing && seen.insert(GroupKey($0)).inserted }
    let (twice, overflow) = values.count.multipliedReportingOverflow(by: values.count - 1)
    guard !overflow, twice / 2 <= limit else { return nil }
    var pairs: [Value] = []
    for (place, first) in values.enumerated() {
      for second in values[(place + 1)...] { pairs.append(pair(first, second)) }
    }
    return pairs
  }

  static func pair(_ a: Value, _ b: Value) -> Value {
    .list(ValueOrder.compare(a, b) <= 0 ? [a, b] : [b, a])
  }
}
