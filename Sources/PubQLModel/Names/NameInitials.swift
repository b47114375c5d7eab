/// Given names shortened to their first letters.
///
/// Shape: words that are shortened end in a full stop; the others stay as they are printed:
/// small-written words behind the first (*del* in `Maria del Carmen`), and words of scripts
/// without capitals (`美玲`), in which names are not shortened. Words in quotes or brackets are
/// nicknames and left out.
struct NameInitials {
  private var words: [(text: String, isShort: Bool)] = []

  /// - Parameter splitsCapitals: whether `JRR` is three initials, which it is not where all of the
  ///   name is printed in capitals.
  init(_ given: String, splitsCapitals: Bool) {
    for word in given.split(whereSeparator: \.isWhitespace) {
      guard let first = word.first, !"([“‘\"«".contains(first) else { continue }
      if !words.isEmpty, Self.isSmall(word) {
        words.append((String(word), false))
      } else if let letters = Self.together(word), splitsCapitals {
        words += letters.map { ("\($0).", true) }
      } else {
        add(word)
      }
    }
  }

  /// The names in order. Initials stand apart (`J. R. R.`) or not (`J.R.R.`).
  func text(apart: Bool) -> String {
    var text = ""
    var before = false
    for word in words {
      if !text.isEmpty && (apart || !before || !word.isShort) { text += " " }
      text += word.text
      before = word.isShort
    }
    return text
  }

  /// `Alice`, `J.-P.`, `J.R.`, `St.John`
  private mutating func add(_ word: Substring) {
    guard word.contains("-") || word.contains("‐") else {
      for piece in word.split(separator: ".") { words.append(Self.short(piece, word)) }
      return
    }
    let pieces = word.split { $0 == "-" || $0 == "‐" || $0 == "." }.map { Self.short($0, word) }
    guard !pieces.isEmpty else { return }
    words.append((pieces.map(\.text).joined(separator: "-"), pieces.allSatisfy { $0.isShort }))
  }

  /// An abbreviation of two letters, such as *Th.* or *Yu.*, stays.
  private static func short(_ piece: Substring, _ word: Substring) -> (text: String, isShort: Bool)
  {
    let letters = piece.drop { !$0.isLetter }
    guard let first = letters.first, first.isCased else { return (String(piece), false) }
    let isAbbreviation = letters.count == 2 && word.contains(".") && !isCapitals(letters)
    return ((isAbbreviation ? String(letters) : String(first)) + ".", true)
  }

  /// The letters of two or three initials printed without stops.
  private static func together(_ word: Substring) -> Substring? {
    (2...3).contains(word.count) && isCapitals(word) ? word : nil
  }

  private static func isCapitals(_ word: Substring) -> Bool { word.allSatisfy(\.isUppercase) }

  private static func isSmall(_ word: Substring) -> Bool {
    word.first?.isLowercase == true && !word.contains(where: \.isUppercase) && !word.contains(".")
  }
}
