import PubQLText

/// What `like` calls close: few letters differ, or most groups of three letters are shared.
package struct Similarity: Sendable {
  /// One letter in four may differ.
  static let lettersPerError = 4
  /// Share of common groups of three letters from which texts count as close.
  static let trigramShare = 0.5

  /// Folded.
  let target: [UInt8]
  let trigrams: TrigramSimilarity

  init(_ text: String) {
    target = Folding.fold(text)
    trigrams = TrigramSimilarity(text)
  }

  /// How many letters may differ.
  var limit: Int { max(1, target.count / Self.lettersPerError) }

  func isClose(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    // Texts whose lengths differ by more than the limit need no counting.
    if mayBeWithinLimit(folded),
      EditDistance.distance(Array(folded), target, limit: limit) != nil
    {
      return true
    }
    return sharesTrigrams(folded)
  }

  func mayBeWithinLimit(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    abs(folded.count - target.count) <= limit
  }

  func sharesTrigrams(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    trigrams.similarity(to: folded) >= Self.trigramShare
  }
}

extension Similarity {
  /// Beyond so many letters only groups of three letters are compared: the number of steps is that
  /// of letters squared.
  static let longestCounted = 2_000

  /// How close two texts are, by what `like` looks at: the part of letters that need not change,
  /// or the part of groups of three letters that both have, whichever is greater.
  ///
  /// Unit: 0 to 1; 1 for texts that are equal when folded.
  package static func degree(_ left: String, _ right: String) -> Double {
    let (a, b) = (Folding.fold(left), Folding.fold(right))
    if a == b { return 1 }
    let shared = b.withUnsafeBufferPointer { TrigramSimilarity(left).similarity(to: $0) }
    let letters = max(
      String(decoding: a, as: UTF8.self).unicodeScalars.count,
      String(decoding: b, as: UTF8.self).unicodeScalars.count)
    // More changes than this would not raise the degree.
    let limit = Int(Double(letters) * (1 - shared))
    guard letters <= longestCounted,
      let distance = EditDistance.distance(a, b, limit: limit)
    else { return shared }
    return max(shared, 1 - Double(distance) / Double(max(letters, 1)))
  }
}
