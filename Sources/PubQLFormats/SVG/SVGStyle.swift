import PubQLText

/// How pictures look: one clean style, on white, for print as for the screen.
enum SVGStyle {
  /// Unit: CSS pixels, as all sizes here.
  static let width = 720.0
  static let margin = 20.0
  static let fontSize = 12.0
  /// Where the heading's line of writing is.
  static let headingLine = 28.0
  /// Where what is below the heading begins.
  static let top = 44.0
  static let font = "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', sans-serif"

  static let ink = "#222222"
  static let pale = "#666666"
  static let faint = "#a8b0b8"
  static let grid = "#e2e2e2"
  static let axis = "#888888"

  /// The colours of series, which people with colour blindness can tell apart.
  /// - Source: M. Okabe and K. Ito, "Color Universal Design" (2008), without black and yellow.
  static let colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]

  /// Dashes of lines, so that they differ without colour.
  static let dashes = [nil, "7 3", "2 3", "9 3 2 3", "12 4", "4 4"]

  static func color(_ series: Int) -> String { colors[series % colors.count] }

  /// The room that a text takes, about: fonts differ.
  static func width(of text: String, size: Double = fontSize) -> Double {
    Double(DisplayWidth.width(of: text)) * size * 0.57
  }

  /// A text that takes at most so much room.
  static func cut(_ text: String, to room: Double, size: Double = fontSize) -> String {
    DisplayWidth.cut(DisplayWidth.sanitised(text), to: max(1, Int(room / (size * 0.57))))
  }

  /// The colour of a part of a scale, 0 to 1: from nearly white to dark blue.
  static func shade(_ part: Double) -> String {
    let stops: [[Double]] = [[0xEE, 0xF4, 0xFA], [0x6B, 0xAE, 0xD6], [0x08, 0x30, 0x6B]]
    let place = min(1, max(0, part)) * Double(stops.count - 1)
    let index = min(stops.count - 2, Int(place))
    let rest = place - Double(index)
    let digits = Array("0123456789abcdef")
    return zip(stops[index], stops[index + 1]).reduce(into: "#") { text, pair in
      let value = Int((pair.0 + (pair.1 - pair.0) * rest).rounded())
      text.append(digits[value / 16])
      text.append(digits[value % 16])
    }
  }
}
