/// The name of a person, or of an organisation that stands as an author.
///
/// Shape: `printed` is the text as given; the parts are pieces of it, empty when absent. Titles and
/// degrees are in `printed` only. Two names are equal when they are printed the same;
/// `matches` compares them as people's names.
///
/// What no text can tell is decided so: without a comma the last word is the family name
/// (`Xi Jinping` gives Jinping), unless a particle, capitals (`EKMAN Alice`) or East Asian writing
/// (`山田 太郎`) say otherwise; a single word is the family name, whatever the script.
package struct PersonName: Sendable {
  package let printed: String
  package let family: String
  package let given: String
  /// `van der`, `de`, `al-`.
  package let particle: String
  /// `Jr.`, `III`.
  package let suffix: String
  /// An organisation: the family name is the whole name.
  package let isCorporate: Bool
  /// The folded form that matching works on.
  package let key: NameKey

  /// Reads `Alice Ekman`, `Ekman, Alice`, `King, Martin Luther, Jr.` or `{Council of Europe}`.
  package init(_ printed: String) {
    var text = printed
    let parts = text.withUTF8 { NameParts(of: $0) }
    self.init(printed: printed, parts: parts)
  }

  /// As `init(_:)`, from UTF-8.
  package init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    self.init(printed: String(decoding: bytes, as: UTF8.self), parts: NameParts(of: bytes))
  }

  /// A person whose parts are known, as some formats give them.
  ///
  /// Shape: printed as `Given particle Family, Suffix`.
  package init(family: String, given: String, particle: String = "", suffix: String = "") {
    var words = [given, particle].filter { !$0.isEmpty }
    // `al-` and `d’` stand right before the name.
    if particle.hasSuffix("-") || particle.hasSuffix("'") || particle.hasSuffix("’") {
      words[words.count - 1] += family
    } else if !family.isEmpty {
      words.append(family)
    }
    var printed = words.joined(separator: " ")
    if !suffix.isEmpty { printed += ", \(suffix)" }
    self.init(
      printed: printed,
      parts: NameParts(family: family, given: given, particle: particle, suffix: suffix))
  }

  /// An organisation.
  package init(corporate name: String) {
    var parts = NameParts(family: name, given: "", particle: "", suffix: "")
    parts.isCorporate = true
    parts.isInverted = false
    self.init(printed: name, parts: parts)
  }

  private init(printed: String, parts: NameParts) {
    self.printed = printed
    family = parts.family
    given = parts.given
    particle = parts.particle
    suffix = parts.suffix
    isCorporate = parts.isCorporate
    key = NameKey(parts)
  }

  /// Whether the two may be one: names compatible as people's names.
  ///
  /// - Family names agree when they are equal, or when one is the first or last words of the other
  ///   (`Picardo`, `García` for `García Márquez`).
  /// - Given names agree when they are equal, in order, as far as both go; an initial, or an
  ///   abbreviation of two letters with its dot, agrees with names that it begins.
  /// - Particles agree unless both have one and neither ends in the other; suffixes unless both
  ///   have one and they differ.
  /// - A name without a comma also agrees with a family name of the same words
  ///   (`García Márquez`), and organisations only with the same words.
  ///
  /// Case, diacritics, apostrophes and hyphens do not count. The relation is symmetric and
  /// reflexive, not transitive.
  package func matches(_ other: PersonName) -> Bool {
    key.matches(other.key)
  }

  /// The folded words under which the name can be found: names that match share one.
  ///
  /// Shape: the first and the last word of the family name, or one when they are the same.
  package var familyKeys: [String] { key.familyKeys }
}

extension PersonName: Hashable {
  package static func == (a: PersonName, b: PersonName) -> Bool {
    a.printed == b.printed && a.isCorporate == b.isCorporate
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(printed)
  }
}

extension PersonName: CustomStringConvertible {
  package var description: String { printed }
}
