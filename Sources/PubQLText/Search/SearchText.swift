/// What a search asks for: words and phrases that have to occur, and others that must not.
///
/// Written as one writes to a catalogue: `smart cities "belt and road" -covid water*`. Words stand
/// alone, phrases in quotes; `-` before either leaves out what has it; `*` behind a word stands for
/// its other endings. What holds several words without blanks, such as `smart-city`, is a phrase.
package struct SearchText: Sendable {
  /// Each once, in the order in which they are written.
  package let required: [SearchTerm]
  package let excluded: [SearchTerm]

  package init(_ text: String) {
    var required: [SearchTerm] = []
    var excluded: [SearchTerm] = []
    var reader = SearchTextReader(text)
    while let (term, isExcluded) = reader.next() {
      if isExcluded {
        if !excluded.contains(term) { excluded.append(term) }
      } else if !required.contains(term) {
        required.append(term)
      }
    }
    self.required = required
    self.excluded = excluded
  }

  private init(required: [SearchTerm], excluded: [SearchTerm]) {
    self.required = required
    self.excluded = excluded
  }

  /// The search without one of the required terms.
  package func leavingOut(_ index: Int) -> SearchText {
    var rest = required
    if rest.indices.contains(index) { rest.remove(at: index) }
    return SearchText(required: rest, excluded: excluded)
  }

  /// Whether there is nothing that has to occur; such a search finds nothing.
  package var isEmpty: Bool { required.isEmpty }
}

/// A word or phrase of a search.
package struct SearchTerm: Sendable, Equatable {
  /// Folded; not empty.
  package let words: [[UInt8]]
  /// Whether the last word stands for all words that begin with it.
  package let isPrefix: Bool
  /// Finds the phrase, or what of it stands before a word with other endings.
  private let phrase: PhraseMatcher

  init(words: [[UInt8]], isPrefix: Bool) {
    self.words = words
    self.isPrefix = isPrefix
    phrase = PhraseMatcher(words: isPrefix ? words.dropLast() : words)
  }

  package static func == (a: SearchTerm, b: SearchTerm) -> Bool {
    a.words == b.words && a.isPrefix == b.isPrefix
  }

  /// As it is written in a search; folded.
  package var text: String {
    let text = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return (words.count > 1 ? "\"\(text)\"" : text) + (isPrefix ? "*" : "")
  }

  /// How often the term occurs in `folded`, counting occurrences that do not overlap.
  package func count(folded: UnsafeBufferPointer<UInt8>) -> Int {
    guard isPrefix, let last = words.last else { return phrase.count(folded: folded) }
    // Most texts do not have these letters at all.
    guard UTF8Scanner.find(last, in: folded) != nil else { return 0 }
    return phrase.isEmpty ? countWords(last, folded) : countPhrases(last, folded)
  }

  private func countWords(_ beginning: [UInt8], _ folded: UnsafeBufferPointer<UInt8>) -> Int {
    var scanner = WordScanner(folded)
    var count = 0
    while let word = scanner.next() {
      if folded[word].starts(with: beginning) { count += 1 }
    }
    return count
  }

  private func countPhrases(_ beginning: [UInt8], _ folded: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var start = 0
    while let found = phrase.range(in: folded, from: start) {
      var scanner = WordScanner(folded, from: found.upperBound)
      if let word = scanner.next(), folded[word].starts(with: beginning) {
        count += 1
        start = word.upperBound
      } else {
        start = found.lowerBound + 1
      }
    }
    return count
  }

  /// How many words of `words` the term takes that begins with the one at `place`; nil when it does
  /// not stand there.
  func length(at place: Int, in words: [PassageWord]) -> Int? {
    guard place + self.words.count <= words.count else { return nil }
    for (offset, word) in self.words.enumerated() {
      let found = words[place + offset].folded
      let isLast = offset == self.words.count - 1
      guard isPrefix && isLast ? found.starts(with: word) : found == word else { return nil }
    }
    return self.words.count
  }
}

/// Takes the text of a search apart.
private struct SearchTextReader {
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) { rest = Substring(text).unicodeScalars }

  /// The next term that holds a word, and whether it leaves records out.
  mutating func next() -> (SearchTerm, isExcluded: Bool)? {
    while let first = rest.first {
      guard !first.properties.isWhitespace else {
        rest.removeFirst()
        continue
      }
      let isExcluded = first == "-"
      if isExcluded { rest.removeFirst() }
      let piece = nextPiece()
      let words = Words.words(String(piece))
      if !words.isEmpty {
        return (SearchTerm(words: words, isPrefix: piece.last == "*"), isExcluded)
      }
    }
    return nil
  }

  /// What stands in quotes, or up to the next blank or quote; with the star behind it.
  private mutating func nextPiece() -> Substring.UnicodeScalarView {
    guard let first = rest.first, Self.isQuote(first) else {
      let piece = rest.prefix { !$0.properties.isWhitespace && !Self.isQuote($0) }
      rest = rest[piece.endIndex...]
      return piece
    }
    rest.removeFirst()
    var piece = rest.prefix { !Self.isQuote($0) }
    rest = rest[piece.endIndex...].dropFirst()
    if rest.first == "*" {
      rest.removeFirst()
      piece.append("*")
    }
    return piece
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "\u{201C}" || scalar == "\u{201D}" || scalar == "\u{201E}"
  }
}
