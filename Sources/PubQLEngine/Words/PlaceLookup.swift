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
  /// All places of the block, record by record.
  private var places: PackedPlaces?

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
    if block < 0 || block < blocks.count && blocks[block].lastRecord < record { open(record) }
    while next < count, records[next] < record {
      occurrencesBefore &+= Int(counts[next])
      next &+= 1
    }
    guard next < count, records[next] == record, let places else { return false }
    return places.contains(place, from: occurrencesBefore, count: Int(counts[next]))
  }

  /// Unpacks the block that may have a record, but for its places.
  private mutating func open(_ record: UInt32) {
    block = max(block, 0)
    while block < blocks.count, blocks[block].lastRecord < record { block &+= 1 }
    (count, next, occurrencesBefore, places) = (0, 0, 0, nil)
    guard block < blocks.count, index.unpack(blocks[block], into: records, counts: counts)
    else { return }
    count = blocks[block].recordCount
    var occurrences = 0
    for place in 0..<count { occurrences &+= Int(counts[place]) }
    places = index.places(of: blocks[block], 0..<occurrences)
  }
}
