/// Counts edits with a bit for each cell of the matrix: 64 letters of one text at a time, beside all
/// of the other.
///
/// Source: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances",
/// Nordic Journal of Computing 10 (2003).
enum EditBits {
  /// The letters whose cells are in a word.
  static let lettersPerWord = UInt64.bitWidth

  /// The distance of two texts, counted as `EditDistance` counts.
  ///
  /// - Parameter one: not empty; better the shorter one.
  /// - Complexity: O(words of one × letters of the other) time; memory of a byte for each letter of
  ///   the other.
  static func distance<Unit: FixedWidthInteger>(
    _ one: UnsafeBufferPointer<Unit>, _ other: UnsafeBufferPointer<Unit>
  ) -> Int {
    withUnsafeTemporaryAllocation(
      of: LetterPlaces.Slot.self, capacity: LetterPlaces.slotCount
    ) { slots in
      slots.initialize(repeating: LetterPlaces.Slot())
      var places = LetterPlaces(slots)
      if one.count <= lettersPerWord {
        places.add(one)
        return one.count + change(of: one.count, beside: other, places)
      }
      return withUnsafeTemporaryAllocation(of: EditColumn.Edge.self, capacity: other.count) {
        $0.initialize(repeating: .top)
        return distance(one, other, &places, edges: $0)
      }
    }
  }

  /// The distance where no letter of one is left, and what the other letters add to it.
  private static func change<Unit: FixedWidthInteger>(
    of count: Int, beside other: UnsafeBufferPointer<Unit>, _ places: LetterPlaces
  ) -> Int {
    var column = EditColumn(count)
    var change = 0
    for letter in other { change &+= column.take(places[UInt32(letter)], above: .top).change }
    return change
  }

  /// Word by word, so that the places of 64 letters are all that has to be known at once.
  private static func distance<Unit: FixedWidthInteger>(
    _ one: UnsafeBufferPointer<Unit>, _ other: UnsafeBufferPointer<Unit>,
    _ places: inout LetterPlaces, edges: UnsafeMutableBufferPointer<EditColumn.Edge>
  ) -> Int {
    var change = 0
    for start in stride(from: 0, to: one.count, by: lettersPerWord) {
      let end = min(start + lettersPerWord, one.count)
      places.removeAll()
      places.add(UnsafeBufferPointer(rebasing: one[start..<end]))
      var column = EditColumn(end - start)
      change = 0
      for index in 0..<other.count {
        edges[index] = column.take(places[UInt32(other[index])], above: edges[index])
        change &+= edges[index].change
      }
    }
    return one.count + change
  }
}

/// The cells of up to 64 letters beside the letters of another text that were taken so far: by how
/// much each cell differs from the one above it.
private struct EditColumn {
  private var more: UInt64 = .max
  private var less: UInt64 = 0
  /// Where a cell is as its neighbour above on the left.
  private var same: UInt64 = 0
  /// Where the last letter stands.
  private var lastPlaces: UInt64 = 0
  private let last: UInt64

  init(_ count: Int) { last = UInt64(count - 1) }

  /// What a column says of its lowest cell to the letters below: in bits, so that all are made at
  /// once.
  struct Edge {
    fileprivate var bits: UInt8

    /// Above all letters: each letter of the other text is one edit more.
    static let top = Edge(bits: 1)

    @inline(__always) fileprivate var more: UInt64 { UInt64(bits & 1) }
    @inline(__always) fileprivate var less: UInt64 { UInt64(bits >> 1 & 1) }
    @inline(__always) fileprivate var swap: UInt64 { UInt64(bits >> 2) }

    /// By how much the lowest cell differs from the one on its left.
    @inline(__always) var change: Int { Int(bits & 1) &- Int(bits >> 1 & 1) }
  }

  /// Goes on to the next letter of the other text.
  ///
  /// - Parameters:
  ///   - places: where the letters of the column are that letter.
  ///   - edge: of the letters above, at the same letter.
  @inline(__always)
  mutating func take(_ places: UInt64, above edge: Edge) -> Edge {
    // The letter stands here, and is not yet made use of: with the next it may be a swap.
    let open = ~same & places
    let swapped = (open << 1 | edge.swap) & lastPlaces
    let met = places | edge.less
    same = ((met & more) &+ more) ^ more | met | less | swapped
    let right = less | ~(same | more)
    let left = same & more
    let bits = right >> last & 1 | (left >> last & 1) << 1 | (open >> last & 1) << 2
    let rightBelow = right << 1 | edge.more
    more = left << 1 | edge.less | ~(same | rightBelow)
    less = rightBelow & same
    lastPlaces = places
    return Edge(bits: UInt8(truncatingIfNeeded: bits))
  }
}

/// Where each letter stands among up to 64, in bits.
private struct LetterPlaces {
  static let slotCount = 128

  struct Slot {
    var letter: UInt32 = 0
    /// None in an empty slot.
    var places: UInt64 = 0
  }

  private let slots: UnsafeMutableBufferPointer<Slot>

  /// - Parameter slots: as many as `slotCount`, empty.
  init(_ slots: UnsafeMutableBufferPointer<Slot>) { self.slots = slots }

  mutating func removeAll() { slots.update(repeating: Slot()) }

  mutating func add<Unit: FixedWidthInteger>(_ letters: UnsafeBufferPointer<Unit>) {
    for (index, letter) in letters.enumerated() {
      let slot = slot(of: UInt32(letter))
      slots[slot].letter = UInt32(letter)
      slots[slot].places |= 1 << UInt64(index)
    }
  }

  @inline(__always)
  subscript(letter: UInt32) -> UInt64 { slots[slot(of: letter)].places }

  /// The slot of a letter, or the empty one where it would be: half of them are always empty.
  @inline(__always)
  private func slot(of letter: UInt32) -> Int {
    var slot = Int(letter & UInt32(Self.slotCount - 1))
    while slots[slot].places != 0, slots[slot].letter != letter {
      slot = (slot &+ 1) & (Self.slotCount &- 1)
    }
    return slot
  }
}
