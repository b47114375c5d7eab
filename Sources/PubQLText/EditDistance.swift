/// How many letters must change to get from one text to another.
package enum EditDistance {
  /// The distance of two texts after folding, or nothing when it is above `limit`.
  ///
  /// Unit: insertions, deletions, replacements and swaps of neighbours, none of which touches
  /// the same letter twice (optimal string alignment), counted in folded scalars.
  /// - Complexity: O(shorter × limit) time, and never more than `work` tells.
  package static func distance(_ a: String, _ b: String, limit: Int) -> Int? {
    distance(Folding.fold(a), Folding.fold(b), limit: limit)
  }

  /// The distance of two folded texts in UTF-8, or nothing when it is above `limit`.
  package static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in distance(a, b, limit: limit) }
    }
  }

  /// The distance of two folded texts in UTF-8, or nothing when it is above `limit`.
  package static func distance(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int? {
    if UTF8Scanner.isASCII(a), UTF8Scanner.isASCII(b) {
      return aligned(a, b, limit: limit)
    }
    return scalars(a).withUnsafeBufferPointer { a in
      scalars(b).withUnsafeBufferPointer { b in aligned(a, b, limit: limit) }
    }
  }

  /// How much work it is at most to count the edits of two folded texts.
  ///
  /// Unit: letters of one beside up to 64 letters of the other, some nanoseconds each.
  package static func work(_ a: [UInt8], _ b: [UInt8]) -> Int {
    let shorter = min(a.count, b.count)
    var same = 0
    while same < shorter, a[same] == b[same] { same += 1 }
    let start = same
    while same < shorter, a[a.count - 1 - same + start] == b[b.count - 1 - same + start] {
      same += 1
    }
    let words = (shorter - same + EditBits.lettersPerWord - 1) / EditBits.lettersPerWord
    let (work, overflow) = words.multipliedReportingOverflow(by: max(a.count, b.count) - same)
    return overflow ? .max : work
  }

  static func scalars(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var out: [UInt32] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let (scalar, length) = UTF8Scanner.decode(bytes, at: index)
      out.append(scalar)
      index += length
    }
    return out
  }

  /// What both have at the beginning and at the end does not change the distance.
  private static func aligned<Unit: FixedWidthInteger>(
    _ a: UnsafeBufferPointer<Unit>, _ b: UnsafeBufferPointer<Unit>, limit: Int
  ) -> Int? {
    guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
    let shorter = min(a.count, b.count)
    var start = 0
    while start < shorter, a[start] == b[start] { start += 1 }
    var tail = 0
    while tail < shorter - start, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    let one = UnsafeBufferPointer(rebasing: a[start..<(a.count - tail)])
    let other = UnsafeBufferPointer(rebasing: b[start..<(b.count - tail)])
    return one.count < other.count
      ? counted(one, other, limit: limit) : counted(other, one, limit: limit)
  }

  /// Counts in the way that is less work.
  private static func counted<Unit: FixedWidthInteger>(
    _ shorter: UnsafeBufferPointer<Unit>, _ longer: UnsafeBufferPointer<Unit>, limit: Int
  ) -> Int? {
    if shorter.isEmpty { return longer.count <= limit ? longer.count : nil }
    if limit == 0 { return nil }
    // No distance is above the longer count, so a larger limit would only widen the band.
    let limit = min(limit, longer.count)
    if shorter.count / EditBits.lettersPerWord > 2 * limit {
      return banded(shorter, longer, limit: limit)
    }
    let distance = EditBits.distance(shorter, longer)
    return distance <= limit ? distance : nil
  }

  /// Fills only the cells of the matrix that can stay within the limit: those at most `limit`
  /// off the diagonal. Neither text is empty.
  private static func banded<Unit: FixedWidthInteger>(
    _ a: UnsafeBufferPointer<Unit>, _ b: UnsafeBufferPointer<Unit>, limit: Int
  ) -> Int? {
    let width = b.count + 1
    let beyond = limit + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows in
      for column in 0..<(3 * width) { rows[column] = beyond }
      for column in 0...min(b.count, limit) { rows[column] = column }
      var twoAgo = 2 * width
      var previous = 0
      var current = width
      for i in 1...a.count {
        let first = max(1, i - limit)
        let last = min(b.count, i + limit)
        if first > last { return nil }
        rows[current + first - 1] = first == 1 && i <= limit ? i : beyond
        var best = rows[current + first - 1]
        for j in first...last {
          var cell = rows[previous + j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
          cell = min(cell, rows[previous + j] + 1, rows[current + j - 1] + 1)
          if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
            cell = min(cell, rows[twoAgo + j - 2] + 1)
          }
          cell = min(cell, beyond)
          rows[current + j] = cell
          best = min(best, cell)
        }
        if last < b.count { rows[current + last + 1] = beyond }
        // A swap reaches back two rows, so one row beyond the limit does not yet decide.
        if best > limit, i > 1 {
          var before = beyond
          for j in max(0, first - 1)...last { before = min(before, rows[previous + j]) }
          if before >= limit { return nil }
        }
        (twoAgo, previous, current) = (previous, current, twoAgo)
      }
      let distance = rows[previous + b.count]
      return distance <= limit ? distance : nil
    }
  }
}

