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

  /// With more edits most of the values are looked at on the way, if these are names.
  private static let mostEditsWalked = 4

  /// Whether values that are so many edits away from a text are found without a look at all values.
  func walks(_ edits: EditRange, from target: TestTarget) -> Bool {
    guard let limit = edits.limit else { return true }
    return limit <= Self.mostEditsWalked && EditWalk.takes(target.folded)
  }

  /// The codes of values that are so many edits away from a text, ascending, where `walks` says so.
  func codes(_ edits: EditRange, from target: TestTarget) -> [Int]? {
    guard let limit = edits.limit else { return Array(0..<count) }
    guard let walk = EditWalk(target.folded, limit: limit) else { return nil }
    return withFoldedTexts { texts in
      let within = walk.indices(in: texts)
      if edits.most == nil { return within.complement(below: count) }
      if edits.least == 0 { return within }
      return target.folded.withUnsafeBufferPointer { target in
        within.filter { edits.holds(texts[$0], target) }
      }
    }
  }

  /// The codes of values that are close to a text, ascending. Not for dates.
  ///
  /// Few edits are found by walking the sorted texts; shared groups of letters by a table of
  /// them, which is made at the first call.
  func codes(like similarity: Similarity) -> [Int] {
    withFoldedTexts { codes(like: similarity, in: $0) }
  }

  private func codes(like similarity: Similarity, in texts: SortedTexts) -> [Int] {
    guard count > Self.fewValues,
      let walk = EditWalk(similarity.target, limit: similarity.limit),
      let candidates = trigrams(of: texts).candidates(
        for: similarity.trigrams, atLeast: Similarity.trigramShare)
    else { return (0..<count).filter { similarity.isClose(texts[$0]) } }
    let near = walk.indices(in: texts).filter { similarity.mayBeWithinLimit(texts[$0]) }
    let sharing = candidates.filter { similarity.sharesTrigrams(texts[$0]) }
    return Set(near + sharing).sorted()
  }

  private func trigrams(of texts: SortedTexts) -> TrigramTable {
    trigramBox.withLock { box in
      if let table = box { return table }
      let table = TrigramTable(texts)
      box = table
      return table
    }
  }
}
