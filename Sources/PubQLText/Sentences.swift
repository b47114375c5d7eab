/// Divides text into sentences.
///
/// A sentence ends at `.`, `!`, `?` or `…`, with closing quotes and brackets, where blanks and no
/// small letter follow; at `。！？` whatever follows; and at an empty line. A full stop behind a
/// single letter (`J. Smith`, `U.S.`) or a known abbreviation (`Dr.`, `e.g.`, `vol.`) ends none.
/// No rule is right for every text: *He lives in the U.S. She does not.* is one sentence here.
package enum Sentences {
  /// The sentences of a text, without blanks at their ends; none is empty.
  /// - Complexity: linear.
  package static func sentences(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var sentences: [String] = []
    var start = 0
    var index = 0
    func close(at end: Int) {
      var range = start..<end
      while let first = range.first, scalars[first].isBlank { range.removeFirst() }
      while let last = range.last, scalars[last].isBlank { range.removeLast() }
      if !range.isEmpty { sentences.append(String(String.UnicodeScalarView(scalars[range]))) }
      start = end
    }
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isWideStop(scalar) {
        index = end(of: scalars, from: index)
        close(at: index)
      } else if isStop(scalar) {
        let last = end(of: scalars, from: index)
        if endsSentence(scalars, stop: index - 1, behind: last) { close(at: last) }
        index = last
      } else if scalar == "\n" {
        if index < scalars.count, scalars[index] == "\r" { index += 1 }
        if index < scalars.count, scalars[index] == "\n" { close(at: index) }
      }
    }
    close(at: scalars.count)
    return sentences
  }

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "…", "‽": true
    default: false
    }
  }

  private static func isWideStop(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "｡": true
    default: false
    }
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "”", "’", "»", "›", ")", "]", "}", "」", "』", "】", "）": true
    default: false
    }
  }

  /// Behind further stops, and quotes and brackets that close.
  private static func end(of scalars: [Unicode.Scalar], from index: Int) -> Int {
    var index = index
    while index < scalars.count, isStop(scalars[index]) || isWideStop(scalars[index]) { index += 1 }
    while index < scalars.count, closes(scalars[index]) { index += 1 }
    return index
  }

  /// Whether the sentence ends at a stop; `behind` is what follows it and its quotes.
  private static func endsSentence(
    _ scalars: [Unicode.Scalar], stop: Int, behind: Int
  ) -> Bool {
    if behind == scalars.count { return true }
    guard scalars[behind].isBlank else { return false }
    var next = behind
    while next < scalars.count, scalars[next].isBlank { next += 1 }
    if next < scalars.count, scalars[next].properties.isLowercase { return false }
    guard scalars[stop] == ".", behind == stop + 1 else { return true }
    var first = stop
    while first > 0, stop - first <= longestAbbreviation,
      scalars[first - 1].properties.isAlphabetic
    { first -= 1 }
    let word = scalars[first..<stop]
    if word.count == 1 { return !word.allSatisfy(\.properties.isCased) }
    return !abbreviations.contains(String(String.UnicodeScalarView(word)).lowercased())
  }

  /// Longer words need not be looked at as a whole.
  private static let longestAbbreviation = 6

  /// Words that a full stop shortens inside of a sentence.
  private static let abbreviations: Set<String> = [
    "adm", "al", "app", "approx", "art", "arts", "assoc", "ca", "capt", "cf", "ch", "col", "dept",
    "dr", "ed", "eds", "esp", "est", "fig", "figs", "gen", "gov", "hon", "ibid", "lt", "maj", "mme",
    "mr", "mrs", "ms", "mt", "no", "nos", "nr", "op", "para", "paras", "pp", "pres", "prof", "rep",
    "rev", "sec", "sen", "sgt", "st", "supp", "trans", "viz", "vol", "vols", "vs",
  ]
}

extension Unicode.Scalar {
  /// White space; of ASCII without a look at the tables of Unicode.
  fileprivate var isBlank: Bool {
    value < 0x80 ? value == 0x20 || 0x09...0x0D ~= value : properties.isWhitespace
  }
}
