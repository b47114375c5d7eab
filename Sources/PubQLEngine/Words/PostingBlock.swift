/// Where the occurrences of a word in up to 128 records are, and how they are packed.
///
/// Layout, 16 bytes: first and last record (32 bits each), where its data begin in units of 8 bytes
/// (32 bits), one less than the number of records, and the bits of a gap between records, of a
/// number of occurrences and of a place (8 bits each). The data are bits: gaps between records less
/// one, then occurrences in each record less one, then, from the next whole byte on, the places of
/// all occurrences, record by record; a place counts words from the beginning of the text.
struct PostingBlock: BitwiseCopyable {
  var firstRecord: UInt32
  var lastRecord: UInt32
  var offset: UInt32
  private let lastIndex: UInt8
  let gapBits: UInt8
  let countBits: UInt8
  let placeBits: UInt8

  /// The most records of a block.
  static let capacity = 128
  /// Data begin at multiples of it. Unit: bytes.
  static let alignment = 8
  /// No block holds records on both sides of a multiple of it, so that the ranges between them can
  /// be looked at by themselves.
  static let window = 1 << 16

  init(
    records: ClosedRange<UInt32>, count: Int, offset: UInt32, gapBits: Int, countBits: Int,
    placeBits: Int
  ) {
    firstRecord = records.lowerBound
    lastRecord = records.upperBound
    self.offset = offset
    lastIndex = UInt8(count - 1)
    self.gapBits = UInt8(gapBits)
    self.countBits = UInt8(countBits)
    self.placeBits = UInt8(placeBits)
  }

  var recordCount: Int { Int(lastIndex) &+ 1 }
  /// Where the data begin. Unit: bytes.
  var start: Int { Int(offset) &* Self.alignment }
  /// Bits before the numbers of occurrences, and before the places.
  private var countBit: Int { Int(lastIndex) &* Int(gapBits) }
  private var placeBit: Int { headLength &* 8 }
  /// What gaps and numbers of occurrences take. Unit: bytes.
  var headLength: Int { (countBit &+ recordCount &* Int(countBits) &+ 7) / 8 }

  /// Places in a record differ, so that there are no more of them than their bits can tell apart.
  var mostOccurrences: Int { recordCount &<< Int(placeBits) }

  /// Whether it can be read without harm, whatever its data are.
  func isPlausible(recordCount: Int) -> Bool {
    firstRecord <= lastRecord && Int(lastRecord) < recordCount && lastIndex < Self.capacity
      && UInt32(lastIndex) <= lastRecord &- firstRecord
      && firstRecord / UInt32(Self.window) == lastRecord / UInt32(Self.window)
      && gapBits <= 16 && countBits <= 32 && placeBits <= 32
  }

  /// The records, ascending; whether they are what the block says.
  /// - Parameter target: room for `capacity` numbers.
  @inline(__always)
  func unpackRecords(
    _ data: UnsafeRawPointer, into target: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    target[0] = firstRecord
    var record = firstRecord
    let gaps = target + 1
    BitPacking.forEach(data, bit: 0, width: Int(gapBits), count: Int(lastIndex)) { index, gap in
      record = record &+ gap &+ 1
      gaps[index] = record
    }
    return record == lastRecord
  }

  /// Calls `body` with each record, and how often the word occurs in it; whether they are what the
  /// block says. Else they are some numbers, no more than the block has records.
  @inline(__always)
  func forEach(
    _ data: UnsafeRawPointer, _ body: (_ record: UInt32, _ count: UInt32) -> Void
  ) -> Bool {
    var record = firstRecord
    body(record, BitPacking.number(data, bit: countBit, width: Int(countBits)) &+ 1)
    let gaps = BitPacking.Numbers(data, bit: 0, width: Int(gapBits))
    let counts = BitPacking.Numbers(
      data, bit: countBit &+ Int(countBits), width: Int(countBits))
    BitPacking.forEach(gaps, counts, count: Int(lastIndex)) { gap, more in
      record = record &+ gap &+ 1
      body(record, more &+ 1)
    }
    return record == lastRecord
  }

  /// How often the word occurs in each record.
  @inline(__always)
  func unpackCounts(_ data: UnsafeRawPointer, into target: UnsafeMutablePointer<UInt32>) {
    BitPacking.forEach(data, bit: countBit, width: Int(countBits), count: recordCount) {
      index, more in
      target[index] = more &+ 1
    }
  }

  /// Where the places of some occurrences are, counted through all records. Unit: bits.
  func placeBits(of occurrences: Range<Int>) -> Range<Int> {
    let start = placeBit &+ occurrences.lowerBound &* Int(placeBits)
    return start..<start &+ occurrences.count &* Int(placeBits)
  }
}
