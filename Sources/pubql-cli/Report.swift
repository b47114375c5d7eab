import PubQL

/// How remarks are drawn on standard error.
struct ReportStyle {
  var color = false
  var width: Int?
  var json = false
}

/// Tells people what went wrong, and what is worth knowing.
enum Report {
  /// The style when no option says otherwise.
  static var errorStyle: ReportStyle {
    ReportStyle(color: Coloring.auto.applies(toTerminal: StandardError.isTerminal))
  }

  static func failure(_ error: PubQLError, style: ReportStyle) {
    if error.kind == .closed { return }
    for diagnostic in error.diagnostics { show(diagnostic, style: style) }
  }

  static func show(_ diagnostic: Diagnostic, style: ReportStyle) {
    StandardError.print(
      style.json ? diagnostic.json : diagnostic.text(color: style.color, width: style.width))
  }
}
