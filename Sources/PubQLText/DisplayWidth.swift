/// How much room text takes on a terminal, and making it fit.
///
/// Unit: terminal cells; `研究` is 4. A control character counts as `sanitised(_:)` draws it.
/// Text is only cut and broken between grapheme clusters.
/// - Source: the Unicode version is in WidthTable.swift; like wcwidth, characters of
///   ambiguous width take one cell, and a cluster takes what its scalars take, except for
///   emoji sequences, which take 2.
package enum DisplayWidth {
  /// The cells of a line of text.
  package static func width(of text: String) -> Int {
    if let printable = printableASCIICount(text) { return printable }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// The cells of one grapheme cluster.
  package static func width(of character: Character) -> Int {
    var scalars = character.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return 0 }
    var width = width(of: first)
    guard let second = scalars.next() else { return width }
    if first.properties.isEmoji, isEmojiSequence(first, character) { return 2 }
    width += self.width(of: second)
    while let scalar = scalars.next() { width += self.width(of: scalar) }
    return width
  }

  /// The text if it fits, or else its beginning with `…`, at most `cells` wide.
  ///
  /// No cells give no text; where a wide character falls on the edge, a cell stays free.
  package static func cut(_ text: String, to cells: Int) -> String {
    guard cells > 0 else { return "" }
    if let printable = printableASCIICount(text) {
      return printable <= cells ? text : String(text.prefix(cells - 1)) + "…"
    }
    var used = 0
    var fitting = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      used += width(of: text[index])
      index = text.index(after: index)
      if used > cells { return String(text[..<fitting]) + "…" }
      // The longest beginning that leaves a cell for the mark.
      if used <= cells - 1 { fitting = index }
    }
    return text
  }

  /// The text with blanks up to `cells`, on the left with `alignRight`; a wider one as it is.
  package static func pad(_ text: String, to cells: Int, alignRight: Bool = false) -> String {
    let missing = cells - width(of: text)
    guard missing > 0 else { return text }
    let blanks = String(repeating: " ", count: missing)
    return alignRight ? blanks + text : text + blanks
  }

  /// The text in lines of at most `cells`.
  ///
  /// Lines break at blanks, which disappear there, between CJK characters, and inside a word
  /// only if it is longer than a line. A newline in the text begins a line. There is at least
  /// one line; a character wider than `cells` has one to itself.
  package static func wrap(_ text: String, to cells: Int) -> [String] {
    var lines: [String] = []
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var wrapper = LineWrapper(text: part, cells: max(1, cells))
      wrapper.run()
      lines += wrapper.lines
    }
    return lines
  }

  /// The text with nothing in it that commands a terminal.
  ///
  /// Tabs and newlines become blanks, other control characters their pictures (`␛`), C1
  /// controls and those that turn the direction of writing escapes (`\u{202E}`).
  package static func sanitised(_ text: String) -> String {
    if printableASCIICount(text) != nil { return text }
    if !text.unicodeScalars.contains(where: { drawing(of: $0) != nil }) { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if let drawn = drawing(of: scalar) {
        out += drawn.text
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value >= 0x20, scalar.value < 0x7F { return 1 }
    return drawing(of: scalar)?.width ?? WidthTable.shared[scalar]
  }

  /// Whether a cluster of several scalars is drawn as one picture.
  private static func isEmojiSequence(_ first: Unicode.Scalar, _ cluster: Character) -> Bool {
    if first.properties.isEmojiPresentation { return true }
    return cluster.unicodeScalars.contains {
      $0.value == 0xFE0F || $0.value == 0x200D || $0.properties.isEmojiModifier
    }
  }

  /// What stands for a scalar that must not reach a terminal.
  private static func drawing(of scalar: Unicode.Scalar) -> Drawing? {
    switch scalar.value {
    case 0x20..<0x7F: nil
    case 0x09, 0x0A, 0x2028, 0x2029: .blank
    case 0..<0x20: .picture(0x2400 + scalar.value)
    case 0x7F: .picture(0x2421)
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: .escape(scalar.value)
    default: nil
    }
  }

  private enum Drawing {
    case blank
    case picture(UInt32)
    case escape(UInt32)

    var width: Int {
      switch self {
      case .blank, .picture: 1
      case .escape(let value): 4 + String(value, radix: 16).utf8.count
      }
    }

    var text: String {
      switch self {
      case .blank: " "
      case .picture(let value): String(Unicode.Scalar(value) ?? "\u{FFFD}")
      case .escape(let value): "\\u{\(String(value, radix: 16, uppercase: true))}"
      }
    }
  }

  private static func printableASCIICount(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      bytes.allSatisfy { $0 &- 0x20 < 0x5F } ? bytes.count : nil
    }
  }
}
