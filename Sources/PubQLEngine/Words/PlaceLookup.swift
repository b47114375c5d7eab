/// Looks the places of a word up in records that are asked for in ascending order: a block is
/// unpacked when the first record in it is asked for, and of its places only those of the record.
struct PlaceLookup: ~Copyable {
  private let index: WordIndex
  private let blocks: UnsafeBufferPointer<PostingBlock>
  private var block = -1
  private var count = 0
  /// The first record of the block that is not before what was asked for, and how many occurrences
  /// the block has before it.
  private var next = 0
  private var occurrencesBefore = 0
  /// The records of the block, and how many occurrences there are in each of them.
  private let records: UnsafeMutablePointer<UInt32>
  private let counts: UnsafeMutablePointer<UInt32>
  /// The places in the record that was asked for last.
  private var places: PackedPlaces?
  private var known: UInt32?

  /// - Parameter range: between multiples of `PostingBlock.window`.
  init(_ index: WordIndex, word: Int, in range: Range<Int>) {
    self.index = index
    blocks = index.blocks(of: word, in: range)
    records = .allocate(capacity: PostingBlock.capacity)
    counts = .allocate(capacity: PostingBlock.capacity)
  }

  deinit {
    records.deallocate()
    counts.deallocate()
  }

  /// Whether the word stands at a place of a record, which is no less than those asked for before.
  mutating func contains(_ place: UInt32, in record: UInt32) -> Bool {
    if record != known {
      known = record
      places = readPlaces(in: record)
    }
    return places?.contains(place) ?? false
  }

  private mutating func readPlaces(in record: UInt32) -> PackedPlaces? {
    var wanted = max(block, 0)
    while wanted < blocks.count, blocks[wanted].lastRecord < record { wanted &+= 1 }
    if wanted != block { open(wanted) }
    while next < count, records[next] < record {
      occurrencesBefore &+= Int(counts[next])
      next &+= 1
    }
    guard next < count, records[next] == record else { return nil }
    let occurrences = occurrencesBefore..<occurrencesBefore &+ Int(counts[next])
    return index.places(of: blocks[block], occurrences)
  }

  private mutating func open(_ number: Int) {
    (block, count, next, occurrencesBefore) = (number, 0, 0, 0)
    guard number < blocks.count, index.unpack(blocks[number], into: records, counts: counts)
    else { return }
    count = blocks[number].recordCount
  }
}
