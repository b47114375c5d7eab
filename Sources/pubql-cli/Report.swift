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
    let all = error.diagnostics
    // Programs that read them want all.
    let shown = style.json || all.count <= shownLimit + 1 ? all[...] : all.prefix(shownLimit)
    for diagnostic in shown { show(diagnostic, style: style) }
    if shown.count < all.count {
      StandardError.print("… and \(all.count - shown.count) more problems")
    }
  }

  /// Of more problems at once only so many are shown: nobody reads on.
  private static let shownLimit = 20

  /// Whether what was run as a script has so many problems that it is likely something else.
  static func looksLikeData(_ error: PubQLError) -> Bool {
    error.kind == .compile && error.diagnostics.count > shownLimit
      && error.diagnostics.prefix(shownLimit).allSatisfy { $0.code.hasPrefix("PQ00") }
  }

  static func show(_ diagnostic: Diagnostic, style: ReportStyle) {
    StandardError.print(
      style.json ? diagnostic.json : diagnostic.text(color: style.color, width: style.width))
  }
}
