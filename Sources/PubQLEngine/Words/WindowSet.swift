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

  mutating func formIntersection(_ other: WindowSet) {
    for index in 0..<min(words.count, other.words.count) { words[index] &= other.words[index] }
  }

  mutating func subtract(_ other: WindowSet) {
    for index in 0..<min(words.count, other.words.count) { words[index] &= ~other.words[index] }
  }

  /// All places, ascending.
  var places: [UInt32] {
    var places: [UInt32] = []
    places.reserveCapacity(placeCount)
    forEach { places.append(UInt32($0)) }
    return places
  }

  var placeCount: Int { words.reduce(0) { $0 &+ $1.nonzeroBitCount } }
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
