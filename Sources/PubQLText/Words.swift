/// Finds the words of folded text, in order.
///
/// A word is a run of letters and digits with the combining marks inside it. Han, kana,
/// bopomofo and Hangul are words of one character. Everything else separates, the apostrophe
/// and the hyphen included: `china's` is `china` and `s`.
/// - Complexity: linear over all calls of `next()`.
package struct WordScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let classes: CategoryTable
  private var index: Int

  package init(_ foldedBytes: UnsafeBufferPointer<UInt8>) {
    self.init(foldedBytes, from: 0)
  }

  /// Begins at `start`, which is where a word ends or begins.
  package init(_ foldedBytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    bytes = foldedBytes
    index = max(0, start)
    classes = .shared
  }

  /// The bytes of the next word.
  package mutating func next() -> Range<Int>? {
    while index < bytes.count {
      let start = index
      if bytes[start] < 0x80 {
        index &+= 1
        guard Words.isASCIIWord(bytes[start]) else { continue }
        finishWord()
        return start..<index
      }
      let (scalar, length) = UTF8Scanner.decode(bytes, at: start)
      index &+= length
      switch classes.wordClass(scalar) {
      case .word:
        finishWord()
        return start..<index
      case .single:
        finishMarks()
        return start..<index
      case .separator, .mark:
        continue
      }
    }
    return nil
  }

  private mutating func finishWord() {
    while index < bytes.count {
      if bytes[index] < 0x80 {
        guard Words.isASCIIWord(bytes[index]) else { return }
        index &+= 1
        continue
      }
      let (scalar, length) = UTF8Scanner.decode(bytes, at: index)
      let part = classes.wordClass(scalar)
      guard part == .word || part == .mark else { return }
      index &+= length
    }
  }

  private mutating func finishMarks() {
    while index < bytes.count, bytes[index] >= 0x80 {
      let (scalar, length) = UTF8Scanner.decode(bytes, at: index)
      guard classes.wordClass(scalar) == .mark else { return }
      index &+= length
    }
  }
}

/// Words of folded text; what a word is, `WordScanner` says.
package enum Words {
  /// The folded words of `text`.
  package static func words(_ text: String) -> [[UInt8]] { words(folded: Folding.fold(text)) }

  /// The words of folded text.
  package static func words(folded: [UInt8]) -> [[UInt8]] {
    folded.withUnsafeBufferPointer { folded in
      var scanner = WordScanner(folded)
      var words: [[UInt8]] = []
      while let range = scanner.next() { words.append(Array(folded[range])) }
      return words
    }
  }

  /// How many words folded text has.
  package static func count(folded: UnsafeBufferPointer<UInt8>) -> Int {
    var scanner = WordScanner(folded)
    var count = 0
    while scanner.next() != nil { count &+= 1 }
    return count
  }

  /// Whether folded text begins with a mark, which belongs to what stands before it.
  package static func beginsWithMark(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    wordClass(folded, at: 0) == .mark
  }

  @inline(__always)
  static func isASCIIWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// The class of the scalar that begins at `index`; a separator at the end.
  static func wordClass(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> WordClass {
    guard index < bytes.count else { return .separator }
    let byte = bytes[index]
    if byte < 0x80 { return isASCIIWord(byte) ? .word : .separator }
    return CategoryTable.shared.wordClass(UTF8Scanner.decode(bytes, at: index).scalar)
  }

  /// The class of the scalar before `index`, past its marks, and where it begins.
  ///
  /// Marks after a separator are separators themselves.
  private static func base(
    _ bytes: UnsafeBufferPointer<UInt8>, before index: Int
  ) -> (WordClass, start: Int) {
    var index = index
    while index > 0 {
      let byte = bytes[index - 1]
      if byte < 0x80 { return (isASCIIWord(byte) ? .word : .separator, index - 1) }
      let (scalar, length) = UTF8Scanner.decode(bytes, before: index)
      index -= length
      let part = CategoryTable.shared.wordClass(scalar)
      if part != .mark { return (part, index) }
    }
    return (.separator, 0)
  }

  /// Whether `range`, known to hold the bytes of one word, is a word here, not part of one.
  static func isWhole(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let after = wordClass(bytes, at: range.upperBound)
    if after == .mark { return false }
    if wordClass(bytes, at: range.lowerBound) == .single { return true }
    return after != .word && base(bytes, before: range.lowerBound).0 != .word
  }

  /// The word before the one that begins at `index`.
  static func word(
    before index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    var end = index
    while end > 0 {
      let (part, start) = base(bytes, before: end)
      switch part {
      case .single:
        return start..<end
      case .word:
        var first = start
        while case (.word, let earlier) = base(bytes, before: first) { first = earlier }
        return first..<end
      case .separator, .mark:
        end = start
      }
    }
    return nil
  }
}
