import PubQLText

/// What `like` calls close: few letters differ, or most groups of three letters are shared.
struct Similarity: Sendable {
  /// One letter in four may differ.
  static let lettersPerError = 4
  /// Share of common groups of three letters from which texts count as close.
  static let trigramShare = 0.5

  private let target: [UInt8]
  private let trigrams: TrigramSimilarity

  init(_ text: String) {
    target = Folding.fold(text)
    trigrams = TrigramSimilarity(text)
  }

  func isClose(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    let limit = max(1, target.count / Self.lettersPerError)
    // Texts whose lengths differ by more than the limit need no counting.
    if abs(folded.count - target.count) <= limit,
      EditDistance.distance(Array(folded), target, limit: limit) != nil
    {
      return true
    }
    return trigrams.similarity(to: folded) >= Self.trigramShare
  }
}
