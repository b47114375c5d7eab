import PubQLText

/// What sets have in common and what not, in the form that is cheapest.
extension RecordSet {
  package mutating func formUnion(_ other: RecordSet) {
    switch (form, other.form) {
    case (.all, _): return
    case (_, .all): self = other
    case (_, .listed) where other.isEmpty: return
    case (.listed, _) where isEmpty: self = other
    case (.listed, .bits):
      var result = other
      result.formUnion(self)
      self = result
    case (_, .listed):
      insert(contentsOf: other.list.buffer)
    case (.bits, .bits):
      combineBits(with: other) { $0 | $1 }
    }
  }

  package mutating func formIntersection(_ other: RecordSet) {
    switch (form, other.form) {
    case (_, .all): return
    case (.all, _): self = other
    case (.listed, .listed):
      self = list.count <= other.list.count ? keeping(other.list) : other.keeping(list)
    case (.listed, .bits): self = keeping(other.bits, flipping: 0)
    case (.bits, .listed): self = other.keeping(bits, flipping: 0)
    case (.bits, .bits):
      combineBits(with: other) { $0 & $1 }
    }
  }

  package mutating func subtract(_ other: RecordSet) {
    switch (form, other.form) {
    case (_, .all): self = RecordSet(universe: universe)
    case (_, .listed) where other.isEmpty: return
    case (.listed, .bits): self = keeping(other.bits, flipping: 1)
    case (.listed, .listed): self = keeping(other.words, flipping: 1)
    case (_, .listed):
      changeBits { bits in
        for record in other.list { bits[Int(record >> 6)] &= ~(1 << UInt64(record & 63)) }
      }
    case (_, .bits):
      combineBits(with: other) { $0 & ~$1 }
    }
  }

  /// The records that are not in the set.
  package var complement: RecordSet {
    var result = RecordSet(universe: universe, full: true)
    result.subtract(self)
    return result
  }

  /// How many records both have.
  func countShared(with other: RecordSet) -> Int {
    switch (form, other.form) {
    case (_, .all): return count
    case (.all, _): return other.count
    case (.bits, .bits):
      var total = 0
      for index in bits.indices { total &+= (bits[index] & other.bits[index]).nonzeroBitCount }
      return total
    default:
      var shared = self
      shared.formIntersection(other)
      return shared.count
    }
  }

  @inline(__always)
  private mutating func combineBits(
    with other: RecordSet, _ combine: (UInt64, UInt64) -> UInt64
  ) {
    other.bits.withUnsafeBufferPointer { other in
      changeBits { bits in
        for index in 0..<min(bits.count, other.count) {
          bits[index] = combine(bits[index], other[index])
        }
      }
    }
  }

  /// The records of the list whose bit is set; with `flipping` 1, whose bit is not.
  private func keeping(_ bits: [UInt64], flipping: UInt64) -> RecordSet {
    let kept = bits.withUnsafeBufferPointer { bits in
      Block<UInt32>(atMost: list.count) { kept in
        var count = 0
        for record in list {
          kept[count] = record
          count &+= Int((bits[Int(record >> 6)] >> UInt64(record & 63) & 1) ^ flipping)
        }
        return count
      }
    }
    return RecordSet(universe: universe, ascending: kept)
  }

  /// The records of the list that are in another, longer one.
  private func keeping(_ other: Block<UInt32>) -> RecordSet {
    let kept = Block<UInt32>(atMost: list.count) { kept in
      var count = 0
      var place = 0
      for record in list {
        place = other.gallop(to: record, from: place)
        guard place < other.count else { break }
        kept[count] = record
        if other[place] == record { count &+= 1 }
      }
      return count
    }
    return RecordSet(universe: universe, ascending: kept)
  }
}

extension Block<UInt32> {
  /// As `firstPlace(notBelow:)`, where that is not before `start` and likely near to it.
  fileprivate func gallop(to number: UInt32, from start: Int) -> Int {
    var low = start
    var step = 1
    while low + step < count, self[low + step] < number {
      low += step
      step <<= 1
    }
    return (low..<Swift.min(count, low + step + 1)).partitioningIndex { self[$0] >= number }
  }
}
