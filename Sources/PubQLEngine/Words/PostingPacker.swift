/// Packs the occurrences of words into blocks.
struct PostingPacker {
  private var writer = BitWriter()
  private var records: [UInt32] = []
  private var counts: [UInt32] = []

  /// The data of all blocks; nothing is put behind it any more.
  var data: [UInt8] { writer.bytes }

  /// Packs the occurrences of one word, and tells of each block.
  ///
  /// - Parameters:
  ///   - tokens: record and place of each occurrence, ascending: the record in the upper 32 bits.
  ///     None but those of one window.
  ///   - base: is added to records.
  mutating func pack(
    _ tokens: UnsafeBufferPointer<UInt64>, base: UInt32, _ emit: (PostingBlock) -> Void
  ) {
    var start = 0
    while start < tokens.count {
      let end = readRecords(tokens, from: start)
      emit(block(UnsafeBufferPointer(rebasing: tokens[start..<end]), base))
      start = end
    }
  }

  /// Takes records and numbers of occurrences of the next block in; where the block ends.
  private mutating func readRecords(
    _ tokens: UnsafeBufferPointer<UInt64>, from start: Int
  ) -> Int {
    records.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    var last = UInt64.max
    for index in start..<tokens.count {
      let record = tokens[index] &>> 32
      if record == last {
        counts[counts.count - 1] &+= 1
        continue
      }
      if records.count == PostingBlock.capacity { return index }
      records.append(UInt32(truncatingIfNeeded: record))
      counts.append(1)
      last = record
    }
    return tokens.count
  }

  private mutating func block(_ tokens: UnsafeBufferPointer<UInt64>, _ base: UInt32) -> PostingBlock
  {
    var (gap, count, place) = (UInt32(0), UInt32(0), UInt32(0))
    for index in 1..<records.count { gap |= records[index] &- records[index - 1] &- 1 }
    for number in counts { count |= number &- 1 }
    for token in tokens { place |= UInt32(truncatingIfNeeded: token) }
    let block = PostingBlock(
      records: base + records[0]...base + records[records.count - 1], count: records.count,
      offset: UInt32(writer.bytes.count / PostingBlock.alignment),
      gapBits: BitPacking.width(of: gap), countBits: BitPacking.width(of: count),
      placeBits: BitPacking.width(of: place))
    for index in 1..<records.count {
      writer.append(records[index] &- records[index - 1] &- 1, width: Int(block.gapBits))
    }
    for number in counts { writer.append(number &- 1, width: Int(block.countBits)) }
    writer.align(to: 1)
    for token in tokens {
      writer.append(UInt32(truncatingIfNeeded: token), width: Int(block.placeBits))
    }
    writer.align(to: PostingBlock.alignment)
    return block
  }
}
