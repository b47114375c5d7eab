import PubQLText

/// Blanks, separators and the word *and*, in bytes.
enum ProseScan {
  /// *and* or `&` between blanks; the range has the blanks in it.
  struct Conjunction {
    let range: Range<Int>
    let isSign: Bool
  }

  /// False for most values that are one name: nothing in them can part names.
  static func mayBeList(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<value.count {
      switch value[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"):
        return true
      case UInt8(ascii: "a"), UInt8(ascii: "A"):
        if isAnd(value, index) { return true }
      default:
        continue
      }
    }
    return false
  }

  private static func isAnd(_ value: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 3 <= value.count && value[index] | 0x20 == UInt8(ascii: "a")
      && value[index + 1] | 0x20 == UInt8(ascii: "n")
      && value[index + 2] | 0x20 == UInt8(ascii: "d")
  }

  /// The bytes of the blank that begins at `index`; 0 if none does.
  @inline(__always)
  static func blank(_ value: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) -> Int {
    guard index < end else { return 0 }
    switch value[index] {
    case 0x20, 0x09...0x0D:
      return 1
    case 0xC2:
      return index + 1 < end && value[index + 1] == 0xA0 ? 2 : 0
    case 0xE2, 0xE3, 0xEF:
      guard index + 2 < end else { return 0 }
      return isWideBlank(value[index], value[index + 1], value[index + 2]) ? 3 : 0
    default:
      return 0
    }
  }

  /// U+2000 to U+200B, U+202F, U+3000, U+FEFF.
  private static func isWideBlank(_ one: UInt8, _ two: UInt8, _ three: UInt8) -> Bool {
    switch (one, two) {
    case (0xE2, 0x80): (0x80...0x8B).contains(three) || three == 0xAF
    case (0xE3, 0x80): three == 0x80
    case (0xEF, 0xBB): three == 0xBF
    default: false
    }
  }

  /// The range without blanks at its ends.
  static func trimmed(_ value: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = blank(value, at: start, before: end)
      if length == 0 { break }
      start += length
    }
    trim: while start < end {
      for length in 1...3 where end - length >= start {
        if blank(value, at: end - length, before: end) == length {
          end -= length
          continue trim
        }
      }
      break
    }
    return start..<end
  }

  /// The end of the *and* or `&` that begins at `index` and is followed by a blank or the end.
  static func conjunction(
    _ value: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int
  ) -> Int? {
    guard index < end else { return nil }
    let length =
      value[index] == UInt8(ascii: "&") ? 1 : index + 3 <= end && isAnd(value, index) ? 3 : 0
    guard length > 0 else { return nil }
    let after = index + length
    return after == end || blank(value, at: after, before: end) > 0 ? after : nil
  }

  /// Hands over each conjunction within `range` that has a blank and more on both sides.
  static func forEachConjunction(
    _ value: UnsafeBufferPointer<UInt8>, in range: Range<Int>, outside brackets: [Range<Int>],
    _ body: (Conjunction) -> Void
  ) {
    let end = range.upperBound
    var index = range.lowerBound
    var bracket = brackets.indices.partitioningIndex { brackets[$0].upperBound > index }
    while index < end {
      if bracket < brackets.count, index >= brackets[bracket].lowerBound {
        index = brackets[bracket].upperBound
        bracket += 1
        continue
      }
      var after = index
      while case let length = blank(value, at: after, before: end), length > 0 { after += length }
      if after == index {
        index += 1
      } else if let word = conjunction(value, at: after, before: end), word < end,
        index > range.lowerBound
      {
        var next = word
        while case let length = blank(value, at: next, before: end), length > 0 { next += length }
        if next < end {
          body(Conjunction(range: index..<next, isSign: value[after] == UInt8(ascii: "&")))
        }
        index = next
      } else {
        index = after
      }
    }
  }

  /// The outermost pairs of round brackets; one without its partner is no bracket.
  static func brackets(_ value: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard value.contains(UInt8(ascii: "(")) else { return [] }
    var open: [Int] = []
    var pairs: [Range<Int>] = []
    for index in 0..<value.count {
      if value[index] == UInt8(ascii: "(") {
        open.append(index)
      } else if value[index] == UInt8(ascii: ")"), let start = open.popLast() {
        while let last = pairs.last, last.lowerBound > start { pairs.removeLast() }
        pairs.append(start..<index + 1)
      }
    }
    return pairs
  }

  /// A part of a list between separators.
  struct Part {
    /// Without blanks and without a leading *and*.
    let range: Range<Int>
    /// Whether *and* or `&` stood before it.
    let hasConjunction: Bool
    /// Whether a semicolon stood before it.
    let afterSemicolon: Bool
  }

  /// The parts of a list, without empty ones.
  static func parts(_ value: UnsafeBufferPointer<UInt8>, outside brackets: [Range<Int>]) -> [Part] {
    var parts: [Part] = []
    var start = 0
    var afterSemicolon = false
    var bracket = 0
    var index = 0
    while index <= value.count {
      if bracket < brackets.count, index >= brackets[bracket].lowerBound {
        index = brackets[bracket].upperBound
        bracket += 1
        continue
      }
      let isEnd = index == value.count
      let byte = isEnd ? UInt8(ascii: ",") : value[index]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
        if let part = part(value, start..<index, isFirst: parts.isEmpty, afterSemicolon) {
          parts.append(part)
        }
        start = index + 1
        afterSemicolon = byte == UInt8(ascii: ";")
      }
      index += 1
    }
    return parts
  }

  private static func part(
    _ value: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isFirst: Bool, _ afterSemicolon: Bool
  ) -> Part? {
    var range = trimmed(value, range)
    var hasConjunction = false
    if !isFirst,
      let after = conjunction(value, at: range.lowerBound, before: range.upperBound)
    {
      range = trimmed(value, after..<range.upperBound)
      hasConjunction = true
    }
    if range.isEmpty { return nil }
    return Part(range: range, hasConjunction: hasConjunction, afterSemicolon: afterSemicolon)
  }
}
