import PubQLText
import Testing

@Suite struct EditDistanceTests {
  @Test(
    arguments: [
      ("title", "titel", 1), ("year", "yeer", 1), ("", "abc", 3), ("same", "SÂME", 0),
      ("ca", "abc", 3), ("silk road", "silk rode", 2), ("研究", "研修", 1), ("kitten", "sitting", 3),
    ] as [(String, String, Int)])
  func measures(a: String, b: String, distance: Int) {
    #expect(EditDistance.distance(a, b, limit: 10) == distance)
    #expect(EditDistance.distance(b, a, limit: distance) == distance)
    #expect(EditDistance.distance(a, b, limit: distance - 1) == nil)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func agreesWithTheWholeMatrix(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      func text() -> [UInt8] {
        (0..<Int.random(in: 0...9, using: &generator)).map { _ in
          UInt8.random(in: 0x61...0x63, using: &generator)
        }
      }
      let (a, b) = (text(), text())
      let expected = wholeMatrix(a, b)
      for limit in 0...10 {
        let distance = EditDistance.distance(a, b, limit: limit)
        #expect(
          distance == (expected <= limit ? expected : nil), "seed \(seed): \(a) \(b) \(limit)")
      }
    }
  }

  private func wholeMatrix(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var d = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          d[i][j] = max(i, j)
          continue
        }
        let same = a[i - 1] == b[j - 1] ? 0 : 1
        d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + same)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
        }
      }
    }
    return d[a.count][b.count]
  }

  @Test func aLargeLimitCostsNoMore() {
    #expect(EditDistance.distance("abc", "xyz", limit: .max) == 3)
    #expect(EditDistance.distance("abc", "xyz", limit: -1) == nil)
  }

  @Test func likenessByTrigrams() {
    #expect(TrigramSimilarity.similarity("Smart City", "city smart") == 1)
    #expect(TrigramSimilarity.similarity("abc", "xyz") == 0)
    #expect(TrigramSimilarity.similarity("", "") == 0)
    let near = TrigramSimilarity.similarity("digital silk road", "digital silk rode")
    let far = TrigramSimilarity.similarity("digital silk road", "road maintenance")
    #expect(near > 0.6 && far < 0.3)
    let coverage = Folding.fold("on the digital silk road and its critics")
      .withUnsafeBufferPointer { TrigramSimilarity("Silk Road").coverage(in: $0) }
    #expect(coverage == 1)
  }

  @Test(
    arguments: [
      ("yeer", ["title", "year", "topics"], "year"), ("titel", ["title", "tile"], "title"),
      ("Régions", ["regions", "region"], "regions"), ("xyz", ["title", "year"], nil),
      ("a", ["b", "c"], nil), ("year", ["year"], nil), ("cout", ["court", "count"], "count"),
      ("from", ["form", "frog"], "frog"), ("", ["a"], nil), ("ab", ["abcd", "abc"], "abc"),
    ] as [(String, [String], String?)])
  func suggests(text: String, names: [String], best: String?) {
    #expect(Suggestion.best(for: text, among: names) == best)
  }
}
