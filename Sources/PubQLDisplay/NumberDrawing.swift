/// Numbers as people read them.
enum NumberDrawing {
  /// A decimal number with at most four decimals, and at least one: `3.0`, `0.3333`. Numbers
  /// too small or too large for that keep their shortest form.
  static func text(of value: Double) -> String {
    guard value.isFinite else { return "" }
    let size = value.magnitude
    guard size < 1e11, size >= 0.001 || size == 0 else { return value.description }
    return ((value * 10_000).rounded() / 10_000).description
  }

  /// A count with commas between thousands.
  static func grouped(_ value: Int) -> String {
    var digits = Array(String(value.magnitude))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return (value < 0 ? "-" : "") + String(digits)
  }

  /// A part of a whole as `12.5 %`.
  static func share(_ part: Double, of whole: Int) -> String {
    let tenths = (part / Double(whole) * 1000).rounded()
    return "\((tenths / 10).description) %"
  }
}
