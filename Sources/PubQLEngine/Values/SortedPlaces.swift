/// The order of a list of values.
package enum SortedPlaces {
  /// The places of values in the order in which they sort: equal ones as they stand, missing ones
  /// last.
  package static func places(of keys: [Value]) -> [Int] {
    keys.indices.sorted { a, b in
      if keys[a].isMissing || keys[b].isMissing {
        return keys[a].isMissing == keys[b].isMissing ? a < b : keys[b].isMissing
      }
      let order = ValueOrder.compare(keys[a], keys[b])
      return order == 0 ? a < b : order < 0
    }
  }
}

extension [Int] {
  /// The numbers from 0 on that are not among these, which ascend.
  func complement(below count: Int) -> [Int] {
    var others: [Int] = []
    others.reserveCapacity(count - self.count)
    var next = 0
    for number in self {
      others += next..<number
      next = number + 1
    }
    return others + (next..<count)
  }
}
