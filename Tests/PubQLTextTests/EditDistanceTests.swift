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

  /// Letters of more than a word, and of more than a byte.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func longTexts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let letters = Array((seed % 2 == 0 ? "abcd" : "abé研究áäöü").unicodeScalars)
    for _ in 0..<12 {
      var scalars = (0..<Int.random(in: 40...260, using: &generator)).compactMap { _ in
        letters.randomElement(using: &generator)
      }
      let a = Array(String(String.UnicodeScalarView(scalars)).utf8)
      let first = scalars
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        let place = Int.random(in: 1..<scalars.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: scalars.swapAt(place, place - 1)
        case 1: scalars.remove(at: place)
        case 2: scalars.insert(letters[0], at: place)
        default: scalars[place] = letters[1]
        }
      }
      let b = Array(String(String.UnicodeScalarView(scalars)).utf8)
      let expected = wholeMatrix(first, scalars)
      for limit in [0, 1, expected - 1, expected, expected + 1, .max] {
        #expect(
          EditDistance.distance(a, b, limit: limit) == (expected <= limit ? expected : nil),
          "seed \(seed), limit \(limit)")
      }
    }
  }

  /// A text with more letters of different kinds than there is room for at once.
  @Test func manyLetters() {
    let letters = (0..<700).compactMap { Unicode.Scalar(0x4E00 + $0 * 3) }
    let turned = Array(letters.reversed())
    let utf8 = { (letters: [Unicode.Scalar]) in
      Array(String(String.UnicodeScalarView(letters)).utf8)
    }
    #expect(
      EditDistance.distance(utf8(letters), utf8(turned), limit: .max)
        == wholeMatrix(letters, turned))
  }

  @Test func rangesOfEdits() throws {
    let texts = ["", "a", "ab", "ba", "abc", "xyz"].map { Array($0.utf8) }
    for least in 0...4 {
      for most in [nil, 0, 1, 2, 3] as [Int?] {
        guard let edits = EditRange(from: least, through: most) else {
          #expect(least > most ?? .max)
          continue
        }
        for a in texts {
          for b in texts {
            let distance = wholeMatrix(a, b)
            let holds = a.withUnsafeBufferPointer { a in
              b.withUnsafeBufferPointer { edits.holds(a, $0) }
            }
            #expect(holds == (least <= distance && distance <= most ?? .max))
          }
        }
      }
    }
  }

  @Test func workOfCounting() {
    let (short, long) = ([UInt8](repeating: 0x61, count: 65), [UInt8](repeating: 0x62, count: 500))
    #expect(EditDistance.work(short, long) == 1000 && EditDistance.work(long, short) == 1000)
    #expect(EditDistance.work([], long) == 0 && EditDistance.work(long, long) == 0)
    #expect(EditDistance.work(long + short, long + [0x63] + short) == 0)
    #expect(EditDistance.work([0x62] + short + [0x62], [0x62] + long) == 998)
  }

  private func wholeMatrix<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
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
