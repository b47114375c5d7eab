/// Divides text into sentences.
///
/// A sentence ends at `.`, `!`, `?` or `…`, with closing quotes and brackets, where blanks and no
/// small letter follow; at `。！？` whatever follows; and at an empty line. A full stop behind a
/// single letter (`J. Smith`, `U.S.`) or a known abbreviation (`Dr.`, `e.g.`, `vol.`) ends none.
/// No rule is right for every text: *He lives in the U.S. She does not.* is one sentence here.
package enum Sentences {
  /// The sentences of a text, without blanks at their ends; none is empty.
  package static func sentences(_ text: String) -> [String] {
    let characters = Array(text)
    var sentences: [String] = []
    var start = 0
    var index = 0
    func close(at end: Int) {
      var range = start..<end
      while let first = range.first, characters[first].isWhitespace { range.removeFirst() }
      while let last = range.last, characters[last].isWhitespace { range.removeLast() }
      if !range.isEmpty { sentences.append(String(characters[range])) }
      start = end
    }
    while index < characters.count {
      let character = characters[index]
      index += 1
      if isWideStop(character) {
        index = end(of: characters, from: index)
        close(at: index)
      } else if isStop(character) {
        let last = end(of: characters, from: index)
        if endsSentence(characters, stop: index - 1, behind: last) { close(at: last) }
        index = last
      } else if character.isNewline, index < characters.count, characters[index].isNewline {
        close(at: index)
      }
    }
    close(at: characters.count)
    return sentences
  }

  private static func isStop(_ character: Character) -> Bool { ".!?…‽".contains(character) }

  private static func isWideStop(_ character: Character) -> Bool { "。！？｡".contains(character) }

  /// Behind further stops, and quotes and brackets that close.
  private static func end(of characters: [Character], from index: Int) -> Int {
    var index = index
    while index < characters.count, isStop(characters[index]) || isWideStop(characters[index]) {
      index += 1
    }
    while index < characters.count, "\"'”’»›)]}」』】）".contains(characters[index]) { index += 1 }
    return index
  }

  /// Whether the sentence ends at a stop; `behind` is what follows it and its quotes.
  private static func endsSentence(
    _ characters: [Character], stop: Int, behind: Int
  ) -> Bool {
    if behind == characters.count { return true }
    guard characters[behind].isWhitespace else { return false }
    var next = behind
    while next < characters.count, characters[next].isWhitespace { next += 1 }
    if next < characters.count, characters[next].isLowercase { return false }
    guard characters[stop] == ".", behind == stop + 1 else { return true }
    var first = stop
    while first > 0, characters[first - 1].isLetter { first -= 1 }
    let word = characters[first..<stop]
    if word.count == 1 { return word.allSatisfy { !$0.isUppercase && !$0.isLowercase } }
    return !abbreviations.contains(String(word).lowercased())
  }

  /// Words that a full stop shortens inside of a sentence.
  private static let abbreviations: Set<String> = [
    "adm", "al", "app", "approx", "art", "arts", "assoc", "ca", "capt", "cf", "ch", "col", "dept",
    "dr", "ed", "eds", "esp", "est", "fig", "figs", "gen", "gov", "hon", "ibid", "lt", "maj", "mme",
    "mr", "mrs", "ms", "mt", "no", "nos", "nr", "op", "para", "paras", "pp", "pres", "prof", "rep",
    "rev", "sec", "sen", "sgt", "st", "supp", "trans", "viz", "vol", "vols", "vs",
  ]
}
