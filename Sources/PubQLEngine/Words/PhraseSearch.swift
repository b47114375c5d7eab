/// Finds the records in which words follow each other.
///
/// The two words that are in the fewest records are brought together first; the others are looked up
/// where these stand as they should.
struct PhraseSearch {
  private let index: WordIndex
  private let range: Range<Int>
  private let wordCount: Int
  /// Each word and its place in the phrase, the rarest first.
  private let words: [(word: Int, offset: UInt32)]
  /// Whether it is enough to know that there is an occurrence.
  private let onlyWhether: Bool

  /// A place at which the phrase may begin.
  private struct Start {
    let record: UInt32
    let place: UInt32
  }

  /// - Parameters:
  ///   - words: two at least, each a number of `index`.
  ///   - range: between multiples of `PostingBlock.window`.
  ///   - onlyWhether: counts no more than one occurrence in a record.
  init(_ index: WordIndex, words: [Int], in range: Range<Int>, onlyWhether: Bool) {
    self.index = index
    self.range = range
    self.onlyWhether = onlyWhether
    wordCount = words.count
    self.words = words.enumerated()
      .map { (word: $1, offset: UInt32($0), records: index.recordCount(of: $1)) }
      .sorted { $0.records != $1.records ? $0.records < $1.records : $0.offset < $1.offset }
      .map { ($0.word, $0.offset) }
  }

  /// Calls `body` with each record that has the phrase, ascending, and how often it has it, counting
  /// occurrences that do not overlap.
  func forEach(_ body: (UInt32, Int) -> Void) {
    var starts = rarestPair()
    for (word, offset) in words.dropFirst(2) where !starts.isEmpty {
      var lookup = PlaceLookup(index, word: word, in: range)
      starts.removeAll { !lookup.contains($0.place &+ offset, in: $0.record) }
    }
    count(starts, body)
  }

  /// Where the two rarest words stand in their distance.
  private func rarestPair() -> [Start] {
    // The one that stands first in the phrase.
    let (a, b) = words[0].offset < words[1].offset ? (words[0], words[1]) : (words[1], words[0])
    let first = WordOccurrences(index, word: a.word, in: range)
    let second = WordOccurrences(index, word: b.word, in: range)
    var starts: [Start] = []
    first.withBuffers { first in
      second.withBuffers { second in
        WindowSlots(first.records).forEachShared(second.records) { left, right in
          add(first, left, second, right, a.offset, b.offset &- a.offset, to: &starts)
        }
      }
    }
    return starts
  }

  @inline(__always)
  private func add(
    _ first: WordOccurrences.Buffers, _ left: Int, _ second: WordOccurrences.Buffers,
    _ right: Int, _ offset: UInt32, _ distance: UInt32, to starts: inout [Start]
  ) {
    var next = second.ends[right]
    let end = second.ends[right &+ 1]
    for index in first.ends[left]..<first.ends[left &+ 1] {
      let place = first.places[index]
      while next < end, second.places[next] < place &+ distance { next &+= 1 }
      guard next < end else { return }
      guard second.places[next] == place &+ distance, place >= offset else { continue }
      starts.append(Start(record: second.records[right], place: place &- offset))
      if onlyWhether, wordCount == 2 { return }
    }
  }

  /// Counts the occurrences in each record that do not overlap.
  private func count(_ starts: [Start], _ body: (UInt32, Int) -> Void) {
    var index = 0
    while index < starts.count {
      let record = starts[index].record
      var count = 0
      var floor: UInt32 = 0
      while index < starts.count, starts[index].record == record {
        if starts[index].place >= floor {
          count += 1
          floor = starts[index].place &+ UInt32(wordCount)
        }
        index += 1
      }
      body(record, count)
    }
  }
}
