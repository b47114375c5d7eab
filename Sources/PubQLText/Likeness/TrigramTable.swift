/// Which groups of three letters texts have, roughly: enough to tell those apart that share too
/// few with another text.
///
/// Shape: groups are dealt to `shares` by their hash; of each share a bit a text says whether the
/// text has one of its groups. 16 bytes a text.
package struct TrigramTable: Sendable {
  private static let shares = 128
  /// Room for the counts of as many shares, and a bit above.
  private static let planes = 8

  private let textCount: Int
  private let wordCount: Int
  /// The words of the first share, then those of the second, and so on.
  private let bits: [UInt64]

  package init(_ texts: SortedTexts) {
    let wordCount = (texts.count + 63) / 64
    var bits = [UInt64](repeating: 0, count: wordCount * Self.shares)
    bits.withUnsafeMutableBufferPointer { bits in
      for index in 0..<texts.count {
        TrigramSimilarity.forEach(texts[index]) { trigram in
          bits[Self.share(of: trigram) * wordCount + index >> 6] |= 1 << UInt64(index & 63)
        }
      }
    }
    self.bits = bits
    self.wordCount = wordCount
    textCount = texts.count
  }

  /// The places of texts that may have a similarity of at least `least` (above 0) to another:
  /// all that have, and a few more. Nil where that cannot be told.
  package func candidates(for other: TrigramSimilarity, atLeast least: Double) -> [Int]? {
    let trigrams = other.trigrams
    let shares = Array(Set(trigrams.map(Self.share)))
    // Of what both have over what either has, the first is at most all that the other has: so many
    // trigrams have to be shared. Some of these may be of one share.
    let shared = Int((Double(trigrams.count) * least).rounded(.up))
    let wanted = shared - (trigrams.count - shares.count)
    guard wanted > 0 else { return trigrams.isEmpty ? [] : nil }
    return places(having: wanted, of: shares)
  }

  /// The texts that have at least some number of shares, 64 texts at a time: their counts stand in
  /// planes, a bit of each count a plane.
  private func places(having wanted: Int, of shares: [Int]) -> [Int] {
    let top = Self.planes - 1
    // A count begins so far below 2^top that its highest bit tells whether it is enough.
    let begin = 1 << top - wanted
    let start = (0..<Self.planes).map { begin >> $0 & 1 == 1 ? UInt64.max : 0 }
    var planes = start
    var found: [Int] = []
    bits.withUnsafeBufferPointer { bits in
      planes.withUnsafeMutableBufferPointer { planes in
        for word in 0..<wordCount {
          for plane in 0...top { planes[plane] = start[plane] }
          for share in shares {
            var carry = bits[share * wordCount + word]
            var plane = 0
            while carry != 0, plane <= top {
              let sum = planes[plane] ^ carry
              carry &= planes[plane]
              planes[plane] = sum
              plane += 1
            }
          }
          var enough = planes[top]
          while enough != 0 {
            let place = word << 6 | enough.trailingZeroBitCount
            if place < textCount { found.append(place) }
            enough &= enough - 1
          }
        }
      }
    }
    return found
  }

  @inline(__always)
  private static func share(of trigram: UInt64) -> Int {
    Int(truncatingIfNeeded: (trigram &* 0x9E37_79B9_7F4A_7C15) >> 57)
  }
}
