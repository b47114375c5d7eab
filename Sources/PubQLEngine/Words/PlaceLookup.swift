/// Looks the places of a word up in records that are asked for in ascending order: a block is
/// unpacked when the first record in it is asked for, and of its places only those of the record.
final class PlaceLookup {
  private let index: WordIndex
  private let blocks: UnsafeBufferPointer<PostingBlock>
  private var block = -1
  private var count = 0
  private var next = 0
  /// The records of the block, and how many occurrences there are before each of them.
  private let records: UnsafeMutablePointer<UInt32>
  private let ends: UnsafeMutablePointer<UInt32>
  /// The places in the record that was asked for last.
  private var places: [UInt32] = []
  private var known: UInt32?

  /// - Parameter range: between multiples of `PostingBlock.window`.
  init(_ index: WordIndex, word: Int, in range: Range<Int>) {
    self.index = index
    blocks = index.blocks(of: word, in: range)
    records = .allocate(capacity: PostingBlock.capacity)
    ends = .allocate(capacity: PostingBlock.capacity + 1)
  }

  deinit {
    records.deallocate()
    ends.deallocate()
  }

  /// Whether the word stands at a place of a record, which is no less than those asked for before.
  func contains(_ place: UInt32, in record: UInt32) -> Bool {
    if record != known {
      known = record
      readPlaces(in: record)
    }
    return places.contains(place)
  }

  private func readPlaces(in record: UInt32) {
    var wanted = max(block, 0)
    while wanted < blocks.count, blocks[wanted].lastRecord < record { wanted &+= 1 }
    if wanted != block { open(wanted) }
    while next < count, records[next] < record { next &+= 1 }
    places.removeAll(keepingCapacity: true)
    guard next < count, records[next] == record, ends[next] <= ends[next &+ 1] else { return }
    _ = index.appendPlaces(of: blocks[block], Int(ends[next])..<Int(ends[next &+ 1]), to: &places)
  }

  private func open(_ number: Int) {
    (block, count, next) = (number, 0, 0)
    guard number < blocks.count, let data = index.head(of: blocks[number]) else { return }
    guard blocks[number].unpackRecords(data, into: records) else {
      return index.damaged() ?? ()
    }
    count = blocks[number].recordCount
    blocks[number].unpackCounts(data, into: ends + 1)
    ends[0] = 0
    for place in 1...count { ends[place] &+= ends[place &- 1] }
  }
}
