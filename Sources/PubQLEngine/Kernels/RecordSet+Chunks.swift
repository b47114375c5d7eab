extension RecordSet {
  /// Records that one core works on at a time: few enough that another need not wait for it long,
  /// and enough that what is built for them is built seldom.
  private static var chunkSizes: ClosedRange<Int> { 1 << 10...1 << 14 }

  /// The words of the set, cut into ranges of about as many records each.
  var chunks: [Range<Int>] {
    let sizes = Self.chunkSizes
    let size = min(max(count / 8, sizes.lowerBound), sizes.upperBound)
    var chunks: [Range<Int>] = []
    var start = 0
    var held = 0
    for (index, word) in words.enumerated() {
      held += word.nonzeroBitCount
      guard held >= size else { continue }
      chunks.append(start..<index + 1)
      (start, held) = (index + 1, 0)
    }
    if held > 0 { chunks.append(start..<words.count) }
    return chunks
  }

  /// The records in a range of words, ascending.
  func records(in chunk: Range<Int>) -> [UInt32] {
    var records: [UInt32] = []
    for index in chunk {
      var word = words[index]
      while word != 0 {
        records.append(UInt32(index << 6 | word.trailingZeroBitCount))
        word &= word &- 1
      }
    }
    return records
  }
}
