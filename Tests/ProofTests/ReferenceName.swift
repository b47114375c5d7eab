import PubQLText

/// A person's name, read as simply as the rule of the language allows.
///
/// Meant for names like `Alice Ekman`, `Alice M. Ekman`, `A. Ekman`, `Ekman, Alice`, `Ekman`,
/// `Anna van Dijk`: a family name of one word.
struct ReferenceName {
  private var given: [String] = []
  private var particle: [String] = []
  private var family = ""

  private static let particles: Set<String> = ["van", "von", "der", "den", "de", "di", "la"]

  init(_ text: String) {
    var words: [String]
    if let comma = text.firstIndex(of: ",") {
      words = Self.words(text[..<comma])
      given = Self.words(text[text.index(after: comma)...])
      family = words.popLast() ?? ""
      particle = words
      return
    }
    words = Self.words(text[...])
    family = words.popLast() ?? ""
    while let last = words.last, Self.particles.contains(last) {
      particle.insert(last, at: 0)
      words.removeLast()
    }
    given = words
  }

  private static func words(_ text: Substring) -> [String] {
    Folding.folded(String(text)).split(separator: " ").map(String.init)
  }

  func isCompatible(with other: ReferenceName) -> Bool {
    guard family == other.family else { return false }
    guard particle.isEmpty || other.particle.isEmpty || particle == other.particle else {
      return false
    }
    for (a, b) in zip(given, other.given) where !Self.agree(a, b) { return false }
    return true
  }

  private static func agree(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    return isInitial(a) && a.first == b.first || isInitial(b) && a.first == b.first
  }

  private static func isInitial(_ word: String) -> Bool {
    word.count == 1 || word.count == 2 && word.last == "."
  }
}
