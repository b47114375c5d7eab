import PubQLText
import Testing

@Suite struct DisplayWidthTests {
  @Test(
    arguments: [
      ("", 0), ("abc", 3), ("研究", 4), ("e\u{301}é", 2), ("ｱ", 1), ("Ａ", 2), ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("👍🏽", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2),
      ("a\u{200B}b", 2), ("\u{1B}", 1), ("\t", 1), ("\u{85}", 6), ("\u{202E}", 8), ("\r\n", 2),
      ("נ\u{5B8}", 1), ("ก\u{E34}", 1), ("…", 1),
    ] as [(String, Int)])
  func measures(text: String, cells: Int) {
    #expect(DisplayWidth.width(of: text) == cells)
  }

  @Test(
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
      ("研究所", 6, "研究所"), ("研究所", 5, "研究…"), ("研究所", 4, "研…"), ("研究所", 1, "…"),
      ("e\u{301}tude", 3, "e\u{301}t…"), ("👩‍👩‍👧ab", 3, "👩‍👩‍👧…"), ("a\u{301}", 1, "a\u{301}"), ("", 3, ""),
    ] as [(String, Int, String)])
  func cuts(text: String, cells: Int, expected: String) {
    #expect(DisplayWidth.cut(text, to: cells) == expected)
  }

  @Test func pads() {
    #expect(DisplayWidth.pad("研", to: 4) == "研  ")
    #expect(DisplayWidth.pad("7", to: 3, alignRight: true) == "  7")
    #expect(DisplayWidth.pad("long", to: 2) == "long")
  }

  @Test(
    arguments: [
      ("the quick brown fox", 9, ["the quick", "brown fox"]), ("", 5, [""]),
      ("a  b", 1, ["a", "b"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("ab abcdefgh", 3, ["ab", "abc", "def", "gh"]),
      ("智慧城市研究", 5, ["智慧", "城市", "研究"]), ("智慧。城市", 5, ["智", "慧。", "城市"]),
      ("研究abc def", 6, ["研究", "abc", "def"]), ("one\ntwo three", 20, ["one", "two three"]),
      ("  indent", 20, ["  indent"]), ("  indent", 6, ["indent"]), ("trail   ", 5, ["trail"]),
      ("研", 1, ["研"]), ("x\n\ny", 5, ["x", "", "y"]), ("   ", 2, [""]),
    ] as [(String, Int, [String])])
  func wraps(text: String, cells: Int, lines: [String]) {
    #expect(DisplayWidth.wrap(text, to: cells) == lines)
  }

  @Test(
    arguments: [
      ("plain – é 研", "plain – é 研"), ("\u{1B}[31mred", "␛[31mred"), ("a\tb\nc", "a b c"),
      ("a\rb\r\nc", "a␍b␍ c"), ("\u{9B}31m", "\\u{9B}31m"),
      ("\u{202E}abc\u{2066}", "\\u{202E}abc\\u{2066}"),
      ("\u{0}\u{7F}", "␀␡"), ("👩‍👩‍👧", "👩‍👩‍👧"),
    ] as [(String, String)])
  func sanitises(text: String, expected: String) {
    #expect(DisplayWidth.sanitised(text) == expected)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func nothingIsWiderThanAsked(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<15 {
      let text = String(decoding: generator.hostileBytes(upTo: 40), as: UTF8.self)
      let clean = DisplayWidth.sanitised(text)
      #expect(DisplayWidth.sanitised(clean) == clean, "seed \(seed): \(text.debugDescription)")
      for cells in [0, 1, 2, 3, 7, 20] {
        let cut = DisplayWidth.cut(text, to: cells)
        #expect(DisplayWidth.width(of: cut) <= cells, "seed \(seed): \(text.debugDescription)")
        guard cells >= 8 else { continue }
        let lines = DisplayWidth.wrap(clean, to: cells)
        #expect(
          lines.allSatisfy { DisplayWidth.width(of: $0) <= cells },
          "seed \(seed): \(text.debugDescription)")
        let letters = { (text: String) in text.filter { !$0.isWhitespace } }
        #expect(letters(lines.joined()) == letters(clean), "seed \(seed)")
      }
    }
  }
}
