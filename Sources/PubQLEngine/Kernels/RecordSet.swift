/// A set of record numbers below `universe`, one bit a record.
package struct RecordSet: Sendable, Equatable {
  package let universe: Int
  /// 64 records a word; bits past `universe` are 0.
  package private(set) var words: [UInt64]

  /// The empty set, or the set of all.
  package init(universe: Int, full: Bool = false) {
    self.universe = universe
    words = [UInt64](repeating: full ? UInt64.max : 0, count: (universe + 63) / 64)
    if full { clearTail() }
  }

  package init(universe: Int, records: some Sequence<UInt32>) {
    self.init(universe: universe)
    for record in records { insert(Int(record)) }
  }

  package mutating func insert(_ record: Int) {
    words[record >> 6] |= 1 << UInt64(record & 63)
  }

  package mutating func insert(contentsOf records: UnsafeBufferPointer<UInt32>) {
    words.withUnsafeMutableBufferPointer { words in
      for record in records { words[Int(record >> 6)] |= 1 << UInt64(record & 63) }
    }
  }

  package mutating func insert(_ records: Range<Int>) {
    for record in records { insert(record) }
  }

  package func contains(_ record: Int) -> Bool {
    words[record >> 6] & (1 << UInt64(record & 63)) != 0
  }

  package var count: Int {
    var total = 0
    for word in words { total &+= word.nonzeroBitCount }
    return total
  }

  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  package mutating func formUnion(_ other: RecordSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  package mutating func formIntersection(_ other: RecordSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  package mutating func subtract(_ other: RecordSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// The records that are not in the set.
  package var complement: RecordSet {
    var result = self
    for index in result.words.indices { result.words[index] = ~result.words[index] }
    result.clearTail()
    return result
  }

  /// Calls `body` for each record, ascending.
  @inline(__always)
  package func forEach(_ body: (Int) throws -> Void) rethrows {
    for (index, bits) in words.enumerated() {
      var word = bits
      while word != 0 {
        try body(index << 6 | word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }

  /// All records, ascending.
  package var records: [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(count)
    forEach { result.append(UInt32($0)) }
    return result
  }

  private mutating func clearTail() {
    let rest = universe & 63
    if rest != 0, !words.isEmpty { words[words.count - 1] &= (1 << UInt64(rest)) - 1 }
  }
}
