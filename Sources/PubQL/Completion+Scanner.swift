/// A word, text or sign before the cursor, as coarse as completion needs it.
struct TypedToken: Equatable {
  enum Kind: Equatable {
    case word
    /// A name in backticks.
    case quotedName
    case variable
    case number
    /// `"…"` or `'…'`, closed.
    case text
    /// A text that the cursor stands in.
    case openText
    /// `/…/`
    case pattern
    case sign
  }

  let kind: Kind
  /// As written; a text or a name in quotes without them.
  let text: String
  let start: Int
  let end: Int
  let startsLine: Bool

  func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }
  func isWord(_ word: String) -> Bool { kind == .word && text == word }
  var isName: Bool { kind == .word || kind == .quotedName }
}

/// Cuts what was typed into tokens. The language's own lexer is for whole texts; this one never
/// reports, and knows of a text that is still open.
/// - Complexity: linear.
struct TypedScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var startsLine = true
  private(set) var tokens: [TypedToken] = []
  /// Whether the cursor stands in a comment or an open pattern: nothing can be completed there.
  private(set) var endsInside = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while position < bytes.count { scan() }
  }

  private static let signs = ["!==", "==", "!=", "<=", ">=", "..", "=>"]

  private mutating func scan() {
    let start = position
    switch bytes[start] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      position += 1
      startsLine = true
    case 0...0x20: position += 1
    case UInt8(ascii: "#"):
      position = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      endsInside = position == bytes.count
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(as: .text, open: .openText)
    case UInt8(ascii: "`"): quoted(as: .quotedName, open: .word)
    case UInt8(ascii: "$"):
      position += 1
      skipName()
      add(.variable, from: start + 1, start: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      // Dates and numbers alike; `2019..2021` is two of them.
      while position < bytes.count, isNumberPart(at: position) { position += 1 }
      add(.number, from: start, start: start)
    case UInt8(ascii: "/") where valueMayBegin:
      quoted(as: .pattern, open: .pattern)
      endsInside = position == bytes.count && bytes.last != UInt8(ascii: "/")
    case let byte where TypedScanner.beginsName(byte):
      skipName()
      add(.word, from: start, start: start)
    default:
      let rest = bytes[start...]
      let sign = TypedScanner.signs.first { rest.starts(with: $0.utf8) }
      position += sign?.utf8.count ?? 1
      add(.sign, from: start, start: start)
    }
  }

  private var valueMayBegin: Bool {
    guard let last = tokens.last else { return false }
    return last.isWord("matches") || last.isSign("(") || last.isSign(",") || last.isSign("[")
  }

  private func isNumberPart(at index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    case UInt8(ascii: "."), UInt8(ascii: "-"):
      index + 1 < bytes.count && (0x30...0x39).contains(bytes[index + 1])
    default: false
    }
  }

  static func beginsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }

  private mutating func skipName() {
    while position < bytes.count,
      TypedScanner.beginsName(bytes[position]) || (0x30...0x39).contains(bytes[position])
    { position += 1 }
  }

  /// Up to the same quote; no text crosses a line end.
  private mutating func quoted(as kind: TypedToken.Kind, open: TypedToken.Kind) {
    let start = position
    let quote = bytes[start]
    position += 1
    while position < bytes.count, bytes[position] != quote, bytes[position] != 0x0A {
      let isEscape = bytes[position] == UInt8(ascii: "\\") && quote != UInt8(ascii: "'")
      position += isEscape ? 2 : 1
    }
    position = min(position, bytes.count)
    let end = position
    let isClosed = position < bytes.count && bytes[position] == quote
    if isClosed { position += 1 }
    let isAtCursor = !isClosed && position == bytes.count
    add(isAtCursor ? open : kind, from: start + 1, to: end, start: start)
  }

  private mutating func add(_ kind: TypedToken.Kind, from: Int, to: Int? = nil, start: Int) {
    let text = String(decoding: bytes[from..<(to ?? position)], as: UTF8.self)
    tokens.append(
      TypedToken(kind: kind, text: text, start: start, end: position, startsLine: startsLine))
    startsLine = false
  }
}
