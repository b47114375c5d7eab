/// Which groups of three letters texts have, roughly: enough to tell those apart that share too
/// few with another text.
///
/// Shape: groups are dealt to `shares` by their hash; of each share a bit a text says whether the
/// text has one of its groups. 17 bytes a text.
package struct TrigramTable: Sendable {
  private static let shares = 128

  private let textCount: Int
  private let blockCount: Int
  /// The blocks of the first share, then those of the second, and so on.
  private let bits: [BitBlock]
  /// Of how many shares each text has groups; it has at least as many groups.
  private let shareCounts: [UInt8]

  package init(_ texts: SortedTexts) {
    let blockCount = (texts.count + BitBlock.bitCount - 1) / BitBlock.bitCount
    let stride = blockCount * BitBlock.scalarCount
    var bits = [BitBlock](repeating: .zero, count: blockCount * Self.shares)
    var shareCounts = [UInt8](repeating: 0, count: texts.count)
    bits.withUnsafeMutableBytes { bytes in
      let bits = bytes.assumingMemoryBound(to: UInt64.self)
      for index in 0..<texts.count {
        let bit: UInt64 = 1 << UInt64(index & 63)
        TrigramSimilarity.forEach(texts[index]) { trigram in
          let place = Self.share(of: trigram) * stride + index >> 6
          if bits[place] & bit == 0 { shareCounts[index] += 1 }
          bits[place] |= bit
        }
      }
    }
    self.bits = bits
    self.blockCount = blockCount
    self.shareCounts = shareCounts
    textCount = texts.count
  }

  /// The places of texts that may have a similarity of at least `least` (above 0) to another:
  /// all that have, and a few more. Nil where that cannot be told.
  package func candidates(for other: TrigramSimilarity, atLeast least: Double) -> [Int]? {
    let trigrams = other.trigrams
    let shares = Array(Set(trigrams.map(Self.share)))
    // Some of the trigrams that have to be shared may be of one share.
    let doubled = trigrams.count - shares.count
    // Of what both have over what either has, the first is at most all that the other has.
    let wanted = Int((Double(trigrams.count) * least).rounded(.up)) - doubled
    guard wanted > 0 else { return trigrams.isEmpty ? [] : nil }
    var found: [Int] = []
    forEach(having: wanted, of: shares) { place, count in
      let common = count + doubled
      let either = trigrams.count + Int(shareCounts[place]) - common
      if Double(common) >= least * Double(either) { found.append(place) }
    }
    return found
  }

  /// The texts that have at least some number (above 0) of different shares, and how many they
  /// have.
  private func forEach(
    having wanted: Int, of shares: [Int], _ body: (_ place: Int, _ count: Int) -> Void
  ) {
    // A count begins so far below a power of two that its highest bit tells whether it is enough.
    let begin = (1 << BitCounts.top) - wanted
    bits.withUnsafeBufferPointer { bits in
      for block in 0..<blockCount {
        var counts = BitCounts(from: begin)
        for (number, share) in shares.enumerated() {
          counts.add(bits[share * blockCount + block], number)
        }
        counts.finish(shares.count)
        for word in 0..<BitBlock.scalarCount {
          var enough = counts[BitCounts.top][word]
          while enough != 0 {
            let bit = enough.trailingZeroBitCount
            let place = block * BitBlock.bitCount + word << 6 + bit
            if place < textCount { body(place, counts.count(word, bit) - begin) }
            enough &= enough - 1
          }
        }
      }
    }
  }

  @inline(__always)
  private static func share(of trigram: UInt64) -> Int {
    Int(truncatingIfNeeded: (trigram &* 0x9E37_79B9_7F4A_7C15) >> 57)
  }
}

private typealias BitBlock = SIMD8<UInt64>

extension BitBlock {
  fileprivate static var bitCount: Int { scalarCount * 64 }
}

/// Counts for the bits of a block, each bit of the counts in a plane of its own.
///
/// Source: the carry-save adder of R. Seal and S. Harley, in H. S. Warren, "Hacker's Delight", 2nd
/// edition (2012), section 5-1: three blocks of one weight become one of it and one of the next, so
/// that most additions touch two planes only.
private struct BitCounts {
  /// The plane of the highest bit.
  static let top = 7

  private var planes: InlineArray<8, BitBlock>
  /// What waits for another of its weight.
  private var waiting = InlineArray<8, BitBlock>(repeating: .zero)

  init(from start: Int) {
    planes = InlineArray { start >> $0 & 1 == 1 ? BitBlock(repeating: .max) : .zero }
  }

  subscript(plane: Int) -> BitBlock { planes[plane] }

  /// - Parameter number: how many blocks were added before; below 128.
  @inline(__always)
  mutating func add(_ block: BitBlock, _ number: Int) {
    var (carry, level, rest) = (block, 0, number)
    while rest & 1 == 1 {
      carry = join(level, waiting[level], carry)
      level += 1
      rest >>= 1
    }
    waiting[level] = carry
  }

  /// Adds what waits.
  @inline(__always)
  mutating func finish(_ count: Int) {
    for level in 0...Self.top where count >> level & 1 == 1 {
      var (carry, plane) = (waiting[level], level)
      while plane <= Self.top {
        let sum = planes[plane] ^ carry
        carry &= planes[plane]
        planes[plane] = sum
        plane += 1
      }
    }
  }

  /// Adds two blocks of a weight, and gives what is carried to the next.
  @inline(__always)
  private mutating func join(_ level: Int, _ one: BitBlock, _ other: BitBlock) -> BitBlock {
    let plane = planes[level]
    let differ = one ^ other
    planes[level] = plane ^ differ
    return one & other | plane & differ
  }

  @inline(__always)
  func count(_ word: Int, _ bit: Int) -> Int {
    var count = 0
    for plane in 0...Self.top { count |= Int(planes[plane][word] >> UInt64(bit) & 1) << plane }
    return count
  }
}
