/// Numbers as all written formats show them: exact, and never with an exponent.
///
/// Shape: a whole number in all its digits; a decimal number in the fewest digits that read back
/// as the same number, always with a point: `3.0`, `0.00001`, `10000000000000000.0`. What is no
/// number or not finite gives nothing.
package enum NumberText {
  /// Adds the digits of a whole number.
  package static func append(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(0x2D) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(0x30 &+ UInt8(truncatingIfNeeded: digit))
      rest = quotient
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Adds a decimal number.
  package static func append(_ value: Double, to bytes: inout [UInt8]) {
    guard value.isFinite else { return }
    // The library gives the shortest digits that read back; only its exponents must go.
    let text = Array(value.description.utf8)
    guard let mark = text.firstIndex(where: { $0 == 0x65 || $0 == 0x45 }) else {
      bytes.append(contentsOf: text)
      return
    }
    var exponent = 0
    for byte in text[(mark + 1)...] where byte >= 0x30 && byte <= 0x39 {
      exponent = exponent * 10 + Int(byte - 0x30)
    }
    if text[(mark + 1)...].first == 0x2D { exponent = -exponent }
    append(mantissa: text[..<mark], exponent: exponent, to: &bytes)
  }

  /// Adds `mantissa`, digits with or without a point, times a power of ten.
  private static func append(mantissa: ArraySlice<UInt8>, exponent: Int, to bytes: inout [UInt8]) {
    var digits: [UInt8] = []
    var pointAfter = 0
    var sawPoint = false
    for byte in mantissa {
      if byte == 0x2D {
        bytes.append(byte)
      } else if byte == 0x2E {
        sawPoint = true
      } else {
        digits.append(byte)
        if !sawPoint { pointAfter += 1 }
      }
    }
    if digits.count > pointAfter, digits.last == 0x30 { digits.removeLast() }
    let place = pointAfter + exponent
    if place <= 0 {
      bytes.append(contentsOf: [0x30, 0x2E])
      bytes.append(contentsOf: repeatElement(0x30, count: -place))
      bytes.append(contentsOf: digits)
    } else if place >= digits.count {
      bytes.append(contentsOf: digits)
      bytes.append(contentsOf: repeatElement(0x30, count: place - digits.count))
      bytes.append(contentsOf: [0x2E, 0x30])
    } else {
      bytes.append(contentsOf: digits[..<place])
      bytes.append(0x2E)
      bytes.append(contentsOf: digits[place...])
    }
  }
}
