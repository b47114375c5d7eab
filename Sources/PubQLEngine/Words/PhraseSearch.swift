/// Finds the records in which words follow each other.
struct PhraseSearch {
  private let first: WordOccurrences
  private let second: WordOccurrences
  private let rest: [WordOccurrences]
  /// Whether it is enough to know that there is an occurrence.
  private let onlyWhether: Bool

  /// - Parameters:
  ///   - words: two at least, each a number of `index`.
  ///   - range: between multiples of `PostingBlock.window`.
  ///   - onlyWhether: counts no more than one occurrence in a record.
  init(_ index: WordIndex, words: [Int], in range: Range<Int>, onlyWhether: Bool) {
    self.onlyWhether = onlyWhether
    first = WordOccurrences(index, word: words[0], in: range)
    second = WordOccurrences(index, word: words[1], in: range)
    rest = words.dropFirst(2).map { WordOccurrences(index, word: $0, in: range) }
  }

  /// Calls `body` with each record that has the phrase, ascending, and how often it has it, counting
  /// occurrences that do not overlap.
  func forEach(_ body: (UInt32, Int) -> Void) {
    first.withBuffers { first in
      second.withBuffers { second in
        WindowSlots(first.records).forEachShared(second.records) { left, right in
          let record = second.records[right]
          let count = count(first, left, second, right, in: record)
          if count > 0 { body(record, count) }
        }
      }
    }
  }

  @inline(__always)
  private func count(
    _ first: WordOccurrences.Buffers, _ left: Int, _ second: WordOccurrences.Buffers,
    _ right: Int, in record: UInt32
  ) -> Int {
    var next = second.ends[right]
    let end = second.ends[right &+ 1]
    var count = 0
    var floor: UInt32 = 0
    for index in first.ends[left]..<first.ends[left &+ 1] {
      let place = first.places[index]
      while next < end, second.places[next] <= place { next &+= 1 }
      guard next < end else { break }
      guard second.places[next] == place &+ 1, place >= floor,
        rest.isEmpty || isContinued(record, place &+ 2)
      else { continue }
      count &+= 1
      if onlyWhether { break }
      floor = place &+ 2 &+ UInt32(rest.count)
    }
    return count
  }

  /// Whether the words behind the second stand where they belong.
  private func isContinued(_ record: UInt32, _ place: UInt32) -> Bool {
    rest.enumerated().allSatisfy { $1.contains(record, place &+ UInt32($0)) }
  }
}
