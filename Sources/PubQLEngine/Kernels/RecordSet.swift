import PubQLText

/// A set of record numbers below `universe`.
///
/// Shape: all records, a list of few of them, or one bit a record. Lists of postings are shared
/// with the index that they come from.
package struct RecordSet: Sendable {
  package let universe: Int
  private(set) var form: Form
  /// Bits past `universe` are 0; empty unless the form is `.bits`.
  private(set) var bits: [UInt64] = []
  /// Ascending, each once; empty unless the form is `.listed`.
  private(set) var list: Block<UInt32>
  /// How many records there are, where that is known without counting.
  private var knownCount: Int?

  enum Form: Sendable {
    case all
    case listed
    case bits
  }

  private static let none = Block<UInt32>([])

  /// The empty set, or the set of all.
  package init(universe: Int, full: Bool = false) {
    self.universe = universe
    form = full ? .all : .listed
    list = Self.none
    knownCount = full ? universe : 0
  }

  /// Records in any order, perhaps with repeats.
  package init(universe: Int, records: some Sequence<UInt32>) {
    self.init(universe: universe)
    becomeBits()
    for record in records { insert(Int(record)) }
  }

  /// - Parameter list: ascending, each once.
  init(universe: Int, ascending list: Block<UInt32>) {
    self.universe = universe
    form = .listed
    self.list = list
    knownCount = list.count
  }

  /// - Parameter bits: 64 records a word, none past `universe`.
  init(universe: Int, bits: [UInt64], count: Int? = nil) {
    self.universe = universe
    form = .bits
    self.bits = bits
    list = Self.none
    knownCount = count
  }

  /// Whether so many records are better listed: a list of 32 bits each is smaller than the bits.
  static func isSparse(_ count: Int, of universe: Int) -> Bool { count <= universe / 32 }

  package var isAll: Bool { form == .all }

  package mutating func insert(_ record: Int) {
    if form != .bits { becomeBits() }
    knownCount = nil
    bits[record >> 6] |= 1 << UInt64(record & 63)
  }

  package mutating func remove(_ record: Int) {
    if form != .bits { becomeBits() }
    knownCount = nil
    bits[record >> 6] &= ~(1 << UInt64(record & 63))
  }

  package mutating func insert(contentsOf records: UnsafeBufferPointer<UInt32>) {
    if form != .bits { becomeBits() }
    knownCount = nil
    bits.withUnsafeMutableBufferPointer { bits in
      for record in records { bits[Int(record >> 6)] |= 1 << UInt64(record & 63) }
    }
  }

  package mutating func insert(_ records: Range<Int>) {
    if form != .bits { becomeBits() }
    knownCount = nil
    for record in records { bits[record >> 6] |= 1 << UInt64(record & 63) }
  }

  /// - Complexity: O(log n) for a list, else O(1).
  package func contains(_ record: Int) -> Bool {
    switch form {
    case .all: return record < universe
    case .bits: return bits[record >> 6] & (1 << UInt64(record & 63)) != 0
    case .listed:
      let place = list.firstPlace(notBelow: UInt32(record))
      return place < list.count && list[place] == UInt32(record)
    }
  }

  package var count: Int {
    if let knownCount { return knownCount }
    var total = 0
    for word in bits { total &+= word.nonzeroBitCount }
    return total
  }

  package var isEmpty: Bool { knownCount.map { $0 == 0 } ?? bits.allSatisfy { $0 == 0 } }

  /// 64 records a word; bits past `universe` are 0.
  package var words: [UInt64] {
    var set = self
    set.becomeBits()
    return set.bits
  }

  /// Makes one bit a record of any form.
  mutating func becomeBits() {
    guard form != .bits else { return }
    bits = [UInt64](repeating: form == .all ? UInt64.max : 0, count: (universe + 63) / 64)
    if form == .all {
      clearTail()
    } else {
      bits.withUnsafeMutableBufferPointer { bits in
        for record in list { bits[Int(record >> 6)] |= 1 << UInt64(record & 63) }
      }
    }
    form = .bits
    list = Self.none
  }

  /// The same in the form that takes less memory, with its count known.
  var compact: RecordSet {
    guard form == .bits else { return self }
    let count = count
    guard Self.isSparse(count, of: universe) else {
      return RecordSet(universe: universe, bits: bits, count: count)
    }
    return RecordSet(universe: universe, ascending: Block(records))
  }

  /// Changes the bits; the count is not known any more.
  mutating func changeBits(_ change: (UnsafeMutableBufferPointer<UInt64>) -> Void) {
    becomeBits()
    knownCount = nil
    bits.withUnsafeMutableBufferPointer { change($0) }
    clearTail()
  }

  private mutating func clearTail() {
    let rest = universe & 63
    if rest != 0, !bits.isEmpty { bits[bits.count - 1] &= (1 << UInt64(rest)) - 1 }
  }
}

extension Block<UInt32> {
  /// The first place of ascending numbers that is not below `number`; the count where all are.
  func firstPlace(notBelow number: UInt32) -> Int {
    indices.partitioningIndex { self[$0] >= number }
  }
}
