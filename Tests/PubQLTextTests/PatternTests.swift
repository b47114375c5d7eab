import PubQLText
import Testing

@Suite struct PatternTests {
  private func matches(_ pattern: String, _ text: String, ignoringCase: Bool = false) throws -> Bool
  {
    let pattern = try Pattern(pattern, ignoringCase: ignoringCase)
    let bytes = ignoringCase ? Folding.fold(text) : Array(text.utf8)
    let found = bytes.withUnsafeBufferPointer(pattern.matches)
    let asItStands = Array(text.utf8).withUnsafeBufferPointer {
      PatternMatcher(pattern).isFound(in: $0)
    }
    #expect(asItStands == found)
    return found
  }

  @Test(
    arguments: [
      ("", "", true), ("", "abc", true), ("b", "abc", true), ("d", "abc", false),
      ("^b", "abc", false),
      ("^abc$", "abc", true), ("^ab$", "abc", false), ("a.c", "a研c", true), ("a.c", "a\nc", false),
      ("smart\\s+cit(y|ies)", "a smart  cities b", true), ("[a-c]+x", "zzabcx", true),
      ("[^a-c]", "abc", false), ("[^a-c]", "abcd", true), ("[]a]", "]", true), ("[a-]", "-", true),
      ("[\\]\\\\]", "\\", true), ("[\\d_]{3}", "a1_2", true), ("\\bcat\\b", "a cat.", true),
      ("\\bcat\\b", "concat", false), ("\\Bcat", "concat", true), ("\\bété\\b", "un été.", true),
      ("\\bt", "été", false), ("\\w+", "研究", true), ("^\\w+$", "हिन्दी", true), ("\\d", "٣", true),
      ("\\D", "12", false), ("\\W", "ab_1", false), ("\\s", "a\u{3000}b", true),
      ("\\S", " \t", false),
      ("\\p{Lu}", "aB", true), ("\\p{Lu}", "ab", false), ("\\pL", "1é", true),
      ("\\P{L}", "é", false),
      ("[\\p{Nd}x]", "x", true), ("a{2}", "aa", true), ("^a{2,3}$", "aaaa", false),
      ("^a{2,}$", "aaaaa", true), ("^a{,2}$", "aaa", false), ("a{x", "a{x", true), ("{", "{", true),
      ("a??b*?c+?", "c", true), ("(?:ab)+$", "xabab", true), ("(?<year>\\d{4})", "in 2020", true),
      ("\\.\\*\\/\\-", ".*/-", true), ("\\x41\\u00e9\\u{1F600}", "Aé😀", true), ("a|b|", "", true),
      ("()*x", "x", true), ("(a*)*$", "b", true), ("(^a|b)c", "bc", true),
      ("(^a|b)c", "xac", false),
      ("a$b", "ab", false), ("$", "a", true), ("^$", "", true), ("\\Aab\\z", "ab", true),
      ("(|a)+b", "aab", true), ("[\\w-]+@", "a-b@", true), ("é", "É", false), ("\\t", "\t", true),
    ] as [(String, String, Bool)])
  func decides(pattern: String, text: String, expected: Bool) throws {
    #expect(try matches(pattern, text) == expected)
  }

  @Test(
    arguments: [
      ("straße", "STRASSE", true), ("^STRASSE$", "straße", true), ("[é]t[é]", "ÉTÉ", true),
      ("^[ß]$", "ß", true), ("^ß{2}$", "ssss", true), ("^[A-Z]+$", "xyz", true),
      ("Müller", "MULLER", true),
      ("^e\u{301}+$", "éee", true), ("[^é]", "eé", false), ("\\p{Lu}", "a", true),
      ("K", "\u{212A}", true),
      ("don’t", "don't", true), ("a–b", "a-b", true), ("１２", "12", true),
      ("か\u{3099}+", "ガが", true),
      ("^ｶﾞ+$", "ガガ", true), ("\\W", "Ab", false), ("[^\\x00-\\x7F]", "Éa", false),
      ("[À-Ý]", "b", false),
      ("[^\\w]", "it's", true), ("\\S+", "a", true), ("…", "...", true),
    ] as [(String, String, Bool)])
  func decidesWithoutCase(pattern: String, text: String, expected: Bool) throws {
    #expect(try matches(pattern, text, ignoringCase: true) == expected)
  }

