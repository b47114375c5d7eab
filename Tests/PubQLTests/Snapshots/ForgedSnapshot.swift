/// A snapshot whose content can be changed and gets checksums that hold, as someone who means harm
/// would make it. Follows `Grammar/pubdb.md` and nothing else.
struct ForgedSnapshot {
  private(set) var bytes: [UInt8]
  private(set) var sections: [Section] = []
  let directory: Range<Int>

  struct Section {
    let role: UInt64
    let range: Range<Int>
    let checksums: Int
    /// Where the directory tells it.
    let entry: Int
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let trailer = bytes.count - 64
    let start = Int(Self.number(bytes, trailer + 16, 8))
    directory = start..<start + Int(Self.number(bytes, trailer + 24, 8))
    readDirectory()
  }

  private mutating func readDirectory() {
    var place = directory.lowerBound
    func next(_ size: Int) -> UInt64 {
      place += size
      return Self.number(bytes, place - size, size)
    }
    for _ in 0..<next(4) {
      _ = next(8)
      for _ in 0..<next(4) {
        place += Int(next(2)) + 2
        readSections(&place)
      }
      readSections(&place)
    }
  }

  private mutating func readSections(_ place: inout Int) {
    let count = Int(Self.number(bytes, place, 2))
    place += 2
    for _ in 0..<count {
      let start = Int(Self.number(bytes, place + 2, 8))
      sections.append(
        Section(
          role: Self.number(bytes, place, 2),
          range: start..<start + Int(Self.number(bytes, place + 10, 8)),
          checksums: Int(Self.number(bytes, place + 18, 8)), entry: place))
      place += 34
    }
  }

  /// Puts a number in its place, its lowest byte first.
  mutating func set(_ number: UInt64, at place: Int, size: Int) {
    for byte in 0..<size { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
  }

  func number(at place: Int, size: Int) -> UInt64 { Self.number(bytes, place, size) }

  /// Makes all checksums hold; those of sections that lie in the file.
  mutating func seal() {
    for section in sections where section.range.upperBound <= bytes.count {
      var table = section.checksums
      for start in stride(from: section.range.lowerBound, to: section.range.upperBound, by: 65_536)
      {
        let end = min(start + 65_536, section.range.upperBound)
        set(XXH64.of(bytes[start..<end]), at: table, size: 8)
        table += 8
      }
      set(XXH64.of(bytes[section.checksums..<table]), at: section.entry + 26, size: 8)
    }
    let trailer = bytes.count - 64
    set(XXH64.of(bytes[directory]), at: trailer + 32, size: 8)
    set(XXH64.of(bytes[trailer..<trailer + 56]), at: trailer + 56, size: 8)
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ size: Int) -> UInt64 {
    (0..<size).reversed().reduce(0) { $0 << 8 | UInt64(bytes[place + $1]) }
  }
}

/// XXH64 with seed 0, written from its specification.
enum XXH64 {
  private static let primes: [UInt64] = [
    11_400_714_785_074_694_791, 14_029_467_366_897_019_727, 1_609_587_929_392_839_161,
    9_650_029_242_287_828_579, 2_870_177_450_012_600_261,
  ]

  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var rest = bytes
    var hash = primes[4]
    if bytes.count >= 32 {
      var lanes: [UInt64] = [primes[0] &+ primes[1], primes[1], 0, 0 &- primes[0]]
      while rest.count >= 32 {
        for lane in 0..<4 { lanes[lane] = round(lanes[lane], take(8, &rest)) }
      }
      hash = zip(lanes, [1, 7, 12, 18]).reduce(0) { $0 &+ rotated($1.0, UInt64($1.1)) }
      for lane in lanes { hash = (hash ^ round(0, lane)) &* primes[0] &+ primes[3] }
    }
    hash = hash &+ UInt64(bytes.count)
    while rest.count >= 8 {
      hash = rotated(hash ^ round(0, take(8, &rest)), 27) &* primes[0] &+ primes[3]
    }
    if rest.count >= 4 {
      hash = rotated(hash ^ (take(4, &rest) &* primes[0]), 23) &* primes[1] &+ primes[2]
    }
    while !rest.isEmpty {
      hash = rotated(hash ^ (take(1, &rest) &* primes[4]), 11) &* primes[0]
    }
    hash = (hash ^ hash >> 33) &* primes[1]
    hash = (hash ^ hash >> 29) &* primes[2]
    return hash ^ hash >> 32
  }

  private static func take(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> UInt64 {
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotated(lane &+ input &* primes[1], 31) &* primes[0]
  }

  private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    value << bits | value >> (64 - bits)
  }
}
