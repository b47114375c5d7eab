import PubQLDiagnostics

/// What is told of results, and the one place that has the words for it.
enum ExplainProblem {
  case emptySource(String, SourceSpan?)
  case stageKeepsNone(String, SourceSpan, String)
  case conditionKeepsNone(
    String, SourceSpan, reason: String?, without: [(text: String, count: String)]?)

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
    }
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
      """)
  ]
}
