import PubQLText
import Testing

@Suite struct FoldedTextTests {
  private func found(_ part: String, _ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return FoldedText.ranges(of: part, in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func findsWholeCharacters() {
    #expect(found("elan", "Élan ÉLAN e\u{301}lan") == ["Élan", "ÉLAN", "e\u{301}lan"])
    #expect(found("STRASSE", "Straße") == ["Straße"])
    #expect(found("s", "ßs") == ["s"])
    #expect(found("as", "Straße as") == ["as"])
    #expect(found("aa", "aaaaa") == ["aa", "aa"])
    #expect(found("ﬁ", "fi ﬁ") == ["fi", "ﬁ"])
    #expect(found("", "abc") == [])
    #expect(found("\u{AD}", "a\u{AD}b") == [])
    #expect(found("b", "é\u{AD}b") == ["b"])
    #expect(found("究", "研究") == ["究"])
    #expect(found("x", "") == [])
  }

  /// It is the text that is folded elsewhere, and its borders ascend with those of the text.
  @Test(arguments: [1, 2, 3]) func agreesWithFolding(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let text = String(decoding: random.hostileBytes(upTo: 20), as: UTF8.self)
      let folded = FoldedText(text)
      #expect(folded.bytes == Folding.fold(text), "seed \(seed): \(Array(text.utf8))")
      var last = 0
      for end in 0...folded.bytes.count where folded.isBoundary(end) {
        guard let range = folded.range(of: last..<end) else {
          Issue.record("seed \(seed): \(Array(text.utf8)) at \(end)")
          continue
        }
        let part = String(decoding: Array(text.utf8)[range], as: UTF8.self)
        #expect(Folding.fold(part).elementsEqual(folded.bytes[last..<end]), "seed \(seed)")
        last = end
      }
    }
  }
}
