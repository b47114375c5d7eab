internal import PubQLDiagnostics
internal import PubQLRuntime

/// One problem or remark, with its place where it has one.
public struct Diagnostic: Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    case error
    case warning
    case note
  }

  /// A change that resolves it.
  public struct Edit: Hashable, Sendable {
    /// First byte that goes. Unit: UTF-8 offsets in the text that was run.
    public let start: Int
    /// After the last byte that goes.
    public let end: Int
    /// What comes in their place.
    public let replacement: String
  }

  /// A stable name of its kind, such as `PQ0104`; `Reference.explanation(of:)` tells more.
  public let code: String
  /// How bad it is.
  public let severity: Severity
  /// One sentence.
  public let message: String
  /// What to do instead.
  public let help: String?
  /// The text or data file; empty where there is none.
  public let file: String
  /// From 1; 0 where there is none.
  public let line: Int
  /// From 1, in Unicode scalars; 0 where there is none.
  public let column: Int
  /// First byte of the place. Unit: UTF-8 offsets in the text that was run.
  public let start: Int
  /// After the last byte of the place.
  public let end: Int
  /// Changes that resolve it, at most one today.
  public let edits: [Edit]
  /// The problem as the renderer knows it, and the texts that its spans lie in.
  let rendered: Rendered

  /// What is needed to draw it.
  struct Rendered: Sendable {
    let diagnostic: PubQLDiagnostics.Diagnostic
    let sources: SourceMap
  }

  init(_ diagnostic: PubQLDiagnostics.Diagnostic, _ sources: SourceMap) {
    code = diagnostic.code.description
    severity =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    message = diagnostic.message
    help = diagnostic.help
    edits =
      diagnostic.edit.map {
        [Edit(start: $0.span.start, end: $0.span.end, replacement: $0.replacement)]
      } ?? []
    rendered = Rendered(diagnostic: diagnostic, sources: sources)
    switch diagnostic.place {
    case .source(let span):
      let source = sources[span.file]
      let position = source?.position(at: span.start)
      file = source?.name ?? ""
      line = position?.line ?? 0
      column = position?.column ?? 0
      start = span.start
      end = span.end
    case .data(let name, let dataLine):
      (file, line, column, start, end) = (name, dataLine, 0, 0, 0)
    case .none:
      (file, line, column, start, end) = ("", 0, 0, 0, 0)
    }
  }

  /// The problem as text for a person: its sentence, the line with the place marked, and the help.
  ///
  /// - Parameters:
  ///   - color: whether to use the colours of a terminal.
  ///   - width: cells of a line, for cutting very long source lines.
  public func text(color: Bool = false, width: Int? = nil) -> String {
    DiagnosticRenderer(sources: rendered.sources, color: color, width: width)
      .text(rendered.diagnostic)
  }

  /// The problem as one line of JSON.
  public var json: String {
    DiagnosticRenderer(sources: rendered.sources).json(rendered.diagnostic)
  }
}

/// Why something could not be done.
public struct PubQLError: Error {
  /// What failed.
  public enum Kind: Sendable {
    /// The call itself: an unknown format, a bad value
    case usage
    /// The text is no PubQL, or names what there is not
    case compile
    /// An assertion of the text does not hold
    case assertion
    /// Data cannot be read
    case input
    /// A checked query failed
    case runtime
    /// A result cannot be written
    case output
    /// Cancelled
    case interrupted
    /// The reader of the output has gone
    case closed
  }

  /// What failed.
  public let kind: Kind
  /// The problems, at least one unless the output was closed.
  public let diagnostics: [Diagnostic]

  /// The exit code of a command that fails so.
  public var exitCode: Int32 {
    switch kind {
    case .assertion: 1
    case .usage: 2
    case .compile: 3
    case .input: 4
    case .runtime: 5
    case .output: 6
    case .interrupted: 130
    case .closed: 141
    }
  }

  init(_ error: InterpreterError, _ sources: SourceMap) {
    kind =
      switch error.kind {
      case .compile: .compile
      case .usage: .usage
      case .assertion: .assertion
      case .input: .input
      case .run: .runtime
      case .output: .output
      case .interrupted: .interrupted
      case .closed: .closed
      }
    diagnostics = error.diagnostics.map { Diagnostic($0, sources) }
  }

  /// A failure outside of the interpreter, in words.
  public init(_ kind: Kind, _ message: String, help: String? = nil, code: String = "PQ0500") {
    self.kind = kind
    diagnostics = [
      Diagnostic(
        PubQLDiagnostics.Diagnostic(
          DiagnosticCode(code), .error, message, at: .none, help: help),
        SourceMap())
    ]
  }
}
