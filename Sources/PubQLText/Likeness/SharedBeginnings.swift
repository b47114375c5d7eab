/// How much each text of a sorted list has in common with the one before it.
///
/// With it, all texts of a beginning are passed over without a look at one of them. A byte a text.
package struct SharedBeginnings: Sendable {
  /// Lengths are kept up to this, which leaves the highest bit of each free; unit: bytes.
  static let longest = 127
  /// So many are looked at at once.
  private static let stride = MemoryLayout<UInt64>.size

  /// Behind those of all texts stand zeros, so that a search ends, and may look at many at once.
  private let lengths: [UInt8]

  package init(_ texts: SortedTexts) {
    let count = texts.count
    lengths = [UInt8](unsafeUninitializedCapacity: count + Self.stride) { lengths, filled in
      for index in 0..<count {
        lengths[index] = index == 0 ? 0 : Self.shared(texts[index - 1], texts[index])
      }
      for index in count..<count + Self.stride { lengths[index] = 0 }
      filled = count + Self.stride
    }
  }

  /// What the text shares with the one before it; what is longer than `longest` counts as that.
  @inline(__always)
  subscript(index: Int) -> Int { Int(lengths[index]) }

  /// The first text behind `index` that does not share its first `length` bytes.
  func end(ofBeginning length: Int, at index: Int) -> Int {
    // Of longer ones it is not known how much they share.
    guard length > 0, length <= Self.longest else { return index + 1 }
    let highest: UInt64 = 0x8080_8080_8080_8080
    let least = UInt64(length) &* 0x0101_0101_0101_0101
    return lengths.withUnsafeBytes { lengths in
      var index = index + 1
      while true {
        let next = UInt64(
          littleEndian: lengths.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        // Where a length is below the least, the bit that is set for it here is borrowed.
        let below = ~((next | highest) &- least) & highest
        if below != 0 { return index + below.trailingZeroBitCount >> 3 }
        index += Self.stride
      }
    }
  }

  private static func shared(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> UInt8 {
    let most = min(one.count, other.count, longest)
    var length = 0
    while length < most, one[length] == other[length] { length += 1 }
    return UInt8(length)
  }
}
