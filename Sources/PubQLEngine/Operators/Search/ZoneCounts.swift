/// How often terms occur at each place of a zone, a byte a place, and the places of the term that was
/// added last: memory that one thread uses for one zone after another.
///
/// A term in a column takes a map of `PostingBlock.window` bytes. To write a byte for each record and
/// to ask for any of them takes no comparison and hardly a miss of the caches, which merging lists
/// would.
struct ZoneCounts: ~Copyable {
  /// The maps, one after another.
  private var maps: UnsafeMutablePointer<UInt8>
  private var capacity = 0
  /// How many maps there are.
  private(set) var count = 0
  /// What does not fit into a byte, which is `many` then; by place, counted through all maps.
  private var greater: [Int: UInt16] = [:]
  /// Room for the places of a window, and for one behind that is written but does not count. Blocks
  /// that are damaged may tell of a place several times: what is too much is dropped.
  private let places: UnsafeMutablePointer<UInt16>
  /// The same for those that nobody asks for.
  private let otherPlaces: UnsafeMutablePointer<UInt16>
  private(set) var placeCount = 0

  private static let window = PostingBlock.window
  /// What a map takes, with what is allocated for others. Unit: bytes.
  static let mapSize = 2 * window
  private static let many = UInt8.max

  init() {
    maps = .allocate(capacity: 0)
    places = .allocate(capacity: Self.window + 1)
    otherPlaces = .allocate(capacity: Self.window + 1)
  }

  deinit {
    maps.deallocate()
    places.deallocate()
    otherPlaces.deallocate()
  }

  /// Begins with another zone.
  mutating func removeAll() {
    count = 0
    placeCount = 0
    if !greater.isEmpty { greater.removeAll() }
  }

  // MARK: Adding

  /// Adds a map of the records of a term in a column.
  ///
  /// - Parameters:
  ///   - earlier: maps of the same term in other columns.
  ///   - searched: records that count; nil where all do.
  ///   - collecting: whether the list of places takes up those that are not in an earlier map.
  ///   - wanted: places that are asked for; nil for all. Others may be left out.
  /// - Returns: how many records are not in an earlier map.
  mutating func add(
    _ hits: TermHits, earlier: Range<Int>, searched: WindowSet?, collecting: Bool,
    wanted: WindowSet? = nil
  ) -> Int {
    let number = addMap()
    let filling = Filling(
      hits: hits, wanted: wanted ?? searched, maps: maps, earlier: earlier,
      map: maps + number * Self.window, list: collecting ? places : otherPlaces,
      start: collecting ? placeCount : 0)
    let filled =
      if let searched {
        searched.withPlaces { filling.fill(searched: $0) }
      } else if earlier.isEmpty {
        filling.fill()
      } else {
        filling.fillNew()
      }
    if filled.counts >= UInt32(Self.many) { addGreater(hits, number, searched) }
    if collecting { placeCount = filled.end }
    return filled.end - filling.start
  }

  /// What some maps have at a place; 0 where none of them has any.
  @inline(__always)
  private static func any(
    _ place: Int, _ maps: UnsafeMutablePointer<UInt8>, _ numbers: Range<Int>
  ) -> UInt8 {
    var any: UInt8 = 0
    for number in numbers { any |= maps[number &* window &+ place] }
    return any
  }

  /// 1 for any number but 0, without a branch: which records have another term, no processor can
  /// foresee.
  @inline(__always)
  private static func one(if number: UInt8) -> Int { (Int(number) &+ 255) &>> 8 }

  private mutating func addGreater(_ hits: TermHits, _ number: Int, _ searched: WindowSet?) {
    let base = number * Self.window
    hits.forEach { place, count in
      guard count >= Self.many, searched?.hasAny(in: place...place) ?? true else { return }
      maps[base + place] = Self.many
      greater[base + place] = UInt16(clamping: count)
    }
  }

