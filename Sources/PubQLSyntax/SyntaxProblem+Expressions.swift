import PubQLDiagnostics

extension SyntaxProblem {
  /// Problems of values and brackets.
  var expressionWording: Wording? {
    switch self {
    case .expectedValue(let span, let after):
      Wording("PQ0020", span, "a value is missing" + SyntaxProblem.behind(after), label: "value")
    case .expectedValueNot(let span, "`*`", "count("?):
      Wording(
        "PQ0020", span, "`count` counts rows and wants no `*`", help: "write `count()`",
        edit: Edit(span: span, replacement: ""))
    case .expectedValueNot(let span, let found, let after):
      Wording(
        "PQ0020", span, "a value belongs here" + SyntaxProblem.behind(after) + ", not \(found)",
        label: "value")
    case .unexpected(let span, let found):
      Wording("PQ0021", span, "\(found) does not belong here")
    case .missingOperator(let span, let found, let left, let edit):
      Wording(
        "PQ0022", span,
        "something is missing between " + (left.map { "`\($0)`" } ?? "the value") + " and \(found)",
        label: "operator",
        help: edit == nil ? "join two values with a word such as `=`, `has` or `and`" : "write `=`",
        edit: edit.map {
          Edit(
            span: SourceSpan(file: span.file, start: span.start, end: span.start), replacement: $0)
        })
    case .tooDeep(let span):
      Wording(
        "PQ0026", span, "this is nested more than \(Parser.maximumDepth) deep",
        help: "name a part of it with `def`")
    default: bracketWording
    }
  }

  private static func behind(_ text: String?) -> String { text.map { " behind `\($0)`" } ?? "" }

  private var bracketWording: Wording? {
    switch self {
    case .unclosedBracket(let span, let bracket, let closer):
      return Wording(
        "PQ0023", span, "this `\(bracket)` is not closed", label: "opened here",
        help: "close it with `\(closer)`")
    case .wrongCloser(let span, let written, let right, let open):
      var wording = Wording(
        "PQ0024", span, "`\(right)` belongs here, not `\(written)`", replacement: right)
      wording.secondary = (open, "opened here")
      return wording
    case .strayCloser(let span, let text):
      return Wording(
        "PQ0025", span, "nothing is open that `\(text)` could close", help: "remove it",
        edit: Edit(span: span, replacement: ""))
    case .unexpectedInBrackets(let span, let found, let closer, let takesComma):
      return Wording(
        "PQ0021", span, "\(found) does not belong here",
        label: takesComma ? "`,` or `\(closer)`" : "`\(closer)`")
    case .listInParentheses(let span, let edit):
      return SyntaxProblem.listWording(span, edit)
    case .expectedMember(let span):
      return Wording(
        "PQ0033", span, "a name belongs behind the dot", label: "name", help: "such as `date.year`")
    case .callOnMember(let span, let name, let base):
      return Wording(
        "PQ0034", span, "a function is not called with a dot", help: "write `\(name)(\(base), …)`")
    case .expectedKey(let span, let found):
      return Wording(
        "PQ0035", span, "a name belongs here, not \(found)", label: "name",
        help: "such as `{ papers: count() }`")
    case .expectedColon(let span, let name):
      return Wording(
        "PQ0036", span, "`:` and a value belong behind `\(name)`", label: "`:`",
        help: "such as `\(name): count()`")
    case .quotedKey(let span, let name):
      return SyntaxProblem.quotedKeyWording(span, name)
    default: return nil
    }
  }

  /// A longer list is not written out in the help.
  private static func listWording(_ span: SourceSpan, _ edit: Edit?) -> Wording {
    let list = edit.map(\.replacement).flatMap { $0.utf8.count > 40 ? nil : $0 }
    return Wording(
      "PQ0021", span, "`,` does not belong into parentheses",
      help: "a list stands in square brackets: `\(list ?? "[…, …]")`", edit: edit)
  }

  private static func quotedKeyWording(_ span: SourceSpan, _ name: String) -> Wording {
    let right = Printer.nameText(name)
    return Wording(
      "PQ0037", span, "a name stands without quotes", help: "write `\(right)`",
      edit: Edit(span: span, replacement: right))
  }

  /// Problems of operators.
  var signWording: Wording? {
    switch self {
    case .chainedComparison(let span, let after, let middle):
      Wording(
        "PQ0027", span, "comparisons do not chain", help: "write `and \(middle)` before this",
        edit: Edit(span: after, replacement: " and " + middle))
    case .notWithoutParentheses(let span):
      Wording(
        "PQ0028", span, "`not` with what it denies belongs in parentheses here",
        help: "such as `a = (not b)`")
    case .minusWithoutSpaces(let span, let replacement, let name):
      Wording(
        "PQ0029", span, "a minus sign wants a blank on either side",
        help: "write ` - `"
          + (name.map { "; if it is one name, write `` `\($0)` ``" } ?? ""),
        edit: Edit(span: span, replacement: replacement))
    case .wrongSign(let span, let written, let right):
      Wording("PQ0030", span, "`\(right)` belongs here, not `\(written)`", replacement: right)
    case .superfluousWord(let span, let shown, let word, let after):
      Wording(
        "PQ0031", shown, "`\(word)` is not written behind `\(after)`", help: "remove it",
        edit: Edit(span: span, replacement: ""))
    case .missingTest(let span, let written, let tested, let isNegated):
      SyntaxProblem.missingWording(span, written, tested, isNegated)
    case .between(let span, let edit):
      Wording(
        "PQ0039", span, "a range is written with `in` and `..`",
        help: edit.map { "write `\($0.replacement)`" } ?? "such as `date in 2019..2021`", edit: edit
      )
    case .wildcards(let span, let written, let right):
      Wording(
        "PQ0038", span, "`%` stands for nothing in a text", help: "write `\(right)`",
        edit: Edit(span: span, replacement: written == right ? "" : right))
    default: nil
    }
  }

  private static func missingWording(
    _ span: SourceSpan, _ written: String, _ tested: String, _ isNegated: Bool
  ) -> Wording {
    let right = (isNegated ? "not " : "") + "missing(\(tested))"
    return Wording(
      "PQ0032", span, "whether a value is there is asked with `missing`", replacement: right)
  }
}
