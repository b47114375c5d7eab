import PubQLDiagnostics
import PubQLEngine

/// What can be wrong with `search`, `snippet`, `similar` and `dedupe`, and the words for it.
enum SearchProblem {
  case noWord(SourceSpan)
  case notKnownBeforehand(String, SourceSpan)
  case nothingToSearch(SourceSpan)
  case notSearchable(String, SourceSpan, ValueType)
  case badWeight(String, SourceSpan)
  case searchedTwice(String, SourceSpan)
  case noSearchBefore(SourceSpan, text: String)
  case badWidth(SourceSpan)
  case needsRecords(SourceSpan, columns: [String])
  case columnIsTaken(String, SourceSpan, stage: String)

  var diagnostic: Diagnostic {
    switch self {
    case .noWord(let span):
      Self.error(
        "PQ0430", "this has no word that could be looked for", span,
        help: "write at least one word without `-` before it, such as `\"water -urban\"`")
    case .notKnownBeforehand(let name, let span):
      Self.error(
        "PQ0431", "`\(name)` must know this before it looks at the rows", span,
        help: "write it as a text, or bind it with `let` and name it with `$`")
    case .nothingToSearch(let span):
      Self.error("PQ0432", "the rows have no texts to search", span)
    case .notSearchable(let name, let span, let type):
      Self.error(
        "PQ0432", "`\(name)` is \(type.described), and `search` looks into texts", span,
        label: type.name)
    case .badWeight(let name, let span):
      Self.error(
        "PQ0433", "the weight of `\(name)` must be a number above 0, up to 1000", span,
        help: "write a number, such as `{ \(name): 3 }`; fields that are not named are not searched"
      )
    case .searchedTwice(let name, let span):
      Self.error("PQ0438", "the field `\(name)` is given two weights", span)
    case .noSearchBefore(let span, let text):
      Self.error(
        "PQ0434", "`snippet` does not know what was searched for: no `search` stands before it",
        span, help: "write the words: `snippet(\(text), \"smart cities\")`")
    case .badWidth(let span):
      Self.error(
        "PQ0439", "the width of a snippet is a number of words, from 1 to 1000", span)
    case .needsRecords(let span, let columns):
      Self.error(
        "PQ0436", "`similar` needs an `id` and something to compare", span,
        help: "keep `id` and some of "
          + columns.map { "`\($0)`" }.joined(separator: ", "))
    case .columnIsTaken(let name, let span, let stage):
      Self.error(
        "PQ0437", "`\(stage)` adds a column `\(name)`, and there is one already", span,
        help: "give yours another name before: `with my_\(name): \(name) | drop \(name)`")
    }
  }

  private static func error(
    _ code: String, _ message: String, _ span: SourceSpan, label: String = "",
    help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      DiagnosticCode(code), .error, message, at: .source(span), label: label, help: help)
  }

  /// What `pubql explain` tells of these codes.
  static let entries = [
    Catalogue.entry(
      "PQ0430", "a search for no word",
      "`search` ranks rows by words that they have. Wrong: `search \"-covid\"`, `search \"?\"`. Right: `search \"vaccines -covid\"`; to leave rows out only, `where not (title has \"covid\")`."
    ),
    Catalogue.entry(
      "PQ0431", "a value that must be known beforehand",
      "What is searched for, and the id of `similar`, are the same for all rows. Right: `search \"water\"`, `search $q`. Wrong: `search title`."
    ),
    Catalogue.entry(
      "PQ0432", "nothing that could be searched",
      "`search` looks into texts and lists of texts: `title` and `abstract` where there are, else all texts, or the fields that are named: `search \"water\" { title: 3, topics: 1 }`."
    ),
    Catalogue.entry(
      "PQ0433", "a weight that is no number",
      "Weights are numbers above 0, up to 1000: `search \"water\" { title: 3, abstract: 1 }`."),
    Catalogue.entry(
      "PQ0434", "a snippet without a search",
      "Behind `search \"…\"` the words are known: `search \"water\" | select title, snippet(abstract)`. Elsewhere name them: `select title, snippet(abstract, \"water\")`."
    ),
    Catalogue.entry(
      "PQ0435", "an id that no record has",
      "`similar 1971` compares with the record of that id, be it among the rows or filtered out of them."
    ),
    Catalogue.entry(
      "PQ0436", "rows that cannot be compared with a record",
      "`similar` finds the record by its `id` and compares titles, abstracts, authors, topics and regions, as far as the rows have them."
    ),
    Catalogue.entry(
      "PQ0437", "a column that is there already",
      "`search` and `similar` add `score`, `dedupe` adds `duplicates` and `why`. They replace what such a stage made before, but nothing of yours. Right: `with my_score: score | drop score | search \"water\"`."
    ),
    Catalogue.entry(
      "PQ0438", "a field with two weights",
      "`topic` and `topics` are one field. Right: `search \"water\" { title: 3, topics: 1 }`."),
    Catalogue.entry(
      "PQ0439", "a width that a snippet cannot have",
      "Right: `snippet(abstract, 40)`, `snippet(abstract, \"water\", 40, \"*\")`."),
  ]
}
