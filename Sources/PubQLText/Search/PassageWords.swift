/// A text cut into what a passage may begin and end with, and the words in it.
struct PassageWords {
  /// The bytes between blanks; East Asian writing is cut at every character.
  private(set) var pieces: [Piece] = []
  private(set) var words: [PassageWord] = []

  struct Piece {
    var bytes: Range<Int>
    /// Whether a blank stands before it.
    var followsBlank: Bool
    var beginsSentence: Bool
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    cut(bytes)
    for piece in pieces.indices { addWords(of: piece, bytes) }
  }

  private mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start: Int?
    var followsBlank = false
    var beginsSentence = true
    var last: UInt32 = 0
    var index = 0
    func piece(from start: Int, to end: Int) -> Piece {
      Piece(bytes: start..<end, followsBlank: followsBlank, beginsSentence: beginsSentence)
    }
    while index < bytes.count {
      let (scalar, length) = UTF8Scanner.decode(bytes, at: index)
      if Self.isBlank(scalar) {
        if let begun = start {
          pieces.append(piece(from: begun, to: index))
          beginsSentence = Self.endsSentence(last)
        }
        start = nil
        followsBlank = true
      } else {
        if let begun = start, Self.standsAlone(scalar) {
          pieces.append(piece(from: begun, to: index))
          (start, followsBlank) = (index, false)
          beginsSentence = Self.endsSentence(last)
        }
        if start == nil { start = index }
        // A closing quote or bracket leaves the end of a sentence one.
        if !Self.closes(scalar) { last = scalar }
      }
      index += length
    }
    if let begun = start { pieces.append(piece(from: begun, to: index)) }
  }

  /// The words of a piece as `has` sees them.
  private mutating func addWords(of piece: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let range = pieces[piece].bytes
    let raw = UnsafeBufferPointer(rebasing: bytes[range])
    var folded: [UInt8] = []
    Folding.fold(raw, into: &folded)
    let found = folded.withUnsafeBufferPointer { folded in
      Self.ranges(folded).map { Array(folded[$0]) }
    }
    // Where folding parts or joins words, all words of the piece are shown by its letters.
    var places = Self.ranges(raw)
    if places.count != found.count, let first = places.first, let last = places.last {
      places = Array(repeating: first.lowerBound..<last.upperBound, count: found.count)
    } else if places.count != found.count {
      places = Array(repeating: 0..<raw.count, count: found.count)
    }
    for (word, place) in zip(found, places) {
      let shown = range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound
      words.append(PassageWord(folded: word, bytes: shown, piece: piece))
    }
  }

  private static func ranges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var scanner = WordScanner(bytes)
    var ranges: [Range<Int>] = []
    while let range = scanner.next() { ranges.append(range) }
    return ranges
  }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isWhitespace ?? false
  }

  /// Whether the scalar is a word by itself, and nothing that joins with what stands before it.
  private static func standsAlone(_ scalar: UInt32) -> Bool {
    scalar >= 0x80 && CategoryTable.shared.wordClass(scalar) == .single
      && !Composition.isSecond(scalar) && scalar != 0xFF9E && scalar != 0xFF9F
  }

  private static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F: true
    default: false
    }
  }

  private static func closes(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xBB: true
    default: false
    }
  }
}

/// A word of a text.
struct PassageWord {
  let folded: [UInt8]
  /// Where it is shown in the text.
  let bytes: Range<Int>
  /// The piece that it stands in.
  let piece: Int
}
