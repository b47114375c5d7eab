/// Finds the texts of a sorted list that are within some edits of another.
///
/// The list is walked as the tree of its beginnings: what texts share at their beginnings is
/// looked at once, and where a beginning has too many edits already, all texts that begin so are
/// passed over. Edits are counted as `EditDistance` counts them.
///
/// Source: S. Wu and U. Manber, "Fast text searching allowing errors", Communications of the ACM
/// 35 (1992): for each number of edits, a bit for each beginning of the target that the text so far
/// is within that many edits of. The term for swaps is our own.
package struct EditWalk {
  /// A bit for each beginning of the target, the empty one too.
  package static let mostLetters = 63

  private let targetCount: Int
  private let limit: Int
  /// Where the target has a letter: bit `j` for its letter `j`, from 1 on. ASCII by its code, others
  /// looked through.
  private var ascii = [UInt64](repeating: 0, count: 128)
  private var others: [(letter: UInt32, places: UInt64)] = []

  /// - Parameter target: folded. Nil where it has too many letters.
  package init?(_ target: [UInt8], limit: Int) {
    let letters = target.withUnsafeBufferPointer(EditDistance.scalars)
    guard letters.count <= Self.mostLetters, limit >= 0 else { return nil }
    targetCount = letters.count
    // No distance is above the count of the longer text.
    self.limit = min(limit, Self.mostLetters)
    for (index, letter) in letters.enumerated() {
      let place: UInt64 = 2 << UInt64(index)
      if letter < 128 {
        ascii[Int(letter)] |= place
      } else if let known = others.firstIndex(where: { $0.letter == letter }) {
        others[known].places |= place
      } else {
        others.append((letter, place))
      }
    }
  }

  /// The places of the texts, ascending.
  /// - Parameter beginnings: of these texts.
  package func indices(in texts: SortedTexts, _ beginnings: SharedBeginnings) -> [Int] {
    // After so many letters any text is out.
    let depths = targetCount + limit + 2
    return withUnsafeTemporaryAllocation(
      of: UInt64.self, capacity: depths * (limit + 2)
    ) { memory in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: depths) { ends in
        memory.initialize(repeating: 0)
        ends.initialize(repeating: 0)
        var path = EditPath(
          target: targetCount, limit: limit, memory: memory, ends: ends)
        return indices(in: texts, beginnings, &path)
      }
    }
  }

  private func indices(
    in texts: SortedTexts, _ beginnings: SharedBeginnings, _ path: inout EditPath
  ) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index < texts.count {
      path.goBack(to: beginnings[index])
      if follow(texts[index], &path) {
        if path.isWithinLimit { found.append(index) }
        index += 1
      } else {
        index = beginnings.end(ofBeginning: path.end, at: index)
      }
    }
    return found
  }

  /// Takes the rest of a text's letters; false where what was taken has too many edits, whatever
  /// follows.
  @inline(__always)
  private func follow(_ text: UnsafeBufferPointer<UInt8>, _ path: inout EditPath) -> Bool {
    var offset = path.end
    while offset < text.count {
      let (letter, length) = UTF8Scanner.decode(text, at: offset)
      offset += length
      if !path.take(places(of: letter), upTo: offset) { return false }
    }
    return true
  }

  @inline(__always)
  private func places(of letter: UInt32) -> UInt64 {
    if letter < 128 { return ascii[Int(letter)] }
    return others.first { $0.letter == letter }?.places ?? 0
  }
}

/// The letters of a beginning, and what each of its own beginnings is close to.
private struct EditPath {
  /// For each number of letters a row: for 0, 1 … edits the beginnings of the target that are within
  /// them, and at the end where the target has the last letter.
  private let memory: UnsafeMutableBufferPointer<UInt64>
  /// Where each letter ends in the text.
  private let ends: UnsafeMutableBufferPointer<Int>
  private let limit: Int
  private let width: Int
  /// The whole target, and all of its beginnings.
  private let whole: UInt64
  private let all: UInt64
  private var depth = 0

  init(
    target: Int, limit: Int, memory: UnsafeMutableBufferPointer<UInt64>,
    ends: UnsafeMutableBufferPointer<Int>
  ) {
    self.memory = memory
    self.ends = ends
    self.limit = limit
    width = limit + 2
    whole = 1 << UInt64(target)
    all = whole | (whole - 1)
    // The first letters of the target are as many edits away from no letters.
    for edits in 0...limit { memory[edits] = all & ((2 << UInt64(edits)) &- 1) }
  }

  /// Where the last letter ends.
  var end: Int { ends[depth] }

  var isWithinLimit: Bool { memory[depth * width + limit] & whole != 0 }

  /// Drops the letters that end behind `length` bytes.
  @inline(__always)
  mutating func goBack(to length: Int) {
    while ends[depth] > length { depth -= 1 }
  }

  /// Takes a letter; false where nothing is close to what there is now, and by a swap nothing can be
  /// to what follows.
  ///
  /// - Parameters:
  ///   - places: where the target has the letter.
  ///   - end: where it ends in the text.
  @inline(__always)
  mutating func take(_ places: UInt64, upTo end: Int) -> Bool {
    let last = depth * width
    let row = last + width
    depth += 1
    ends[depth] = end
    memory[row + limit + 1] = places
    var fewer = memory[last] << 1 & places
    memory[row] = fewer
    if limit > 0 {
      // From two letters ago, over the last letter and this one in the other order.
      let swapped = depth > 1 ? places << 1 & memory[last + limit + 1] : 0
      let before = depth > 1 ? last - width : last
      for edits in 1...limit {
        let left = memory[last + edits - 1]
        var close = memory[last + edits] << 1 & places
        close |= left << 1 | left | fewer << 1
        close |= memory[before + edits - 1] << 2 & swapped
        memory[row + edits] = close
        fewer = close
      }
    }
    return fewer & all != 0 || limit > 0 && memory[last + limit - 1] & all != 0
  }
}
