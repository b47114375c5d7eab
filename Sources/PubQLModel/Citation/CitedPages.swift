/// The pages of a work as citations write them.
///
/// Shape: ranges with en dashes; `p.` before one page, `pp.` before several.
struct CitedPages {
  let text: String

  /// - Parameter printed: as the source has it: `45-67`, `pp. 45--67`, `xii, 4`.
  init(_ printed: String) {
    var rest = Substring(printed.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    for label in ["pages ", "page ", "pp. ", "pp.", "p. ", "p."] {
      guard rest.lowercased().hasPrefix(label) else { continue }
      rest = rest.dropFirst(label.count)
      break
    }
    text = rest.split(whereSeparator: Self.isDash).map(Self.trimmed).joined(separator: "–")
  }

  var isEmpty: Bool { text.isEmpty }

  /// Whether there are several.
  var areSeveral: Bool { text.contains { $0 == "–" || $0 == "," } }

  /// `p. 4`, `pp. 45–67`
  var labelled: String { (areSeveral ? "pp. " : "p. ") + text }

  /// How the second number of a range gives up digits that it shares with the first.
  enum Shortening {
    /// `103–04`, `325–35`, `96–101`
    ///
    /// - Source: MLA Handbook, 9th edition, on ranges of numbers.
    case mla
    /// `103–4`, `325–35`, `96–101`, `100–104`
    ///
    /// - Source: The Chicago Manual of Style, 17th edition, 9.61.
    case chicago

    /// The fewest digits of the second number; nil where it is written in full.
    func fewestDigits(after first: Int) -> Int? {
      guard first >= 100 else { return nil }
      guard self == .chicago else { return 2 }
      return first % 100 == 0 ? nil : first % 100 < 10 ? 1 : 2
    }
  }

  func shortened(_ rule: Shortening) -> CitedPages {
    let parts = text.split(separator: ",").map { range -> String in
      let ends = range.split(separator: "–", omittingEmptySubsequences: false)
      guard ends.count == 2 else { return String(range) }
      return ends[0] + "–" + Self.short(ends[1], after: Self.trimmed(ends[0]), rule)
    }
    return CitedPages(short: parts.joined(separator: ","))
  }

  private init(short text: String) { self.text = text }

  private static func short(
    _ last: Substring, after first: String, _ rule: Shortening
  ) -> String {
    guard let number = Int(first), Int(last) != nil, first.count == last.count,
      let fewest = rule.fewestDigits(after: number)
    else { return String(last) }
    let common = Swift.zip(first, last).prefix { $0 == $1 }.count
    return String(last.dropFirst(min(common, last.count - fewest)))
  }

  private static func isDash(_ letter: Character) -> Bool { "-–—‐‑−".contains(letter) }

  private static func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}
