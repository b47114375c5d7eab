/// Reads the text of a pattern.
///
/// Literals, `.`, classes, escapes, anchors, groups, alternation and repetition as most
/// engines write them. Not supported, with an error that says so: what cannot be matched in
/// linear time (back references, looking around, possessive and atomic groups), inline flags,
/// POSIX classes.
struct PatternParser {
  /// Deeper groups are an error, so that a hostile pattern cannot exhaust the stack.
  static let deepestGroup = 50
  static let mostRepetitions = 1000

  let bytes: [UInt8]
  let ignoringCase: Bool
  var index = 0
  private var depth = 0

  init(_ text: String, ignoringCase: Bool) {
    bytes = Array(text.utf8)
    self.ignoringCase = ignoringCase
  }

  mutating func parse() throws(Pattern.SyntaxError) -> PatternNode {
    let node = try choice()
    if index < bytes.count { throw error("there is no group open for this `)`") }
    return node
  }

  func error(_ message: String, at offset: Int? = nil) -> Pattern.SyntaxError {
    Pattern.SyntaxError(message: message, offset: offset ?? index)
  }

  /// The byte `ahead` of the next one; 0 at the end.
  func peek(_ ahead: Int = 0) -> UInt8 {
    index + ahead < bytes.count ? bytes[index + ahead] : 0
  }

  func isNext(_ text: StaticString) -> Bool {
    let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return bytes[index...].starts(with: expected)
  }

  mutating func skip(_ text: StaticString) -> Bool {
    guard isNext(text) else { return false }
    index += text.utf8CodeUnitCount
    return true
  }

  mutating func scalar() -> UInt32 {
    let (scalar, length) = bytes.withUnsafeBufferPointer { UTF8Scanner.decode($0, at: index) }
    index += length
    return scalar
  }

  private mutating func choice() throws(Pattern.SyntaxError) -> PatternNode {
    var branches = [try sequence()]
    while skip("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(Pattern.SyntaxError) -> PatternNode {
    var parts: [PatternNode] = []
    while index < bytes.count, peek() != UInt8(ascii: "|"), peek() != UInt8(ascii: ")") {
      parts.append(try repeated(try atom()))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repeated(
    _ part: PatternNode
  ) throws(Pattern.SyntaxError) -> PatternNode {
    let start = index
    guard let (least, most) = try quantifier() else { return part }
    if peek() == UInt8(ascii: "+") {
      throw error("possessive repetition is not supported: matching never goes back anyway")
    }
    // Whether a match is the longest or shortest makes no difference to whether there is one.
    _ = skip("?")
    let next = index
    if try quantifier() != nil {
      throw error("a repetition cannot be repeated: put it in a group", at: next)
    }
    if max(least, most ?? 0) > Self.mostRepetitions {
      throw error("at most \(Self.mostRepetitions) repetitions can be counted", at: start)
    }
    if let most, most < least {
      throw error("the first number of a repetition is the smaller one", at: start)
    }
    return .repetition(part, least: least, most: most)
  }

  private mutating func quantifier() throws(Pattern.SyntaxError) -> (least: Int, most: Int?)? {
    if skip("*") { return (0, nil) }
    if skip("+") { return (1, nil) }
    if skip("?") { return (0, 1) }
    guard isNext("{") else { return nil }
    let start = index
    index += 1
    let least = number()
    if let least, skip("}") { return (least, least) }
    if skip(",") {
      let most = number()
      if least != nil || most != nil, skip("}") { return (least ?? 0, most) }
    }
    // Anything else is a brace.
    index = start
    return nil
  }

  /// A decimal number; one too large for any use reads as some large number.
  private mutating func number() -> Int? {
    let start = index
    var value = 0
    while peek() &- 0x30 < 10 {
      value = min(value * 10 + Int(peek() - 0x30), 1_000_000)
      index += 1
    }
    return index > start ? value : nil
  }

  private mutating func atom() throws(Pattern.SyntaxError) -> PatternNode {
    let start = index
    switch peek() {
    case UInt8(ascii: "("):
      return try group()
    case UInt8(ascii: "["):
      return try characterClass()
    case UInt8(ascii: "\\"):
      return try escape()
    case UInt8(ascii: "."):
      index += 1
      return .set(.anyButNewline)
    case UInt8(ascii: "^"):
      index += 1
      return .assertion(.textStart)
    case UInt8(ascii: "$"):
      index += 1
      return .assertion(.textEnd)
    default:
      if try quantifier() != nil {
        throw error("there is nothing to repeat here", at: start)
      }
      return literalWithMarks(scalar())
    }
  }

  /// A literal, folded where case is ignored.
  func literal(_ scalar: UInt32) -> PatternNode {
    guard ignoringCase else { return .literal(scalar) }
    let folded = ScalarSet.folding(of: scalar)
    return folded.count == 1
      ? .literal(folded[0]) : .sequence(folded.map { .literal($0) })
  }

  /// A literal with the marks that folding joins to it or drops after it, so that a repetition
  /// repeats the whole letter.
  private mutating func literalWithMarks(_ scalar: UInt32) -> PatternNode {
    guard ignoringCase else { return .literal(scalar) }
    var folded = ScalarSet.folding(of: scalar)
    while peek() >= 0x80 {
      let start = index
      let next = self.scalar()
      let folding = ScalarSet.folding(of: next)
      if folding.isEmpty, CategoryTable.shared.category(next).isMark { continue }
      guard folding.count == 1, let last = folded.last,
        let joined = Composition.joined(last, folding[0])
      else {
        index = start
        break
      }
      folded[folded.count - 1] = joined
    }
    return folded.count == 1
      ? .literal(folded[0]) : .sequence(folded.map { .literal($0) })
  }

  private mutating func group() throws(Pattern.SyntaxError) -> PatternNode {
    let start = index
    index += 1
    if isNext("?") { try groupKind(start) }
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepestGroup { throw error("groups are nested too deeply", at: start) }
    let node = try choice()
    if !skip(")") { throw error("this group is not closed: `)` is missing", at: start) }
    return node
  }

  /// What follows `(?`.
  private mutating func groupKind(_ start: Int) throws(Pattern.SyntaxError) {
    if skip("?:") { return }
    for look in ["?=", "?!", "?<=", "?<!"] as [StaticString] where isNext(look) {
      throw error(
        "looking ahead or behind is not supported: patterns match in linear time", at: start)
    }
    if isNext("?>") { throw error("atomic groups are not supported", at: start) }
    if skip("?<") || skip("?P<") {
      let nameStart = index
      while index < bytes.count, Words.isASCIIWord(peek()) || peek() == UInt8(ascii: "_") {
        index += 1
      }
      if index > nameStart, skip(">") { return }
      throw error("the name of this group is letters and digits, then `>`", at: start)
    }
    throw error(
      "flags inside a pattern are not supported: write `/…/i` to ignore case", at: start)
  }
}
