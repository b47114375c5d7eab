/// A set of places in a window of records, one bit a place.
struct WindowSet: Sendable {
  let count: Int
  private var words: [UInt64]

  /// The empty set, or that of all places.
  init(count: Int, full: Bool = false) {
    self.count = count
    words = [UInt64](repeating: full ? UInt64.max : 0, count: (count + 63) / 64)
    if full, count & 63 != 0 { words[words.count - 1] = 1 << UInt64(count & 63) - 1 }
  }

  /// Those of `count` places from `first` on that are in a set with 64 places a word, counted from
  /// `first`.
  init(_ bits: UnsafeBufferPointer<UInt64>, from first: Int, count: Int) {
    self.count = count
    let shift = UInt64(first & 63)
    words = (0..<(count + 63) / 64).map { index in
      let word = first / 64 + index
      let low = word < bits.count ? bits[word] >> shift : 0
      // Swift shifts by 64 to 0.
      return word + 1 < bits.count ? low | bits[word + 1] << (64 - shift) : low
    }
    if count & 63 != 0 { words[words.count - 1] &= 1 << UInt64(count & 63) - 1 }
  }

  /// Adds places; those that lie outside, as damaged files may say, are left out.
  mutating func insert(_ places: some Sequence<Int>) {
    words.withUnsafeMutableBufferPointer { words in
      // Places that follow each other are mostly of one word, which is written once.
      var (index, word) = (0, UInt64(0))
      for place in places where place >= 0 && place < count {
        if place &>> 6 != index {
          words[index] |= word
          (index, word) = (place &>> 6, 0)
        }
        word |= 1 &<< UInt64(place & 63)
      }
      if !words.isEmpty { words[index] |= word }
    }
  }

  /// The same without counting who holds the memory; valid within `withPlaces`.
  struct Places {
    fileprivate let words: UnsafeBufferPointer<UInt64>

    /// 1 where the place is in the set, else 0.
    @inline(__always)
    func bit(_ place: Int) -> Int {
      let index = place &>> 6
      return index < words.count ? Int(words[index] &>> UInt64(place & 63) & 1) : 0
    }
  }

  @inline(__always)
  func withPlaces<R>(_ body: (Places) -> R) -> R {
    words.withUnsafeBufferPointer { body(Places(words: $0)) }
  }

  mutating func formIntersection(_ other: WindowSet) {
    for index in 0..<min(words.count, other.words.count) { words[index] &= other.words[index] }
  }

  /// Whether one of some places is in the set.
  @inline(__always)
  func hasAny(in range: ClosedRange<Int>) -> Bool {
    let last = min(range.upperBound, count &- 1)
    guard range.lowerBound <= last else { return false }
    let end = last &>> 6
    var index = range.lowerBound &>> 6
    var mask = UInt64.max &<< UInt64(range.lowerBound & 63)
    while index < end {
      if words[index] & mask != 0 { return true }
      mask = UInt64.max
      index &+= 1
    }
    return words[index] & mask & UInt64.max &>> UInt64(63 &- last & 63) != 0
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Calls `body` for each place, ascending.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for (index, bits) in words.enumerated() {
      var word = bits
      while word != 0 {
        body(index &<< 6 | word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }
}
