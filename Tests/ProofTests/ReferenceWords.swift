import PubQLText

/// Words as the language says: runs of letters and digits, folded; CJK by single characters.
enum ReferenceWords {
  static func words(_ text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for scalar in Folding.folded(text).unicodeScalars {
      let isSingle = isCJK(scalar)
      if isSingle || !isPart(scalar, continuing: !word.isEmpty) {
        if !word.isEmpty { words.append(word) }
        word = []
        if isSingle { words.append(Array(String(scalar).utf8)) }
      } else {
        word += Array(String(scalar).utf8)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Whether `phrase` stands in `words`, one word after the other.
  static func contains(_ phrase: [[UInt8]], in words: [[UInt8]]) -> Bool {
    guard !phrase.isEmpty, phrase.count <= words.count else { return false }
    for start in 0...(words.count - phrase.count)
    where words[start] == phrase[0]
      && Array(words[start..<(start + phrase.count)]) == phrase
    {
      return true
    }
    return false
  }

  private static func isPart(_ scalar: Unicode.Scalar, continuing: Bool) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    case .nonspacingMark, .spacingMark, .enclosingMark: continuing
    default: false
    }
  }

  private static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3400...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }
}
