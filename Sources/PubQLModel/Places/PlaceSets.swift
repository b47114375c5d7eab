/// For each place a set of places, as rows of bits.
struct PlaceSets: Sendable {
  let count: Int
  private let width: Int
  private var bits: [UInt64]

  init(count: Int) {
    self.count = count
    width = (count + 63) / 64
    bits = [UInt64](repeating: 0, count: count * width)
  }

  mutating func insert(_ member: Int, into set: Int) {
    bits[set * width + member / 64] |= 1 << UInt64(member % 64)
  }

  func contains(_ member: Int, in set: Int) -> Bool {
    bits[set * width + member / 64] >> UInt64(member % 64) & 1 != 0
  }

  mutating func formUnion(_ other: Int, into set: Int) {
    for word in 0..<width { bits[set * width + word] |= bits[other * width + word] }
  }

  mutating func subtract(_ other: Int, from set: Int) {
    for word in 0..<width { bits[set * width + word] &= ~bits[other * width + word] }
  }

  /// Whether all that is in `inner` is in `outer`.
  func isSubset(_ inner: Int, _ outer: Int) -> Bool {
    let inner = inner * width
    let outer = outer * width
    for word in 0..<width where bits[inner + word] & ~bits[outer + word] != 0 { return false }
    return true
  }

  func size(_ set: Int) -> Int {
    var size = 0
    for word in 0..<width { size += bits[set * width + word].nonzeroBitCount }
    return size
  }

  func members(_ set: Int) -> [Int] {
    var members: [Int] = []
    for word in 0..<width {
      var rest = bits[set * width + word]
      while rest != 0 {
        members.append(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return members
  }
}
