import PubQLModel

/// The labels of the listing format.
///
/// Compared without regard to case, spaces, hyphens and a plural in brackets: `Author(s)`.
enum ListingLabel {
  /// Longer text before a colon is a sentence, not a label.
  static let longest = 48
  static let mostWords = 5

  private static let spellings: [(StandardField, [String])] = [
    (.authors, ["author", "authors"]),
    (
      .date,
      [
        "publication date", "publication dates", "date", "dates", "published", "date published",
        "publish date", "date of publication", "published on",
      ]
    ),
    (
      .type,
      ["content type", "content types", "type", "types", "document type", "publication type"]
    ),
    (.institutions, ["institution", "institutions"]),
    (.abstract, ["abstract", "abstracts"]),
    (.topics, ["topic", "topics"]),
    (
      .regions,
      [
        "political geography", "political geographies", "geography", "geographies", "region",
        "regions",
      ]
    ),
  ]

  private static let table = LabelTable(
    spellings.flatMap { (field, names) in names.map { (key(of: $0), field) } })

  private static func key(of name: String) -> UInt128 {
    name.utf8.reduce(0) { $1 == 0x20 ? $0 : $0 << 5 | UInt128($1 & 0x1F) }
  }

  /// Five bits a letter in a word of 128.
  private static let mostLetters = 25

  /// The field that the text up to a colon is the label of, and the offset of the colon.
  static func known(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> (field: StandardField, colon: Int)? {
    guard start < end, isLetter(base[start]), table.mayBegin(base, start, end) else { return nil }
    var key: UInt128 = 0
    var letters = 0
    var index = start
    while index < end {
      let byte = base[index]
      if isLetter(byte) {
        letters += 1
        if letters > mostLetters { return nil }
        key = key << 5 | UInt128(byte & 0x1F)
        index &+= 1
      } else if byte == 0x3A {
        return table[key].map { ($0, index) }
      } else if byte == 0x28 {
        guard let close = pluralEnd(base, index, end) else { return nil }
        index = close
      } else if byte == 0x5F || byte == 0x2D {
        index &+= 1
      } else {
        let space = ListingSpace.lengthAt(base, index, end)
        // A run of spaces may be as long as the line: a label has few.
        if space == 0 || index &- start > longest { return nil }
        index &+= space
      }
    }
    return nil
  }

  /// The offset after `(s)`, `(es)` or `(ies)`.
  private static func pluralEnd(_ base: UnsafePointer<UInt8>, _ open: Int, _ end: Int) -> Int? {
    var index = open &+ 1
    while index < end, index &- open <= 3, isLetter(base[index]) { index &+= 1 }
    guard index < end, base[index] == 0x29, base[index &- 1] | 0x20 == 0x73 else { return nil }
    return index &+ 1
  }

  /// Whether the text, which stood before a colon, can be a label that the format does not know.
  static func looksLikeLabel(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard start < end, end - start <= longest else { return false }
    guard isLetter(base[start]) || base[start] >= 0x80 else { return false }
    var words = 1
    for index in start..<end {
      switch base[index] {
      case 0x20: if base[index - 1] != 0x20 { words += 1 }
      case 0x2E, 0x3F, 0x21, 0x3B, 0x2C, 0x3A: return false
      default: break
      }
    }
    return words <= mostWords
  }

  /// Names that a label of the data may not take, for they mean something else in a query.
  private static let reserved: Set<String> = Set(
    StandardField.allCases.flatMap { [$0.name, $0.singular ?? $0.name] } + ["source", "year"])

  /// The field for a label that the format does not know: snake_case, and never the name of a
  /// field that records have anyway (`Title` gives `label_title`).
  static func fieldName(_ label: String) -> String {
    var name = ""
    var gap = false
    for character in label.lowercased() {
      if character.isLetter || character.isNumber {
        if gap && !name.isEmpty { name.append("_") }
        gap = false
        name.append(character)
      } else {
        gap = true
      }
    }
    if name.isEmpty { return "label" }
    return reserved.contains(name) ? "label_" + name : name
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

/// The keys of known labels, each at a place that its letters tell.
///
/// Plain memory, made once and never freed: an array would be kept alive, and a value copied, at
/// each line.
private struct LabelTable: @unchecked Sendable {
  // Sendable: nobody writes to it after `init`.
  private static let size = 256
  /// 0 for a free place.
  private let keys = UnsafeMutablePointer<UInt128>.allocate(capacity: size)
  private let fields = UnsafeMutablePointer<StandardField>.allocate(capacity: size)
  /// By first letter: the letters that follow it in a label.
  private let secondLetters = UnsafeMutablePointer<UInt32>.allocate(capacity: 32)

  /// - Parameter labels: far fewer than there are places.
  init(_ labels: [(key: UInt128, field: StandardField)]) {
    keys.initialize(repeating: 0, count: Self.size)
    fields.initialize(repeating: .id, count: Self.size)
    secondLetters.initialize(repeating: 0, count: 32)
    for (key, field) in labels {
      var place = Self.place(key)
      while keys[place] != 0 { place = (place + 1) & (Self.size - 1) }
      keys[place] = key
      fields[place] = field
      var beginning = key
      while beginning >> 10 != 0 { beginning >>= 5 }
      secondLetters[Int(beginning >> 5)] |= 1 << UInt32(beginning & 31)
    }
  }

  /// The field of a label.
  @inline(__always)
  subscript(key: UInt128) -> StandardField? {
    var place = Self.place(key)
    while keys[place] != 0 {
      if keys[place] == key { return fields[place] }
      place = (place + 1) & (Self.size - 1)
    }
    return nil
  }

  private static func place(_ key: UInt128) -> Int {
    let word = UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> 64)
    return Int((word &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  /// Whether a label may begin with the letter at `start` and what comes behind it: most values are
  /// passed over so.
  @inline(__always)
  func mayBegin(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let letters = secondLetters[Int(base[start] & 31)]
    guard letters != 0, start &+ 1 < end, ListingLabel.isLetter(base[start &+ 1]) else {
      return letters != 0
    }
    return letters >> UInt32(base[start &+ 1] & 31) & 1 == 1
  }
}
