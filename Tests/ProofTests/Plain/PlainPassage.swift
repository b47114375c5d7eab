/// The passage of a text that shows best what a search found.
struct PlainPassage {
  private let width: Int
  private let mark: String
  private var pieces: [Piece] = []
  private var words: [Word] = []
  private var matches: [Match] = []
  private var range = 0..<0

  /// What stands between blanks; East Asian writing is cut at every character.
  private struct Piece {
    var scalars: [Unicode.Scalar] = []
    /// How many characters stand in the pieces before
    let start: Int
    var followsBlank: Bool
    var beginsSentence: Bool
  }

  private struct Word {
    let text: String
    let piece: Int
    /// Where it stands, counted over all pieces
    let place: Range<Int>
  }

  /// Words from one to before another that are a term.
  private struct Match {
    let words: Range<Int>
    let term: Int
  }

  init(of text: String, _ search: PlainSearch, width: Int, mark: String) {
    self.width = width
    self.mark = mark
    cut(text)
    findWords()
    let texts = words.map(\.text)
    for place in words.indices {
      for (number, term) in search.required.enumerated() {
        guard let length = term.length(at: place, in: texts) else { continue }
        matches.append(Match(words: place..<place + length, term: number))
      }
    }
    range = shownRange(bestWindow())
    matches = matches.filter {
      range.lowerBound <= $0.words.lowerBound && $0.words.upperBound <= range.upperBound
    }
  }

  /// How many of the terms it shows.
  var termCount: Int { Set(matches.map(\.term)).count }

  // MARK: Words

  private mutating func cut(_ text: String) {
    var isOpen = false
    var followsBlank = false
    /// The last sign that closes nothing: whether a sentence ended there.
    var isEnd = true
    var count = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isOpen = false
        followsBlank = true
        continue
      }
      if !isOpen || ReferenceWords.isCJK(scalar) {
        pieces.append(Piece(start: count, followsBlank: followsBlank, beginsSentence: isEnd))
        followsBlank = false
        isOpen = true
      }
      pieces[pieces.count - 1].scalars.append(scalar)
      count += 1
      if !"\"')]’”»".unicodeScalars.contains(scalar) {
        isEnd = ".!?…。！？".unicodeScalars.contains(scalar)
      }
    }
  }

  private mutating func findWords() {
    for (number, piece) in pieces.enumerated() {
      let texts = PlainFunction.words(String(String.UnicodeScalarView(piece.scalars)))
      var places = ReferenceWords.ranges(piece.scalars)
      if places.count != texts.count {
        let whole =
          (places.first?.lowerBound ?? 0)..<(places.last?.upperBound ?? piece.scalars.count)
        places = texts.map { _ in whole }
      }
      for (text, place) in zip(texts, places) {
        let place = piece.start + place.lowerBound..<piece.start + place.upperBound
        words.append(Word(text: text, piece: number, place: place))
      }
    }
  }

  // MARK: Range

  /// The run of words with the most terms, then the most occurrences, then the first; from its
  /// first match to its last.
  private func bestWindow() -> Range<Int>? {
    guard let first = matches.first else { return nil }
    var best = (terms: 0, count: 0, window: first.words)
    for match in matches {
      let start = match.words.lowerBound
      let inside = matches.filter {
        $0.words.lowerBound >= start && $0.words.upperBound <= start + width
      }
      let terms = Set(inside.map(\.term)).count
      if (terms, inside.count) > (best.terms, best.count) {
        best = (terms, inside.count, start..<(inside.map(\.words.upperBound).max() ?? start))
      }
    }
    return best.window
  }

  /// With the words before from the beginning of a sentence on, where there is room for that; else
  /// as many on both sides.
  private func shownRange(_ window: Range<Int>?) -> Range<Int> {
    guard let window else { return 0..<min(words.count, width) }
    let room = max(0, width - window.count)
    let earliest = max(0, window.lowerBound - room)
    let sentence = (earliest...window.lowerBound).last { place in
      pieces[words[place].piece].beginsSentence
        && (place == 0 || words[place - 1].piece != words[place].piece)
    }
    let middle = min(window.lowerBound - room / 2, words.count - width)
    let start = sentence ?? max(earliest, middle)
    return start..<max(window.upperBound, min(words.count, start + width))
  }

  // MARK: Text

  var text: String {
    var first = 0
    var end = min(width, pieces.count)
    if !range.isEmpty {
      first = range.lowerBound == 0 ? 0 : words[range.lowerBound].piece
      end =
        range.upperBound == words.count ? pieces.count : words[range.upperBound - 1].piece + 1
    }
    var text = first == 0 ? "" : pieces[first].beginsSentence ? "… " : "…"
    for number in first..<end {
      if pieces[number].followsBlank, number > first { text += " " }
      text += marked(number)
    }
    if end < pieces.count { text += pieces[end].beginsSentence ? " …" : "…" }
    return text
  }

  /// A piece with marks round what was found in it.
  private func marked(_ number: Int) -> String {
    var text = ""
    for (place, scalar) in zip(pieces[number].start..., pieces[number].scalars) {
      if stretches.contains(where: { $0.lowerBound == place }) { text += mark }
      text.unicodeScalars.append(scalar)
      if stretches.contains(where: { $0.upperBound == place + 1 }) { text += mark }
    }
    return text
  }

  /// From where to where something was found; what overlaps is one.
  private var stretches: [Range<Int>] {
    var stretches: [Range<Int>] = []
    for match in matches {
      let from = words[match.words.lowerBound].place.lowerBound
      let to = words[match.words.upperBound - 1].place.upperBound
      if let before = stretches.last, from < before.upperBound {
        stretches[stretches.count - 1] = before.lowerBound..<max(before.upperBound, to)
      } else {
        stretches.append(from..<to)
      }
    }
    return stretches
  }
}

extension PlainFunction {
  static let search = [
    PlainFunction(
      "snippet", [.text, .search, .optional(.digits(1...40)), .optional(.choice(["*", "=="]))],
      .one(.text)
    ) { arguments in
      let width = arguments.count > 2 ? Int(arguments[2].number ?? 0) : 30
      let mark = arguments.count > 3 ? arguments[3].text ?? "" : ""
      return passage(of: arguments[0], PlainSearch(arguments[1].text ?? ""), width, mark)
    }
  ]

  /// The passage of a text, or of several the one with the most terms.
  static func passage(
    of value: PlainValue, _ search: PlainSearch, _ width: Int, _ mark: String
  ) -> PlainValue {
    let passages = value.members.compactMap(\.text).map {
      PlainPassage(of: $0, search, width: width, mark: mark)
    }
    let most = passages.map(\.termCount).max()
    return passages.first { $0.termCount == most }.map { .text($0.text) } ?? .missing
  }
}

extension PlainExpression {
  /// `snippet(title)` behind a search, whose words it shows.
  static func snippet(
    _ operand: PlainExpression, _ search: PlainSearch, _ width: Int?, _ mark: String?
  ) -> PlainExpression {
    let more = [width.map { "\($0)" }, mark.map { "mark: \"\($0)\"" }].compactMap { $0 }
    let text = "snippet(\(([operand.text] + more).joined(separator: ", ")))"
    return PlainExpression(text, .text, of: [operand]) { row in
      PlainFunction.passage(of: try operand.value(row), search, width ?? 30, mark ?? "")
    }
  }
}
