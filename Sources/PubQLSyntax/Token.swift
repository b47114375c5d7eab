import PubQLDiagnostics

/// One word, number, sign or bracket of a text.
package struct Token: Sendable, Equatable {
  package let kind: TokenKind
  /// Byte offset of its first byte.
  package let start: Int
  /// Byte offset after its last byte.
  package let end: Int
  /// Whether a line end stands between it and the token before.
  package let startsLine: Bool
  /// Whether a blank, a comment or the beginning of the text stands right before it.
  package let followsSpace: Bool
}

/// What a token is.
package enum TokenKind: Sendable, Equatable {
  /// `title`, `group`: what it means is told by its place
  case name
  /// `` `publisher place` ``
  case quotedName
  /// `$since`
  case variable
  /// `1_000`
  case whole
  /// `3.5`
  case decimal
  /// `2020-05`, `2020-05-14`
  case date
  /// The `"` that opens a text; its parts are read with `Lexer.textPart`
  case quote
  /// `'…'`, and a text in curly quotes, which is an error
  case rawText
  /// `/…/i`; only where a value may begin
  case pattern
  /// Characters of a text, with the quote that ends it (only from `Lexer.tokens`)
  case textPart
  /// `# …` (only from `Lexer.tokens`)
  case comment
  case plus
  case minus
  case star
  case slash
  case percent
  case equal
  case exactlyEqual
  case notEqual
  case notExactlyEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  /// `=>`
  case arrow
  case dot
  case dotDot
  case comma
  case colon
  case pipe
  case semicolon
  case leftParenthesis
  case rightParenthesis
  case leftBracket
  case rightBracket
  case leftBrace
  case rightBrace
  /// `and` written `&&`
  case foreignAnd
  /// `or` written `||`
  case foreignOr
  /// `not` written `!`
  case foreignNot
  /// `matches` written `=~` or `~`
  case foreignMatches
  /// A character that the language has no use for; it was reported
  case unknown
  case end
}

extension TokenKind {
  /// Whether it is `(`, `[` or `{`.
  var opensBracket: Bool {
    self == .leftParenthesis || self == .leftBracket || self == .leftBrace
  }

  /// Whether it is `)`, `]` or `}`.
  var closesBracket: Bool {
    self == .rightParenthesis || self == .rightBracket || self == .rightBrace
  }

  /// What closes this bracket.
  var closer: TokenKind {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    default: .rightBrace
    }
  }

  /// The sign as it is written, for signs that have one spelling.
  var spelling: String {
    switch self {
    case .leftParenthesis: "("
    case .rightParenthesis: ")"
    case .leftBracket: "["
    case .rightBracket: "]"
    case .leftBrace: "{"
    case .rightBrace: "}"
    case .equal: "="
    case .comma: ","
    case .colon: ":"
    case .pipe: "|"
    case .quote: "\""
    default: ""
    }
  }
}
