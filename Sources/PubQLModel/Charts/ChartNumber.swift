/// Numbers as charts show them: short, and never with more precision than can be seen.
package enum ChartNumber {
  /// Millions and more have a letter for them.
  private static let units: [(size: Double, letter: String)] = [
    (1e12, "T"), (1e9, "B"), (1e6, "M"),
  ]
  /// Numbers beyond these are written with a power of ten.
  private static let greatest = 1e15
  private static let least = 1e-4
  /// Digits that are shown of a number that is not whole.
  private static let digits = 4

  /// A number beside its bar: `46`, `12,345`, `0.3333`, `1.234M`, `1.5e-9`.
  package static func text(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let size = value.magnitude
    if size >= greatest || (size < least && size > 0) { return power(value, digits: 3) }
    if let unit = unit(for: size) {
      return short(value / unit.size, digits: digits) + unit.letter
    }
    if value == value.rounded() { return grouped(DecimalDigits(value).text(places: 0)) }
    return short(value, digits: digits)
  }

  /// The labels of ticks that lie `step` apart, all in one form: `0.25`, `10,000`, `1.5M`.
  static func ticks(_ values: [Double], step: Double) -> [String] {
    let size = values.reduce(0) { max($0, $1.magnitude) }
    if size >= greatest || step < least { return values.map { power($0, digits: 3) } }
    let unit = unit(for: size)
    let part = DecimalDigits(step / (unit?.size ?? 1))
    let places = max(0, part.digits.count - part.point)
    return values.map { value in
      if value == 0 { return "0" }
      let text = DecimalDigits(value / (unit?.size ?? 1)).text(places: min(places, 9))
      return grouped(text) + (unit?.letter ?? "")
    }
  }

  private static func unit(for size: Double) -> (size: Double, letter: String)? {
    units.first { size >= $0.size }
  }

  /// At most so many digits, without zeros at the end.
  private static func short(_ value: Double, digits count: Int) -> String {
    let rounded = DecimalDigits(value).rounded(toDigits: count)
    return grouped(rounded.text(places: max(0, rounded.digits.count - rounded.point)))
  }

  /// `1.5e-9`
  private static func power(_ value: Double, digits count: Int) -> String {
    let rounded = DecimalDigits(value).rounded(toDigits: count)
    guard !rounded.isZero else { return "0" }
    var text = rounded.isNegative ? "-" : ""
    for (index, digit) in rounded.digits.enumerated() {
      if index == 1 { text.append(".") }
      text += String(digit)
    }
    return text + "e\(rounded.point - 1)"
  }

  /// With commas between the thousands of five digits and more: years have none.
  private static func grouped(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
    guard var whole = parts.first.map(Array.init), whole.count > 4 else { return text }
    var index = whole.count - 3
    while index > 0 {
      whole.insert(",", at: index)
      index -= 3
    }
    return sign + String(whole) + parts.dropFirst().map { "." + $0 }.joined()
  }
}
