import PubQLText

/// A name folded for matching, in one piece of memory.
///
/// Shape: given names, particle, family name and suffix as folded words with one space between,
/// in this order. Hyphens part words and apostrophes do not.
package struct NameKey: Hashable, Sendable {
  private(set) var words: [UInt8] = []
  private(set) var particleStart = 0
  private(set) var familyStart = 0
  private(set) var suffixStart = 0
  /// Which of the given names are initials or abbreviations: bit 0 the first.
  private(set) var initials: UInt32 = 0
  /// The words as printed are given names, particle, family name.
  private(set) var isInOrder = true
  private(set) var isCorporate = false

  /// No more given names are told to be initials.
  private static let mostInitials = 32

  init(_ parts: NameParts) {
    isCorporate = parts.isCorporate
    isInOrder = !parts.isInverted
    if isCorporate {
      append(parts.family)
      let the = Array("the ".utf8)
      if words.starts(with: the), words.count > the.count { words.removeFirst(the.count) }
    } else {
      appendGiven(parts.given, splitsCapitals: parts.family.utf8.contains { 97...122 ~= $0 })
      particleStart = words.count
      append(parts.particle)
      familyStart = words.count
      append(parts.family)
    }
    suffixStart = words.count
    append(parts.suffix)
    if family.isEmpty {
      // The family name was signs without letters: then all words are found as one.
      (particleStart, familyStart, suffixStart, initials) = (0, 0, words.count, 0)
    }
  }

  // MARK: - Parts

  var given: ArraySlice<UInt8> { words[..<particleStart] }
  /// The first byte of the given names; 0 where there are none.
  var givenStart: UInt8 { given.first ?? 0 }
  var particle: ArraySlice<UInt8> { trimmed(particleStart, familyStart) }
  var family: ArraySlice<UInt8> { trimmed(familyStart, suffixStart) }
  var suffix: ArraySlice<UInt8> { trimmed(suffixStart, words.count) }
  /// All words of the name, the suffix apart.
  var name: ArraySlice<UInt8> { trimmed(0, suffixStart) }

  private func trimmed(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
    start < end && words[start] == Self.space ? words[(start + 1)..<end] : words[start..<end]
  }

  /// The first and the last word of the family name, or one when they are the same.
  package var familyKeys: [String] {
    let family = self.family
    let first = family.prefix { $0 != Self.space }
    let lastSpace = family.lastIndex(of: Self.space)
    let last = family[(lastSpace.map { $0 + 1 } ?? family.startIndex)...]
    let firstText = String(decoding: first, as: UTF8.self)
    return first == last ? [firstText] : [firstText, String(decoding: last, as: UTF8.self)]
  }

  // MARK: - Building

  static let space = UInt8(ascii: " ")

  private mutating func append(_ part: String) {
    guard !part.isEmpty else { return }
    append(folded: Folding.fold(part)) { _, _ in }
  }

  /// Given names, initials written together as `JRR` parted.
  private mutating func appendGiven(_ part: String, splitsCapitals: Bool) {
    guard !part.isEmpty else { return }
    var text = part
    if splitsCapitals {
      text = ""
      for word in part.split(separator: " ") {
        let isRun = 2...3 ~= word.utf8.count && word.utf8.allSatisfy { 65...90 ~= $0 }
        text += isRun ? word.map { "\($0)." }.joined() : String(word)
        text += " "
      }
    }
    var flags: UInt32 = 0
    append(folded: Folding.fold(text)) { index, isInitial in
      if isInitial, index < Self.mostInitials { flags |= 1 << UInt32(index) }
    }
    initials = flags
  }

  private mutating func append(folded: [UInt8], _ word: (Int, _ isInitial: Bool) -> Void) {
    var count = 0
    var index = 0
    while index < folded.count {
      guard Self.isLetter(folded[index]) else {
        index += 1
        continue
      }
      if !words.isEmpty { words.append(Self.space) }
      let first = folded[index]
      var scalars = 0
      while index < folded.count {
        let byte = folded[index]
        guard Self.isLetter(byte) || byte == UInt8(ascii: "'") else { break }
        if byte != UInt8(ascii: "'") { words.append(byte) }
        if byte & 0xC0 != 0x80 { scalars += 1 }
        index += 1
      }
      let hasDot = index < folded.count && folded[index] == UInt8(ascii: ".")
      // Chinese and Japanese names may have one character, and Korean ones one syllable.
      let isAlphabetic = first < 0xE3 || first > 0xED
      word(count, isAlphabetic && (scalars == 1 || hasDot && scalars == 2))
      count += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || 97...122 ~= byte || 48...57 ~= byte
  }
}