/// Likeness of texts by the runs of three letters they share.
///
/// The letters are taken word by word, each with two blanks before and one behind, so that
/// the order of words does not matter and their beginnings count more.
package struct TrigramSimilarity: Sendable {
  /// Sorted, each once; three scalars of 21 bits.
  let trigrams: [UInt64]

  package init(_ text: String) {
    trigrams = Folding.fold(text).withUnsafeBufferPointer(Self.trigrams)
  }

  /// Whether the text has no word; nothing is like it.
  package var isEmpty: Bool { trigrams.isEmpty }

  /// The trigrams of both over those of either.
  ///
  /// Unit: 0 (nothing shared) to 1 (the same words).
  package func similarity(to folded: UnsafeBufferPointer<UInt8>) -> Double {
    let others = Self.trigrams(folded)
    let common = shared(with: others)
    let all = trigrams.count + others.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  /// The part of this text's trigrams that `folded` has too.
  ///
  /// Unit: 0 to 1; 1 also when `folded` is much longer and holds everything.
  package func coverage(in folded: UnsafeBufferPointer<UInt8>) -> Double {
    guard !trigrams.isEmpty else { return 0 }
    return Double(shared(with: Self.trigrams(folded))) / Double(trigrams.count)
  }

  /// As `similarity(to:)`, of two texts that are not folded yet.
  package static func similarity(_ a: String, _ b: String) -> Double {
    let folded = Folding.fold(b)
    return folded.withUnsafeBufferPointer { TrigramSimilarity(a).similarity(to: $0) }
  }

  private func shared(with others: [UInt64]) -> Int {
    var common = 0
    var (i, j) = (0, 0)
    while i < trigrams.count, j < others.count {
      if trigrams[i] == others[j] { common += 1 }
      let step = trigrams[i] <= others[j]
      if trigrams[i] >= others[j] { j += 1 }
      if step { i += 1 }
    }
    return common
  }

  /// Each trigram of a folded text, as often as it has it.
  @inline(__always)
  static func forEach(_ folded: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
    var scanner = WordScanner(folded)
    let mask: UInt64 = 1 << 63 - 1
    while let range = scanner.next() {
      var last: UInt64 = 0x20 << 21 | 0x20
      var index = range.lowerBound
      while index < range.upperBound {
        let (scalar, length) = UTF8Scanner.decode(folded, at: index)
        last = (last << 21 | UInt64(scalar)) & mask
        body(last)
        index += length
      }
      body((last << 21 | 0x20) & mask)
    }
  }

  private static func trigrams(_ folded: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    var all: [UInt64] = []
    all.reserveCapacity(folded.count + 8)
    forEach(folded) { all.append($0) }
    all.sort()
    var kept = 0
    for index in all.indices where index == 0 || all[index] != all[kept - 1] {
      all[kept] = all[index]
      kept += 1
    }
    all.removeLast(all.count - kept)
    return all
  }
}

/// The name that was probably meant.
package enum Suggestion {
  /// The candidate nearest to `text`, if one is near enough.
  ///
  /// Near is a distance of at most a third of the letters, at least 1, and less than all of
  /// them, after folding. Of equally near ones the first is that which shares more of the
  /// beginning, then the shorter, then the alphabetically first. `text` itself is none.
  package static func best(for text: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Folding.fold(text)
    let letters = wanted.withUnsafeBufferPointer(EditDistance.scalars).count
    var limit = max(1, letters / 3)
    var best: Rank?
    for candidate in candidates where candidate != text {
      let folded = Folding.fold(candidate)
      guard let distance = EditDistance.distance(wanted, folded, limit: limit),
        distance == 0 || distance < max(wanted.count, folded.count)
      else { continue }
      let rank = Rank(
        distance: distance, prefix: zip(wanted, folded).prefix { $0 == $1 }.count,
        length: folded.count, text: candidate)
      if best.map({ rank.isBetter(than: $0) }) ?? true { best = rank }
      limit = min(limit, distance)
    }
    return best?.text
  }

  private struct Rank {
    let distance: Int
    let prefix: Int
    let length: Int
    let text: String

    func isBetter(than other: Rank) -> Bool {
      if distance != other.distance { return distance < other.distance }
      if prefix != other.prefix { return prefix > other.prefix }
      return (length, text) < (other.length, other.text)
    }
  }
}
