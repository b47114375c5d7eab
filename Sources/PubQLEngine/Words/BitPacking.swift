/// Numbers of a few bits each, one behind the other, the lowest bit first.
enum BitPacking {
  /// Bytes behind the last number that a reader may look at.
  static let slack = 8

  /// How many bits numbers up to `greatest` take.
  static func width(of greatest: UInt32) -> Int { UInt32.bitWidth - greatest.leadingZeroBitCount }

  /// Reads `count` numbers of `width` bits, at most 32.
  ///
  /// - Parameters:
  ///   - bit: where the first begins. There are `slack` bytes behind the last that may be read.
  ///   - target: room for `count` numbers.
  @inline(__always)
  static func unpack(
    _ base: UnsafeRawPointer, bit: Int, width: Int, count: Int,
    into target: UnsafeMutablePointer<UInt32>
  ) {
    // Places in short texts are bytes as a rule; the compiler reads many of these at once.
    if width == 8, bit & 7 == 0 {
      let bytes = base + bit / 8
      for index in 0..<count {
        target[index] = UInt32(bytes.load(fromByteOffset: index, as: UInt8.self))
      }
      return
    }
    forEach(base, bit: bit, width: width, count: count) { index, number in
      target[index] = number
    }
  }

  /// Calls `body` with the index of each number and the number, in order; else as `unpack`.
  @inline(__always)
  static func forEach(
    _ base: UnsafeRawPointer, bit: Int, width: Int, count: Int,
    _ body: (_ index: Int, _ number: UInt32) -> Void
  ) {
    let numbers = Numbers(base, bit: bit, width: width)
    // Numbers without bits go along with any others, and cost nothing.
    var index = 0
    forEach(numbers, Numbers(base, bit: bit, width: 0), count: count) { number, _ in
      body(index, number)
      index &+= 1
    }
  }

  /// Numbers of `width` bits, at most 32, of which the first begins at `bit`; `slack` bytes behind the
  /// last may be read.
  struct Numbers {
    let base: UnsafeRawPointer
    let bit: Int
    let width: Int
    let mask: UInt64

    init(_ base: UnsafeRawPointer, bit: Int, width: Int) {
      (self.base, self.bit, self.width) = (base, bit, width)
      mask = UInt64(1) &<< UInt64(width) &- 1
    }

    @inline(__always)
    subscript(index: Int) -> UInt32 {
      BitPacking.number(base, bit: bit &+ index &* width, width: width)
    }

    /// Memory that begins with a number.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
      let place = bit &+ index &* width
      let word = base.loadUnaligned(fromByteOffset: place &>> 3, as: UInt64.self)
      return UInt64(littleEndian: word) &>> UInt64(place & 7)
    }
  }

  /// Calls `body` with the numbers of two rows at the same place, in order.
  @inline(__always)
  static func forEach(
    _ a: Numbers, _ b: Numbers, count: Int, _ body: (_ a: UInt32, _ b: UInt32) -> Void
  ) {
    let width = max(a.width, b.width)
    var index = 0
    // A word of memory holds eight small numbers, or four less small ones, wherever in a byte they
    // begin.
    if width < 8 {
      forEachGroup(of: 8, a, b, count: count, &index, body)
    } else if width < 15 {
      forEachGroup(of: 4, a, b, count: count, &index, body)
    }
    while index < count {
      body(a[index], b[index])
      index &+= 1
    }
  }

  @inline(__always)
  private static func forEachGroup(
    of size: Int, _ a: Numbers, _ b: Numbers, count: Int, _ index: inout Int,
    _ body: (_ a: UInt32, _ b: UInt32) -> Void
  ) {
    while index &+ size <= count {
      var (first, second) = (a.word(at: index), b.word(at: index))
      for _ in 0..<size {
        body(
          UInt32(truncatingIfNeeded: first & a.mask), UInt32(truncatingIfNeeded: second & b.mask))
        first &>>= UInt64(a.width)
        second &>>= UInt64(b.width)
      }
      index &+= size
    }
  }

  /// Reads a number of `width` bits, at most 32; `slack` bytes behind it may be read.
  @inline(__always)
  static func number(_ base: UnsafeRawPointer, bit: Int, width: Int) -> UInt32 {
    let word = base.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
    let mask = UInt64(1) &<< UInt64(width) &- 1
    return UInt32(truncatingIfNeeded: UInt64(littleEndian: word) &>> UInt64(bit & 7) & mask)
  }
}

/// Writes numbers of a few bits each.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingBits = 0

  /// - Parameter value: below 2 to the power of `width`, which is at most 32.
  @inline(__always)
  mutating func append(_ value: UInt32, width: Int) {
    pending |= UInt64(value) &<< UInt64(pendingBits)
    pendingBits &+= width
    if pendingBits >= 32 {
      appendWord(UInt32(truncatingIfNeeded: pending))
      pending &>>= 32
      pendingBits &-= 32
    }
  }

  /// Fills up with zeros to a multiple of so many bytes.
  mutating func align(to bytesCount: Int) {
    while pendingBits > 0 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending &>>= 8
      pendingBits = max(0, pendingBits &- 8)
    }
    while bytes.count % bytesCount != 0 { bytes.append(0) }
  }

  private mutating func appendWord(_ word: UInt32) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
