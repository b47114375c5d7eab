import PubQLDiagnostics

extension SyntaxProblem {
  /// Problems of words that stand elsewhere, or are others, in other languages.
  var habitWording: Wording? {
    switch self {
    case .foreignComment(let span, "/*"):
      Wording(
        "PQ0003", span, "a comment begins with `#`, not with `/*`",
        help: "begin each line of the comment with `#`")
    case .foreignComment(let span, let written):
      Wording("PQ0003", span, "a comment begins with `#`, not with `\(written)`", replacement: "#")
    case .misplacedFunction(let span):
      Wording(
        "PQ0072", span, "a function cannot stand here",
        help: "it stands among the arguments of a call, such as `map(topics, x => …)`, or behind "
          + "the `=` of `let` and `def`")
    case .missingBar(let span, let written, let right):
      Wording(
        "PQ0073", span, "a stage stands behind `|`, and before `\(written)` there is none",
        replacement: "| " + right)
    case .foreignStatement(let span, let written, let right, let help):
      Wording(
        "PQ0074", span, "PubQL has no `\(written)`", help: help,
        edit: right.map { Edit(span: span, replacement: $0) })
    case .nameBehindValue(let span, let name, let edit):
      Wording(
        "PQ0075", span, "the name of a column stands before its value",
        help: "write `\(edit.replacement.utf8.count <= 40 ? edit.replacement : name + ": …")`",
        edit: edit)
    case .statementAsStage(let span, let word):
      Wording(
        "PQ0076", span, "`\(word)` begins a statement, and is no stage",
        help: word == "why"
          ? "write `why 1971` on a line of its own, behind the query"
          : "write `\(word)` at the beginning of the query")
    case .unknownMode(let span, let word, let stage, let known):
      Wording(
        "PQ0077", span, "there is no `\(stage) \(word)`",
        help: "there are " + known.map { "`\(stage) \($0)`" }.joined(separator: ", "))
    default: nil
    }
  }
}

extension SyntaxCatalogue {
  /// Habits of other languages.
  static let habits: [DiagnosticEntry] = [
    entry(
      "PQ0072", "a function in the wrong place",
      "A lambda stands among the arguments of a call, or behind the `=` of `let` and `def`.",
      wrong: "print (x => x + 1)(3)",
      right: "let f = x => x + 1; print $f(3)"),
    entry(
      "PQ0073", "a stage without `|`",
      "Each stage behind the first is joined to what comes before it by `|`.",
      wrong: "topic = \"Cities\" count",
      right: "topic = \"Cities\" | count"),
    entry(
      "PQ0074", "a statement of another language",
      "Statements are `load use let def param if for print assert explain why`, and queries.",
      wrong: "var x = 3",
      right: "let x = 3"),
    entry(
      "PQ0075", "a name behind its value",
      "`select`, `with`, `count` and `group` take names before values, with a colon.",
      wrong: "select id as x",
      right: "select x: id"),
    entry(
      "PQ0076", "a statement behind `|`",
      "`explain` stands before a query, `why` on a line of its own behind it.",
      wrong: "topic = \"Cities\" | explain",
      right: "explain topic = \"Cities\""),
    entry(
      "PQ0077", "a kind of stage that there is not",
      "`join` is `inner`, `left`, `semi` or `anti`; `union` keeps the rows of both tables.",
      wrong: "join outer (count by type) on type",
      right: "join left (count by type) on type"),
  ]
}
