import PubQLText
import Testing

/// Lists of texts are searched for what is like another, as text by text.
@Suite struct LikenessTests {
  /// Names of few letters, so that many are near each other; some repeat.
  private func names(_ count: Int, _ generator: inout SeededGenerator) -> [[UInt8]] {
    let letters = Array("abcé 研".unicodeScalars)
    let names = (0..<count).map { _ in
      let scalars = (0..<Int.random(in: 0...10, using: &generator)).compactMap { _ in
        letters.randomElement(using: &generator)
      }
      return Array(String(String.UnicodeScalarView(scalars)).utf8)
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func withTexts<R>(_ names: [[UInt8]], _ body: (SortedTexts) -> R) -> R {
    var starts: [UInt32] = [0]
    for name in names { starts.append(starts[starts.count - 1] + UInt32(name.count)) }
    return names.flatMap { $0 }.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { body(SortedTexts(bytes: bytes, starts: $0)) }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func walksAsItCounts(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = names(Int.random(in: 0...200, using: &generator), &generator)
    for target in self.names(10, &generator) {
      for limit in 0...4 {
        let walk = try #require(EditWalk(target, limit: limit))
        let expected = names.indices.filter {
          EditDistance.distance(names[$0], target, limit: limit) != nil
        }
        let found = withTexts(names) { walk.indices(in: $0) }
        #expect(found == expected, "seed \(seed): \(target)")
      }
    }
  }

  @Test func longTextsAreNotWalked() {
    #expect(EditWalk([UInt8](repeating: 0x61, count: 63), limit: 16) != nil)
    #expect(EditWalk([UInt8](repeating: 0x61, count: 64), limit: 16) == nil)
  }

  /// Letters many times over, so that a text may follow in several ways.
  @Test func repeatedLetters() throws {
    let names = (0..<200).map { [UInt8](repeating: 0x61, count: $0) }
    let more = names + names.suffix(50).map { $0 + [0x62] }
    let sorted = more.sorted { $0.lexicographicallyPrecedes($1) }
    for count in [0, 3, 40, 63] {
      let target = [UInt8](repeating: 0x61, count: count)
      let walk = try #require(EditWalk(target, limit: 2))
      let found = withTexts(sorted) { walk.indices(in: $0) }
      #expect(found == sorted.indices.filter { abs(sorted[$0].count - count) <= 2 })
    }
  }

  /// Whatever the order of a list, as a damaged file may have it, there is an end.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func unsortedTexts(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = names(100, &generator).shuffled(using: &generator)
    for target in self.names(10, &generator) {
      for limit in 0...3 {
        let walk = try #require(EditWalk(target, limit: limit))
        let found = withTexts(names) { walk.indices(in: $0) }
        #expect(found.allSatisfy { names.indices.contains($0) } && found == found.sorted())
      }
    }
  }

  /// More groups of letters than the places that counts begin with.
  @Test func manyGroups() {
    let words = (0..<700).map { "w\($0 * 7919 % 1000)x\($0)" }
    let names = (1...40).map { Array(words.prefix($0 * 16).joined(separator: " ").utf8) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let table = withTexts(names) { TrigramTable($0) }
    for target in names {
      let similarity = TrigramSimilarity(String(decoding: target, as: UTF8.self))
      guard let found = table.candidates(for: similarity, atLeast: 1) else { continue }
      #expect(names.firstIndex(of: target).map(found.contains) == true)
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func noCloseTextIsLost(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = names(Int.random(in: 0...300, using: &generator), &generator)
    let table = withTexts(names) { TrigramTable($0) }
    for target in self.names(12, &generator) {
      let similarity = TrigramSimilarity(String(decoding: target, as: UTF8.self))
      for least in [0.3, 0.5, 1] {
        let found = table.candidates(for: similarity, atLeast: least)
        let close = names.indices.filter { index in
          names[index].withUnsafeBufferPointer { similarity.similarity(to: $0) } >= least
        }
        #expect(found.map { Set($0).isSuperset(of: close) } ?? true, "seed \(seed): \(target)")
        #expect(found.map { $0 == $0.sorted() } ?? true)
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func beginnings(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let names = names(100, &generator)
    for prefix in self.names(20, &generator).map({ Array($0.prefix(3)) }) {
      let range = withTexts(names) { $0.range(beginning: prefix) }
      #expect(Array(range) == names.indices.filter { names[$0].starts(with: prefix) })
    }
  }
}
