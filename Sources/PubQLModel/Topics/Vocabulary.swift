import PubQLText

/// What is known of names, to tell one that contains *and* from a list of two.
///
/// Evidence has three sources, and a later one overrules an earlier: what is built in, what the
/// corpus shows (`ProseListLearner`), what the user's vocabulary file says. Nothing in a corpus
/// takes a built-in name away: that *Energy* and *Environment* stand alone elsewhere does not
/// make *Energy and Environment* two.
package struct Vocabulary: Sendable {
  private(set) var table = NameTable()
  private(set) var commaNames = CommaNameFilter()

  package init() {}

  /// The vocabulary of a user's file.
  ///
  /// A name a line. A line that begins with `!` is a pair that is never one name, one that
  /// begins with `#` a comment.
  package init(file text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.drop(while: \.isWhitespace)
      if line.isEmpty || line.first == "#" { continue }
      if line.first == "!" {
        add(LookupKey.of(String(line.dropFirst()), commas: .stay), .apart, from: .user)
      } else {
        add(LookupKey.of(String(line), commas: .stay), .name, from: .user)
      }
    }
  }

  /// Adds a name, as a user would.
  package mutating func insert(_ name: String) {
    add(LookupKey.of(name, commas: .stay), .name, from: .user)
  }

  /// Takes over what `other` knows; for a name that both know, the stronger source counts.
  package mutating func formUnion(_ other: Vocabulary) {
    other.table.forEach { key, value in
      merge(key, Knowledge(rawValue: value))
    }
  }

  /// Whether a folded name, with *and* or a comma in it, is known as one.
  package func contains(folded name: UnsafeBufferPointer<UInt8>) -> Bool {
    var key: [UInt8] = []
    LookupKey.append(folded: name, to: &key, commas: .stay)
    return key.withUnsafeBufferPointer { knowledge(of: $0).isOneName }
  }

  /// Whether a name, with *and* or a comma in it, is known as one.
  package func contains(_ name: String) -> Bool {
    Folding.fold(name).withUnsafeBufferPointer { contains(folded: $0) }
  }

  /// The names with *and* or a comma in them, as keys, sorted; for showing.
  package var oneNames: [String] {
    var names: [String] = []
    table.forEach { key, value in
      if Knowledge(rawValue: value).isOneName { names.append(String(decoding: key, as: UTF8.self)) }
    }
    return names.sorted()
  }

  // MARK: - Names with commas

  /// Whether a name with a comma in it may begin within a piece of a list, as "Korea, Republic of"
  /// does in "Japan and Korea". Says no quickly for most pieces.
  package func mayHaveComma(after piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !commaNames.isEmpty else { return false }
    if commaNames.mayBegin(piece) { return true }
    var end: Int?
    ProseScan.forEachConjunction(piece, in: 0..<piece.count, outside: []) {
      end = $0.range.upperBound
    }
    return end.map { commaNames.mayBegin(UnsafeBufferPointer(rebasing: piece[$0...])) } ?? false
  }

  /// Whether a name may go on with a piece, over the comma before it, as with "Republic of".
  package func mayHaveComma(before piece: UnsafeBufferPointer<UInt8>) -> Bool {
    !commaNames.isEmpty && commaNames.mayFollow(piece)
  }

  // MARK: - What is known of a key

  /// Where knowledge of a name comes from, the weakest first.
  enum Source: UInt32 { case builtIn, corpus, user }

  enum Claim {
    /// Is one name
    case name
    /// Is a list of two
    case apart
  }

  /// The number that the table keeps for a key.
  struct Knowledge {
    var rawValue: UInt32
    static let none = Knowledge(rawValue: 0)

    private static let nameBit: UInt32 = 1
    private static let apartBit: UInt32 = 2
    private static let plainBit: UInt32 = 4

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ claim: Claim, isPlain: Bool, from source: Source) {
      rawValue =
        (claim == .apart ? Self.apartBit : isPlain ? Self.plainBit : Self.nameBit)
        | source.rawValue << 4
    }

    /// Known as one name, with *and* or a comma in it.
    var isOneName: Bool { rawValue & Self.nameBit != 0 }
    /// Known as a list, whatever the rules say.
    var isApart: Bool { rawValue & Self.apartBit != 0 }
    /// A name without *and*.
    var isPlain: Bool { rawValue & Self.plainBit != 0 }
    var isKnown: Bool { rawValue & (Self.nameBit | Self.plainBit) != 0 }
    /// A name without *and* that no corpus had to teach.
    var isBuiltInPlain: Bool { isPlain && source == .builtIn }
    var source: Source { Source(rawValue: rawValue >> 4) ?? .builtIn }
  }

  func knowledge(of key: UnsafeBufferPointer<UInt8>) -> Knowledge {
    table.value(of: key).map { Knowledge(rawValue: $0) } ?? .none
  }

  mutating func add(_ key: [UInt8], _ claim: Claim, from source: Source) {
    key.withUnsafeBufferPointer { add($0, claim, from: source) }
  }

  mutating func add(_ key: UnsafeBufferPointer<UInt8>, _ claim: Claim, from source: Source) {
    if key.isEmpty { return }
    let isPlain = !key.contains(UInt8(ascii: ",")) && !Self.hasConjunction(key)
    merge(key, Knowledge(claim, isPlain: isPlain, from: source))
  }

  private mutating func merge(_ key: UnsafeBufferPointer<UInt8>, _ new: Knowledge) {
    table.update(key) { old in
      guard let old = old.map({ Knowledge(rawValue: $0) }) else { return new.rawValue }
      // What a weaker source also says of a plain name keeps its worth.
      if old.isPlain && new.isPlain { return min(old.rawValue, new.rawValue) }
      return new.source.rawValue > old.source.rawValue ? new.rawValue : old.rawValue
    }
    if let comma = key.firstIndex(of: UInt8(ascii: ",")) {
      commaNames.insert(first: key, second: UnsafeBufferPointer(rebasing: key[(comma + 1)...]))
    }
  }

  private static func hasConjunction(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    var found = false
    forEachPiece(of: key) { piece in if piece.count < key.count { found = true } }
    return found
  }

  /// Hands over what stands between the words *and* of a key.
  static func forEachPiece(
    of key: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    var index = 0
    while index + 5 <= key.count {
      if key[index] == UInt8(ascii: " "), key[index + 1] == UInt8(ascii: "a"),
        key[index + 2] == UInt8(ascii: "n"), key[index + 3] == UInt8(ascii: "d"),
        key[index + 4] == UInt8(ascii: " ")
      {
        body(UnsafeBufferPointer(rebasing: key[start..<index]))
        index += 5
        start = index
      } else {
        index += 1
      }
    }
    body(UnsafeBufferPointer(rebasing: key[start...]))
  }
}

