import PubQLDiagnostics

/// Cuts a text into tokens, one at a time, when the parser asks.
///
/// It works on demand because two signs mean different things in different places: `/` begins a
/// pattern only where a value may begin, and what follows `"` is not code. Copying a lexer is
/// looking ahead: problems are kept in order of position, so that reading twice reports once.
/// - Complexity: linear in the bytes read.
package struct Lexer {
  /// Problems past this number are not kept: nobody reads them, and a hostile text could make as
  /// many as it has bytes.
  static let maximumProblems = 500

  let bytes: [UInt8]
  let file: SourceID
  /// Where the next token is looked for.
  var position = 0
  var problems: [SyntaxProblem] = []
  var comments: [SourceSpan] = []
  /// Problems and comments that begin before this offset are known already.
  var reportedUpTo = 0
  /// Whether this is a copy that looks ahead: it keeps neither problems nor comments.
  var isLookingAhead = false

  init(_ source: SourceFile, id: SourceID) {
    bytes = source.bytes
    file = id
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  func span(_ start: Int, _ end: Int) -> SourceSpan {
    SourceSpan(file: file, start: start, end: end)
  }

  /// The text between two offsets.
  func text(_ start: Int, _ end: Int) -> String {
    guard start < end, start >= 0, end <= bytes.count else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The byte at an offset, 0 outside of the text.
  func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  mutating func report(_ problem: SyntaxProblem, from start: Int) {
    guard !isLookingAhead, start >= reportedUpTo else { return }
    reportedUpTo = start + 1
    guard problems.count < Lexer.maximumProblems else { return }
    problems.append(problem)
  }

  // MARK: Tokens

  /// The next token; `.end` at the end of the text, again and again.
  mutating func next() -> Token {
    let before = position
    let startsLine = skipBlanks()
    let start = position
    let kind = start < bytes.count ? scan() : .end
    return Token(
      kind: kind, start: start, end: position, startsLine: startsLine,
      followsSpace: start > before || start == 0)
  }

  /// Goes past blanks, line ends and comments; tells whether a line end was among them.
  private mutating func skipBlanks() -> Bool {
    var startsLine = false
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x0A:
        startsLine = true
        position += 1
      case 0x20, 0x09, 0x0D, 0x0C:
        position += 1
      case UInt8(ascii: "#"):
        skipComment()
      case UInt8(ascii: "-") where self.byte(position + 1) == byte:
        report(.foreignComment(span(position, position + 2), written: "--"), from: position)
        skipComment()
      case 0x80...:
        let (scalar, length) = decode(at: position)
        guard scalar.map(isBlank) ?? true else { return startsLine }
        position += length
      default:
        return startsLine
      }
    }
    return startsLine
  }

  private mutating func skipComment() {
    let start = position
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    var end = position
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    guard !isLookingAhead, comments.last.map({ $0.start < start }) ?? true else { return }
    comments.append(span(start, end))
  }

  /// Reads the token that begins at `position`, which is inside of the text.
  private mutating func scan() -> TokenKind {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return scanNumber()
    case UInt8(ascii: "\""):
      position += 1
      return .quote
    case UInt8(ascii: "'"):
      return scanRawText()
    case UInt8(ascii: "`"):
      return scanQuotedName()
    case UInt8(ascii: "$"):
      return scanVariable()
    default:
      if isNameStart(at: position) {
        skipName()
        return .name
      }
      return byte < 0x80 ? scanSign(byte) : scanForeignCharacter()
    }
  }

  private mutating func scanSign(_ byte: UInt8) -> TokenKind {
    let start = position
    let next = self.byte(start + 1)
    func take(_ length: Int, _ kind: TokenKind) -> TokenKind {
      position = start + length
      return kind
    }
    func foreign(_ length: Int, _ kind: TokenKind, _ right: String) -> TokenKind {
      position = start + length
      report(
        .foreignOperator(
          span(start, position), written: text(start, position), right: right,
          edit: spaced(right, start, position)), from: start)
      return kind
    }
    switch (byte, next) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")):
      if self.byte(start + 2) == next { return foreign(3, .exactlyEqual, "==") }
      return take(2, .exactlyEqual)
    case (UInt8(ascii: "="), UInt8(ascii: ">")): return take(2, .arrow)
    case (UInt8(ascii: "="), UInt8(ascii: "<")): return foreign(2, .lessOrEqual, "<=")
    case (UInt8(ascii: "="), UInt8(ascii: "~")): return foreign(2, .foreignMatches, "matches")
    case (UInt8(ascii: "="), _): return take(1, .equal)
    case (UInt8(ascii: "!"), UInt8(ascii: "=")):
      return self.byte(start + 2) == UInt8(ascii: "=")
        ? take(3, .notExactlyEqual) : take(2, .notEqual)
    case (UInt8(ascii: "!"), _): return foreign(1, .foreignNot, "not")
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): return take(2, .lessOrEqual)
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): return foreign(2, .notEqual, "!=")
    case (UInt8(ascii: "<"), _): return take(1, .less)
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): return take(2, .greaterOrEqual)
    case (UInt8(ascii: ">"), _): return take(1, .greater)
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): return foreign(2, .foreignAnd, "and")
    case (UInt8(ascii: "&"), _): return foreign(1, .foreignAnd, "and")
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): return foreign(2, .foreignOr, "or")
    case (UInt8(ascii: "|"), UInt8(ascii: ">")): return foreign(2, .pipe, "|")
    case (UInt8(ascii: "|"), _): return take(1, .pipe)
    case (UInt8(ascii: "~"), _): return foreign(1, .foreignMatches, "matches")
    case (UInt8(ascii: "."), UInt8(ascii: ".")):
      return self.byte(start + 2) == next ? foreign(3, .dotDot, "..") : take(2, .dotDot)
    case (UInt8(ascii: "."), _): return take(1, .dot)
    case (UInt8(ascii: "+"), _): return take(1, .plus)
    case (UInt8(ascii: "-"), _): return take(1, .minus)
    case (UInt8(ascii: "*"), _): return take(1, .star)
    case (UInt8(ascii: "/"), _): return take(1, .slash)
    case (UInt8(ascii: "%"), _): return take(1, .percent)
    case (UInt8(ascii: ","), _): return take(1, .comma)
    case (UInt8(ascii: ":"), _): return take(1, .colon)
    case (UInt8(ascii: ";"), _): return take(1, .semicolon)
    case (UInt8(ascii: "("), _): return take(1, .leftParenthesis)
    case (UInt8(ascii: ")"), _): return take(1, .rightParenthesis)
    case (UInt8(ascii: "["), _): return take(1, .leftBracket)
    case (UInt8(ascii: "]"), _): return take(1, .rightBracket)
    case (UInt8(ascii: "{"), _): return take(1, .leftBrace)
    case (UInt8(ascii: "}"), _): return take(1, .rightBrace)
    default: return unknown(length: 1)
    }
  }

  /// A character beyond ASCII that is no letter: signs of print and of mathematics.
  private mutating func scanForeignCharacter() -> TokenKind {
    let start = position
    let (scalar, length) = decode(at: start)
    func foreign(_ kind: TokenKind, _ right: String) -> TokenKind {
      position = start + length
      report(
        .foreignOperator(
          span(start, position), written: text(start, position), right: right,
          edit: spaced(right, start, position)), from: start)
      return kind
    }
    switch scalar?.value {
    case 0x2265, 0x2A7E: return foreign(.greaterOrEqual, ">=")
    case 0x2264, 0x2A7D: return foreign(.lessOrEqual, "<=")
    case 0x2260: return foreign(.notEqual, "!=")
    case 0x2013 where isBetweenDigits(start, length): return foreign(.dotDot, "..")
    case 0x2212, 0x2013, 0x2014: return foreign(.minus, "-")
    case 0x00D7: return foreign(.star, "*")
    case 0x00F7: return foreign(.slash, "/")
    case 0x2227: return foreign(.foreignAnd, "and")
    case 0x2228: return foreign(.foreignOr, "or")
    case 0x00AC: return foreign(.foreignNot, "not")
    case 0x2026: return foreign(.dotDot, "..")
    case 0xFF5C: return foreign(.pipe, "|")
    case 0x201C, 0x201D, 0x201E, 0x2018, 0x2019, 0x201A, 0x00AB: return scanCurlyText()
    default: return unknown(length: length)
    }
  }

  private func isBetweenDigits(_ start: Int, _ length: Int) -> Bool {
    (0x30...0x39).contains(byte(start - 1)) && (0x30...0x39).contains(byte(start + length))
  }

  private mutating func unknown(length: Int) -> TokenKind {
    let start = position
    position = min(bytes.count, start + max(1, length))
    report(.unknownCharacter(span(start, position), text(start, position)), from: start)
    return .unknown
  }

  /// A word in place of a sign, with the blanks that it needs on either side.
  private func spaced(_ right: String, _ start: Int, _ end: Int) -> String {
    guard right.utf8.first.map({ $0 >= 0x61 && $0 <= 0x7A }) ?? false else { return right }
    let before = start > 0 && isNameByte(byte(start - 1)) ? " " : ""
    let after = end < bytes.count && byte(end) > 0x20 ? " " : ""
    return before + right + after
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte > 0x20 && byte != UInt8(ascii: "(") && byte != UInt8(ascii: "[")
  }

  // MARK: Names

  private mutating func scanQuotedName() -> TokenKind {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != UInt8(ascii: "`") {
      position += 1
    }
    if byte(position) == UInt8(ascii: "`") {
      position += 1
      if position - start == 2 { report(.emptyQuotedName(span(start, position)), from: start) }
    } else {
      report(.unclosedName(span(start, start + 1)), from: start)
    }
    return .quotedName
  }

  private mutating func scanVariable() -> TokenKind {
    let start = position
    position += 1
    if isNameStart(at: position) {
      skipName()
      return .variable
    }
    var ahead = position
    while byte(ahead) == 0x20 { ahead += 1 }
    if isNameStart(at: ahead) {
      position = ahead
      skipName()
      report(.emptyVariable(span(start, position), edit: "$" + text(ahead, position)), from: start)
    } else {
      report(.emptyVariable(span(start, start + 1), edit: nil), from: start)
    }
    return .variable
  }

  /// Goes past the letters, digits and `_` of a name.
  mutating func skipName() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        guard Lexer.isNameByte[Int(byte)] else { return }
        position += 1
      } else {
        let (scalar, length) = decode(at: position)
        guard let scalar, isNamePart(scalar) else { return }
        position += length
      }
    }
  }

  func isNameStart(at offset: Int) -> Bool {
    let byte = byte(offset)
    if byte < 0x80 {
      return Lexer.isNameByte[Int(byte)] && !(byte >= 0x30 && byte <= 0x39)
    }
    guard let scalar = decode(at: offset).scalar else { return false }
    return scalar.properties.isAlphabetic
  }

  private static let isNameByte: [Bool] = (0..<128).map { byte in
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
      || (byte >= 0x61 && byte <= 0x7A) || byte == 0x5F
  }

  private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return false
    }
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    // Zero-width characters come along with pasted text and are never meant.
    (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF
      || scalar.properties.isWhitespace
  }

  // MARK: UTF-8

  /// The character at an offset and its length; nil and the length to skip where bytes are not
  /// UTF-8.
  func decode(at offset: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = byte(offset)
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let (count, least): (Int, UInt32) =
      switch first {
      case 0xC2...0xDF: (2, 0x80)
      case 0xE0...0xEF: (3, 0x800)
      case 0xF0...0xF4: (4, 0x10000)
      default: (0, 0)
      }
    guard count > 0, offset + count <= bytes.count else { return (nil, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(count))
    for index in 1..<count {
      let next = bytes[offset + index]
      guard next & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, count)
  }

  /// The runs of bytes that are not UTF-8.
  func invalidRuns() -> [SourceSpan] {
    var runs: [SourceSpan] = []
    var offset = 0
    while offset < bytes.count, runs.count < Lexer.maximumProblems {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let (scalar, length) = decode(at: offset)
      if scalar == nil {
        if let last = runs.last, last.end == offset {
          runs[runs.count - 1] = span(last.start, offset + length)
        } else {
          runs.append(span(offset, offset + length))
        }
      }
      offset += length
    }
    return runs
  }
}
