/// Binary search over numbers, which are mostly places in something ordered.
extension Range<Int> {
  /// The first number for which a condition holds that holds from there on; the upper bound where
  /// it holds for none.
  /// - Complexity: O(log n) calls.
  @inlinable
  package func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = low &+ (high &- low) >> 1
      if holds(middle) { high = middle } else { low = middle &+ 1 }
    }
    return low
  }

  /// The last number for which a condition holds that holds up to there; the lower bound where it
  /// holds for none: of parts told by where they begin, the one in which something lies.
  /// - Complexity: O(log n) calls.
  @inlinable
  package func lastOfPrefix(where holds: (Int) -> Bool) -> Int {
    let second = lowerBound + 1
    return (second..<Swift.max(second, upperBound)).partitioningIndex { !holds($0) } &- 1
  }
}
