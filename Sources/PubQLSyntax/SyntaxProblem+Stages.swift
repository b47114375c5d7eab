import PubQLDiagnostics

extension SyntaxProblem {
  /// Problems of stages.
  var stageWording: Wording? {
    switch self {
    case .unknownStage(let span, let name, let nearest):
      Wording(
        "PQ0040", span, "there is no stage `\(name)`", help: "did you mean `\(nearest)`?",
        edit: Edit(span: span, replacement: nearest))
    case .foreignStage(let span, let written, let right):
      Wording(
        "PQ0041", span, "the stage for `\(written)` is called `\(right)`", replacement: right)
    case .argumentsWithoutParentheses(let span, let name):
      Wording(
        "PQ0042", span, "there is no stage `\(name)` that takes values",
        help: "a definition takes its values in parentheses, such as `\(name)(5)`")
    case .missingStage(let span):
      Wording(
        "PQ0043", span, "a stage is missing behind `|`", help: "such as `| count` or `| take 10`")
    case .expectedStage(let span, let found):
      Wording(
        "PQ0043", span, "the name of a stage belongs behind `|`, not \(found)", label: "stage",
        help: "such as `| count` or `| take 10`")
    case .selectFirst(let span, let edit):
      Wording(
        "PQ0044", span, "a query reads from left to right: its source comes first",
        help: edit.map { "write `\($0.replacement)`" }
          ?? "such as `from corpus | where year > 2019 | select title`",
        edit: edit)
    case .selectAll(let span):
      Wording(
        "PQ0045", span, "all columns are there without `select`", help: "leave the stage out")
    default: operandWording ?? clauseWording
    }
  }

  private var operandWording: Wording? {
    switch self {
    case .missingOperand(let span, let stage):
      Wording(
        "PQ0046", span, "`\(stage)` does not say what", label: "needs a value",
        help: "such as `\(SyntaxProblem.example(stage))`")
    case .tooManyOperands(let span, let stage):
      Wording(
        "PQ0047", span, "`\(stage)` takes one value",
        help: stage == "where" ? "join conditions with `and`" : nil,
        edit: stage == "where" ? Edit(span: span, replacement: " and") : nil)
    case .unexpectedOperand(let span, let stage):
      Wording("PQ0047", span, "`\(stage)` takes no value")
    case .missingComma(let span, let found, _):
      Wording(
        "PQ0048", span, "\(found) does not belong here",
        help: "put `,` between values and `|` before the next stage")
    case .operandNamed(let span, let stage):
      Wording(
        "PQ0049", span, "`\(stage)` does not name its values",
        help: "name a value with `with` or `select`, such as `| with since: date.year`")
    default: nil
    }
  }

  private var clauseWording: Wording? {
    switch self {
    case .missingKey(let span, let word, let stage):
      Wording(
        "PQ0050", span, "`\(word)` does not say by what", label: "needs a field",
        help: "such as `\(stage) \(stage == "top" || stage == "take" ? "5 " : "")\(word) topic`")
    case .orderNotAllowed(let span, let word, let stage):
      Wording(
        "PQ0051", span, "`\(word)` does not belong behind a value of `\(stage)`",
        help: "order with `sort` first, such as `| sort year \(word)`")
    case .forgottenBy(let span, let stage):
      Wording(
        "PQ0052", span, "`by` is missing behind `\(stage)`", help: "write `by`",
        edit: Edit(
          span: SourceSpan(file: span.file, start: span.start, end: span.start),
          replacement: "by "))
    case .unknownClause(let span, let word, let stage):
      Wording("PQ0053", span, "`\(stage)` has no `\(word)`")
    case .repeatedClause(let span, let word, let stage):
      Wording(
        "PQ0054", span, "`\(stage)` has `\(word)` already",
        help: "put all behind one `\(word)`, with commas")
    case .blockNotAllowed(let span, let stage):
      Wording(
        "PQ0055", span, "`\(stage)` has no `{ … }`",
        help: "only `group by` has, such as `| group by year { papers: count() }`")
    default: nil
    }
  }

  /// A stage as it may stand.
  static func example(_ stage: String) -> String {
    switch stage {
    case "where": "where year >= 2019"
    case "select": "select title, date"
    case "with": "with since: date.year"
    case "drop": "drop abstract"
    case "take", "skip", "top": stage + " 10"
    case "each": "each author"
    case "save": "save \"found.csv\""
    case "search": "search \"smart city\""
    case "similar": "similar 1971"
    case "sample": "sample 10"
    case "union", "intersect", "except": stage + " (where topic = \"Cities\")"
    case "join": "join (count by author) on author"
    case "pivot": "pivot type by year"
    default: stage + " title"
    }
  }

  private static func wordExample(_ owner: String) -> String {
    switch owner {
    case "try": "try date(text) else missing"
    case "for": "for x in [1, 2] { print x }"
    case "use": "use \"lib/places.pubql\" as places"
    default: "if year < 2000 then \"old\" else \"new\""
    }
  }

  /// Problems of statements.
  var statementWording: Wording {
    switch self {
    case .missingPath(let span):
      Wording(
        "PQ0060", span, "`load` does not say what", label: "needs a file",
        help: "such as `load \"seeds/*.txt\" as ciao`")
    case .missingSource(let span):
      Wording(
        "PQ0061", span, "`from` does not say from what", label: "needs a source",
        help: "such as `from corpus`")
    case .expectedName(let span, let after):
      Wording("PQ0062", span, "a name belongs behind `\(after)`", label: "name")
    case .expectedEquals(let span, let name):
      Wording(
        "PQ0063", span, "`=` and what it stands for belong behind `\(name)`", label: "`=`")
    case .variableDefined(let span, let name):
      Wording(
        "PQ0064", span, "a name is given without `$` and read with it", replacement: name)
    case .noLastResult(let span):
      Wording(
        "PQ0065", span, "there is nothing that this `|` could go on from",
        help: "begin with a source, such as `from corpus | …`")
    case .unknownStatement(let span, let name, let nearest):
      Wording(
        "PQ0066", span, "no statement begins with `\(name)`", help: "did you mean `\(nearest)`?",
        edit: Edit(span: span, replacement: nearest))
    default: blockWording
    }
  }

  private var blockWording: Wording {
    switch self {
    case .expectedWord(let span, let word, let owner):
      Wording(
        "PQ0067", span, "`\(word)` is missing, which belongs to `\(owner)`", label: "`\(word)`",
        help: "such as `\(SyntaxProblem.wordExample(owner))`")
    case .missingUsedFile(let span):
      Wording(
        "PQ0068", span, "`use` does not say which file", label: "needs a file in quotes",
        help: "such as `use \"lib/places.pubql\" as places`")
    case .expectedType(let span, let name):
      Wording(
        "PQ0069", span, "the type of the parameter `\(name)` is missing", label: "`: type`",
        help: "such as `param \(name): date = 2015`; there are text, number, date, bool, list and "
          + "choice")
    case .expectedBlock(let span, let owner):
      Wording(
        "PQ0070", span, "what `\(owner)` runs stands in braces", label: "`{`",
        help: owner == "for"
          ? "such as `for x in [1, 2] { print x }`"
          : "such as `if count > 3 { print \"many\" }`; a value is chosen by `if … then … else …`")
    case .foreignChoice(let span, let written):
      Wording(
        "PQ0071", span, "PubQL does not write `\(written)`",
        help: "a value is chosen by `if … then … else …`")
    // Every other case has its words above; this line keeps the catalogue total.
    default:
      Wording("PQ0021", SourceSpan(file: SourceID(index: 0), start: 0, end: 0), "unreadable text")
    }
  }
}
