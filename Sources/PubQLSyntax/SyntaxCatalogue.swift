package import PubQLDiagnostics

/// What `pubql explain` tells of the problems of a script's text.
package enum SyntaxCatalogue {
  /// An entry for every code `PQ00…`, in their order.
  package static let entries: [DiagnosticEntry] =
    lexical + expressions + stages + statements + habits

  /// The wrong example gives the problem and the right one none: a test reads both.
  static func entry(
    _ code: String, _ title: String, _ text: String, wrong: String = "", right: String = ""
  ) -> DiagnosticEntry {
    let examples =
      wrong.isEmpty
      ? "" : "\n\nWrong:\n```pubql\n\(wrong)\n```\nRight:\n```pubql\n\(right)\n```"
    return DiagnosticEntry(DiagnosticCode(code), title: title, explanation: text + examples)
  }
}