  private mutating func addMap() -> Int {
    if count == capacity {
      let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: (2 * count + 4) * Self.window)
      grown.update(from: maps, count: count * Self.window)
      maps.deallocate()
      maps = grown
      capacity = 2 * count + 4
    }
    (maps + count * Self.window).initialize(repeating: 0, count: Self.window)
    count += 1
    return count - 1
  }

  // MARK: Asking

  /// Leaves those of the places that are in one of some maps, or those that are in none of them.
  mutating func keepPlaces(in numbers: Range<Int>, _ isIn: Bool = true) {
    let wanted = isIn ? 1 : 0
    let map = maps + numbers.lowerBound * Self.window
    switch numbers.count {
    case 1: keepPlaces { Self.one(if: map[$0]) ^ wanted ^ 1 }
    case 2: keepPlaces { Self.one(if: map[$0] | map[$0 &+ Self.window]) ^ wanted ^ 1 }
    default:
      let maps = maps
      keepPlaces { Self.one(if: Self.any($0, maps, numbers)) ^ wanted ^ 1 }
    }
  }

  /// Leaves the places below one.
  mutating func keepPlaces(below end: Int) { keepPlaces { $0 < end ? 1 : 0 } }

  /// - Parameter isKept: 1 or 0.
  @inline(__always)
  private mutating func keepPlaces(where isKept: (Int) -> Int) {
    let places = places
    var kept = 0
    for index in 0..<placeCount {
      let place = places[index]
      places[kept] = place
      kept &+= isKept(Int(place))
    }
    placeCount = kept
  }

  /// The places that are left.
  var keptPlaces: Block<UInt16> {
    Block(atMost: placeCount) { target in
      target.baseAddress?.initialize(from: places, count: placeCount)
      return placeCount
    }
  }

  /// The places that are left, as a set.
  var placeSet: WindowSet {
    var set = WindowSet(count: Self.window)
    set.insert(UnsafeBufferPointer(start: places, count: placeCount).lazy.map { Int($0) })
    return set
  }

  /// What a map says of the places that are left.
  func counts(in number: Int) -> Block<UInt16> {
    let (base, places, count) = (number * Self.window, places, placeCount)
    let map = maps + base
    return Block(atMost: count) { counts in
      for index in 0..<count { counts[index] = UInt16(map[Int(places[index])]) }
      if !greater.isEmpty {
        for index in 0..<count where counts[index] == Self.many {
          counts[index] = greater[base + Int(places[index])] ?? UInt16(Self.many)
        }
      }
      return count
    }
  }
}

extension ZoneCounts {
  /// Writes the records of a term in a column to a map, and those that are not in earlier ones to a
  /// list. What is not new is overwritten there: which records have another term no processor can
  /// foresee, so that a branch would cost more.
  private struct Filling {
    let hits: TermHits
    let wanted: WindowSet?
    let maps: UnsafeMutablePointer<UInt8>
    let earlier: Range<Int>
    let map: UnsafeMutablePointer<UInt8>
    let list: UnsafeMutablePointer<UInt16>
    /// Where the list goes on.
    let start: Int

    /// Where the list ends, and the bits that some number of occurrences has.
    typealias Filled = (end: Int, counts: UInt32)

    /// Without earlier maps.
    func fill() -> Filled {
      let (map, list) = (map, list)
      var (end, bits) = (start, UInt32(0))
      hits.forEach(in: wanted) { place, count in
        list[end] = UInt16(truncatingIfNeeded: place)
        end &+= 1
        bits |= count
        map[place] = UInt8(truncatingIfNeeded: count)
      }
      return (end, bits)
    }

    func fillNew() -> Filled {
      let (map, list, maps, earlier) = (map, list, maps, earlier)
      var (end, bits) = (start, UInt32(0))
      hits.forEach(in: wanted) { place, count in
        list[end] = UInt16(truncatingIfNeeded: place)
        end = min(
          end &+ (ZoneCounts.one(if: ZoneCounts.any(place, maps, earlier)) ^ 1), ZoneCounts.window)
        bits |= count
        map[place] = UInt8(truncatingIfNeeded: count)
      }
      return (end, bits)
    }

    /// Only the records of a set.
    func fill(searched: WindowSet.Places) -> Filled {
      let (map, list, maps, earlier) = (map, list, maps, earlier)
      var (end, bits) = (start, UInt32(0))
      hits.forEach(in: wanted) { place, count in
        let isSearched = searched.bit(place)
        list[end] = UInt16(truncatingIfNeeded: place)
        let isNew = isSearched & (ZoneCounts.one(if: ZoneCounts.any(place, maps, earlier)) ^ 1)
        end = min(end &+ isNew, ZoneCounts.window)
        bits |= count
        map[place] = UInt8(truncatingIfNeeded: count &* UInt32(isSearched))
      }
      return (end, bits)
    }
  }
}
