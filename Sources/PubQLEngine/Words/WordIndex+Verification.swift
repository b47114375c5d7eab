extension WordIndex {
  /// Looks at every word and occurrence, and tells the log of what makes no sense.
  func verify() {
    var blockCount = 0
    for word in 0..<wordCount {
      let isInOrder = word == 0 || isBefore(word - 1, word)
      let blocks = blocks(of: word)
      blockCount += blocks.count
      guard isInOrder, !blocks.isEmpty, verify(blocks, recordCount: recordCount(of: word)),
        verifyPlaces(word)
      else { return damaged() ?? () }
    }
    if blockCount != storedBlockCount { damaged() ?? () }
    let lengths = lengths(of: 0..<recordCount)
    let words = lengths?.reduce(0) { $0 + Int($1) }
    if words != totals.words || lengths?.count(where: { $0 > 0 }) != totals.texts {
      damaged() ?? ()
    }
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    ByteOrder.compare(text(left), text(right)) < 0
  }

  /// Whether the blocks of a word follow each other and hold what they say.
  private func verify(_ blocks: UnsafeBufferPointer<PostingBlock>, recordCount: Int) -> Bool {
    var last = -1
    var count = 0
    for block in blocks {
      guard Int(block.firstRecord) > last else { return false }
      last = Int(block.lastRecord)
      count += block.recordCount
    }
    guard count == recordCount else { return false }
    return true
  }

  /// Whether each record of a word has places, and those in order.
  private func verifyPlaces(_ word: Int) -> Bool {
    for start in stride(from: 0, to: recordCount, by: PostingBlock.window) {
      let range = start..<min(recordCount, start + PostingBlock.window)
      let found = WordOccurrences(self, word: word, in: range)
      for index in found.records.indices {
        let places = found.places[found.ends[index]..<found.ends[index + 1]]
        guard !places.isEmpty, zip(places, places.dropFirst()).allSatisfy(<) else { return false }
      }
    }
    return true
  }
}
