import PubQLModel
import PubQLText

/// A picture under construction: elements one after the other, in the order in which they are
/// painted.
///
/// Shape: coordinates in CSS pixels with at most two decimals, so that the same chart always gives
/// the same bytes. Not supported: anything that runs or is fetched from elsewhere.
/// - Source: SVG 1.1 (Second Edition); XML 1.0 (Fifth Edition) for the characters that may stand
///   in it.
struct SVGPicture {
  private(set) var body = ""
  private var indent = "  "

  /// Adds an element without content.
  mutating func add(_ name: String, _ attributes: KeyValuePairs<String, SVGValue>) {
    body += "\(indent)<\(name)\(Self.text(attributes))/>\n"
  }

  /// Adds an element that holds text.
  mutating func add(_ name: String, _ attributes: KeyValuePairs<String, SVGValue>, _ text: String) {
    body += "\(indent)<\(name)\(Self.text(attributes))>\(Self.escaped(text))</\(name)>\n"
  }

  /// Adds elements that share attributes.
  mutating func group(
    _ attributes: KeyValuePairs<String, SVGValue>, _ content: (inout SVGPicture) -> Void
  ) {
    var inner = SVGPicture()
    inner.indent = indent + "  "
    content(&inner)
    guard !inner.body.isEmpty else { return }
    body += "\(indent)<g\(Self.text(attributes))>\n\(inner.body)\(indent)</g>\n"
  }

  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    add(
      "line",
      ["x1": .number(start.x), "y1": .number(start.y), "x2": .number(end.x), "y2": .number(end.y)])
  }

  mutating func rectangle(x: Double, y: Double, width: Double, height: Double, fill: String) {
    add(
      "rect",
      [
        "x": .number(x), "y": .number(y), "width": .number(width), "height": .number(height),
        "fill": .text(fill),
      ])
  }

  /// Adds a text whose line of writing is at `y`.
  mutating func text(_ text: String, x: Double, y: Double, _ anchor: Anchor = .start) {
    switch anchor {
    case .start: add("text", ["x": .number(x), "y": .number(y)], text)
    default:
      add("text", ["x": .number(x), "y": .number(y), "text-anchor": .text(anchor.rawValue)], text)
    }
  }

  /// Which part of a text stands at its place.
  enum Anchor: String {
    case start, middle, end
  }

  // MARK: Writing

  private static func text(_ attributes: KeyValuePairs<String, SVGValue>) -> String {
    attributes.map { " \($0)=\"\($1.text)\"" }.joined()
  }

  /// Text as it stands between tags and in attributes; what XML may not hold becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in DisplayWidth.sanitised(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A coordinate: two decimals at most.
  static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    var text = (hundredths < 0 ? "-" : "") + String(whole)
    if rest > 0 {
      text += "." + (rest < 10 ? "0" : "") + String(rest)
      if rest % 10 == 0 { text.removeLast() }
    }
    return text
  }
}

/// The value of an attribute.
enum SVGValue: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  case text(String)
  case number(Double)

  init(stringLiteral value: String) { self = .text(value) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }

  fileprivate var text: String {
    switch self {
    case .text(let text): SVGPicture.escaped(text)
    case .number(let number): SVGPicture.number(number)
    }
  }
}
