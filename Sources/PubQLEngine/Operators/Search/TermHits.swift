/// The records of a zone in which a term occurs in a column, and how often.
struct TermHits: Sendable {
  /// Ascending by record: the record, counted from the zone's first, in the upper 16 bits, the
  /// number of occurrences in the lower ones, as far as it fits.
  private(set) var packed: [UInt32] = []

  init() {}

  /// The records of a word in a zone.
  init(_ index: WordIndex, word: Int, _ zone: SearchZone) {
    let blocks = index.blocks(of: word, in: zone.local)
    let scratch = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * PostingBlock.capacity)
    defer { scratch.deallocate() }
    let (records, counts) = (scratch, scratch + PostingBlock.capacity)
    let first = UInt32(zone.local.lowerBound)
    packed = [UInt32](unsafeUninitializedCapacity: blocks.count * PostingBlock.capacity) {
      buffer, total in
      guard let target = buffer.baseAddress else { return }
      for block in blocks {
        guard index.unpack(block, into: records, counts: counts) else { return }
        for place in 0..<block.recordCount {
          target[total &+ place] = (records[place] &- first) &<< 16 | min(counts[place], 0xFFFF)
        }
        total &+= block.recordCount
      }
    }
  }

  mutating func append(_ place: Int, _ count: Int) {
    guard 0..<PostingBlock.window ~= place else { return }
    packed.append(UInt32(place) &<< 16 | UInt32(min(count, 0xFFFF)))
  }

  /// The records, counted from the zone's first.
  var places: some Sequence<Int> { packed.lazy.map { Int($0 &>> 16) } }
}
