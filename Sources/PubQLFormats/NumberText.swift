/// Numbers as all written formats show them: exact, and never with an exponent.
///
/// Shape: a whole number in all its digits; a decimal number in the fewest digits that read back
/// as the same number, always with a point: `3.0`, `0.00001`, `10000000000000000.0`. What is no
/// number or not finite gives nothing.
enum NumberText {
  /// Adds the digits of a whole number.
  static func append(_ value: Int, to output: OutputBuffer) {
    if value < 0 { output.append(0x2D) }
    var rest = value.magnitude
    var count = 1
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    rest = value.magnitude
    let digits = output.room(for: count)
    for place in (0..<count).reversed() {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      digits[place] = 0x30 &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
    output.advance(by: count)
  }

  /// Adds a decimal number.
  static func append(_ value: Double, to output: OutputBuffer) {
    guard value.isFinite else { return }
    // The library gives the shortest digits that read back; only its exponents must go.
    var text = value.description
    text.withUTF8 { text in
      guard let mark = text.firstIndex(where: { $0 == 0x65 || $0 == 0x45 }) else {
        return output.append(text)
      }
      var exponent = 0
      for byte in text[(mark + 1)...] where byte >= 0x30 && byte <= 0x39 {
        exponent = exponent * 10 + Int(byte - 0x30)
      }
      if text[(mark + 1)...].first == 0x2D { exponent = -exponent }
      append(mantissa: text[..<mark], exponent: exponent, to: output)
    }
  }

  /// Adds `mantissa`, digits with or without a point, times a power of ten.
  private static func append(
    mantissa: Slice<UnsafeBufferPointer<UInt8>>, exponent: Int, to output: OutputBuffer
  ) {
    var digits: [UInt8] = []
    var pointAfter = 0
    var sawPoint = false
    for byte in mantissa {
      if byte == 0x2D {
        output.append(byte)
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
      output.append("0.")
      for _ in place..<0 { output.append(0x30) }
      output.append(digits, 0..<digits.count)
    } else if place >= digits.count {
      output.append(digits, 0..<digits.count)
      for _ in digits.count..<place { output.append(0x30) }
      output.append(".0")
    } else {
      output.append(digits, 0..<place)
      output.append(0x2E)
      output.append(digits, place..<digits.count)
    }
  }
}
