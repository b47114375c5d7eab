import PubQLDiagnostics

extension Printer {
  /// A text literal in double quotes that says `value`.
  package static func quoted(_ value: String) -> String { "\"" + escaped(value) + "\"" }

  /// A name as it is written: in backticks where it could not be read without.
  package static func nameText(_ name: String) -> String {
    var bytes = name.utf8.makeIterator()
    let first = bytes.next() ?? 0x30
    let isPlain =
      !(first >= 0x30 && first <= 0x39)
      && name.unicodeScalars.allSatisfy {
        $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
      }
    return isPlain ? name : "`" + name + "`"
  }

  private static func escaped(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "{": result += "\\{"
      case "}": result += "\\}"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A name as it stood in the text, with the file that it comes from.
  static func written(_ name: Name) -> String {
    (name.qualifier.map { $0 + "." } ?? "") + (name.isQuoted ? "`" + name.text + "`" : name.text)
  }

  // MARK: Texts

  /// A text as it stands, with its escapes; a raw one in double quotes where these need none.
  mutating func write(_ parts: [TextPart], _ span: SourceSpan) {
    guard let source else { return write(parts) }
    guard byte(span.start) == UInt8(ascii: "\"") else { return writeRaw(parts, span) }
    layout.text("\"")
    var start = span.start + 1
    unbroken += 1
    for case .interpolation(let value) in parts {
      let brace = endOfCharacters(start, before: value.span.start)
      layout.text(source.text(start, brace) + "{")
      write(value)
      start = value.span.end
      while start < span.end, byte(start) != UInt8(ascii: "}") { start += 1 }
    }
    unbroken -= 1
    layout.text(source.text(start, span.end))
  }

  /// A text by what it says.
  private mutating func write(_ parts: [TextPart]) {
    layout.text("\"")
    for part in parts {
      switch part {
      case .literal(let text): layout.text(Printer.escaped(text))
      case .interpolation(let value):
        layout.text("{")
        write(value)
        layout.text("}")
      }
    }
    layout.text("\"")
  }

  private mutating func writeRaw(_ parts: [TextPart], _ span: SourceSpan) {
    let written = source?.text(span.start, span.end) ?? ""
    // In a text, raw ones are easier to tell from it.
    if unbroken > 0 || written.contains(where: { "\"\\{".contains($0) }) {
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

  private func byte(_ offset: Int) -> UInt8 {
    guard let source, offset >= 0, offset < source.bytes.count else { return 0 }
    return source.bytes[offset]
  }

  // MARK: Other literals

  /// A word or literal as it stands in the text, or else by what it says.
  func literal(_ expression: Expression) -> String {
    switch expression.kind {
    case .name(let name): return Printer.written(name)
    case .variable(let name): return "$" + name.text
    case .bool(let value): return value ? "true" : "false"
    case .missing: return "missing"
    case .date(let text): return text
    case .duration(let count, let unit): return duration(count, unit, expression.span)
    case .whole, .decimal, .pattern:
      if let source { return source.text(expression.span.start, expression.span.end) }
    default: return ""
    }
    switch expression.kind {
    case .whole(let value): return "\(value)"
    case .decimal(let value): return Printer.decimal(value)
    case .pattern(let text, let ignoringCase, _):
      return Printer.pattern(text) + (ignoringCase ? "i" : "")
    default: return ""
    }
  }

  /// `18 months`: in brackets a line end may stand between the number and the unit.
  private func duration(_ count: Int, _ unit: DurationUnit, _ span: SourceSpan) -> String {
    guard let written = source?.text(span.start, span.end) else {
      return "\(count) \(unit.rawValue)"
    }
    let number = written.prefix { $0.isNumber || $0 == "_" }
    let word = written.reversed().prefix { $0.isLetter }.reversed()
    return number + " " + String(word)
  }

  /// A decimal without an exponent, which is easier to read.
  private static func decimal(_ value: Double) -> String {
    let shortest = "\(value)"
    guard let mark = shortest.firstIndex(where: { $0 == "e" || $0 == "E" }),
      let exponent = Int(shortest[shortest.index(after: mark)...])
    else { return shortest }
    let digits = shortest[..<mark].filter { $0 != "." }
    let pointAt = 1 + exponent
    if pointAt <= 0 { return "0." + String(repeating: "0", count: -pointAt) + digits }
    let zeros = String(repeating: "0", count: max(0, pointAt - digits.count))
    let padded = digits + zeros
    let whole = padded.prefix(pointAt)
    let rest = padded.dropFirst(pointAt)
    return whole + "." + (rest.isEmpty ? "0" : rest)
  }

  /// A slash in the pattern would end it, so it is escaped, as it was read.
  private static func pattern(_ text: String) -> String {
    var result = "/"
    for character in text.unicodeScalars {
      if character == "/" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result + "/"
  }
}
