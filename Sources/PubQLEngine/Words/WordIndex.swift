import PubQLText
import Synchronization

/// The words of a field of texts, and the records and places in which each occurs.
///
/// Shape: words are numbered in the order of their bytes. Everything is checked before it is first
/// used; what is damaged is as if it were not there, and the log knows.
final class WordIndex: Sendable {
  private let sections: MappedSections
  let recordCount: Int
  private let words: Lists<UInt32, UInt8>
  private let blocks: Lists<UInt32, PostingBlock>
  private let recordCounts: CheckedValues<UInt32>
  private let data: CheckedValues<UInt8>
  private let lengthValues: CheckedValues<UInt32>
  /// Words of all texts together, and how many texts have any.
  let totals: (words: Int, texts: Int)
  /// Of windows that were asked for: how many words a text has at least that has any.
  private let leastLengths = Mutex<[Int: UInt32]>([:])
  var wordCount: Int { words.count }
  var storedBlockCount: Int { blocks.valueCount }

  /// Nil where there is none, or where its sections do not belong together, which the log knows then.
  init?(_ sections: MappedSections, recordCount: Int) {
    guard let recordCounts = sections.values(.wordRecordCounts, of: UInt32.self) else {
      return nil
    }
    guard
      let words: Lists<UInt32, UInt8> = sections.lists(
        .wordStarts, .wordBytes, count: recordCounts.count),
      let blocks: Lists<UInt32, PostingBlock> = sections.lists(
        .wordBlockStarts, .wordBlocks, count: recordCounts.count),
      let data = sections.values(.wordData, of: UInt8.self),
      let lengths = sections.values(.wordLengths, of: UInt32.self), lengths.count == recordCount,
      let totals = sections.values(.wordTotals, of: UInt64.self), totals.count == 2,
      let wordTotal = totals[0].flatMap({ Int(exactly: $0) }),
      let textTotal = totals[1].flatMap({ Int(exactly: $0) }),
      // Totals of several segments are added.
      textTotal <= recordCount, wordTotal >> UInt32.bitWidth <= recordCount
    else {
      sections.log.add(.damaged(sections.name))
      return nil
    }
    self.sections = sections
    self.recordCount = recordCount
    (self.words, self.blocks) = (words, blocks)
    (self.recordCounts, self.data, lengthValues) = (recordCounts, data, lengths)
    self.totals = (wordTotal, textTotal)
  }

  // MARK: Words

  /// The number of a word.
  /// - Complexity: O(log n) comparisons.
  func word(_ bytes: [UInt8]) -> Int? {
    let place = firstWord { ByteOrder.compare($0, bytes) >= 0 }
    return place < wordCount && ByteOrder.compare(text(place), bytes) == 0 ? place : nil
  }

  /// The numbers of the words that begin so.
  func words(beginning prefix: [UInt8]) -> Range<Int> {
    let first = firstWord { ByteOrder.compare($0, prefix) >= 0 }
    let end = firstWord {
      ByteOrder.compare(UnsafeBufferPointer(rebasing: $0.prefix(prefix.count)), prefix) > 0
    }
    return first..<max(first, end)
  }

  /// The numbers of the words that have some bytes, anywhere or at their end, ascending.
  /// - Complexity: linear in the bytes of all words.
  func words(containing part: [UInt8], atEnd: Bool) -> [Int] {
    let (starts, bytes) = (words.starts, words.values)
    var found: [Int] = []
    var from = 0
    while from < bytes.count,
      let offset = UTF8Scanner.find(part, in: bytes.part(from..<bytes.count))
    {
      let place = from + offset
      let word = starts.indices.partitioningIndex { Int(starts[$0]) > place } - 1
      // Where starts are damaged, all words are empty.
      guard word < wordCount else { return [] }
      let end = Int(starts[word + 1])
      // What begins in one word and ends in the next is none.
      let isWithin = place + part.count <= end && (!atEnd || place + part.count == end)
      if isWithin { found.append(word) }
      from = isWithin ? max(end, place + 1) : place + 1
    }
    return found
  }

  /// The letters of a word; none where it is damaged.
  func text(_ word: Int) -> UnsafeBufferPointer<UInt8> { words[word] }

