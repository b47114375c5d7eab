/// Walks through the records of a word, ascending.
final class PostingCursor {
  /// Where it is; `UInt32.max` behind the last record.
  private(set) var record: UInt32 = 0

  private let index: WordIndex
  private let blocks: UnsafeBufferPointer<PostingBlock>
  private var block = -1
  private var place = 0
  private var count = 0
  private let records: UnsafeMutablePointer<UInt32>
  /// Occurrences in the block before each record, and in all; there once asked for.
  private let ends: UnsafeMutablePointer<UInt32>
  private var hasEnds = false

  /// - Parameter blocks: of `index`.
  init(_ index: WordIndex, _ blocks: UnsafeBufferPointer<PostingBlock>) {
    self.index = index
    self.blocks = blocks
    records = .allocate(capacity: PostingBlock.capacity)
    ends = .allocate(capacity: PostingBlock.capacity + 1)
    next()
  }

  deinit {
    records.deallocate()
    ends.deallocate()
  }

  var isAtEnd: Bool { record == UInt32.max }

  @inline(__always)
  func next() {
    place &+= 1
    if place < count { record = records[place] } else { open(block &+ 1) }
  }

  /// Goes to the first record that is not before `target`.
  @inline(__always)
  func advance(to target: UInt32) {
    guard record < target else { return }
    if blocks[block].lastRecord < target {
      var next = block &+ 1
      while next < blocks.count, blocks[next].lastRecord < target { next &+= 1 }
      open(next)
    }
    while record < target {
      place &+= 1
      guard place < count else { return open(block &+ 1) }
      record = records[place]
    }
  }

  /// The places of the word in the record at hand, ascending.
  func places(into target: inout [UInt32]) {
    target.removeAll(keepingCapacity: true)
    guard !isAtEnd, makeEnds() else { return }
    index.unpackPlaces(
      of: blocks[block], Int(ends[place])..<Int(ends[place + 1]), into: &target)
  }

  private func open(_ number: Int) {
    block = number
    (place, count, hasEnds) = (0, 0, false)
    guard number < blocks.count, let data = index.head(of: blocks[number]) else {
      record = UInt32.max
      return
    }
    guard blocks[number].unpackRecords(data, into: records) else {
      record = index.damaged() ?? UInt32.max
      return
    }
    count = blocks[number].recordCount
    record = records[0]
  }

  private func makeEnds() -> Bool {
    if hasEnds { return true }
    guard let data = index.head(of: blocks[block]) else { return false }
    blocks[block].unpackCounts(data, into: ends + 1)
    ends[0] = 0
    for index in 1...count {
      let (sum, overflow) = ends[index - 1].addingReportingOverflow(ends[index])
      if overflow { return self.index.damaged() ?? false }
      ends[index] = sum
    }
    hasEnds = true
    return true
  }
}
