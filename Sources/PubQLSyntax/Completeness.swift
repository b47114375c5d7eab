import PubQLDiagnostics

/// Whether a text that is being typed can be read as it is.
package enum Completeness: Sendable, Equatable {
  case complete
  /// More must follow: behind the bracket that is open, or the sign or word at the end.
  case open(what: String)
}

/// Whether the prompt should read another line before it reads the text.
///
/// A text `"…"` is never open: it ends with its line, and reading it tells so.
/// - Complexity: linear in the text.
package func completeness(of text: String) -> Completeness {
  let source = SourceFile(name: "", text: text)
  let tokens = Lexer.tokens(of: source).filter { $0.kind != .comment }
  var open: [TokenKind] = []
  for token in tokens {
    if token.kind.opensBracket {
      open.append(token.kind)
    } else if token.kind.closesBracket {
      // A wrong bracket is an error, which another line does not mend.
      guard let last = open.popLast(), last.closer == token.kind else { return .complete }
    }
  }
  if let last = tokens.last, last.kind == .textPart || last.kind == .quote,
    source.bytes[last.end - 1] != UInt8(ascii: "\"") || last.kind == .quote
  {
    return .complete
  }
  if let bracket = open.last { return .open(what: bracket.spelling) }
  guard let last = tokens.last else { return .complete }
  let written = source.text(last.start, last.end)
  switch last.kind {
  case .pipe, .comma, .equal, .exactlyEqual, .notEqual, .notExactlyEqual, .less, .lessOrEqual,
    .greater, .greaterOrEqual, .plus, .minus, .slash, .percent, .foreignAnd, .foreignOr,
    .foreignNot, .foreignMatches:
    return .open(what: written)
  case .star:
    // `select *` is a slip that reading explains; `a *` wants a number.
    let before = tokens.dropLast().last.map { source.text($0.start, $0.end).lowercased() }
    return before == "select" ? .complete : .open(what: written)
  case .arrow: return .open(what: written)
  case .name where ["and", "or", "not", "then", "else"].contains(written):
    return .open(what: written)
  default:
    return .complete
  }
}
