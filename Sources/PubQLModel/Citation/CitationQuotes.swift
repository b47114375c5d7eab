/// Titles in quotation marks. Marks inside of a title turn into those of the other kind.
enum CitationQuotes {
  /// `“Rethinking ‘Safe Cities’”`
  static func double(_ title: String) -> String { "“\(inside(title, ofDouble: true))”" }

  /// `‘Rethinking “Safe Cities”’`
  static func single(_ title: String) -> String { "‘\(inside(title, ofDouble: false))’" }

  /// With a full stop, before the quotation marks at the end; a mark of its own stays alone.
  static func closedInside(_ text: String) -> String {
    var letters = Substring(text)
    // Without an opening mark it is an apostrophe.
    while let last = letters.last, last == "”" || last == "’" && text.contains("‘") {
      letters.removeLast()
    }
    guard let end = letters.last, !CitationText.isMark(end) else { return text }
    return letters + "." + text[letters.endIndex...]
  }

  private static func inside(_ title: String, ofDouble: Bool) -> String {
    var result = ""
    /// Whether each mark that is open was turned.
    var open: [Character] = []
    let letters = Array(title)
    for (place, letter) in letters.enumerated() {
      let before = place > 0 ? letters[place - 1] : " "
      let after = place + 1 < letters.count ? letters[place + 1] : " "
      switch letter {
      case "“" where ofDouble: result += "‘"
      case "”" where ofDouble: result += "’"
      case "\"":
        let begins = !(before.isLetter || before.isNumber || before.isPunctuation && before != "(")
        result += ofDouble ? (begins ? "‘" : "’") : (begins ? "“" : "”")
      case "‘" where !ofDouble && (after.isLetter || after.isNumber):
        open.append(letter)
        result += "“"
      case "’" where !ofDouble && !open.isEmpty && !(after.isLetter || after.isNumber):
        open.removeLast()
        result += "”"
      default: result.append(letter)
      }
    }
    return result
  }
}
