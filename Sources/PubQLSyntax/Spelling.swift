/// Finds the word that was meant.
enum Spelling {
  /// The nearest of some words, if one is within a third of the letters of what was written.
  ///
  /// Swapping two neighbours counts once (optimal string alignment). Only short words are looked
  /// at, so the cost is bounded.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let written = Array(word.utf8)
    guard written.count >= 2, written.count <= 40 else { return nil }
    let allowed = max(1, written.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(written, Array(candidate.utf8))
      if distance <= allowed, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.word
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 0..<left.count {
      var row = [i + 1]
      for j in 0..<right.count {
        var cost = min(
          last[j] + (left[i] == right[j] ? 0 : 1), min(last[j + 1], row[j]) + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
