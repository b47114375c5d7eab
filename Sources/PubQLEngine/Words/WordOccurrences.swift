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
    var end = 0
    let counts = UnsafeMutablePointer<UInt32>.allocate(capacity: PostingBlock.capacity)
    defer { counts.deallocate() }
    records = [UInt32](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      for block in blocks {
        guard index.unpack(block, into: base + count, counts: counts) else { return }
        for place in 0..<block.recordCount {
          end &+= Int(counts[place])
          ends[count &+ place &+ 1] = end
        }
        count &+= block.recordCount
      }
    }
    ends.removeLast(ends.count - records.count - 1)
    self.ends = ends
    unpackPlaces(index, blocks)
  }

  private mutating func unpackPlaces(
    _ index: WordIndex, _ blocks: UnsafeBufferPointer<PostingBlock>
  ) {
    // What a damaged file says is only as much as its data can hold: but for places that take no
    // bits, of which a record has one.
    let capacity = min(
      ends[records.count], index.dataLength * 8 + blocks.count * PostingBlock.capacity)
    places = [UInt32](unsafeUninitializedCapacity: capacity) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      var first = 0
      for block in blocks {
        let end = first + block.recordCount
        guard end <= records.count,
          let places = index.places(of: block, 0..<ends[end] - ends[first]),
          filled + places.count <= capacity
        else { return }
        places.unpack(into: base + filled)
        filled += places.count
        first = end
      }
    }
    if places.count != ends[records.count] {
      (records, ends, places) = index.damaged() ?? ([], [0], [])
    }
  }
}

extension WordOccurrences {
  /// The same without counting who holds the memory; valid within `withBuffers`.
  struct Buffers {
    let records: UnsafeBufferPointer<UInt32>
    let ends: UnsafeBufferPointer<Int>
    let places: UnsafeBufferPointer<UInt32>
  }

  func withBuffers<R>(_ body: (Buffers) -> R) -> R {
    records.withUnsafeBufferPointer { records in
      ends.withUnsafeBufferPointer { ends in
        places.withUnsafeBufferPointer {
          body(Buffers(records: records, ends: ends, places: $0))
        }
      }
    }
  }
}
