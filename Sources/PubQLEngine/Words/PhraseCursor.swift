/// Walks through the records in which some words follow each other.
struct PhraseCursor {
  private let cursors: [PostingCursor]
  private var places: [[UInt32]]
  private var hasBegun = false

  /// - Parameters:
  ///   - words: two at least, each a number of `index`.
  ///   - records: between multiples of `PostingBlock.window`.
  init(_ index: WordIndex, words: [Int], in records: Range<Int>) {
    cursors = words.map { PostingCursor(index, index.blocks(of: $0, in: records)) }
    places = Array(repeating: [], count: words.count)
  }

  /// The next record, and how often it has the phrase, counting occurrences that do not overlap.
  mutating func next() -> (record: UInt32, count: Int)? {
    while let record = nextShared() {
      let count = occurrences()
      if count > 0 { return (record, count) }
    }
    return nil
  }

  /// The next record that has all of the words.
  private mutating func nextShared() -> UInt32? {
    if hasBegun { cursors[0].next() }
    hasBegun = true
    var target = cursors[0].record
    var agreeing = 1
    var number = 1
    while agreeing < cursors.count {
      let cursor = cursors[number % cursors.count]
      cursor.advance(to: target)
      if cursor.isAtEnd { return nil }
      if cursor.record == target { agreeing += 1 } else { (target, agreeing) = (cursor.record, 1) }
      number += 1
    }
    return target == UInt32.max ? nil : target
  }

  private mutating func occurrences() -> Int {
    for (number, cursor) in cursors.enumerated() { cursor.places(into: &places[number]) }
    var positions = [Int](repeating: 0, count: cursors.count)
    var count = 0
    var floor: UInt32 = 0
    for first in places[0] where first >= floor {
      var holds = true
      for number in 1..<cursors.count where holds {
        let wanted = first &+ UInt32(number)
        var position = positions[number]
        while position < places[number].count, places[number][position] < wanted { position += 1 }
        positions[number] = position
        holds = position < places[number].count && places[number][position] == wanted
      }
      guard holds else { continue }
      count += 1
      floor = first &+ UInt32(cursors.count)
    }
    return count
  }
}
