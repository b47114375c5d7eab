/// Finds words in their order, adjacent and whole, in folded text.
///
/// What stands between the words does not matter: `xyz abc` is found in `xyz-abc`.
package struct PhraseMatcher: Sendable {
  /// The folded words looked for.
  package let words: [[UInt8]]
  /// The longest word, which is searched for; the others are compared around it.
  private let anchor: Int

  package init(_ text: String) {
    self.init(words: Words.words(text))
  }

  /// A phrase of folded words, as `Words.words(_:)` gives them.
  package init(words: [[UInt8]]) {
    self.words = words
    var longest = 0
    for index in words.indices where words[index].count > words[longest].count {
      longest = index
    }
    anchor = longest
  }

  /// Whether there is no word to look for; such a phrase is found nowhere.
  package var isEmpty: Bool { words.isEmpty }

  /// Whether the phrase occurs in `folded`.
  /// - Complexity: linear in the text, times the number of words where they keep nearly
  ///   matching.
  package func matches(folded: UnsafeBufferPointer<UInt8>) -> Bool {
    range(in: folded, from: 0) != nil
  }

  /// How often the phrase occurs in `folded`, counting occurrences that do not overlap.
  package func count(folded: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var start = 0
    while let found = range(in: folded, from: start) {
      count += 1
      start = found.upperBound
    }
    return count
  }

  /// The bytes of the first occurrence that begins at or after `start`, from the first letter
  /// of the first word to the last of the last.
  package func range(
    in folded: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> Range<Int>? {
    guard !words.isEmpty else { return nil }
    let needle = words[anchor]
    var from = max(0, start)
    while from < folded.count {
      let rest = UnsafeBufferPointer(rebasing: folded[from...])
      guard let offset = UTF8Scanner.find(needle, in: rest) else { return nil }
      let hit = (from + offset)..<(from + offset + needle.count)
      if Words.isWhole(hit, in: folded), let range = extended(hit, in: folded),
        range.lowerBound >= start
      {
        return range
      }
      from = hit.lowerBound + 1
    }
    return nil
  }

  /// The whole phrase around its anchor.
  private func extended(
    _ hit: Range<Int>, in folded: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    var first = hit.lowerBound
    for index in stride(from: anchor - 1, through: 0, by: -1) {
      guard let range = Words.word(before: first, in: folded),
        folded[range].elementsEqual(words[index])
      else { return nil }
      first = range.lowerBound
    }
    var scanner = WordScanner(folded, from: hit.upperBound)
    var end = hit.upperBound
    for word in words[(anchor + 1)...] {
      guard let range = scanner.next(), folded[range].elementsEqual(word) else { return nil }
      end = range.upperBound
    }
    return first..<end
  }
}