  /// Calls `body` with each word.
  func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    for word in 0..<wordCount { body(text(word)) }
  }

  /// In how many records a word occurs.
  func recordCount(of word: Int) -> Int { recordCounts[word].map(Int.init) ?? 0 }

  private func firstWord(where holds: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int {
    (0..<wordCount).partitioningIndex { holds(text($0)) }
  }

  // MARK: Occurrences

  /// The blocks of a word, all of them or those with records in a range that lies between
  /// multiples of `PostingBlock.window`.
  func blocks(of word: Int, in records: Range<Int>? = nil) -> UnsafeBufferPointer<PostingBlock> {
    let all = blocks[word]
    guard let records else { return all }
    let low = all.indices.partitioningIndex { Int(all[$0].lastRecord) >= records.lowerBound }
    let high = all.indices.partitioningIndex { Int(all[$0].firstRecord) >= records.upperBound }
    return UnsafeBufferPointer(rebasing: all[low..<max(low, high)])
  }

  /// Unpacks the records of a block, ascending, and how often the word occurs in each; whether they
  /// make sense.
  ///
  /// - Parameters:
  ///   - records: room for `PostingBlock.capacity` numbers.
  ///   - counts: the same; nil where nobody asks for them.
  @inline(__always)
  func unpack(
    _ block: PostingBlock, into records: UnsafeMutablePointer<UInt32>,
    counts: UnsafeMutablePointer<UInt32>?
  ) -> Bool {
    guard let base = head(of: block), block.unpackRecords(base, into: records) else {
      return damaged() ?? false
    }
    if let counts { block.unpackCounts(base, into: counts) }
    return true
  }

  /// Calls `body` with each record of a block and how often the word occurs in it; whether they make
  /// sense. Where they do not, they may be any numbers, no more than from the first record of the
  /// block to the last.
  @inline(__always)
  func forEach(
    in block: PostingBlock, _ body: (_ record: UInt32, _ count: UInt32) -> Void
  ) -> Bool {
    guard let base = head(of: block), block.forEach(base, body) else {
      return damaged() ?? false
    }
    return true
  }

  /// The data of a block up to its places; nil where that cannot be read.
  @inline(__always)
  private func head(of block: PostingBlock) -> UnsafeRawPointer? {
    guard block.isPlausible(recordCount: recordCount),
      let head = data.part(block.start..<block.start &+ block.headLength &+ BitPacking.slack)
    else { return nil }
    return UnsafeRawPointer(head.baseAddress)
  }

  /// Bytes of the data of all blocks.
  var dataLength: Int { data.count }

  /// The places of some occurrences of a block, counted through all its records; nil where it does
  /// not have them.
  @inline(__always)
  func places(of block: PostingBlock, _ occurrences: Range<Int>) -> PackedPlaces? {
    let (bits, count) = (block.placeBits(of: occurrences), occurrences.count)
    let start = block.start + bits.lowerBound / 8
    let end = block.start + bits.upperBound / 8 + BitPacking.slack
    guard count <= block.mostOccurrences, let data = data.part(start..<end),
      let base = UnsafeRawPointer(data.baseAddress)
    else { return damaged() }
    return PackedPlaces(
      base: base, bit: bits.lowerBound & 7, width: Int(block.placeBits), count: count)
  }

  /// Words of the texts of some records.
  func lengths(of records: Range<Int>) -> UnsafeBufferPointer<UInt32>? {
    lengthValues.part(records) ?? damaged()
  }

  /// How many words those texts at least have that have any; 0 where that is damaged.
  /// - Parameter records: of one window.
  func leastLength(in records: Range<Int>) -> UInt32 {
    let window = records.lowerBound / PostingBlock.window
    if let known = leastLengths.withLock({ $0[window] }) { return known }
    // No words are more than any number.
    let least = lengths(of: records).map { $0.reduce(UInt32.max) { min($0, $1 &- 1) } &+ 1 } ?? 0
    leastLengths.withLock { $0[window] = least }
    return least
  }

  /// Tells the log that what is stored makes no sense.
  func damaged<Result>() -> Result? { sections.damaged() }
}
