import PubQLDiagnostics

extension ScriptPrinter {
  /// A name as it stood in the text.
  static func written(_ name: Name) -> String {
    name.isQuoted ? "`" + name.text + "`" : name.text
  }

  // MARK: Literals

  /// A text as it stands, with its escapes; a raw one in double quotes where these need none.
  mutating func write(_ parts: [TextPart], _ span: SourceSpan) {
    guard byte(span.start) == UInt8(ascii: "\"") else { return writeRaw(parts, span) }
    layout.text("\"")
    var start = span.start + 1
    openTexts += 1
    for case .interpolation(let value) in parts {
      let brace = endOfCharacters(start, before: value.span.start)
      layout.text(source.text(start, brace) + "{")
      write(value)
      start = value.span.end
      while start < span.end, byte(start) != UInt8(ascii: "}") { start += 1 }
    }
    openTexts -= 1
    layout.text(source.text(start, span.end))
  }

  private mutating func writeRaw(_ parts: [TextPart], _ span: SourceSpan) {
    let written = source.text(span.start, span.end)
    // In a text, raw ones are easier to tell from it.
    if openTexts > 0 || written.contains(where: { "\"\\{".contains($0) }) {
      layout.text(written)
    } else {
      var value = ""
      for case .literal(let text) in parts { value += text }
      layout.text("\"" + value + "\"")
    }
  }

  /// Where the `{` of an interpolation stands, from the beginning of the characters before it.
  private func endOfCharacters(_ start: Int, before end: Int) -> Int {
    var offset = start
    while offset < end, byte(offset) != UInt8(ascii: "{") {
      guard byte(offset) == UInt8(ascii: "\\") else {
        offset += 1
        continue
      }
      let isUnicode = byte(offset + 1) == UInt8(ascii: "u")
      offset += 2
      while isUnicode, offset < end, byte(offset) != UInt8(ascii: "}") { offset += 1 }
    }
    return offset
  }

  /// `18 months`: in brackets a line end may stand between the number and the unit.
  mutating func writeDuration(_ span: SourceSpan) {
    let written = source.text(span.start, span.end)
    let count = written.prefix { $0.isNumber || $0 == "_" }
    let unit = written.reversed().prefix { $0.isLetter }.reversed()
    layout.text(count + " " + String(unit))
  }

  private func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < source.bytes.count ? source.bytes[offset] : 0
  }
}
