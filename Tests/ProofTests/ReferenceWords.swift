import PubQLText

/// Words as the language says: runs of letters and digits, folded; CJK by single characters.
enum ReferenceWords {
  static func words(_ text: String) -> [[UInt8]] {
    let scalars = Array(Folding.folded(text).unicodeScalars)
    return ranges(scalars).map { range in scalars[range].flatMap { Array(String($0).utf8) } }
  }

  /// Where the words stand.
  static func ranges(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for (place, scalar) in scalars.enumerated() {
      let isSingle = isCJK(scalar)
      if isSingle || !isPart(scalar, continuing: start != nil) {
        if let start { ranges.append(start..<place) }
        start = nil
        if isSingle { ranges.append(place..<place + 1) }
      } else if start == nil {
        start = place
      }
    }
    if let start { ranges.append(start..<scalars.count) }
    return ranges
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

  static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3400...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }
}
