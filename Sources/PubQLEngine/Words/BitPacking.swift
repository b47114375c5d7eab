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
    guard width > 0 else {
      target.update(repeating: 0, count: count)
      return
    }
    // Places in short texts are bytes as a rule; the compiler reads many of these at once.
    if width == 8, bit & 7 == 0 {
      let bytes = base + bit / 8
      for index in 0..<count {
        target[index] = UInt32(bytes.load(fromByteOffset: index, as: UInt8.self))
      }
      return
    }
    let mask = UInt64(1) &<< UInt64(width) &- 1
    var place = bit
    var index = 0
    // A word holds eight small numbers, wherever in a byte they begin.
    if width < 8 {
      while index &+ 8 <= count {
        var word =
          UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place &>> 3, as: UInt64.self))
          &>> UInt64(place & 7)
        for next in 0..<8 {
          target[index &+ next] = UInt32(truncatingIfNeeded: word & mask)
          word &>>= UInt64(width)
        }
        index &+= 8
        place &+= 8 &* width
      }
    }
    while index < count {
      target[index] = number(base, bit: place, width: width)
      place &+= width
      index &+= 1
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
