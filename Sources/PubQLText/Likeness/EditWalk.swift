/// Finds the texts of a sorted list that are within some edits of another.
///
/// The list is walked as the tree of its beginnings: what texts share at their beginnings is
/// looked at once, and where a beginning has too many edits already, all texts that begin so are
/// passed over. Where a beginning has as many edits as there may be, what has to follow is looked
/// up. Edits are counted as `EditDistance` counts them. Nothing has to be made of the list before.
///
/// Source: S. Wu and U. Manber, "Fast text searching allowing errors", Communications of the ACM
/// 35 (1992): for each number of edits, a bit for each beginning of the target that the text so far
/// is within that many edits of. The term for swaps is our own.
package struct EditWalk {
  /// A bit for each beginning of the target, the empty one too.
  package static let mostLetters = 63

  private let target: EditTarget
  private let limit: Int

  /// Whether a folded text has not too many letters.
  package static func takes(_ target: [UInt8]) -> Bool { EditTarget(target) != nil }

  /// - Parameter target: folded. Nil where it has too many letters.
  package init?(_ target: [UInt8], limit: Int) {
    guard limit >= 0, let target = EditTarget(target) else { return nil }
    self.target = target
    // No distance is above the count of the longer text.
    self.limit = min(limit, Self.mostLetters)
  }

  /// The places of the texts, ascending.
  package func indices(in texts: SortedTexts) -> [Int] {
    // After so many letters any text is out.
    let depths = target.count + limit + 2
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: depths * (limit + 2)) { rows in
      rows.initialize(repeating: 0)
      return target.withLetters { letters in
        var visit = EditVisit(texts, letters, EditPath(target.count, limit: limit, rows))
        visit.texts(0..<texts.count, from: 0)
        return visit.sorted
      }
    }
  }
}

/// A text that others are held against.
private struct EditTarget {
  private let bytes: [UInt8]
  /// Where each letter begins, and where the last one ends.
  private var starts = [0]
  /// Where it has a letter: bit `j` for its letter `j`, from 1 on. ASCII by its code, others
  /// looked through.
  private var ascii = [UInt64](repeating: 0, count: 128)
  private var others: [(letter: UInt32, places: UInt64)] = []

  /// How many letters it has.
  var count: Int { starts.count - 1 }

  /// Nil where there are too many letters.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    let isWhole = bytes.withUnsafeBufferPointer { bytes in
      var end = 0
      while end < bytes.count, count < EditWalk.mostLetters {
        let (letter, length) = UTF8Scanner.decode(bytes, at: end)
        add(letter)
        end += length
        starts.append(end)
      }
      return end == bytes.count
    }
    if !isWhole { return nil }
  }

  private mutating func add(_ letter: UInt32) {
    let place: UInt64 = 2 << UInt64(count)
    if letter < 128 {
      ascii[Int(letter)] |= place
    } else if let known = others.firstIndex(where: { $0.letter == letter }) {
      others[known].places |= place
    } else {
      others.append((letter, place))
    }
  }

  func withLetters<R>(_ body: (Letters) -> R) -> R {
    bytes.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { starts in
        ascii.withUnsafeBufferPointer { ascii in
          others.withUnsafeBufferPointer { others in
            body(Letters(bytes: bytes, starts: starts, ascii: ascii, others: others))
          }
        }
      }
    }
  }

  /// The letters where they lie in memory: a walk looks at them too often to hold arrays each time.
  struct Letters {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let starts: UnsafeBufferPointer<Int>
    fileprivate let ascii: UnsafeBufferPointer<UInt64>
    fileprivate let others: UnsafeBufferPointer<(letter: UInt32, places: UInt64)>

    var count: Int { starts.count - 1 }

    /// The bytes of some letters, counted from 0.
    @inline(__always)
    subscript(letters: Range<Int>) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[starts[letters.lowerBound]..<starts[letters.upperBound]])
    }

    @inline(__always)
    func places(of letter: UInt32) -> UInt64 {
      if letter < 128 { return ascii[Int(letter)] }
      return others.first { $0.letter == letter }?.places ?? 0
    }
  }
}

/// A walk on its way.
private struct EditVisit {
  private let texts: SortedTexts
  private let target: EditTarget.Letters
  private var path: EditPath
  private var found: [Int] = []

  init(_ texts: SortedTexts, _ target: EditTarget.Letters, _ path: EditPath) {
    self.texts = texts
    self.target = target
    self.path = path
  }

  /// What was found, ascending, each once: what may follow a beginning may do so in several ways.
  var sorted: [Int] {
    var result: [Int] = []
    for index in found.sorted() where result.last != index { result.append(index) }
    return result
  }

