import PubQLDiagnostics

/// What is told of results, and the one place that has the words for it.
enum ExplainProblem {
  case emptySource(String, SourceSpan)
  case stageKeepsNone(String, SourceSpan, String)
  case conditionKeepsNone(
    String, SourceSpan, reason: String?, without: [(text: String, count: String)]?)
  case noLastQuery(SourceSpan)
  case noQuery(SourceSpan)
  case noRecords(String, SourceSpan)
  case unknownRecord(String, SourceSpan, nearest: String?)
  case severalRecords(String, SourceSpan, places: [String])

  var diagnostic: Diagnostic {
    switch self {
    case .emptySource(let head, let span):
      note("nothing is found: `\(head)` has no rows", span)
    case .stageKeepsNone(let text, let span, let rows):
      note("nothing is left after `\(text)`, which keeps none of \(rows)", span)
    case .conditionKeepsNone(let text, let span, let reason, let without):
      note(
        "nothing is left after `\(text)`" + (reason.map { ": \($0)" } ?? ""), span,
        help: without.map(Self.help))
    case .noLastQuery(let span):
      Self.error(
        "PQ0223", "there is no last query for `why` to explain", span,
        help: "ask something first, such as `topic = \"Cities\"`")
    case .noQuery(let span):
      Self.error(
        "PQ0224", "`explain` shows how a query is carried out, and this is a value", span,
        help: "write a condition or stages behind it, such as `explain count by topic`")
    case .noRecords(let head, let span):
      Self.error("PQ0461", "the last query works on `\(head)`, which holds no records", span)
    case .severalRecords(let id, let span, let places):
      Diagnostic(
        DiagnosticCode("PQ0225"), .note, "\(places.count) records have the id `\(id)`",
        at: .source(span), help: Self.others(places))
    case .unknownRecord(let id, let span, let nearest):
      Self.error(
        "PQ0460", "there is no record with the id `\(id)`", span,
        help: nearest.map { "did you mean `\($0)`?" })
    }
  }

  private static func error(
    _ code: String, _ message: String, _ span: SourceSpan, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(DiagnosticCode(code), .error, message, at: .source(span), help: help)
  }

  /// How many places of other records are told.
  private static let placeLimit = 5

  /// The first place is that of the record that is told of.
  private static func others(_ places: [String]) -> String {
    let rest = places.dropFirst()
    let more = rest.count > placeLimit ? " …" : ""
    return "this is about \(places.first ?? ""), and not "
      + rest.prefix(placeLimit).joined(separator: ", ") + more
  }

  private func note(_ message: String, _ span: SourceSpan?, help: String? = nil) -> Diagnostic {
    Diagnostic(
      DiagnosticCode("PQ0222"), .note, message, at: span.map { .source($0) } ?? .none, help: help)
  }

  private static func help(_ without: [(text: String, count: String)]) -> String {
    guard let first = without.first else {
      return "leaving out one of the conditions is not enough"
    }
    let rest = without.dropFirst().map { ", without `\($0.text)` \($0.count)" }
    return "without `\(first.text)` there would be \(first.count)" + rest.joined()
  }

  /// What `pubql explain` tells of these codes.
  static let entries = [
    Catalogue.entry(
      "PQ0222", "an empty result",
      """
      The query is right, but gives nothing. The remark says behind which condition or stage the \
      last rows went, and how many there would be without each of the conditions. It goes to \
      standard error and never into results; `--explain-empty never` turns it off.
      """),
    Catalogue.entry(
      "PQ0223", "no last query to explain",
      "`why 1971` tells which conditions of the last query a record meets, so there has to be one."
    ),
    Catalogue.entry(
      "PQ0224", "an explanation of what is no query",
      "`explain 1 + 2` has no steps to show. Right: `explain topic = \"Cities\" | count`."),
    Catalogue.entry(
      "PQ0225", "several records of one id",
      "`why 1971` tells of one record: of several with that id of one that the last result shows, else of one that meets all its conditions, else of the first. The remark names the others; `dedupe` and `check-data` find such records."
    ),
    Catalogue.entry(
      "PQ0460", "an unknown record", "`why 1971` where no record that was asked about has that id."
    ),
    Catalogue.entry(
      "PQ0461", "no records to explain",
      "`why` follows records through a query; the last one began with a list or a table of counts."
    ),
  ]
}
