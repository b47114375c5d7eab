import PubQLText
import Testing

@Suite struct PatternFinderTests {
  private func found(_ pattern: String, _ text: String, ignoringCase: Bool = false) throws
    -> [String]
  {
    let bytes = Array(text.utf8)
    let finder = PatternFinder(try Pattern(pattern, ignoringCase: ignoringCase))
    return finder.ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("a", "banana", ["a", "a", "a"]), ("an", "banana", ["an", "an"]), ("x", "banana", []),
      ("ana", "banana", ["ana"]), ("a+", "aab aaa", ["aa", "aaa"]), ("a+?", "aab", ["aa"]),
      ("ab|abc", "abcab", ["abc", "ab"]), ("^a", "aa", ["a"]), ("a$", "aa", ["a"]),
      ("\\bcat\\b", "cat concat cat.", ["cat", "cat"]), ("\\Bcat", "cat concat", ["cat"]),
      ("x*", "axxb", ["", "xx", ""]), ("", "ab", ["", "", ""]), ("(a*)*", "baa", ["", "aa"]),
      ("(a|b*)*c", "aabbc c", ["aabbc", "c"]), ("(\\b|a)*", "ba", ["", "a"]),
      ("\\d+", "研1究22", ["1", "22"]), ("研.", "研究研x", ["研究", "研x"]), (".*", "a\nb", ["a", "b"]),
      ("(|a)+b", "aab b", ["aab", "b"]), ("a{2,3}", "aaaaa", ["aaa", "aa"]),
    ] as [(String, String, [String])])
  func finds(pattern: String, text: String, expected: [String]) throws {
    #expect(try found(pattern, text) == expected)
  }

  @Test func withoutCaseOnlyWholeCharacters() throws {
    #expect(try found("s", "ßS", ignoringCase: true) == ["S"])
    #expect(try found("ss", "ßSs", ignoringCase: true) == ["ß", "Ss"])
    #expect(try found("e", "Ée\u{301}", ignoringCase: true) == ["É", "e\u{301}"])
    #expect(try found("(ﬁ|f)", "fi ﬁ", ignoringCase: true) == ["fi", "ﬁ"])
  }

  /// What is found is what trying every place and length one by one finds.
  @Test(arguments: [1, 2, 3]) func agreesWithTryingEverything(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "a", "b", "é", ".", "a*", "(a|b)", "b+", "(ab)*", "\\b", "$", "^", "(a*b?)*", "[^a]",
    ]
    for _ in 0..<150 {
      let pattern = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined()
      let text = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        ["a", "b", "é", " "].randomElement(using: &random) ?? ""
      }.joined()
      let scalars = Array(text.unicodeScalars)
      var expected: [String] = []
      var start = 0
      var last = -1
      while start <= scalars.count {
        // In place, so that anchors and borders of words see their neighbours.
        let ends = (start...scalars.count).reversed().filter { $0 > start || start != last }
        let end = try ends.first { try matches(pattern, scalars, start..<$0) }
        guard let end else {
          start += 1
          continue
        }
        expected.append(String(String.UnicodeScalarView(scalars[start..<end])))
        last = end
        start = max(end, start + 1)
      }
      #expect(try found(pattern, text) == expected, "seed \(seed): /\(pattern)/ in \"\(text)\"")
    }
  }

  /// Whether a pattern matches exactly that part of a text, the rest of which stands round it.
  private func matches(
    _ pattern: String, _ text: [Unicode.Scalar], _ range: Range<Int>
  ) throws -> Bool {
    let before = String(String.UnicodeScalarView(text[..<range.lowerBound]))
    let part = String(String.UnicodeScalarView(text[range]))
    let after = String(String.UnicodeScalarView(text[range.upperBound...]))
    func literal(_ text: String) -> String { text.map { "[\($0)]" }.joined() }
    let whole = "^\(literal(before))(?:\(pattern))\(literal(after))$"
    let bytes = Array((before + part + after).utf8)
    return try bytes.withUnsafeBufferPointer { bytes in
      try Pattern(whole, ignoringCase: false).matches(bytes)
    }
  }

  /// Time grows with the text, whatever the pattern: the usual way would try each start anew.
  @Test func longTextsAreQuick() throws {
    let text = String(repeating: "a", count: 20_000)
    #expect(try found("a.*b|a", text).count == 20_000)
    #expect(try found("(a*)*b", text).isEmpty)
  }
}
