/// Which bytes a format writes as they stand, told for many at a time.
protocol PlainBytes {
  /// Sets the high bit of those that are not plain. A blank is plain.
  static func marks(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8>
}

extension SIMD16<UInt8> {
  /// The high bit where a byte is `other`, and nowhere else.
  @inline(__always)
  func equal(to other: UInt8) -> Self {
    let difference = self ^ Self(repeating: other)
    // Only of 0 does the difference less 1 have a high bit that the difference has not.
    return (difference &- Self(repeating: 1)) & ~difference
  }

  /// Where the first high bit is; nil without any.
  @inline(__always)
  fileprivate var firstMark: Int? {
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    let highs: UInt64 = 0x8080_8080_8080_8080
    if (words[0] | words[1]) & highs == 0 { return nil }
    let first = words[0].littleEndian & highs
    if first != 0 { return first.trailingZeroBitCount / 8 }
    return 8 + (words[1].littleEndian & highs).trailingZeroBitCount / 8
  }
}

extension OutputBuffer {
  /// Adds the plain bytes of a text from `start`, which is in it, up to the first that is not
  /// plain, and gives where that is.
  @inline(__always)
  func append<Plain: PlainBytes>(
    plain: Plain.Type, of text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    guard let base = text.baseAddress else { return text.count }
    let source = UnsafeRawPointer(base)
    let target = UnsafeMutableRawPointer(room(for: text.count &- start &+ 16) - start)
    var index = start
    // Copied and looked at in one go: what is not plain is written over.
    while index &+ 16 <= text.count {
      let bytes = source.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      target.storeBytes(of: bytes, toByteOffset: index, as: SIMD16<UInt8>.self)
      if let mark = Plain.marks(bytes).firstMark {
        advance(by: index &+ mark &- start)
        return index &+ mark
      }
      index &+= 16
    }
    let rest = Self.short(source + index, text.count &- index)
    target.storeBytes(of: rest, toByteOffset: index, as: SIMD16<UInt8>.self)
    let end = Plain.marks(rest).firstMark.map { index &+ $0 } ?? text.count
    advance(by: end &- start)
    return end
  }

  /// Fewer than 16 bytes, and blanks behind them; nothing is read behind them.
  @inline(__always)
  private static func short(_ source: UnsafeRawPointer, _ count: Int) -> SIMD16<UInt8> {
    let blanks: UInt64 = 0x2020_2020_2020_2020
    var words = SIMD2(blanks, blanks)
    // Two loads that overlap instead of one a byte.
    if count >= 8 {
      words[0] = load(source)
      words[1] =
        load(source + count - 8) as UInt64 >> ((16 - count) * 8) | blanks << ((count - 8) * 8)
    } else if count >= 4 {
      let last = UInt64(load(source + count - 4) as UInt32) << ((count - 4) * 8)
      words[0] = UInt64(load(source) as UInt32) | last | blanks << (count * 8)
    } else if count > 0 {
      let middle = UInt64(load(source + count / 2) as UInt8) << (count / 2 * 8)
      let last = UInt64(load(source + count - 1) as UInt8) << ((count - 1) * 8)
      words[0] = UInt64(load(source) as UInt8) | middle | last | blanks << (count * 8)
    }
    return unsafeBitCast(
      SIMD2(words[0].littleEndian, words[1].littleEndian), to: SIMD16<UInt8>.self)
  }

  @inline(__always)
  private static func load<Word: FixedWidthInteger & BitwiseCopyable>(
    _ source: UnsafeRawPointer
  ) -> Word {
    Word(littleEndian: source.loadUnaligned(as: Word.self))
  }
}
