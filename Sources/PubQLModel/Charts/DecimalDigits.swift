/// A number in decimal digits, to be rounded and written without a library.
///
/// Shape: the number is 0.d₁d₂d₃… × 10^`point`; zero has no digits. Its digits are the fewest that
/// read back as the number.
struct DecimalDigits {
  private(set) var isNegative: Bool
  private(set) var digits: [UInt8]
  private(set) var point: Int

  /// Not finite counts as zero.
  init(_ value: Double) {
    isNegative = value < 0
    digits = []
    point = 0
    guard value.isFinite, value != 0 else { return }
    var exponent = 0
    var sawPoint = false
    var text = value.magnitude.description.utf8[...]
    while let byte = text.popFirst() {
      if byte == UInt8(ascii: "e") {
        exponent = Int(String(decoding: text, as: UTF8.self)) ?? 0
        break
      } else if byte == UInt8(ascii: ".") {
        sawPoint = true
      } else {
        if !sawPoint { point += 1 }
        digits.append(byte &- UInt8(ascii: "0"))
      }
    }
    point += exponent
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    trim()
  }

  var isZero: Bool { digits.isEmpty }

  /// The same, with so many digits at most; halves are rounded away from zero.
  func rounded(toDigits count: Int) -> DecimalDigits {
    guard digits.count > max(0, count) else { return self }
    guard count >= 0 else { return DecimalDigits(0) }
    var result = self
    let roundsUp = digits[count] >= 5
    result.digits.removeSubrange(count...)
    if roundsUp { result.increment() }
    result.trim()
    return result
  }

  /// With so many digits behind the point, all of them written.
  func text(places: Int) -> String {
    let rounded = rounded(toDigits: point + places)
    var whole = ""
    var rest = ""
    for place in 0..<max(0, rounded.point) { whole.append(rounded.digit(place)) }
    for place in 0..<places { rest.append(rounded.digit(rounded.point + place)) }
    let sign = isNegative && !rounded.isZero ? "-" : ""
    return sign + (whole.isEmpty ? "0" : whole) + (places > 0 ? "." + rest : "")
  }

  private func digit(_ place: Int) -> Character {
    let digit = digits.indices.contains(place) ? digits[place] : 0
    return Character(Unicode.Scalar(UInt8(ascii: "0") &+ digit))
  }

  private mutating func increment() {
    var place = digits.count - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 {
      digits[place] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }
}
