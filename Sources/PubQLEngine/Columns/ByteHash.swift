/// A number that is the same for equal bytes, and for others hardly ever.
enum ByteHash {
  /// Multiply-and-fold over 8 bytes at a time; the last ones overlap with those before.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = raw.count
    var state = UInt64(truncatingIfNeeded: count) ^ 0x9E37_79B9_7F4A_7C15
    if count >= 8 {
      var offset = 0
      while offset &+ 8 < count {
        state = mix(state, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset &+= 8
      }
      state = mix(state, raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
    } else if count >= 4 {
      let first = UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
      let last = UInt64(raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      state = mix(state, first << 32 | last)
    } else if count > 0 {
      let first = UInt64(raw[0]) << 16 | UInt64(raw[count / 2]) << 8
      state = mix(state, first | UInt64(raw[count &- 1]))
    }
    return state
  }

  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
