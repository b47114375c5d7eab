import PubQLText
import Testing

/// Texts as they stand give what their folded forms give.
@Suite struct PatternMatcherTextTests {
  /// Scalars that fold to one, to several, to none, and to what joins a neighbour.
  static let scalars = Array(
    "abkstABKST 1.é’…ßﬁ№Ⅻ\u{301}\u{200B}研ＫがハﾞﾟかカE\u{1112}\u{1161}\u{11AB}한하".unicodeScalars)
  static let pieces = [
    "a", "b", "K", "s", "t", "é", "ß", "fi", ".", "\\b", "\\w", "\\W", "[^a]", "[a-k]", "^", "$",
    "研",
    "か", "が", "ハ", "하", "한", "a?", "(ab|st)+", "\\s", "no", "'", " ",
  ]

  private func agree(_ matcher: PatternMatcher, _ text: [UInt8], _ remark: String) {
    let folded = Folding.fold(String(decoding: text, as: UTF8.self))
    let expected = folded.withUnsafeBufferPointer(matcher.matches)
    let found = text.withUnsafeBufferPointer { matcher.isFound(in: $0) }
    #expect(found == expected, "\(remark) in \(String(decoding: text, as: UTF8.self))")
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func agreesWithFoldedTexts(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let text = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        Self.pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let matcher = PatternMatcher(try Pattern(text, ignoringCase: true))
      for _ in 0..<40 {
        let scalars = (0..<Int.random(in: 0...24, using: &generator)).compactMap { _ in
          Self.scalars.randomElement(using: &generator)
        }
        let bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
        agree(matcher, bytes, "seed \(seed): \(text)")
      }
    }
  }

  @Test func findsLettersAtEveryPlace() throws {
    let literals = ["cit", "zz9 x", "a", "@[`{"]
    for literal in literals {
      let pattern = literal.replacing("[", with: "\\[").replacing("{", with: "\\{")
      let matcher = PatternMatcher(try Pattern(pattern, ignoringCase: true))
      for count in 0..<40 {
        let blank = [UInt8](repeating: 0x2E, count: count)
        agree(matcher, blank, literal)
        for place in 0...count {
          let head = Array(blank[..<place])
          let tail = Array(blank[place...])
          agree(matcher, head + Array(literal.uppercased().utf8) + tail, literal)
          agree(matcher, head + Array(literal.utf8.dropLast()) + tail, literal)
          agree(matcher, head + Array("é\(literal)".utf8) + tail, literal)
        }
      }
    }
  }

  /// `@` and `` ` `` differ in the bit that tells capitals from small letters, as `[` and `{`.
  @Test func signsAreNoCapitals() throws {
    let matcher = PatternMatcher(try Pattern("``a", ignoringCase: true))
    agree(matcher, Array("the text holds @@a and more of it".utf8), "``a")
    agree(matcher, Array("the text holds ``A and more of it".utf8), "``a")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func hostileBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for pattern in ["a+z", "..", "\u{FFFD}", "z\\b", "^\\W", "か"] {
      let matcher = PatternMatcher(try Pattern(pattern, ignoringCase: true))
      for _ in 0..<40 {
        let bytes = generator.hostileBytes(upTo: 30)
        var folded: [UInt8] = []
        bytes.withUnsafeBufferPointer { Folding.fold($0, into: &folded) }
        let expected = folded.withUnsafeBufferPointer(matcher.matches)
        let found = bytes.withUnsafeBufferPointer { matcher.isFound(in: $0) }
        #expect(found == expected, "seed \(seed): \(pattern) in \(bytes)")
      }
    }
  }
}
