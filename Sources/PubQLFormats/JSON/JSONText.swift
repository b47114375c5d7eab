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
    var index = output.append(plain: Plain.self, of: utf8, from: 0)
    while index < utf8.count {
      index = write(utf8, at: index, to: output)
      index = output.append(plain: Plain.self, of: utf8, from: index)
    }
    output.append(0x22)
  }

  /// Writes a string with its quotes.
  static func write(text: String, to output: OutputBuffer) {
    var text = text
    text.withUTF8 { write($0, to: output) }
  }

  /// ASCII that is not escaped; other characters have to be looked at.
  private enum Plain: PlainBytes {
    @inline(__always)
    static func marks(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
      // The differences have the high bit where a byte is a control character, a quote or a
      // backslash, and elsewhere only where it has it already.
      let ones = SIMD16<UInt8>(repeating: 1)
      let controls = bytes &- SIMD16(repeating: 0x20)
      let quotes = (bytes ^ SIMD16(repeating: 0x22)) &- ones
      let slashes = (bytes ^ SIMD16(repeating: 0x5C)) &- ones
      return bytes | controls | quotes | slashes
    }
  }

  /// Writes what stands at `index`, a byte that is not plain, and gives where the next stands.
  private static func write(
    _ utf8: UnsafeBufferPointer<UInt8>, at index: Int, to output: OutputBuffer
  ) -> Int {
    let byte = utf8[index]
    guard byte >= 0x80 else {
      writeEscape(of: byte, to: output)
      return index + 1
    }
    let (length, isValid) = sequence(utf8, at: index)
    if !isValid {
      output.append("\u{FFFD}")
    } else if isLineSeparator(utf8, index, length) {
      output.append(utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
    } else {
      output.append(UnsafeBufferPointer(rebasing: utf8[index..<index + length]))
    }
    return index + length
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
