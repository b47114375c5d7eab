#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A line of a listing.
struct ListingLine {
  /// Offset of the first byte of the line.
  let begin: Int
  /// The content without white space at its ends and without the line end.
  let start: Int
  let end: Int

  var isBlank: Bool { start == end }
}

/// Walks over the lines of a text; they end with LF, CRLF or a lone CR.
///
/// Invariant: `base` points at `count` readable bytes for as long as the value is used, and
/// `offset`, `limit` lie in `0...count`.
struct ListingLines {
  let base: UnsafePointer<UInt8>
  let count: Int
  /// Where the walk ends; a line that begins before it is given whole.
  var limit: Int
  private(set) var offset: Int
  /// The first LF at or after `offset`, once looked for: in a text that has none it is
  /// searched only once.
  private var feed = -1
  /// No CR stands from `offset` to here; mostly there is none at all, and then it is not looked for
  /// line by line.
  private var carriage = -1
  private static let carriageWindow = 1 << 16

  init(base: UnsafePointer<UInt8>, count: Int, range: Range<Int>) {
    self.base = base
    self.count = count
    limit = min(range.upperBound, count)
    offset = range.lowerBound
  }

  /// The same walk from the beginning of `line`, which was the last that it gave.
  func from(_ line: ListingLine) -> ListingLines {
    var copy = self
    copy.offset = line.begin
    return copy
  }

  @inline(__always)
  mutating func next() -> ListingLine? {
    guard offset < limit else { return nil }
    let begin = offset
    if feed < begin { feed = index(of: 0x0A, from: begin, to: count) ?? count }
    var stop = feed
    offset = min(feed &+ 1, count)
    if carriage < feed { findCarriage(from: begin) }
    if carriage < feed {
      stop = carriage
      if carriage &+ 1 < feed || feed == count { offset = carriage &+ 1 }
    }
    return trimmed(begin, begin, stop)
  }

  /// Finds the first CR of the line that begins at `begin`, or how far there is none.
  private mutating func findCarriage(from begin: Int) {
    let start = max(begin, carriage)
    let end = max(feed, min(count, start &+ Self.carriageWindow))
    carriage = index(of: 0x0D, from: start, to: end) ?? end
  }

  @inline(__always)
  private func index(of byte: Int32, from start: Int, to end: Int) -> Int? {
    guard start < end, let found = memchr(base + start, byte, end &- start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  @inline(__always)
  private func trimmed(_ begin: Int, _ start: Int, _ stop: Int) -> ListingLine {
    guard start < stop else { return ListingLine(begin: begin, start: start, end: start) }
    let first = base[start]
    let last = base[stop &- 1]
    if first &- 0x21 < 0x5F, last &- 0x21 < 0x5F {
      return ListingLine(begin: begin, start: start, end: stop)
    }
    let from = ListingSpace.skip(base, start, stop)
    return ListingLine(begin: begin, start: from, end: ListingSpace.skipBack(base, stop, from))
  }
}

/// White space as listings have it: ASCII, no-break and the other spaces of Unicode, and the
/// byte order mark, which stands in the middle where files were put together.
enum ListingSpace {
  /// The offset of the first byte in `start..<end` that is not white.
  static func skip(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let length = lengthAt(base, index, end)
      if length == 0 { break }
      index &+= length
    }
    return index
  }

  /// The offset after the last byte in `start..<end` that is not white.
  static func skipBack(_ base: UnsafePointer<UInt8>, _ end: Int, _ start: Int) -> Int {
    var index = end
    while index > start {
      let length = lengthBefore(base, index, start)
      if length == 0 { break }
      index &-= length
    }
    return index
  }

  /// Bytes of the white space at `index`, 0 when there is none.
  static func lengthAt(_ base: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Int {
    let byte = base[index]
    if byte < 0x80 { return isASCIISpace(byte) ? 1 : 0 }
    // No character of UTF-8 begins with A0: it is the no-break space of Latin-1.
    if byte == 0xA0 { return 1 }
    if byte == 0xC2 {
      return index &+ 1 < end && (base[index &+ 1] == 0xA0 || base[index &+ 1] == 0x85) ? 2 : 0
    }
    guard index &+ 2 < end else { return 0 }
    return isWide(byte, base[index &+ 1], base[index &+ 2]) ? 3 : 0
  }

  /// Bytes of the white space that ends before `index`, 0 when there is none.
  static func lengthBefore(_ base: UnsafePointer<UInt8>, _ index: Int, _ start: Int) -> Int {
    let byte = base[index &- 1]
    if byte < 0x80 { return isASCIISpace(byte) ? 1 : 0 }
    if index &- start >= 3, isWide(base[index &- 3], base[index &- 2], byte) { return 3 }
    guard byte == 0xA0 || byte == 0x85 else { return 0 }
    if index &- start >= 2, base[index &- 2] == 0xC2 { return 2 }
    // After ASCII it belongs to no character of UTF-8; 85 is an ellipsis then.
    let isAlone = index &- start == 1 || base[index &- 2] < 0x80
    return byte == 0xA0 && isAlone ? 1 : 0
  }

  @inline(__always)
  private static func isASCIISpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C || byte == 0x0A || byte == 0x0D
  }

  private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE2, 0x80):
      (0x80...0x8A).contains(third) || (0xA8...0xA9).contains(third) || third == 0xAF
    case (0xE2, 0x81): third == 0x9F
    case (0xE3, 0x80): third == 0x80
    case (0xE1, 0x9A): third == 0x80
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }
}
