/// The records of a range in which a word occurs, and where it does.
///
/// Shape: the places in record `records[i]` are `places[ends[i]..<ends[i + 1]]`, ascending.
struct WordOccurrences: Sendable {
  private(set) var records: [UInt32] = []
  private(set) var ends: [Int] = [0]
  private(set) var places: [UInt32] = []

  /// - Parameter range: between multiples of `PostingBlock.window`.
  init(_ index: WordIndex, word: Int, in range: Range<Int>) {
    let blocks = index.blocks(of: word, in: range)
    let capacity = blocks.count * PostingBlock.capacity
    var ends = [Int](repeating: 0, count: capacity + 1)
    let counts = UnsafeMutablePointer<UInt32>.allocate(capacity: PostingBlock.capacity)
    defer { counts.deallocate() }
    records = [UInt32](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      for block in blocks {
        guard let data = index.head(of: block), block.unpackRecords(data, into: base + count)
        else { return index.damaged() ?? () }
        block.unpackCounts(data, into: counts)
        for place in 0..<block.recordCount {
          ends[count &+ 1] = ends[count] &+ Int(counts[place])
          count &+= 1
        }
      }
    }
    ends.removeLast(ends.count - records.count - 1)
    self.ends = ends
    unpackPlaces(index, blocks)
  }

  private mutating func unpackPlaces(
    _ index: WordIndex, _ blocks: UnsafeBufferPointer<PostingBlock>
  ) {
    var first = 0
    // What a damaged file says is only as much as its data can hold.
    places.reserveCapacity(min(ends[records.count], index.dataLength * 8))
    for block in blocks {
      let end = first + block.recordCount
      guard end <= records.count,
        index.appendPlaces(of: block, count: ends[end] - ends[first], to: &places)
      else { break }
      first = end
    }
    if places.count != ends[records.count] {
      (records, ends, places) = index.damaged() ?? ([], [0], [])
    }
  }
}

/// Finds the records in which words follow each other.
enum PhraseSearch {
  /// Calls `body` with each record of a range that has the phrase, ascending, and how often it has
  /// it, counting occurrences that do not overlap.
  ///
  /// - Parameter words: two at least, each a number of `index`.
  static func forEach(
    _ index: WordIndex, words: [Int], in range: Range<Int>, _ body: (UInt32, Int) -> Void
  ) {
    let occurrences = words.map { WordOccurrences(index, word: $0, in: range) }
    var cursors = [Int](repeating: 0, count: words.count)
    let first = occurrences[0]
    var next = 0
    while next < first.records.count {
      let record = first.records[next]
      cursors[0] = next
      var reached = record
      for number in 1..<words.count {
        let records = occurrences[number].records
        cursors[number] = Self.place(of: reached, in: records, from: cursors[number])
        guard cursors[number] < records.count else { return }
        reached = max(reached, records[cursors[number]])
      }
      if reached == record {
        let count = Self.count(occurrences, at: cursors)
        if count > 0 { body(record, count) }
        next += 1
      } else {
        next = Self.place(of: reached, in: first.records, from: next + 1)
      }
    }
  }

  /// The index of the first record that is not before `target`: steps that double, then halves.
  @inline(__always)
  private static func place(of target: UInt32, in records: [UInt32], from start: Int) -> Int {
    var low = start
    var step = 1
    while low < records.count, records[low] < target {
      if low &+ step < records.count, records[low &+ step] < target {
        low &+= step
        step &*= 2
      } else {
        low &+= 1
        step = 1
      }
    }
    return low
  }

  private static func count(_ occurrences: [WordOccurrences], at cursors: [Int]) -> Int {
    let (firstWord, secondWord) = (occurrences[0], occurrences[1])
    let firsts = firstWord.ends[cursors[0]]..<firstWord.ends[cursors[0] + 1]
    var second = secondWord.ends[cursors[1]]
    let end = secondWord.ends[cursors[1] + 1]
    var count = 0
    var floor: UInt32 = 0
    for index in firsts {
      let place = firstWord.places[index]
      while second < end, secondWord.places[second] <= place { second &+= 1 }
      guard second < end else { break }
      guard place >= floor, secondWord.places[second] == place &+ 1,
        isContinued(occurrences, at: cursors, from: place)
      else { continue }
      count += 1
      floor = place &+ UInt32(occurrences.count)
    }
    return count
  }

  /// Whether the words behind the second stand where they belong.
  private static func isContinued(
    _ occurrences: [WordOccurrences], at cursors: [Int], from place: UInt32
  ) -> Bool {
    for number in 2..<max(2, occurrences.count) {
      let word = occurrences[number]
      let places = word.places[word.ends[cursors[number]]..<word.ends[cursors[number] + 1]]
      if !places.contains(place &+ UInt32(number)) { return false }
    }
    return true
  }
}
