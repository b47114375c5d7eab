extension NameList {
  /// Whether a piece that `UsualList` has cut off a line of authors is a name wherever in such a line
  /// it stands, if no name that is known otherwise begins with it.
  ///
  /// So is a person's name of several words with nothing about it that `NameListSplitter` looks at:
  /// no word of an organisation, no degree or suffix, no capitals, particle or initial where a
  /// family name before a comma could have them. Letters are those of ASCII and of the Latin
  /// scripts of Europe, so that folding a line folds its pieces one by one.
  package static func isPlainName(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard piece.allSatisfy({ $0 < 0xC6 && $0 != 0xC2 }) else { return false }
    let words = NameWord.words(of: piece, in: 0..<piece.count)
    guard let first = words.first, let last = words.last, words.count > 1 else { return false }
    return words.allSatisfy { $0.traits.isDisjoint(with: telling) }
      && !first.isParticle(allowingCapitals: false) && !words.allSatisfy(\.isCapitals)
      && !last.isInitials && !last.hasDot
  }

  /// What makes more of a word than a part of a person's name.
  private static let telling: NameTraits = NameTraits.afterName.union([
    .head, .weakHead, .topic, .preposition, .company, .and, .with, .et, .others, .braced,
  ])
}
