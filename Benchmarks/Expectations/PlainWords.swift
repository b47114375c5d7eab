/// Words and letters as they are plainly seen in generated texts: English, with curly quotes and a
/// few names with accents.
enum PlainWords {
  /// Hands over each word, small letters for capitals.
  static func forEach(_ text: String?, _ body: (ArraySlice<UInt8>) -> Void) {
    let bytes = lowered(text)
    var start: Int?
    var index = 0
    while index < bytes.count {
      // Quotes and dashes begin with E2; no letter that is generated does.
      let isQuote = bytes[index] == 0xE2
      if !isQuote, isPart(bytes[index]) {
        start = start ?? index
        index += 1
        continue
      }
      if let from = start { body(bytes[from..<index]) }
      start = nil
      index += isQuote ? 3 : 1
    }
    if let from = start { body(bytes[from...]) }
  }

  /// Whether the words of a phrase stand in a text one after the other.
  static func hasPhrase(_ text: String?, _ phrase: String) -> Bool {
    var words: [UInt8] = [0x20]
    forEach(text) { words.append(contentsOf: $0 + [0x20]) }
    return contains(words, Array(" \(phrase) ".utf8))
  }

  /// Whether letters stand in a text, whatever their case.
  static func contains(_ text: String?, _ letters: String) -> Bool {
    contains(lowered(text), Array(letters.utf8))
  }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return true
    }
    return false
  }

  private static func lowered(_ text: String?) -> [UInt8] {
    (text ?? "").utf8.map { 0x41...0x5A ~= $0 ? $0 + 32 : $0 }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x30...0x39 ~= byte || byte >= 0x80
  }
}
