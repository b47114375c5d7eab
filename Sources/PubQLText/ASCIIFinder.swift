/// Finds ASCII in texts that are not folded, 16 bytes at a time.
struct ASCIIFinder: Sendable {
  enum Outcome {
    case found
    /// Neither as it stands nor in the folded text
    case absent
    /// It is not there in ASCII, but other characters of the text may fold to it.
    case open
  }

  private let folded: [UInt8]
  /// The first and the last byte, each 16 times.
  private let first: SIMD16<UInt8>
  private let last: SIMD16<UInt8>

  /// The bit that tells small letters from capitals. Other bytes that differ in it only are taken
  /// for equal first, and then looked at.
  @inline(__always) private static var caseBit: SIMD16<UInt8> { SIMD16(repeating: 0x20) }

  /// - Parameter folded: what is looked for; nil where it is empty or not ASCII.
  init?(_ folded: [UInt8]) {
    guard let first = folded.first, let last = folded.last, folded.allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    self.folded = folded
    self.first = SIMD16(repeating: first) | Self.caseBit
    self.last = SIMD16(repeating: last) | Self.caseBit
  }

  /// - Complexity: linear in the text, times the length of what is looked for where its ends are
  ///   everywhere.
  func search(_ text: UnsafeBufferPointer<UInt8>) -> Outcome {
    let step = 16
    let span = folded.count - 1
    guard let base = text.baseAddress, text.count >= step + span else {
      return searchShort(text)
    }
    let raw = UnsafeRawPointer(base)
    let final = text.count &- step &- span
    var seen = SIMD16<UInt8>()
    var index = 0
    while true {
      let head = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      let tail = raw.loadUnaligned(fromByteOffset: index &+ span, as: SIMD16<UInt8>.self)
      seen |= head | tail
      let mask = (head | Self.caseBit) .== first .& (tail | Self.caseBit) .== last
      let bits = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
      if bits[0] | bits[1] != 0, isInside(text, from: index, count: step) { return .found }
      if index == final { break }
      // The last step ends with the text, and looks at some bytes again.
      index = min(index &+ step, final)
    }
    let high = unsafeBitCast(seen, to: SIMD2<UInt64>.self)
    return (high[0] | high[1]) & UTF8Scanner.highBits == 0 ? .absent : .open
  }

  private func searchShort(_ text: UnsafeBufferPointer<UInt8>) -> Outcome {
    let places = text.count - folded.count + 1
    if places > 0, isInside(text, from: 0, count: places) { return .found }
    return UTF8Scanner.isASCII(text) ? .absent : .open
  }

  /// Whether it begins at one of some places, all of which leave room for it.
  private func isInside(_ text: UnsafeBufferPointer<UInt8>, from start: Int, count: Int) -> Bool {
    for place in start..<start + count where begins(text, at: place) { return true }
    return false
  }

  private func begins(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    for (offset, wanted) in folded.enumerated() {
      let byte = text[place + offset]
      guard byte == wanted || (0x41...0x5A ~= byte && byte | 0x20 == wanted) else { return false }
    }
    return true
  }
}
