import PubQLText
import Synchronization

extension ValueDictionary {
  /// Fewer values are looked at one by one as quickly.
  private static let fewValues = 256

  /// Lets `body` see the folded texts, in the order of the codes. Not for dates.
  private func withFoldedTexts<R>(_ body: (SortedTexts) -> R) -> R {
    let (bytes, starts) = (folded.values, folded.starts)
    return withExtendedLifetime((bytes, starts)) {
      body(SortedTexts(bytes: bytes.buffer, starts: starts.buffer))
    }
  }

  /// The codes of values whose folded text begins with `folded`. Not for dates.
  /// - Complexity: O(log n) comparisons.
  func codes(foldedBeginning folded: [UInt8]) -> Range<Int> {
    withFoldedTexts { $0.range(beginning: folded) }
  }

  /// The codes of values that are close to a text, ascending. Not for dates.
  ///
  /// Few edits are found by walking the sorted texts; shared groups of letters by a table of
  /// them. What both need is made at the first call.
  func codes(like similarity: Similarity) -> [Int] {
    withFoldedTexts { codes(like: similarity, in: $0) }
  }

  private func codes(like similarity: Similarity, in texts: SortedTexts) -> [Int] {
    guard count > Self.fewValues,
      let walk = EditWalk(similarity.target, limit: similarity.limit),
      let candidates = tables(of: texts).trigrams.candidates(
        for: similarity.trigrams, atLeast: Similarity.trigramShare)
    else { return (0..<count).filter { similarity.isClose(texts[$0]) } }
    let near = walk.indices(in: texts, tables(of: texts).beginnings).filter {
      similarity.mayBeWithinLimit(texts[$0])
    }
    let sharing = candidates.filter { similarity.sharesTrigrams(texts[$0]) }
    return Set(near + sharing).sorted()
  }

  private func tables(of texts: SortedTexts) -> LikenessTables {
    likenessBox.withLock { box in
      if let tables = box { return tables }
      let tables = LikenessTables(texts)
      box = tables
      return tables
    }
  }
}

/// What finds values that are like a text.
struct LikenessTables {
  let beginnings: SharedBeginnings
  let trigrams: TrigramTable

  init(_ texts: SortedTexts) {
    beginnings = SharedBeginnings(texts)
    trigrams = TrigramTable(texts)
  }
}