  /// Goes through texts that share their first `offset` bytes, the letters of the path.
  mutating func texts(_ range: Range<Int>, from offset: Int) {
    var index = range.lowerBound
    while index < range.upperBound, texts[index].count <= offset {
      if path.isWithinLimit { found.append(index) }
      index += 1
    }
    if path.hasNoEditLeft { return lookUp(index..<range.upperBound, from: offset) }
    while index < range.upperBound {
      let text = texts[index]
      // Texts that are out of order come from a damaged file.
      guard text.count > offset else {
        index += 1
        continue
      }
      let (letter, length) = UTF8Scanner.decode(text, at: offset)
      let bytes = UnsafeBufferPointer(rebasing: text[offset..<offset + length])
      let end = texts.end(in: index..<range.upperBound, having: bytes, at: offset)
      if path.take(target.places(of: letter)) { texts(index..<end, from: offset + length) }
      path.drop()
      index = end
    }
  }

  /// Finds those that go on with what is left of the target, without an edit.
  private mutating func lookUp(_ range: Range<Int>, from offset: Int) {
    if range.isEmpty { return }
    var rests = path.rests
    while let rest = rests.popFirst() {
      if rest < target.count { lookUp(rest, in: range, from: offset) }
    }
    var swaps = path.openSwaps
    while let first = swaps.popFirst() {
      let letter = target[first..<first + 1]
      let having = texts.range(in: range, having: letter, at: offset)
      lookUp(first + 2, in: having, from: offset + letter.count)
    }
  }

  /// Finds those that go on with the target's letters from one on, and then end.
  private mutating func lookUp(_ letter: Int, in range: Range<Int>, from offset: Int) {
    let rest = target[letter..<target.count]
    var index = texts.firstIndex(in: range, from: rest, at: offset)
    while index < range.upperBound, texts[index].count == offset + rest.count,
      texts.has(rest, index, at: offset)
    {
      found.append(index)
      index += 1
    }
  }
}

/// The letters of a beginning, and what each of its own beginnings is close to.
private struct EditPath {
  /// For each number of letters a row: for 0, 1 … edits the beginnings of the target that are within
  /// them, and at the end where the target has the last letter.
  private let memory: UnsafeMutableBufferPointer<UInt64>
  private let limit: Int
  private let width: Int
  /// The whole target, and all of its beginnings.
  private let whole: UInt64
  private let all: UInt64
  private var depth = 0

  init(_ count: Int, limit: Int, _ memory: UnsafeMutableBufferPointer<UInt64>) {
    self.memory = memory
    self.limit = limit
    width = limit + 2
    whole = 1 << UInt64(count)
    all = whole | (whole - 1)
    // The first letters of the target are as many edits away from no letters.
    for edits in 0...limit { memory[edits] = all & ((2 << UInt64(edits)) &- 1) }
  }

  private var last: Int { depth * width }

  var isWithinLimit: Bool { memory[last + limit] & whole != 0 }

  /// Whether nothing is closer than the limit.
  var hasNoEditLeft: Bool { limit == 0 || memory[last + limit - 1] & all == 0 }

  /// Where no edit is left: the letters of the target, counted from 0, that may follow, with all
  /// behind them.
  var rests: Places { Places(bits: memory[last + limit] & all) }

  /// Where no edit is left: the letters that may follow as the second of a swap.
  var openSwaps: Places {
    guard limit > 0, depth > 0 else { return Places(bits: 0) }
    return Places(bits: memory[last - width + limit - 1] & memory[last + limit + 1] >> 2 & all)
  }

  /// Goes back by a letter.
  @inline(__always)
  mutating func drop() { depth -= 1 }

  /// Takes a letter; false where nothing is close to what there is now, and so nothing to what
  /// follows.
  ///
  /// - Parameter places: where the target has the letter.
  @inline(__always)
  mutating func take(_ places: UInt64) -> Bool {
    let row = last + width
    defer { depth += 1 }
    memory[row + limit + 1] = places
    var fewer = memory[last] << 1 & places
    memory[row] = fewer
    if limit == 0 { return fewer & all != 0 }
    // From two letters ago, over the last letter and this one in the other order.
    let swapped = depth > 0 ? places << 1 & memory[last + limit + 1] : 0
    let before = depth > 0 ? last - width : last
    for edits in 1...limit {
      let left = memory[last + edits - 1]
      var close = memory[last + edits] << 1 & places
      close |= left << 1 | left | fewer << 1
      close |= memory[before + edits - 1] << 2 & swapped
      memory[row + edits] = close
      fewer = close
    }
    return fewer & all != 0
  }

  /// The bits that are set.
  struct Places {
    fileprivate var bits: UInt64

    mutating func popFirst() -> Int? {
      if bits == 0 { return nil }
      defer { bits &= bits &- 1 }
      return bits.trailingZeroBitCount
    }
  }
}
