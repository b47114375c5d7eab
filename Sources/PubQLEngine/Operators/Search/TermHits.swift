/// The records of a zone in which a term occurs in a column, and how often.
///
/// Places are records counted from the zone's first.
enum TermHits: Sendable {
  /// Those of a word, which are unpacked when somebody looks at them.
  case word(WordHits)
  case listed(HitList)

  static let none = TermHits.listed(HitList())

  /// The records of a word in a zone.
  init(_ index: WordIndex, word: Int, _ zone: SearchZone) {
    self = .word(WordHits(index, word: word, zone))
  }

  /// How many records there are.
  var count: Int {
    switch self {
    case .word(let hits): hits.count
    case .listed(let list): list.places.count
    }
  }

  /// Calls `body` with each place, ascending, and how often the term occurs there.
  ///
  /// What is damaged may give places in any order, but no more than a window has, and none behind it.
  /// - Parameter wanted: places that are asked for; nil for all. Others may be left out.
  @inline(__always)
  func forEach(in wanted: WindowSet? = nil, _ body: (_ place: Int, _ count: UInt32) -> Void) {
    switch self {
    case .word(let hits): hits.forEach(in: wanted, body)
    case .listed(let list):
      for index in list.places.indices { body(Int(list.places[index]), list.counts[index]) }
    }
  }
}

/// The records of a zone in which a term occurs, and how often, one by one.
struct HitList: Sendable {
  /// Ascending, each once, and in a window.
  private(set) var places: [UInt32] = []
  private(set) var counts: [UInt32] = []

  /// Adds a place; what damaged files say beside the order is left out.
  mutating func append(_ place: Int, _ count: Int) {
    guard place < PostingBlock.window, place > places.last.map(Int.init) ?? -1 else { return }
    places.append(UInt32(place))
    counts.append(UInt32(clamping: count))
  }
}

/// The records of a zone in which a word occurs, packed.
struct WordHits: Sendable {
  private let index: WordIndex
  private let word: Int
  private let zone: SearchZone
  /// How many records there are.
  let count: Int

  init(_ index: WordIndex, word: Int, _ zone: SearchZone) {
    (self.index, self.word, self.zone) = (index, word, zone)
    count = index.blocks(of: word, in: zone.local).reduce(0) { $0 &+ $1.recordCount }
  }

  /// As `TermHits.forEach`.
  @inline(__always)
  func forEach(in wanted: WindowSet?, _ body: (_ place: Int, _ count: UInt32) -> Void) {
    // Zones begin at multiples of windows, so that places are what is left of records.
    let mask = UInt32(PostingBlock.window - 1)
    var next = zone.local.lowerBound
    for block in index.blocks(of: word, in: zone.local) {
      // What is damaged is as if it were not there.
      guard Int(block.firstRecord) >= next, block.firstRecord <= block.lastRecord,
        Int(block.lastRecord) < zone.local.upperBound
      else { return index.damaged() ?? () }
      next = Int(block.lastRecord) &+ 1
      if let wanted,
        !wanted.hasAny(in: Int(block.firstRecord & mask)...Int(block.lastRecord & mask))
      {
        continue
      }
      guard index.forEach(in: block, { body(Int($0 & mask), $1) }) else { return }
    }
  }
}