  @Test(
    arguments: [
      ("a)", 1, "open"), ("(a", 0, "closed"), ("a[bc", 1, "closed"), ("*a", 0, "repeat"),
      ("é+*", 3, "group"), ("a|?", 2, "repeat"), ("(a)\\1", 3, "back references"),
      ("x(?=a)", 1, "looking"), ("(?<!a)", 0, "looking"), ("(?>a)", 0, "atomic"),
      ("a++", 2, "possessive"),
      ("(?i)a", 0, "/i"), ("a\\", 1, "backslash"), ("\\y", 0, "no meaning"),
      ("[z-a]", 1, "wrong way"),
      ("a{3,2}", 1, "smaller"), ("a{1001}", 1, "1000"), ("((a{1000}){1000}){1000}", 0, "too large"),
      ("[[:alpha:]]", 1, "alpha"), ("\\p{Greek}", 0, "category"), ("\\xZ", 0, "digits"),
      ("\\u{D800}", 0, "digits"), ("[a-\\d]", 1, "range"), ("(?<1", 0, "name"),
      ("[\\b]", 1, "boundary"),
      ("\\w{900}{2}", 7, "group"),
    ] as [(String, Int, String)])
  func refuses(pattern: String, offset: Int, about: String) {
    #expect {
      try Pattern(pattern, ignoringCase: false)
    } throws: { error in
      guard let error = error as? Pattern.SyntaxError else { return false }
      if error.offset == offset, error.message.contains(about) { return true }
      Issue.record("\(pattern): \(error)")
      return false
    }
  }

  @Test func refusesWhatIsTooDeepOrTooLong() {
    let deep = String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000)
    #expect(throws: Pattern.SyntaxError.self) { try Pattern(deep, ignoringCase: true) }
    let long = String(repeating: "a", count: 20_000)
    #expect(throws: Pattern.SyntaxError.self) { try Pattern(long, ignoringCase: true) }
    let empty = "((((){1000}){1000}){1000}){1000}"
    #expect(throws: Never.self) { try Pattern(empty, ignoringCase: true) }
  }

  @Test(arguments: [
    "^(a+)+$", "(a|aa)+$", "(a*)*c", "(.*)(.*)(.*)(.*)c", "(a?){100}a{100}c", "(a|b)*a(a|b){14}c",
  ])
  func isLinear(pattern: String) throws {
    let text = String(repeating: "a", count: 20_000) + "b"
    let clock = ContinuousClock()
    var found = true
    let time = try clock.measure { found = try matches(pattern, text) }
    #expect(!found)
    #expect(time < .seconds(4))
  }

  /// States of hundreds of steps each: what they hold is bounded too.
  @Test func staysSmallOnLargeStates() throws {
    let matcher = PatternMatcher(try Pattern("^(a|b)*a(a|b){200}c", ignoringCase: false))
    var generator = SeededGenerator(seed: 11)
    let text = (0..<1200).map { _ in UInt8.random(in: 0x61...0x62, using: &generator) }
    #expect(!text.withUnsafeBufferPointer(matcher.matches))
    var matching = text
    matching[999] = 0x61
    #expect((matching + [0x63]).withUnsafeBufferPointer(matcher.matches))
  }

  /// More states than the table holds: it is emptied on the way and still decides rightly.
  @Test func outgrowsItsTable() throws {
    let pattern = try Pattern("^(a|b)*a(a|b){13}$", ignoringCase: false)
    let matcher = PatternMatcher(pattern)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<4 {
      let text = (0..<8000).map { _ in UInt8.random(in: 0x61...0x62, using: &generator) }
      let expected = text[text.count - 14] == 0x61
      #expect(text.withUnsafeBufferPointer(matcher.matches) == expected)
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func agreesWithSetsOfPlaces(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let reference = ReferencePattern.random(depth: 3, using: &generator)
      let pattern = try Pattern(reference.text, ignoringCase: false)
      let matcher = PatternMatcher(pattern)
      for _ in 0..<12 {
        let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          "ab é研".unicodeScalars.randomElement(using: &generator) ?? "a"
        }
        let expected = (0...text.count).contains { !reference.ends(in: text, from: $0).isEmpty }
        let bytes = Array(String(String.UnicodeScalarView(text)).utf8)
        let found = bytes.withUnsafeBufferPointer(matcher.matches)
        #expect(found == expected, "seed \(seed): \(reference.text) in \(text)")
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func hostileBytesNeverTrap(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "(", ")", "[", "]", "^", "$", "*", "+", "?", "{2}", "{1,", "|", "\\", "\\b", "\\w", "\\p{L}",
      "-",
      "a", "é", "ß", "か\u{3099}", ".", "(?:", "[^", "\\x", "\\u{", "研",
    ]
    for _ in 0..<60 {
      let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let bytes = generator.hostileBytes(upTo: 30)
      for ignoringCase in [false, true] {
        do throws(Pattern.SyntaxError) {
          let pattern = try Pattern(text, ignoringCase: ignoringCase)
          _ = bytes.withUnsafeBufferPointer(pattern.matches)
        } catch {
          #expect((0...text.utf8.count).contains(error.offset), "seed \(seed): \(text)")
        }
      }
    }
  }
}

/// Matches by trying everything: from a place, all the places where a match may end.
private indirect enum ReferencePattern {
  case scalar(Unicode.Scalar)
  case any
  case group(negated: Bool, [Unicode.Scalar])
  case assertion(String)
  case sequence([ReferencePattern])
  case choice([ReferencePattern])
  case repetition(ReferencePattern, Int, Int?)

  static func random(depth: Int, using generator: inout SeededGenerator) -> ReferencePattern {
    let alphabet: [Unicode.Scalar] = ["a", "b", "é", "研", " "]
    func part() -> ReferencePattern { random(depth: depth - 1, using: &generator) }
    func scalar() -> Unicode.Scalar { alphabet.randomElement(using: &generator) ?? "a" }
    switch Int.random(in: 0..<(depth > 0 ? 10 : 4), using: &generator) {
    case 0, 1: return .scalar(scalar())
    case 2:
      return Bool.random(using: &generator) ? .any : .group(negated: false, [scalar(), scalar()])
    case 3:
      if Bool.random(using: &generator) { return .group(negated: true, [scalar(), scalar()]) }
      return .assertion(["^", "$", "\\b", "\\B"].randomElement(using: &generator) ?? "^")
    case 4, 5, 6: return .sequence([part(), part(), part()])
    case 7: return .choice([part(), part()])
    default:
      let least = Int.random(in: 0...2, using: &generator)
      let most =
        Bool.random(using: &generator) ? nil : least + Int.random(in: 0...2, using: &generator)
      return .repetition(part(), least, most)
    }
  }

  var text: String {
    switch self {
    case .scalar(let scalar): String(scalar)
    case .any: "."
    case .group(let negated, let members):
      "[" + (negated ? "^" : "") + members.map { String($0) }.joined() + "]"
    case .assertion(let text): text
    case .sequence(let parts): parts.map(\.text).joined()
    case .choice(let parts): "(?:" + parts.map(\.text).joined(separator: "|") + ")"
    case .repetition(let part, let least, let most):
      "(?:\(part.text)){\(least),\(most.map { String($0) } ?? "")}"
    }
  }

  func ends(in text: [Unicode.Scalar], from start: Int) -> Set<Int> {
    func takes(_ condition: (Unicode.Scalar) -> Bool) -> Set<Int> {
      start < text.count && condition(text[start]) ? [start + 1] : []
    }
    switch self {
    case .scalar(let scalar): return takes { $0 == scalar }
    case .any: return takes { $0 != "\n" }
    case .group(let negated, let members): return takes { members.contains($0) != negated }
    case .assertion(let kind):
      let before = start > 0 && text[start - 1] != " "
      let after = start < text.count && text[start] != " "
      let holds =
        switch kind {
        case "^": start == 0
        case "$": start == text.count
        case "\\b": before != after
        default: before == after
        }
      return holds ? [start] : []
    case .sequence(let parts):
      return parts.reduce([start]) { places, part in
        places.reduce(into: Set()) { $0.formUnion(part.ends(in: text, from: $1)) }
      }
    case .choice(let parts):
      return parts.reduce(into: Set()) { $0.formUnion($1.ends(in: text, from: start)) }
    case .repetition(let part, let least, let most):
      var reached: Set<Int> = least == 0 ? [start] : []
      var places: Set<Int> = [start]
      // More rounds than there are places bring nothing new.
      for round in 1...max(1, min(most ?? .max, least + text.count + 1)) where most != 0 {
        places = places.reduce(into: Set()) { $0.formUnion(part.ends(in: text, from: $1)) }
        if round >= least { reached.formUnion(places) }
      }
      return reached
    }
  }
}
