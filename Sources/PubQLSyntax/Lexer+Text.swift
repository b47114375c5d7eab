import PubQLDiagnostics

/// Why a part of a text literal ended.
enum TextPartEnd {
  /// At the closing quote.
  case closed
  /// At `{`: an expression follows.
  case interpolation
  /// At the end of the line: the text is not closed.
  case lineEnd
}

extension Lexer {
  /// Reads the characters of a `"…"` text from `position` to its end, or to a `{`, which is passed.
  mutating func textPart() -> (text: String, end: TextPartEnd) {
    var result: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x0A:
        return (String(decoding: result, as: UTF8.self), .lineEnd)
      case UInt8(ascii: "\""):
        position += 1
        return (String(decoding: result, as: UTF8.self), .closed)
      case UInt8(ascii: "{"):
        position += 1
        return (String(decoding: result, as: UTF8.self), .interpolation)
      case UInt8(ascii: "\\"):
        readEscape(into: &result)
      default:
        result.append(byte)
        position += 1
      }
    }
    return (String(decoding: result, as: UTF8.self), .lineEnd)
  }

  /// Reads `\n`, `\"`, `\u{e9}` …; the position is at the `\`.
  private mutating func readEscape(into result: inout [UInt8]) {
    let start = position
    let next = byte(start + 1)
    position = start + 2
    switch next {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      result.append(next)
    case UInt8(ascii: "u") where byte(start + 2) == UInt8(ascii: "{"):
      readUnicodeEscape(start, into: &result)
    default:
      // A `\` before the line end is kept, so that the text is still seen to be unclosed.
      let length = start + 1 < bytes.count && next != 0x0A ? decode(at: start + 1).length : 0
      position = start + 1 + length
      report(.unknownEscape(span(start, position), text(start, position)), from: start)
      result.append(contentsOf: bytes[start..<position])
    }
  }

  private mutating func readUnicodeEscape(_ start: Int, into result: inout [UInt8]) {
    position = start + 3
    let digits = position
    while Lexer.isHexDigit(byte(position)) { position += 1 }
    let value = UInt32(text(digits, position), radix: 16).flatMap(Unicode.Scalar.init)
    let isClosed = byte(position) == UInt8(ascii: "}")
    if isClosed { position += 1 }
    guard isClosed, let value, position - digits <= 7 else {
      report(.badUnicodeEscape(span(start, position), text(start, position)), from: start)
      return
    }
    result.append(contentsOf: String(Character(value)).utf8)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
  }

  /// `'…'`, where `''` stands for one quote; the position is at the first quote.
  mutating func scanRawText() -> TokenKind {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != 0x0A {
      if bytes[position] == UInt8(ascii: "'") {
        guard byte(position + 1) == UInt8(ascii: "'") else {
          position += 1
          return .rawText
        }
        position += 1
      }
      position += 1
    }
    if position > start + 1, byte(position - 1) == 0x0D { position -= 1 }
    report(.unclosedText(span(start, start + 1)), from: start)
    return .rawText
  }

  /// What a `.rawText` token says.
  func rawTextValue(_ token: Token) -> String {
    var bytes = Array(self.bytes[token.start..<token.end])
    if bytes.first == UInt8(ascii: "'") {
      bytes.removeFirst()
      if bytes.last == UInt8(ascii: "'") { bytes.removeLast() }
      var value: [UInt8] = []
      var offset = 0
      while offset < bytes.count {
        value.append(bytes[offset])
        let isPair =
          bytes[offset] == UInt8(ascii: "'") && offset + 1 < bytes.count
          && bytes[offset + 1] == UInt8(ascii: "'")
        offset += isPair ? 2 : 1
      }
      return String(decoding: value, as: UTF8.self)
    }
    return String(decoding: bytes, as: UTF8.self).filter { !Lexer.curlyQuotes.contains($0) }
  }

  static let curlyQuotes: Set<Character> = ["“", "”", "„", "‘", "’", "‚", "«", "»"]

  /// A text in curly quotes: an error with the straight ones as its edit.
  mutating func scanCurlyText() -> TokenKind {
    let start = position
    let opening = decode(at: start)
    // A single curly quote is also an apostrophe, so only a double one ends a double one.
    let closers: [UInt32] =
      switch opening.scalar?.value {
      case 0x2018, 0x2019, 0x201A: [0x2018, 0x2019]
      case 0x00AB: [0x00BB]
      default: [0x201C, 0x201D, 0x22]
      }
    position += opening.length
    let content = position
    while position < bytes.count, bytes[position] != 0x0A {
      let (scalar, length) = decode(at: position)
      if let scalar, closers.contains(scalar.value) {
        let value = text(content, position)
        position += length
        report(
          .curlyQuotes(span(start, position), straight: Printer.quoted(value)), from: start)
        return .rawText
      }
      position += length
    }
    report(.unclosedText(span(start, content)), from: start)
    return .rawText
  }

  /// Reads `/…/i` from the `/` at `start`; nil where the line ends first.
  ///
  /// The text between the slashes has `\/` read as `/`; all else is for the pattern's own reader.
  mutating func pattern(from start: Int) -> (text: String, ignoringCase: Bool)? {
    var value: [UInt8] = []
    var offset = start + 1
    while offset < bytes.count, bytes[offset] != 0x0A {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "/") {
        let ignoresCase = self.byte(offset + 1) == UInt8(ascii: "i")
        position = offset + (ignoresCase ? 2 : 1)
        return (String(decoding: value, as: UTF8.self), ignoresCase)
      }
      if byte == UInt8(ascii: "\\"), offset + 1 < bytes.count, bytes[offset + 1] != 0x0A {
        let next = bytes[offset + 1]
        if next != UInt8(ascii: "/") { value.append(byte) }
        value.append(next)
        offset += 2
      } else {
        value.append(byte)
        offset += 1
      }
    }
    return nil
  }

  /// Goes past a `"…"` text, expressions in it included, from right after its opening quote.
  ///
  /// Shape: a text inside an expression inside a text is followed to any depth, without recursion.
  mutating func skipText() {
    // Whether each open level is a text; the others are braces in an expression.
    var isText = [true]
    while position < bytes.count, bytes[position] != 0x0A, let inText = isText.last {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\\") where inText && self.byte(position) != 0x0A:
        position = min(bytes.count, position + 1)
      case UInt8(ascii: "\""):
        if inText { isText.removeLast() } else { isText.append(true) }
      case UInt8(ascii: "{"): isText.append(false)
      case UInt8(ascii: "}") where !inText: isText.removeLast()
      default: break
      }
    }
  }
}
