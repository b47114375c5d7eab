import PubQLModel
import PubQLText
import Synchronization

extension ValueDictionary {
  /// The codes of names that are compatible with a name, ascending: what `people` finds.
  ///
  /// Names that match have a word of the family name in common, so only those with the word are
  /// parsed, and kept for the next time; all names together would take a while.
  func codes(matching name: PersonName) -> [Int] {
    let keys = name.familyKeys
    guard !keys.contains("") else { return people.codes(matching: name).map(Int.init) }
    let family = familyBox.withLock { $0[keys] } ?? makeFamily(keys)
    return family.people.codes(matching: name).map { family.codes[Int($0)] }
  }

  private func makeFamily(_ keys: [String]) -> FamilyNames {
    let named = keys.flatMap { self.codes(havingWord: Array($0.utf8)) }
    let codes = Set(named + codesWithApostrophe).sorted()
    let family = FamilyNames(
      codes: codes, people: PersonIndex(names: codes.map { PersonName(text($0)) }))
    familyBox.withLock { box in
      // As many names as there are is enough to keep.
      if box.values.reduce(codes.count, { $0 + $1.codes.count }) > count { box.removeAll() }
      box[keys] = family
    }
    return family
  }

  /// Apostrophes are no part of the words by which names are compared: these have to be parsed.
  private var codesWithApostrophe: [Int] { codes(having: [UInt8(ascii: "'")]) { _, _ in true } }

  /// The codes of names in whose folded text a word stands. Between ASCII and other letters a word
  /// may end without a sign: family names of East Asian writing are parts of longer words.
  private func codes(havingWord word: [UInt8]) -> [Int] {
    codes(having: word) { text, place in
      let end = place + word.count
      let beginsInside = place > 0 && Self.isWord(text[place - 1]) && Self.isWord(text[place])
      let endsInside = end < text.count && Self.isWord(text[end]) && Self.isWord(text[end - 1])
      return !beginsInside && !endsInside
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x30...0x39 ~= byte
  }

  /// The codes of values in whose folded text some bytes stand at a place that is accepted.
  private func codes(
    having part: [UInt8], where accepts: (UnsafeBufferPointer<UInt8>, Int) -> Bool
  ) -> [Int] {
    let (bytes, starts) = (folded.values, folded.starts)
    return withExtendedLifetime((bytes, starts)) {
      codes(having: part, in: bytes.buffer, starts.buffer, where: accepts)
    }
  }

  private func codes(
    having part: [UInt8], in all: UnsafeBufferPointer<UInt8>,
    _ starts: UnsafeBufferPointer<UInt32>,
    where accepts: (UnsafeBufferPointer<UInt8>, Int) -> Bool
  ) -> [Int] {
    var found: [Int] = []
    var offset = 0
    // All texts at once; what stands in two of them is found again from the second on.
    while let next = UTF8Scanner.find(part, in: UnsafeBufferPointer(rebasing: all[offset...])) {
      let place = offset + next
      let code = (0..<count).lastOfPrefix { Int(starts[$0]) <= place }
      let (start, end) = (Int(starts[code]), Int(starts[code + 1]))
      let isInside = place + part.count <= end
      let text = UnsafeBufferPointer(rebasing: all[start..<end])
      if isInside, accepts(text, place - start) {
        found.append(code)
        offset = end
      } else {
        offset = place + 1
      }
    }
    return found
  }
}

/// The names of a dictionary that have a word in common.
struct FamilyNames: Sendable {
  let codes: [Int]
  let people: PersonIndex
}
