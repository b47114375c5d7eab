import PubQLText
import Testing

@Suite struct WordsTests {
  @Test(
    arguments: [
      ("xyz-abc", ["xyz", "abc"]), ("China's Belt & Road", ["china", "s", "belt", "road"]),
      ("COVID-19/2020", ["covid", "19", "2020"]), ("研究 abc研", ["研", "究", "abc", "研"]),
      ("한국의", ["한", "국", "의"]), ("カﾞnn", ["ガ", "nn"]), ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
      ("snake_case", ["snake", "case"]), ("Ελλάς Москва", ["ελλασ", "москва"]), ("", []),
      (" –,. ", []), ("\u{93F}a\u{93F}", ["a\u{93F}"]), ("x²", ["x2"]),
    ] as [(String, [String])])
  func splits(text: String, words: [String]) {
    #expect(Words.words(text) == words.map { Array($0.utf8) })
  }

  @Test(
    arguments: [
      ("smart city", "A Smart City.", true), ("smart city", "smart-city", true),
      ("smart city", "smarter city", false), ("smart city", "smart cityscape", false),
      ("smart city", "smart big city", false), ("smart city", "city smart", false),
      ("xyz abc", "the xyz-abc case", true), ("in", "inn in", true), ("in", "inn", false),
      ("研究", "智慧研究中", true), ("研中", "研究中", false), ("a b a", "a b b a b a", true),
      ("the silk road", "the road, the silk: road", true), ("muller", "Hans Müller", true),
      ("s", "China's", true), ("", "anything", false), ("a", "a\u{93F}", false),
    ] as [(String, String, Bool)])
  func finds(phrase: String, text: String, expected: Bool) {
    let matcher = PhraseMatcher(phrase)
    let found = Folding.fold(text).withUnsafeBufferPointer { matcher.matches(folded: $0) }
    #expect(found == expected)
  }

  @Test func countsAndLocates() {
    let text = Folding.fold("a b a b a b, a b")
    text.withUnsafeBufferPointer {
      #expect(PhraseMatcher("b a").count(folded: $0) == 3)
      #expect(PhraseMatcher("a b a").count(folded: $0) == 2)
      #expect(PhraseMatcher("b a").range(in: $0) == 2..<5)
      #expect(PhraseMatcher("b a").range(in: $0, from: 3) == 6..<9)
    }
  }

  /// The matcher searches bytes and looks around; a list of all words must say the same.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func agreesWithTheListOfWords(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["a", "b", "ab", " ", "-", "研", "究", "\u{93F}", "é", "\u{3099}", "か", "क"]
    for _ in 0..<100 {
      func text(_ count: Int) -> String {
        (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      }
      let phrase = Words.words(text(Int.random(in: 1...4, using: &generator)))
      let whole = text(Int.random(in: 0...14, using: &generator))
      let words = Words.words(whole)
      let expected =
        !phrase.isEmpty
        && words.indices.contains { words[$0...].prefix(phrase.count).elementsEqual(phrase) }
      let found = Folding.fold(whole).withUnsafeBufferPointer {
        PhraseMatcher(words: phrase).matches(folded: $0)
      }
      #expect(found == expected, "seed \(seed): \(phrase) in \(whole)")
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func hostileBytesGiveOrderedRanges(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let bytes = generator.hostileBytes(upTo: 60)
      bytes.withUnsafeBufferPointer {
        var scanner = WordScanner($0)
        var end = 0
        while let range = scanner.next() {
          #expect(range.lowerBound >= end && !range.isEmpty && range.upperBound <= $0.count)
          end = range.upperBound
          let word = Array($0[range])
          #expect(PhraseMatcher(words: [word]).matches(folded: $0), "seed \(seed): \(bytes)")
        }
      }
    }
  }
}
