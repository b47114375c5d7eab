/// Places of a word as a block has them; they can be read while its index lives.
struct PackedPlaces {
  let base: UnsafeRawPointer
  /// Where the first begins. Unit: bits.
  let bit: Int
  /// Unit: bits.
  let width: Int
  let count: Int

  /// Whether a place is one of some of them.
  @inline(__always)
  func contains(_ place: UInt32, from first: Int, count: Int) -> Bool {
    var bit = bit &+ first &* width
    for _ in 0..<count {
      if BitPacking.number(base, bit: bit, width: width) == place { return true }
      bit &+= width
    }
    return false
  }

  /// - Parameter target: room for all of them.
  @inline(__always)
  func unpack(into target: UnsafeMutablePointer<UInt32>) {
    BitPacking.unpack(base, bit: bit, width: width, count: count, into: target)
  }
}
