/// A citation as it grows: parts, each closed with its punctuation, and never two stops in a row.
struct CitationText {
  private(set) var text = ""
  /// Whether a stop stands before a closing quotation mark, as in American usage.
  private let isAmerican: Bool

  init(isAmerican: Bool) { self.isAmerican = isAmerican }

  /// A part that ends in a full stop, unless it ends in a mark of its own.
  mutating func sentence(_ part: String) {
    guard !part.isEmpty else { return }
    add(isAmerican ? CitationQuotes.closedInside(part) : Self.closed(part))
  }

  /// A part as it stands, after a blank.
  mutating func add(_ part: String) {
    guard !part.isEmpty else { return }
    if !text.isEmpty { text += " " }
    text += part
  }

  /// With a full stop, or the mark that it ends in: `.`, `?`, `!`, `…`, also before a quote.
  static func closed(_ part: String) -> String {
    let end = part.last { !"”’\"".contains($0) } ?? "."
    return isMark(end) ? part : part + "."
  }

  /// Whether a sentence that ends so is closed.
  static func isMark(_ letter: Character) -> Bool { ".?!…".contains(letter) }

  /// Parts that are not empty, with a separator between.
  static func join(_ parts: [String], _ separator: String) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: separator)
  }

  /// `A`, `A and B`, `A, B, and C`: with the comma before the last where the style has it.
  static func list(_ items: [String], _ and: String, comma: Bool) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let first = items.dropLast().joined(separator: ", ")
    return first + (comma && items.count > 2 ? ", " : " ") + and + " " + last
  }

  /// `2nd`, `3rd`: an edition given as a number; another one as it stands.
  static func ordinal(_ edition: String) -> String {
    guard let number = Int(edition), number > 0 else { return edition }
    let ending =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  /// `2nd ed.` from `2`, `2nd`, `2nd ed.` or `Second Edition`.
  static func edition(_ edition: String, _ word: String) -> String {
    var words = edition.split(separator: " ")
    if let last = words.last?.lowercased(), words.count > 1,
      ["ed", "ed.", "edn", "edn.", "edition"].contains(last)
    {
      words.removeLast()
    }
    return edition.isEmpty ? "" : "\(ordinal(words.joined(separator: " "))) \(word)"
  }
}
