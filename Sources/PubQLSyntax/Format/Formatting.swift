package import PubQLDiagnostics

/// A script in the one layout that PubQL has.
package struct FormattedScript: Sendable {
  /// The text; nil when the script cannot be read.
  package let text: String?
  /// What keeps it from being read, in the order in which it stands.
  package let diagnostics: [Diagnostic]
}

/// Lays out a script: keeps its comments, its meaning and single blank lines between statements.
///
/// Formatting what was formatted changes nothing.
/// - Complexity: linear in the text.
package func format(_ file: SourceFile, id: SourceID) -> FormattedScript {
  let parsed = parse(file, id: id)
  guard parsed.diagnostics.isEmpty else {
    return FormattedScript(text: nil, diagnostics: parsed.diagnostics)
  }
  let text = Printer.text(parsed.script, of: file)
  // Parentheses that were put in can nest deeper than scripts may.
  let again = parse(SourceFile(name: file.name, text: text), id: id)
  if again.diagnostics.isEmpty { return FormattedScript(text: text, diagnostics: []) }
  let plain = Printer.text(parsed.script, of: file, addsParentheses: false)
  return FormattedScript(text: plain, diagnostics: [])
}
