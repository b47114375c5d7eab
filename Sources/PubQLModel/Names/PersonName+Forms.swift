/// The ways in which a name can be printed.
package enum NameForm: String, Sendable, CaseIterable {
  case initialsFamily = "F. Family"
  case familyInitials = "Family, F."
  case givenFamily = "Given Family"
  case familyGiven = "Family, Given"
  case family = "Family"
}

extension PersonName {
  /// The family name with its particle: `van der Berg`, `al-Haddad`.
  ///
  /// The particle stands before the name in all forms: no text tells whose custom it is to put it
  /// behind the given names.
  package var familyWithParticle: String {
    guard let last = particle.last else { return family }
    return "-'’".contains(last) ? particle + family : "\(particle) \(family)"
  }

  /// The given names shortened to initials: `A. M.`, `J.-P.`; empty where there are none.
  ///
  /// - Parameter apart: whether blanks stand between the initials.
  package func initials(apart: Bool = true) -> String {
    NameInitials(given, splitsCapitals: family.contains(where: \.isLowercase)).text(apart: apart)
  }

  /// The name in a form.
  ///
  /// What the name lacks is left out. The names of organisations stay as they are, and so do those
  /// in East Asian writing: their family name comes first, without a comma.
  package func text(_ form: NameForm, initialsApart: Bool = true) -> String {
    let initials = initials(apart: initialsApart)
    let family = familyWithParticle
    if isCorporate || form == .family { return family }
    if isEastAsian { return NameForm.join([self.family, given, suffix], " ") }
    return switch form {
    case .initialsFamily: NameForm.join([initials, family, suffix], " ")
    case .familyInitials: NameForm.join([family, initials, suffix], ", ")
    case .givenFamily: NameForm.join([given, family, suffix], " ")
    case .familyGiven: NameForm.join([family, given, suffix], ", ")
    case .family: family
    }
  }

  /// Whether the family name is in Chinese characters, kana or Hangul.
  private var isEastAsian: Bool {
    family.unicodeScalars.first.map {
      (0x3040...0x30FF).contains($0.value) || (0x3400...0x9FFF).contains($0.value)
        || (0xAC00...0xD7AF).contains($0.value) || (0x20000...0x3FFFF).contains($0.value)
    } ?? false
  }
}

extension NameForm {
  fileprivate static func join(_ parts: [String], _ separator: String) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: separator)
  }
}
