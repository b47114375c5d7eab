/// Finds the passage of a text that shows best what a search found in it.
package struct PassageFinder: Sendable {
  /// How many words a passage has unless told.
  package static let usualWidth = 30
  /// The most words that a passage may have.
  package static let widthLimit = 1000

  private let terms: [SearchTerm]
  private let width: Int
  private let mark: [UInt8]

  /// - Parameters:
  ///   - width: in words, from 1 to `widthLimit`.
  ///   - mark: stands before and behind each word or phrase that was found.
  package init(_ search: SearchText, width: Int = usualWidth, mark: String = "") {
    terms = search.required
    self.width = max(1, min(width, Self.widthLimit))
    self.mark = Array(mark.utf8)
  }

  /// A passage, and how many of the terms it shows.
  package struct Passage: Sendable {
    package let text: String
    package let terms: Int
  }

  /// The passage with the most of the words, then with the most occurrences, then the first. A text
  /// without any of them gives its beginning.
  ///
  /// Shape: white space is one blank each; `…` where the text goes on.
  package func passage(of text: String) -> Passage {
    var text = text
    return text.withUTF8 { bytes in
      let content = PassageWords(bytes)
      let found = matches(in: content.words)
      let window = bestWindow(found)
      let range = range(around: window, content)
      let shown = found.filter { range.lowerBound <= $0.start && $0.end <= range.upperBound }
      let terms = Set(shown.map(\.term)).count
      return Passage(text: drawn(range, shown, content, bytes), terms: terms)
    }
  }

  // MARK: Finding

  /// A term where it stands, counted in words.
  private struct Match {
    let start: Int
    let end: Int
    let term: Int
  }

  private func matches(in words: [PassageWord]) -> [Match] {
    var found: [Match] = []
    for place in words.indices {
      for (number, term) in terms.enumerated() {
        if let length = term.length(at: place, in: words) {
          found.append(Match(start: place, end: place + length, term: number))
        }
      }
    }
    return found
  }

  /// The words from the first to the last match of the best run of `width` words; nil when nothing
  /// was found.
  private func bestWindow(_ matches: [Match]) -> Range<Int>? {
    guard let first = matches.first else { return nil }
    let byEnd = matches.sorted { ($0.end, $0.start) < ($1.end, $1.start) }
    var counts = [Int](repeating: 0, count: terms.count)
    var (distinct, total) = (0, 0)
    var (entering, leaving) = (0, 0)
    var best = (distinct: 0, total: 0, start: first.start)
    for match in matches {
      // What begins before this run has left it.
      while leaving < matches.count, matches[leaving].start < match.start {
        let gone = matches[leaving]
        leaving += 1
        guard gone.end <= gone.start + width else { continue }
        counts[gone.term] -= 1
        total -= 1
        if counts[gone.term] == 0 { distinct -= 1 }
      }
      while entering < byEnd.count, byEnd[entering].end <= match.start + width {
        let new = byEnd[entering]
        entering += 1
        guard new.end <= new.start + width else { continue }
        if counts[new.term] == 0 { distinct += 1 }
        counts[new.term] += 1
        total += 1
      }
      if (distinct, total) > (best.distinct, best.total) {
        best = (distinct, total, match.start)
      }
    }
    // A phrase that is longer than the width is shown whole.
    let inside = matches.filter { $0.start >= best.start && $0.end <= best.start + width }
    return best.start..<(inside.map(\.end).max() ?? first.end)
  }

  /// The words to show: from the beginning of a sentence where there is room for it, else with
  /// equal parts of the text on both sides.
  private func range(around window: Range<Int>?, _ content: PassageWords) -> Range<Int> {
    let count = content.words.count
    guard let window else { return 0..<min(count, width) }
    let room = max(0, width - window.count)
    let earliest = max(0, window.lowerBound - room)
    let sentence = (earliest...window.lowerBound).last { word in
      let piece = content.words[word].piece
      return content.pieces[piece].beginsSentence
        && (word == 0 || content.words[word - 1].piece != piece)
    }
    let start = sentence ?? max(earliest, min(window.lowerBound - room / 2, count - width))
    return start..<max(window.upperBound, min(count, start + width))
  }

  // MARK: Drawing

  private func drawn(
    _ range: Range<Int>, _ matches: [Match], _ content: PassageWords,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String {
    // A text without words is shown by its signs.
    var pieces = 0..<min(width, content.pieces.count)
    if !range.isEmpty {
      let last = content.words[range.upperBound - 1].piece
      pieces = content.words[range.lowerBound].piece..<last + 1
      // The first and the last passage of a text have its first and last signs.
      if range.lowerBound == 0 { pieces = 0..<pieces.upperBound }
      if range.upperBound == content.words.count {
        pieces = pieces.lowerBound..<content.pieces.count
      }
    }
    let (opening, closing) = marks(matches, content.words)
    // Between sentences there is a blank beside the sign, within one there is none.
    var out: [UInt8] = []
    if pieces.lowerBound > 0 {
      let isSentence = content.pieces[pieces.lowerBound].beginsSentence
      out.append(contentsOf: (isSentence ? "… " : "…").utf8)
    }
    for place in pieces {
      let piece = content.pieces[place]
      if piece.followsBlank, place > pieces.lowerBound { out.append(UInt8(ascii: " ")) }
      for index in piece.bytes {
        if opening.contains(index) { out.append(contentsOf: mark) }
        out.append(bytes[index])
        if closing.contains(index + 1) { out.append(contentsOf: mark) }
      }
    }
    if pieces.upperBound < content.pieces.count {
      let isSentence = content.pieces[pieces.upperBound].beginsSentence
      out.append(contentsOf: (isSentence ? " …" : "…").utf8)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes before and behind which a mark stands; matches that overlap are marked as one.
  private func marks(
    _ matches: [Match], _ words: [PassageWord]
  ) -> (opening: Set<Int>, closing: Set<Int>) {
    guard !mark.isEmpty else { return ([], []) }
    var opening: Set<Int> = []
    var closing: Set<Int> = []
    var end = 0
    for (index, match) in matches.enumerated() {
      if index == 0 || words[match.start].bytes.lowerBound >= end {
        if index > 0 { closing.insert(end) }
        opening.insert(words[match.start].bytes.lowerBound)
      }
      end = max(end, words[match.end - 1].bytes.upperBound)
    }
    if !matches.isEmpty { closing.insert(end) }
    return (opening, closing)
  }
}
