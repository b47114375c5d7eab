/// The records of a set, one by one.
extension RecordSet {
  /// Calls `body` for each record, ascending.
  @inline(__always)
  package func forEach(_ body: (Int) throws -> Void) rethrows {
    try forEach(in: 0..<universe, body)
  }

  /// The same for the records of a range that begins at a multiple of 64, and ends at one or at the
  /// universe.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (Int) throws -> Void) rethrows {
    switch form {
    case .all: for record in range { try body(record) }
    case .listed:
      for record in listed(in: range) { try body(Int(record)) }
    case .bits:
      for index in range.lowerBound >> 6..<(range.upperBound + 63) >> 6 {
        var word = bits[index]
        while word != 0 {
          try body(index << 6 | word.trailingZeroBitCount)
          word &= word &- 1
        }
      }
    }
  }

  /// The part of the list that lies in a range.
  func listed(in range: Range<Int>) -> UnsafeBufferPointer<UInt32> {
    let low = list.firstPlace(notBelow: UInt32(range.lowerBound))
    let high = list.firstPlace(notBelow: UInt32(range.upperBound))
    return list.part(low..<max(low, high))
  }

  /// All records, ascending.
  package var records: [UInt32] {
    switch form {
    case .all: return Array(0..<UInt32(universe))
    case .listed: return Array(list)
    case .bits:
      var result: [UInt32] = []
      result.reserveCapacity(count)
      forEach { result.append(UInt32($0)) }
      return result
    }
  }

  /// The record at a place, from 0; nil past the last.
  /// - Complexity: O(1), for bits O(universe).
  func record(at place: Int) -> Int? {
    switch form {
    case .all: return place < universe ? place : nil
    case .listed: return place < list.count ? Int(list[place]) : nil
    case .bits:
      var left = place
      for (index, word) in bits.enumerated() {
        let count = word.nonzeroBitCount
        if left < count {
          var word = word
          for _ in 0..<left { word &= word &- 1 }
          return index << 6 | word.trailingZeroBitCount
        }
        left -= count
      }
      return nil
    }
  }

  /// The first records, as many as `limit` at most.
  func first(_ limit: Int) -> [UInt32] {
    switch form {
    case .all: return Array(0..<UInt32(min(limit, universe)))
    case .listed: return Array(list.prefix(limit))
    case .bits:
      var result: [UInt32] = []
      for (index, bits) in bits.enumerated() where bits != 0 {
        var word = bits
        while word != 0 {
          if result.count >= limit { return result }
          result.append(UInt32(index << 6 | word.trailingZeroBitCount))
          word &= word &- 1
        }
      }
      return result
    }
  }

  /// The universe in parts that several cores may work on, each as `forEach(in:)` wants it.
  ///
  /// - Parameter records: how many records a part has at least.
  func parts(ofAtLeast records: Int = 1 << 16) -> [Range<Int>] {
    let count = max(1, min(16, universe / max(1, records)))
    let size = (universe / count + 63) / 64 * 64
    guard count > 1 else { return [0..<universe] }
    return stride(from: 0, to: universe, by: size).map { $0..<min(universe, $0 + size) }
  }
}