/// Tells quickly that a part of a list cannot begin a name with a comma in it ("Korea,
/// Republic of"), by the first two letters of what stands on each side of the comma.
struct CommaNameFilter: Sendable {
  /// A bit for each pair of ASCII letters.
  private var first = [UInt64](repeating: 0, count: 16)
  private var second = [UInt64](repeating: 0, count: 16)
  private(set) var isEmpty = true

  mutating func insert(
    first start: UnsafeBufferPointer<UInt8>, second next: UnsafeBufferPointer<UInt8>
  ) {
    isEmpty = false
    Self.mark(start, &first)
    Self.mark(next, &second)
  }

  func mayBegin(_ part: UnsafeBufferPointer<UInt8>) -> Bool { Self.test(part, first) }
  func mayFollow(_ part: UnsafeBufferPointer<UInt8>) -> Bool { Self.test(part, second) }

  /// The bit of the first two bytes; nil unless both are ASCII letters, which fold to themselves.
  private static func bit(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count >= 2 else { return nil }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let one = bytes[0] | 0x20
    let two = bytes[1] | 0x20
    guard letters.contains(one), letters.contains(two) else { return nil }
    return Int(one - letters.lowerBound) * 32 + Int(two - letters.lowerBound)
  }

  private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ set: inout [UInt64]) {
    if let bit = bit(bytes) { set[bit / 64] |= 1 << UInt64(bit % 64) }
    // A key lacks "the" and has "saint" for "st"; those pass always, as does what is no letter.
  }

  private static func test(_ bytes: UnsafeBufferPointer<UInt8>, _ set: [UInt64]) -> Bool {
    guard let bit = bit(bytes) else { return true }
    let th = 19 * 32 + 7
    let st = 18 * 32 + 19
    return bit == th || bit == st || set[bit / 64] >> UInt64(bit % 64) & 1 != 0
  }
}
