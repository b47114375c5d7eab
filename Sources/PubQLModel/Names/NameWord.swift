/// A word of a printed name or of a line of names.
struct NameWord {
  /// What stands between a word and the one before it, blanks apart.
  enum Separator: UInt8 {
    case none, comma, semicolon
  }

  /// Bytes of the text.
  var range: Range<Int>
  var separator = Separator.none
  var traits: NameTraits = []
  /// Letters, each of one scalar.
  var letters = 0
  var hasDot = false
  var hasSmall = false
  var hasLarge = false
  var beginsSmall = false
  /// Chinese characters, kana, Hangul.
  var isEastAsian = false

  /// Written in capitals, as families are in some listings.
  var isCapitals: Bool { hasLarge && !hasSmall && letters >= 2 && !hasDot }

  /// `J.`, `J`, `J.-P.`, `J.R.R.`: nothing but initials.
  var isInitials: Bool {
    guard hasLarge, !isEastAsian else { return false }
    return letters == 1 || hasDot && !hasSmall || hasDot && letters == 2
  }

  /// Whether it begins a family name, when another word follows.
  func isParticle(allowingCapitals: Bool = true) -> Bool {
    beginsSmall
      ? traits.contains(.particle)
      : allowingCapitals && hasSmall && traits.contains(.capitalParticle)
  }
}

extension NameWord {
  /// The words of a text: runs between blanks, commas and semicolons; `{…}` is one word.
  static func words(
    of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) -> [NameWord] {
    var words: [NameWord] = []
    words.reserveCapacity(8)
    var separator = Separator.none
    var index = range.lowerBound
    // An unclosed brace is looked for once, not once a word.
    var lastClose = range.upperBound
    var knowsLastClose = false
    while index < range.upperBound {
      let blank = blankLength(bytes, at: index, end: range.upperBound)
      if blank > 0 {
        index += blank
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: ","):
        if separator == .none { separator = .comma }
        index += 1
        continue
      case UInt8(ascii: ";"):
        separator = .semicolon
        index += 1
        continue
      case UInt8(ascii: "{"):
        if !knowsLastClose {
          lastClose = bytes[range].lastIndex(of: UInt8(ascii: "}")) ?? range.lowerBound
          knowsLastClose = true
        }
      default: break
      }
      let start = index
      if bytes[index] == UInt8(ascii: "{"), lastClose > index {
        index = closingBrace(bytes, after: index, end: range.upperBound) ?? index
      }
      var word = NameWord(range: start..<start, separator: separator)
      if index > start {
        word.traits = .braced
        word.range = start..<index
      } else {
        index = word.scan(bytes, end: range.upperBound)
      }
      words.append(word)
      separator = .none
    }
    return words
  }

  /// The index after the brace that closes; nil when none does.
  private static func closingBrace(
    _ bytes: UnsafeBufferPointer<UInt8>, after open: Int, end: Int
  ) -> Int? {
    var depth = 0
    // No organisation's name is longer, and hostile braces must not cost the square of the text.
    for index in open..<min(end, open + 512) {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return nil
  }

  /// The bytes of a blank at an index: ASCII blanks and the non-breaking space.
  static func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Int {
    if bytes[index] <= 32 { return 1 }
    return bytes[index] == 0xC2 && index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
  }

  /// Reads a word from the start of `range`, and gives the index after it.
  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, end: Int) -> Int {
    var index = range.lowerBound
    var key: UInt64 = 0
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { break }
      if Self.blankLength(bytes, at: index, end: end) > 0 { break }
      index += 1
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        key = add(byte, to: key, isSmall: true)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        key = add(byte, to: key, isSmall: false)
      case UInt8(ascii: "."): hasDot = true
      case 0xC3 where index < end:
        let second = bytes[index]
        let base = Self.latinLetters[Int(second & 31)]
        key = add(base, to: key, isSmall: second >= 0x9F)
      case 0xD0 where index < end:
        key = add(27, to: key, isSmall: bytes[index] >= 0xB0)
      case 0xD1: key = add(27, to: key, isSmall: true)
      case 0xC4, 0xC5, 0xC6...0xCF, 0xD2...0xDF, 0xE0...0xE2, 0xEE...0xF4:
        letters += 1
        key = NameLexicon.key(key, adding: 27)
      case 0xE3...0xED:
        if letters == 0 { isEastAsian = true }
        letters += 1
        key = NameLexicon.key(key, adding: 27)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): key = NameLexicon.key(key, adding: 28)
      case UInt8(ascii: "&"): key = NameLexicon.key(key, adding: 29)
      default: break
      }
    }
    range = range.lowerBound..<index
    traits = NameLexicon.traits(key)
    if key == 29, letters == 0 { traits = .and }
    return index
  }

  private mutating func add(_ letter: UInt8, to key: UInt64, isSmall: Bool) -> UInt64 {
    if letters == 0 { beginsSmall = isSmall }
    if isSmall { hasSmall = true } else { hasLarge = true }
    letters += 1
    return NameLexicon.key(key, adding: letter)
  }

  /// The plain letters of U+00C0 to U+00DF and, in the same order, of U+00E0 to U+00FF.
  private static let latinLetters = Array("aaaaaaaceeeeiiiidnooooo{ouuuuyts".utf8)
}
