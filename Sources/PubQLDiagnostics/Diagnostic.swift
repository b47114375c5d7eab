/// A stable name of a kind of problem, such as `PQ0104`; never reused for another kind.
///
/// Groups: `PQ00` reading the script's text, `PQ01` names, `PQ02` types and values,
/// `PQ03` data that is read, `PQ04` running, `PQ05` files and output.
package struct DiagnosticCode: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}

/// How bad a problem is.
package enum Severity: String, Sendable {
  /// Nothing runs, or the rest does not.
  case error
  /// It runs, but likely not as meant.
  case warning
  /// Something worth knowing, such as a value that occurs nowhere.
  case note
}

/// A change to the text that resolves a problem: what stands at `span` becomes `replacement`.
package struct Edit: Hashable, Sendable {
  package let span: SourceSpan
  package let replacement: String

  package init(span: SourceSpan, replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

/// Where a problem lies.
package enum DiagnosticPlace: Hashable, Sendable {
  /// In a text of the session.
  case source(SourceSpan)
  /// In a data file; `line` counts from 1, 0 stands for the file as a whole.
  case data(file: String, line: Int)
  /// Nowhere in particular.
  case none
}

/// One problem, as data: renderers draw it as text or JSON.
package struct Diagnostic: Sendable {
  package let code: DiagnosticCode
  package var severity: Severity
  /// One plain sentence without a full stop; names in backticks.
  package let message: String
  package let place: DiagnosticPlace
  /// A few words under the marked text, such as `text` or `date`; may be empty.
  package var label: String = ""
  /// Other places that matter, each with a few words.
  package var secondary: [(span: SourceSpan, label: String)] = []
  /// What to do instead, in one sentence; may name the replacement of `edit`.
  package var help: String?
  /// The change that resolves it, where one is known.
  package var edit: Edit?

  package init(
    _ code: DiagnosticCode, _ severity: Severity, _ message: String,
    at place: DiagnosticPlace, label: String = "", help: String? = nil, edit: Edit? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.place = place
    self.label = label
    self.help = help
    self.edit = edit
  }

  /// The span in a text of the session, if the problem lies in one.
  package var span: SourceSpan? {
    if case .source(let span) = place { span } else { nil }
  }
}

/// What `pubql explain` tells of a code.
package struct DiagnosticEntry: Sendable {
  package let code: DiagnosticCode
  /// The kind of problem in a few words.
  package let title: String
  /// A few sentences and an example of wrong and right, as Markdown text.
  package let explanation: String

  package init(_ code: DiagnosticCode, title: String, explanation: String) {
    self.code = code
    self.title = title
    self.explanation = explanation
  }
}
