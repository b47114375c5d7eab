import PubQLDiagnostics

extension SyntaxProblem {
  /// Problems of characters, words and numbers.
  var lexicalWording: Wording? {
    switch self {
    case .invalidUTF8(let span):
      Wording("PQ0001", span, "the text is not UTF-8 here", help: "save the text as UTF-8")
    case .unknownCharacter(let span, let text):
      Wording(
        "PQ0002", span, "the character `\(text)` means nothing here",
        help: text == "?" ? "a value is chosen by `if … then … else …`" : nil)
    case .foreignOperator(let span, let written, let right, let edit):
      Wording(
        "PQ0004", span, "PubQL writes `\(right)` for `\(written)`", help: "write `\(right)`",
        edit: Edit(span: span, replacement: edit))
    case .curlyQuotes(let span, let straight):
      Wording("PQ0005", span, "a text stands in straight quotes", replacement: straight)
    case .unknownEscape, .badUnicodeEscape: escapeWording
    case .emptyQuotedName(let span):
      Wording("PQ0009", span, "no name stands between the backticks")
    case .unclosedName(let span):
      Wording(
        "PQ0010", span, "this name in backticks is not closed on its line", label: "opened here",
        help: "end the name with a backtick")
    case .emptyVariable(let span, let edit):
      Wording(
        "PQ0011", span, "a name belongs right behind `$`",
        help: edit == nil ? "such as `$since`" : nil, replacement: edit)
    default: literalWording
    }
  }

  private var escapeWording: Wording? {
    switch self {
    case .unknownEscape(let span, let text):
      Wording(
        "PQ0007", span, "`\(text)` means nothing in a text",
        help: "for a backslash write `\\\\`; or put the text in single quotes",
        edit: Edit(span: span, replacement: "\\" + text))
    case .badUnicodeEscape(let span, let text):
      Wording(
        "PQ0008", span, "`\(text)` names no character",
        help: "one to six hexadecimal digits in braces, such as `\\u{e9}`")
    default: nil
    }
  }

  private var literalWording: Wording? {
    switch self {
    case .unclosedText(let span):
      Wording(
        "PQ0006", span, "this text is not closed on its line", label: "opened here",
        help: "end the text with a quote; a line break in a text is `\\n`")
    case .numberTooLarge(let span):
      Wording(
        "PQ0012", span, "this number is too large", help: "whole numbers go up to \(Int.max)")
    case .numberRunsIntoName(let span, let text, let edit):
      Wording("PQ0013", span, "`\(text)` is neither a number nor a name", replacement: edit)
    case .badDate(let span, let text, let offer):
      Wording(
        "PQ0014", span, "`\(text)` is not a date",
        help: offer.map { "write `\($0)`" } ?? "a date is `2020`, `2020-05` or `2020-05-14`",
        edit: offer.map { Edit(span: span, replacement: $0) })
    case .unclosedPattern(let span):
      Wording(
        "PQ0015", span, "this pattern is not closed on its line", label: "opened here",
        help: "end the pattern with `/`; a slash inside of it is `\\/`")
    case .emptyInterpolation(let span):
      Wording(
        "PQ0016", span, "a value belongs between `{` and `}` in a text",
        help: "for the braces themselves write `\\{\\}`",
        edit: Edit(span: span, replacement: "\\{\\}"))
    case .unclosedInterpolation(let span):
      Wording(
        "PQ0017", span, "this `{` in a text is not closed", label: "opened here",
        help: "close it with `}`; for the brace itself write `\\{`",
        edit: Edit(span: span, replacement: "\\{"))
    default: nil
    }
  }
}
