/// Numbers as people write them: `1,234.5`.
package enum NumberText {
  /// A number that was read.
  package enum Number: Equatable, Sendable {
    case whole(Int)
    case decimal(Double)
  }

  /// Reads a number, blanks around it aside; nil when the text is anything else, or more than a
  /// number can hold.
  ///
  /// A sign (also `−`), digits, perhaps in threes with commas, a fraction behind a point, an
  /// exponent. A number without fraction and exponent is whole as long as it can be held.
  package static func read(_ text: String) -> Number? {
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    var plain = ""
    if let sign = rest.first, "+-−".contains(sign) {
      plain = sign == "+" ? "" : "-"
      rest.removeFirst()
    }
    guard let whole = wholePart(&rest) else { return nil }
    plain += whole.isEmpty ? "0" : whole
    if rest.isEmpty, !whole.isEmpty, let number = Int(plain) { return .whole(number) }
    if rest.first == "." {
      rest.removeFirst()
      let digits = takeDigits(&rest)
      guard !digits.isEmpty else { return nil }
      plain += "." + digits
    } else if whole.isEmpty {
      return nil
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      plain += "e"
      if let sign = rest.first, sign == "-" || sign == "+" { plain.append(rest.removeFirst()) }
      let digits = takeDigits(&rest)
      guard !digits.isEmpty else { return nil }
      plain += digits
    }
    guard rest.isEmpty, let number = Double(plain), number.isFinite else { return nil }
    return .decimal(number)
  }

  /// Digits, or groups of three digits behind commas; empty where there are none, nil where the
  /// groups are not of three.
  private static func wholePart(_ rest: inout Substring) -> String? {
    var digits = takeDigits(&rest)
    guard rest.first == "," else { return digits }
    guard (1...3).contains(digits.utf8.count) else { return nil }
    while rest.first == "," {
      rest.removeFirst()
      let group = takeDigits(&rest)
      guard group.utf8.count == 3 else { return nil }
      digits += group
    }
    return digits
  }

  private static func takeDigits(_ rest: inout Substring) -> String {
    let digits = rest.prefix { ("0"..."9").contains($0) && $0.utf8.count == 1 }
    rest = rest.dropFirst(digits.count)
    return String(digits)
  }

  /// A whole number, its digits in threes, with so many zeros behind a point.
  package static func text(_ number: Int, digits: Int? = nil, separator: String) -> String {
    let fraction = String(repeating: "0", count: max(0, digits ?? 0))
    return (number < 0 ? "-" : "") + grouped(String(number.magnitude), separator)
      + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// A decimal number, its digits in threes, with exactly so many digits behind the point, halves
  /// rounded away from 0; without `digits` with as many as it has.
  ///
  /// From 9 × 10^18 on, and below 0.0001 where no digits are asked for, it has an exponent.
  package static func text(_ number: Double, digits: Int? = nil, separator: String) -> String {
    let size = number.magnitude
    guard number.isFinite, size < largestGrouped else { return "\(number)" }
    guard let digits else {
      let written = "\(size)"
      if written.contains("e") && size < 1 { return "\(number)" }
      let whole = UInt64(size)
      let fraction = written.contains("e") ? "" : written.drop { $0 != "." }
      return (number < 0 ? "-" : "") + grouped(String(whole), separator)
        + (fraction == ".0" ? "" : fraction)
    }
    let scale = powerOf10(digits)
    var (whole, part): (UInt64, UInt64)
    let scaled = (size * Double(scale)).rounded(.toNearestOrAwayFromZero)
    if scaled < largestExact {
      (whole, part) = UInt64(scaled).quotientAndRemainder(dividingBy: scale)
    } else {
      whole = UInt64(size)
      part = UInt64(
        ((size - Double(whole)) * Double(scale)).rounded(.toNearestOrAwayFromZero))
      if part >= scale { (whole, part) = (whole + 1, 0) }
    }
    let zeros = String(repeating: "0", count: max(0, digits - String(part).utf8.count))
    return (number < 0 && whole + part > 0 ? "-" : "") + grouped(String(whole), separator)
      + (digits == 0 ? "" : "." + zeros + String(part))
  }

  private static let largestGrouped = 9e18
  /// Up to here every whole number is a decimal one.
  private static let largestExact = 9e15

  private static func powerOf10(_ exponent: Int) -> UInt64 {
    (0..<min(max(exponent, 0), 18)).reduce(1) { power, _ in power * 10 }
  }

  private static func grouped(_ digits: String, _ separator: String) -> String {
    if separator.isEmpty || digits.utf8.count <= 3 { return digits }
    var text = ""
    var left = digits.utf8.count
    for digit in digits {
      text.append(digit)
      left -= 1
      if left > 0, left % 3 == 0 { text += separator }
    }
    return text
  }
}
