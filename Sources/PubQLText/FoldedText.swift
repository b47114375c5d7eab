/// A text in the form in which searches compare, and where its characters lie in that form.
///
/// Folding makes text longer and shorter; this finds back what was found in folded text.
package struct FoldedText: Sendable {
  /// The folded text in UTF-8.
  package let bytes: [UInt8]
  /// For each place in the folded text where a character begins or ends, that place in the text;
  /// -1 inside of a character. None for ASCII, which keeps its length.
  private let starts: [Int32]
  private let ends: [Int32]

  package init(_ text: String) {
    var text = text
    if text.withUTF8({ UTF8Scanner.isASCII($0) }) {
      (bytes, starts, ends) = (Folding.fold(text), [], [])
      return
    }
    var folded: [UInt8] = []
    var starts: [Int32] = []
    var ends: [Int32] = []
    // What folds to nothing lies between its neighbours: it belongs to neither.
    func note(_ offset: Int32) {
      while starts.count <= folded.count {
        starts.append(-1)
        ends.append(-1)
      }
      starts[folded.count] = offset
      if ends[folded.count] < 0 { ends[folded.count] = offset }
    }
    // Character by character, which gives the same: nothing folds across their borders. An ASCII
    // letter before another is one.
    let utf8 = text.utf8
    var index = text.startIndex
    var offset: Int32 = 0
    while index < text.endIndex {
      note(offset)
      let next = utf8.index(after: index)
      if utf8[index] < 0x80, next == text.endIndex || utf8[next] < 0x80 {
        let byte = utf8[index]
        folded.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
        offset += 1
        index = next
      } else {
        let end = text.index(after: index)
        var character = String(text[index..<end])
        character.withUTF8 { Folding.fold($0, into: &folded) }
        offset += Int32(character.utf8.count)
        index = end
      }
    }
    note(offset)
    (bytes, self.starts, self.ends) = (folded, starts, ends)
  }

  /// Whether a place in the folded text lies between characters of the text.
  package func isBoundary(_ place: Int) -> Bool {
    starts.isEmpty || starts.indices.contains(place) && starts[place] >= 0
  }

  /// The bytes of the text that fold to a range of the folded text; nil when that cuts a character
  /// in two.
  package func range(of folded: Range<Int>) -> Range<Int>? {
    if starts.isEmpty { return folded }
    guard isBoundary(folded.lowerBound), isBoundary(folded.upperBound) else { return nil }
    let start = Int(starts[folded.lowerBound])
    return start..<max(start, Int(ends[folded.upperBound]))
  }

  /// The bytes of the text in which `part` is found, as a search finds it, from left to right and
  /// none overlapping. A part that folds to nothing is found nowhere.
  package static func ranges(of part: String, in text: String) -> [Range<Int>] {
    let part = Folding.fold(part)
    // Most texts do not hold it, and need not be looked at letter by letter.
    guard !part.isEmpty,
      Folding.fold(text).withUnsafeBufferPointer({ UTF8Scanner.find(part, in: $0) }) != nil
    else { return [] }
    return FoldedText(text).ranges(ofFolded: part)
  }

  private func ranges(ofFolded part: [UInt8]) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { bytes in
      var ranges: [Range<Int>] = []
      var from = 0
      while from < bytes.count,
        let place = UTF8Scanner.find(
          part, in: UnsafeBufferPointer(rebasing: bytes[from...]))
      {
        let found = (from + place)..<(from + place + part.count)
        if let range = range(of: found) {
          ranges.append(range)
          from = found.upperBound
        } else {
          from = found.lowerBound + 1
        }
      }
      return ranges
    }
  }
}
