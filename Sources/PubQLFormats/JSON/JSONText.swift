/// Writes texts as JSON strings.
///
/// Shape: quotes, backslashes and control characters are escaped, U+2028 and U+2029 too, since
/// JavaScript once took them for line ends; each ill-formed sequence becomes one U+FFFD; all other
/// characters stand as they are.
/// - Source: RFC 8259 section 7; The Unicode Standard 15, table 3-7, for well-formed UTF-8
enum JSONText {
  /// Writes a string with its quotes.
  static func write(_ utf8: UnsafeBufferPointer<UInt8>, to output: OutputBuffer) {
    output.append(0x22)
    var copied = 0
    var index = plainEnd(utf8, from: 0)
    while index < utf8.count {
      let byte = utf8[index]
      if byte < 0x80 {
        output.append(utf8, copied, index)
        writeEscape(of: byte, to: output)
        index += 1
        copied = index
      } else {
        let (length, isValid) = sequence(utf8, at: index)
        if !isValid || isLineSeparator(utf8, index, length) {
          output.append(utf8, copied, index)
          if isValid {
            output.append(utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
          } else {
            output.append("\u{FFFD}")
          }
          copied = index + length
        }
        index += length
      }
      index = plainEnd(utf8, from: index)
    }
    output.append(utf8, copied, utf8.count)
    output.append(0x22)
  }

  /// The offset of the first byte at or after `start` that is not plain ASCII, 16 at a time.
  private static func plainEnd(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(utf8)
    let highs: UInt64 = 0x8080_8080_8080_8080
    let blanks = SIMD16<UInt8>(repeating: 0x20)
    let ones = SIMD16<UInt8>(repeating: 1)
    let quotes = SIMD16<UInt8>(repeating: 0x22)
    let slashes = SIMD16<UInt8>(repeating: 0x5C)
    var index = start
    while index &+ 16 <= utf8.count {
      let bytes = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      // The subtractions set the high bit where a byte is a control character, a quote or a
      // backslash, and elsewhere only where it is set already.
      let marks =
        bytes | (bytes &- blanks) | ((bytes ^ quotes) &- ones) | ((bytes ^ slashes) &- ones)
      let words = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
      let first = words[0].littleEndian & highs
      if first != 0 { return index &+ first.trailingZeroBitCount / 8 }
      let second = words[1].littleEndian & highs
      if second != 0 { return index &+ 8 &+ second.trailingZeroBitCount / 8 }
      index &+= 16
    }
    while index < utf8.count {
      let byte = utf8[index]
      if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { break }
      index &+= 1
    }
    return index
  }

  private static func writeEscape(of byte: UInt8, to output: OutputBuffer) {
    switch byte {
    case 0x22: output.append("\\\"")
    case 0x5C: output.append("\\\\")
    case 0x08: output.append("\\b")
    case 0x09: output.append("\\t")
    case 0x0A: output.append("\\n")
    case 0x0C: output.append("\\f")
    case 0x0D: output.append("\\r")
    default:
      output.append("\\u00")
      output.append(hexDigit(byte >> 4))
      output.append(hexDigit(byte & 15))
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x57 + value
  }

  private static func isLineSeparator(
    _ utf8: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int
  ) -> Bool {
    length == 3 && utf8[index] == 0xE2 && utf8[index + 1] == 0x80
      && (utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9)
  }

  /// The length of the sequence at `index`, whose byte is not ASCII; of an ill-formed one the
  /// longest part that could have become a character, at least 1.
  private static func sequence(
    _ utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, isValid: Bool) {
    let lead = utf8[index]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return (1, false)
    }
    var met = 1
    while met < length {
      guard index + met < utf8.count else { return (met, false) }
      let byte = utf8[index + met]
      guard byte >= low && byte <= high else { return (met, false) }
      low = 0x80
      high = 0xBF
      met += 1
    }
    return (length, true)
  }
}
