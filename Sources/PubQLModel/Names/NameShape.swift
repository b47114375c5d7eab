/// What the words of a name say about it as a whole.
enum NameShape {
  /// Whether the words name an organisation.
  static func isOrganisation(_ words: ArraySlice<NameWord>) -> Bool {
    guard let first = words.first, words.count > 1 else {
      return words.first?.traits.contains(.braced) ?? false
    }
    var all: NameTraits = []
    var topics = 0
    var hasInitial = false
    for word in words {
      all.formUnion(word.traits.subtracting(word.beginsSmall ? [] : .preposition))
      if word.traits.contains(.topic) { topics += 1 }
      if word.isInitials { hasInitial = true }
    }
    if let last = words.last, last.traits.contains(.company), last.letters > 2 || words.count > 2 {
      return true
    }
    // `Group, Alice` is a family of that name.
    if words[words.startIndex + 1].separator != .none { return false }
    if first.beginsSmall, first.traits.contains(.particle) { return false }
    if !all.isDisjoint(with: [.head, .preposition]) { return true }
    if all.contains(.weakHead) {
      let isNamed = !first.traits.isDisjoint(with: [.adjective, .the])
      if isNamed || words.count > 2 && !hasInitial { return true }
    }
    return topics > 1
  }

  /// The words after the titles.
  static func withoutTitles(
    _ words: ArraySlice<NameWord>, keepingLast: Bool = true
  ) -> ArraySlice<NameWord> {
    var rest = words
    while rest.count > (keepingLast ? 1 : 0), let word = rest.first {
      let isTitle =
        word.traits.contains(.title) && (word.hasDot || word.letters > 1)
        || word.traits.contains(.dottedTitle) && (word.hasDot || rest.startIndex > words.startIndex)
      guard isTitle, !word.isInitials || word.letters > 1 else { break }
      rest.removeFirst()
    }
    return rest
  }

  /// Where the family name begins, or ends when it stands first.
  struct Split {
    var index: Int
    var isFirst = false
    var hasParticle = false
  }

  /// The family name in a name without a comma.
  static func family(in words: ArraySlice<NameWord>) -> Split {
    let start = words.startIndex
    guard words.count > 1 else { return Split(index: start) }
    if words.allSatisfy(\.isEastAsian) { return Split(index: start + 1, isFirst: true) }
    if let split = familyInCapitals(words) { return split }
    for index in words.indices.dropLast() {
      let word = words[index]
      if index > start ? word.isParticle() : word.isParticle(allowingCapitals: false) {
        return Split(index: index, hasParticle: true)
      }
      if index > start, word.beginsSmall, word.letters == 1,
        word.traits.contains(.familyConjunction)
      {
        return Split(index: index - 1)
      }
    }
    return Split(index: words.endIndex - 1)
  }

  /// `Gabriel GARCÍA MÁRQUEZ`, `EKMAN Alice`.
  private static func familyInCapitals(_ words: ArraySlice<NameWord>) -> Split? {
    guard words.contains(where: \.hasSmall) else { return nil }
    if words[words.endIndex - 1].isCapitals {
      var index = words.endIndex - 1
      while index > words.startIndex, words[index - 1].isCapitals { index -= 1 }
      guard index > words.startIndex, words[index - 1].hasSmall else { return nil }
      // The particle before it stays small.
      var particles = index
      while particles > words.startIndex, words[particles - 1].isParticle(allowingCapitals: false) {
        particles -= 1
      }
      return Split(index: particles, hasParticle: particles < index)
    }
    // Shorter ones may be initials without dots.
    var index = words.startIndex
    while index < words.endIndex, words[index].isCapitals, words[index].letters > 3 { index += 1 }
    return index > words.startIndex && index < words.endIndex
      ? Split(index: index, isFirst: true) : nil
  }
}
