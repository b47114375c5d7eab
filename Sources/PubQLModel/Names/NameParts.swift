/// The parts of a printed name.
struct NameParts {
  var family = ""
  var given = ""
  var particle = ""
  var suffix = ""
  var isCorporate = false
  /// The family name stands first, so the words in order are not the name read aloud.
  var isInverted = false

  init(family: String, given: String, particle: String, suffix: String) {
    (self.family, self.given, self.particle, self.suffix) = (family, given, particle, suffix)
    isInverted = true
  }

  init(of bytes: UnsafeBufferPointer<UInt8>) {
    let words = NameWord.words(of: bytes, in: 0..<bytes.count)
    func text(_ words: ArraySlice<NameWord>) -> String {
      guard let first = words.first, let last = words.last else { return "" }
      let range = first.range.lowerBound..<last.range.upperBound
      return String(decoding: bytes[range], as: UTF8.self)
    }
    if let word = words.first, words.count == 1, word.traits.contains(.braced) {
      isCorporate = true
      let inside = word.range.dropFirst().dropLast()
      family = String(decoding: bytes[inside], as: UTF8.self)
      return
    }
    if NameShape.isOrganisation(words[...]) {
      isCorporate = true
      family = text(words[...])
      return
    }
    var segments = Self.segments(words)
    if segments.count > 1 { suffix = Self.takeSuffixes(&segments, text) }
    guard let first = segments.first else { return }
    if segments.count == 1 {
      readDirect(first, text)
    } else {
      readInverted(first, words[segments[1].startIndex...], upTo: segments, text)
    }
    splitAttachedParticle()
  }

  /// The words between commas.
  private static func segments(_ words: [NameWord]) -> [ArraySlice<NameWord>] {
    var segments: [ArraySlice<NameWord>] = []
    var start = 0
    for index in words.indices.dropFirst() where words[index].separator != .none {
      segments.append(words[start..<index])
      start = index
    }
    if start < words.count { segments.append(words[start...]) }
    return segments
  }

  /// Takes out the parts after commas that are suffixes or degrees, and gives the suffix.
  private static func takeSuffixes(
    _ segments: inout [ArraySlice<NameWord>], _ text: (ArraySlice<NameWord>) -> String
  ) -> String {
    var suffix = ""
    var kept = [segments[0]]
    for segment in segments.dropFirst() {
      if segment.allSatisfy({ !$0.traits.isDisjoint(with: .afterName) }) {
        if let index = segment.firstIndex(where: { $0.traits.contains(.suffix) }), suffix.isEmpty {
          suffix = text(segment[index...index])
        }
      } else {
        kept.append(segment)
      }
    }
    segments = kept
    return suffix
  }

  /// `Dr. Ludwig van Beethoven PhD`.
  private mutating func readDirect(
    _ segment: ArraySlice<NameWord>, _ text: (ArraySlice<NameWord>) -> String
  ) {
    var words = NameShape.withoutTitles(segment)
    takeTrailing(&words, text)
    let split = NameShape.family(in: words)
    if split.isFirst {
      isInverted = true
      family = text(words[..<split.index])
      given = text(words[split.index...])
      return
    }
    given = text(words[..<split.index])
    let rest = words[split.index...]
    let names = rest.drop(while: { $0.isParticle() })
    // A name that is nothing but particles is a name.
    if split.hasParticle {
      let start = names.isEmpty ? rest.endIndex - 1 : names.startIndex
      particle = text(rest[..<start])
      family = text(rest[start...])
    } else {
      family = text(rest)
    }
  }

  /// `van der Berg, Jan` or `Beethoven, Ludwig van`.
  private mutating func readInverted(
    _ first: ArraySlice<NameWord>, _ after: ArraySlice<NameWord>,
    upTo segments: [ArraySlice<NameWord>], _ text: (ArraySlice<NameWord>) -> String
  ) {
    isInverted = true
    var names = first
    while names.count > 1, let word = names.first,
      word.isParticle() || !word.isCapitals && word.traits.contains(.particle)
    {
      names.removeFirst()
    }
    particle = text(first[..<names.startIndex])
    family = text(names)
    // Words of the parts that were taken out may stand between; the given names are what is left
    // up to them.
    var givenNames = segments[1]
    for segment in segments.dropFirst(2) where segment.startIndex == givenNames.endIndex {
      givenNames = after[givenNames.startIndex..<segment.endIndex]
    }
    givenNames = NameShape.withoutTitles(givenNames, keepingLast: false)
    takeTrailing(&givenNames, text)
    let end = givenNames.endIndex
    while givenNames.count > 1, let word = givenNames.last,
      word.isParticle(allowingCapitals: false)
    {
      givenNames.removeLast()
    }
    if givenNames.endIndex < end {
      let trailing = text(after[givenNames.endIndex..<end])
      particle = particle.isEmpty ? trailing : "\(trailing) \(particle)"
    }
    given = text(givenNames)
  }

  /// Takes degrees and a suffix off the end.
  private mutating func takeTrailing(
    _ words: inout ArraySlice<NameWord>, _ text: (ArraySlice<NameWord>) -> String
  ) {
    while words.count > 1, let word = words.last {
      if word.traits.contains(.suffix) {
        if suffix.isEmpty { suffix = text(words.suffix(1)) }
      } else if !word.traits.contains(.degree)
        && !(word.traits.contains(.degreeAfterComma) && word.hasDot && word.letters > 1)
      {
        return
      }
      words.removeLast()
    }
  }

  /// `al-Assad` and `d’Estaing` have the particle in the same word.
  private mutating func splitAttachedParticle() {
    guard particle.isEmpty else { return }
    for attached in ["al-", "el-", "ul-", "d'", "d’", "l'", "l’", "dell'", "dell’", "dall'"] {
      let isDash = attached.utf8.last == UInt8(ascii: "-")
      let start = family.prefix(attached.count)
      let isThere = isDash ? start.lowercased() == attached : start == attached
      if isThere, family.count > attached.count {
        particle = String(start)
        family = String(family.dropFirst(attached.count))
        return
      }
    }
  }
}
