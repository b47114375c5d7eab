extension PatternParser {
  /// `[…]`, at its bracket.
  mutating func characterClass() throws(Pattern.SyntaxError) -> PatternNode {
    let start = index
    index += 1
    let isNegated = skip("^")
    var ranges: [ClosedRange<UInt32>] = []
    var escaped = ScalarSet.empty
    var isFirst = true
    while isFirst || !isNext("]") {
      isFirst = false
      guard index < bytes.count else {
        throw error("this class is not closed: `]` is missing", at: start)
      }
      if isNext("[:") {
        throw error("classes such as `[:alpha:]` are not supported: write `\\p{L}`")
      }
      let itemStart = index
      switch try classItem() {
      case .set(let set):
        escaped = escaped.union(set)
      case .scalar(let first):
        // A hyphen before the bracket stands for itself.
        guard isNext("-"), index + 1 < bytes.count, peek(1) != UInt8(ascii: "]") else {
          ranges.append(first...first)
          continue
        }
        index += 1
        guard case .scalar(let last) = try classItem() else {
          throw error("a range ends with a character", at: itemStart)
        }
        guard first <= last else {
          throw error("this range is the wrong way round", at: itemStart)
        }
        ranges.append(first...last)
      }
    }
    index += 1
    let listed = ScalarSet(uniting: ranges)
    guard ignoringCase else {
      let set = listed.union(escaped)
      return .set(isNegated ? set.complement : set)
    }
    // What an escape such as `\w` stands for, it stands for in folded text already. A negated
    // class takes every scalar that no member folds to alone.
    let (folded, strings) = listed.folded
    let set = folded.union(escaped)
    if isNegated { return .set(set.complement) }
    if strings.isEmpty { return .set(set) }
    let sequences = strings.map { PatternNode.sequence($0.map { .literal($0) }) }
    return .choice((set.isEmpty ? [] : [.set(set)]) + sequences)
  }

  private enum ClassItem {
    case scalar(UInt32)
    case set(ScalarSet)
  }

  private mutating func classItem() throws(Pattern.SyntaxError) -> ClassItem {
    guard isNext("\\") else { return .scalar(scalar()) }
    let start = index
    index += 1
    if let set = try escapedSet(start) { return .set(set) }
    if peek() == UInt8(ascii: "b") {
      throw error("`\\b` is a word boundary and has no place in a class", at: start)
    }
    return .scalar(try escapedScalar(start))
  }

  /// `\…` outside a class, at its backslash.
  mutating func escape() throws(Pattern.SyntaxError) -> PatternNode {
    let start = index
    index += 1
    let assertion: PatternAssertion? =
      switch peek() {
      case UInt8(ascii: "b"): .wordBoundary
      case UInt8(ascii: "B"): .noWordBoundary
      case UInt8(ascii: "A"): .textStart
      case UInt8(ascii: "z"), UInt8(ascii: "Z"): .textEnd
      default: nil
      }
    if let assertion {
      index += 1
      return .assertion(assertion)
    }
    if (0x31...0x39).contains(peek()) || isNext("k<") || isNext("g{") {
      throw error(
        "back references are not supported: patterns match in linear time", at: start)
    }
    if let set = try escapedSet(start) { return .set(set) }
    return literal(try escapedScalar(start))
  }

  /// `d`, `w`, `s`, `p{…}` and their negations, after the backslash.
  private mutating func escapedSet(_ start: Int) throws(Pattern.SyntaxError) -> ScalarSet? {
    let letter = peek()
    let set: ScalarSet
    switch letter | 0x20 {
    case UInt8(ascii: "d"): set = .digits
    case UInt8(ascii: "w"): set = .wordCharacters
    case UInt8(ascii: "s"): set = .blanks
    case UInt8(ascii: "p"):
      index += 1
      set = try category(start)
      return letter == UInt8(ascii: "P") ? set.complement : set
    default: return nil
    }
    index += 1
    return letter & 0x20 == 0 ? set.complement : set
  }

  /// `L` or `{Lu}`.
  private mutating func category(_ start: Int) throws(Pattern.SyntaxError) -> ScalarSet {
    var name = ""
    if skip("{") {
      while index < bytes.count, Words.isASCIIWord(peek()), name.utf8.count < 30 {
        name.unicodeScalars.append(Unicode.Scalar(peek()))
        index += 1
      }
      if !skip("}") { throw error("`\\p{` needs the name of a category and `}`", at: start) }
    } else if Words.isASCIIWord(peek()) {
      name.unicodeScalars.append(Unicode.Scalar(peek()))
      index += 1
    }
    // Folded text has no capitals: without case they are the small ones.
    if ignoringCase, name == "Lu" || name == "Lt" { name = "Ll" }
    guard let set = ScalarSet.category(named: name) else {
      throw error(
        "there is no category `\(name)`: use such as `L`, `Lu`, `Ll`, `N`, `Nd`, `P`, `S`, `Z`",
        at: start)
    }
    return set
  }

  /// The scalar of an escape, after the backslash.
  private mutating func escapedScalar(_ start: Int) throws(Pattern.SyntaxError) -> UInt32 {
    guard index < bytes.count else {
      throw error("a backslash at the end escapes nothing", at: start)
    }
    let value = scalar()
    switch value {
    case 0x6E: return 0x0A
    case 0x72: return 0x0D
    case 0x74: return 0x09
    case 0x66: return 0x0C
    case 0x76: return 0x0B
    case 0x30: return 0
    case 0x78: return try hexadecimal(digits: 2, start)
    case 0x75: return try hexadecimal(digits: 4, start)
    case 0x31...0x39, 0x41...0x5A, 0x61...0x7A:
      let letter = String(decoding: UTF8Scanner.encoded(value), as: UTF8.self)
      throw error("`\\\(letter)` has no meaning in a pattern", at: start)
    default: return value
    }
  }

  /// The digits after `\x` or `\u`: so many, or any number in braces.
  private mutating func hexadecimal(
    digits: Int, _ start: Int
  ) throws(Pattern.SyntaxError) -> UInt32 {
    let inBraces = skip("{")
    var value: UInt32 = 0
    var count = 0
    while count < (inBraces ? 6 : digits),
      let digit = Character(Unicode.Scalar(peek())).hexDigitValue
    {
      value = value << 4 | UInt32(digit)
      index += 1
      count += 1
    }
    guard inBraces ? count > 0 && skip("}") : count == digits, Unicode.Scalar(value) != nil else {
      throw error(
        "`\\x` and `\\u` need the digits of a character: `\\xE9`, `\\u{1F600}`", at: start)
    }
    return value
  }
}
