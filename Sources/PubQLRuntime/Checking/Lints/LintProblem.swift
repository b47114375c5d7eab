import PubQLDiagnostics

/// What runs, but is likely not meant, and the one place that has the words for it.
enum LintProblem {
  case neverTogether(String, SourceSpan, other: String, SourceSpan)
  case alwaysOne(SourceSpan, other: SourceSpan, help: String?)
  case saidTwice(SourceSpan, first: SourceSpan)
  case saysNothing(String, SourceSpan, other: String, SourceSpan)
  case comparesWithItself(SourceSpan)
  case notOfNegation(SourceSpan, instead: String)
  case isFixed(SourceSpan, holds: Bool)
  case keepsNothing(String, SourceSpan)
  case losesOrder(String, sort: SourceSpan)
  case unusedValue(String, SourceSpan)
  case unusedDefinition(String, SourceSpan)
  case unusedParameter(String, SourceSpan)
  case unusedSource(String, SourceSpan)
  case unusedFile(String, SourceSpan)
  case neverRuns(SourceSpan)

  var diagnostic: Diagnostic {
    switch self {
    case .neverTogether(let text, let span, let other, let first):
      Self.warning(
        "PQ0230", "`\(text)` never holds where `\(other)` does", span, with: first)
    case .alwaysOne(let span, let first, let help):
      Self.warning(
        "PQ0231", "one of these two conditions always holds", span, with: first, help: help)
    case .saidTwice(let span, let first):
      Self.warning(
        "PQ0232", "this condition stands here twice", span, with: first, help: "remove one of them")
    case .saysNothing(let text, let span, let other, let second):
      Self.warning(
        "PQ0233", "`\(text)` says nothing that `\(other)` does not say", span, with: second,
        help: "remove it")
    case .comparesWithItself(let span):
      Self.warning("PQ0234", "this compares a value with itself", span)
    case .notOfNegation(let span, let instead):
      Self.warning(
        "PQ0235", "`not` undoes a negation here", span, help: "write `\(instead)`", edit: instead)
    case .isFixed(let span, let holds):
      Self.warning(
        "PQ0236", "this condition \(holds ? "always" : "never") holds, whatever the row", span)
    case .keepsNothing(let text, let span):
      Self.warning("PQ0237", "`\(text)` keeps no rows", span)
    case .losesOrder(let stage, let span):
      Self.warning(
        "PQ0238", "`\(stage)` does not keep the order that this makes", span,
        help: "put `sort` behind it")
    default: unusedDiagnostic
    }
  }

  private var unusedDiagnostic: Diagnostic {
    switch self {
    case .unusedValue(let name, let span):
      Self.warning(
        "PQ0240", "nothing uses `$\(name)`", span, help: "remove it, or read it as `$\(name)`")
    case .unusedDefinition(let name, let span):
      Self.warning("PQ0241", "nothing uses the definition `\(name)`", span, help: "remove it")
    case .unusedParameter(let name, let span):
      Self.warning("PQ0242", "nothing uses the parameter `\(name)`", span, help: "remove it")
    case .unusedSource(let name, let span):
      Self.warning(
        "PQ0243", "nothing uses the name `\(name)`", span,
        help: "begin a query with `from \(name)`, or load without `as \(name)`")
    case .unusedFile(let name, let span):
      Self.warning("PQ0244", "nothing uses the file `\(name)`", span, help: "remove it")
    case .neverRuns(let span):
      Self.warning("PQ0245", "this never runs", span)
    default:
      Self.warning("PQ0249", "this is likely not meant", nil)
    }
  }

  private static func warning(
    _ code: String, _ message: String, _ span: SourceSpan?, with other: SourceSpan? = nil,
    help: String? = nil, edit: String? = nil
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      DiagnosticCode(code), .warning, message, at: span.map { .source($0) } ?? .none, help: help)
    if let other { diagnostic.secondary = [(other, "")] }
    if let span, let edit { diagnostic.edit = Edit(span: span, replacement: edit) }
    return diagnostic
  }
}

extension LintProblem {
  /// What `pubql explain` tells of these codes.
  static let entries = [
    Catalogue.entry(
      "PQ0230", "two conditions that never hold together",
      "`year > 2020 and year < 2019`; `type = \"Book\" and type = \"Blog\"`, for a record has one type; `topic = \"Trade\" and topic != \"Trade\"`. Was `or` meant?"
    ),
    Catalogue.entry(
      "PQ0231", "two conditions of which one always holds",
      "`type != \"Book\" or type != \"Blog\"` holds for every record: what is no book, and what is no blog, books included. Right: `type not in [\"Book\", \"Blog\"]`."
    ),
    Catalogue.entry(
      "PQ0232", "a condition that stands twice",
      "`topic = \"Trade\" and topic = \"trade\"` asks for the same twice, as case makes no difference."
    ),
    Catalogue.entry(
      "PQ0233", "a condition that another one includes",
      "In `date >= 2018 and date >= 2020` the first does nothing: remove the one that is not meant."
    ),
    Catalogue.entry(
      "PQ0234", "a value compared with itself",
      "`date = date` holds for every record with a date. To ask for that write `not missing(date)`."
    ),
    Catalogue.entry(
      "PQ0235", "a negation of a negation",
      "`not (topic != \"Trade\")` says the same as `topic = \"Trade\"`."),
    Catalogue.entry(
      "PQ0236", "a condition that looks at no row",
      "`where 2 > 1` keeps all rows, `where false` keeps none."),
    Catalogue.entry("PQ0237", "a stage that keeps no rows", "`take 0` gives an empty result."),
    Catalogue.entry(
      "PQ0238", "an order that is lost",
      "`sort date | count by topic`: counts have an order of their own. Put `sort` behind `count` or `group`."
    ),
    Catalogue.entry(
      "PQ0240", "a value that nothing uses", "`let since = 2015` where no `$since` follows."),
    Catalogue.entry(
      "PQ0241", "a definition that nothing uses",
      "`def urban = …` where `urban` does not stand again. A script of definitions alone is meant to be used by others, and is not told so."
    ),
    Catalogue.entry(
      "PQ0242", "a parameter that nothing uses",
      "`def newest(n) = sort date desc | take 10`: the definition does not look at `n`."),
    Catalogue.entry(
      "PQ0243", "a name of loaded records that nothing uses",
      "`load \"papers.txt\" as papers` where no `from papers` follows."),
    Catalogue.entry(
      "PQ0244", "a file of definitions that nothing uses",
      "`use \"places.pubql\" as places` where nothing begins with `places.`."),
    Catalogue.entry(
      "PQ0245", "statements that never run",
      "What stands in `if false { … }`, in a loop over `[]`, or behind `assert false`."),
  ]
}
