package import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

/// Why a text did not run to its end.
package struct InterpreterError: Error {
  package let kind: Kind
  package let diagnostics: [Diagnostic]

  package init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
    self.kind = kind
    self.diagnostics = diagnostics
  }

  /// What failed; exit codes follow from it.
  package enum Kind: Sendable {
    case compile
    /// Called with other parameters than the script wants
    case usage
    /// An assertion of the script does not hold
    case assertion
    case input
    case run
    case output
    case interrupted
    /// The reader of the output has gone
    case closed
  }

  init(_ error: HostError, at span: SourceSpan? = nil) {
    let place: DiagnosticPlace = span.map { .source($0) } ?? .none
    switch error {
    case .notFound(let path, let nearest):
      self.init(
        .input,
        [
          Diagnostic(
            DiagnosticCode("PQ0501"), .error, "there is no file `\(path)`", at: place,
            help: nearest.map { "did you mean `\($0)`?" })
        ])
    case .unreadable(let path, let cause):
      self.init(.input, [Self.simple("PQ0502", "`\(path)` cannot be read: \(cause)", place)])
    case .outOfMemory(let path):
      self.init(.input, [Self.simple("PQ0503", "`\(path)` does not fit into memory", place)])
    case .unwritable(let path, let cause):
      self.init(.output, [Self.simple("PQ0505", "`\(path)` cannot be written: \(cause)", place)])
    case .exists(let path):
      self.init(
        .output,
        [
          Diagnostic(
            DiagnosticCode("PQ0506"), .error, "`\(path)` exists already", at: place,
            help: "choose another name, or allow it to be replaced with --force")
        ])
    case .busy(let path):
      self.init(
        .output,
        [
          Diagnostic(
            DiagnosticCode("PQ0512"), .error, "another process is changing `\(path)`", at: place,
            help: "do it again when that is done")
        ])
    case .forbidden(let path):
      self.init(
        .output, [Self.simple("PQ0507", "writing `\(path)` is not allowed here", place)])
    }
  }

  init(_ error: RunError) {
    if case .inFunction(let inner) = error.reason {
      self.init(inner)
      return
    }
    self.init(failure: error)
    guard !error.calls.isEmpty else { return }
    let calls = error.calls.map { (span: $0, label: "used here") }
    self.init(
      kind,
      diagnostics.map { diagnostic in
        var told = diagnostic
        told.secondary += calls.filter { $0.span != diagnostic.span }
        return told
      })
  }

  /// Why a parameter of a script cannot have its value.
  static func parameter(_ parameter: ScriptParameter, found: Value?) -> InterpreterError {
    let text = found.map { "`\($0.plainText)` is not what the parameter `\(parameter.name)` takes" }
    return InterpreterError(
      .usage,
      [
        Diagnostic(
          DiagnosticCode(found == nil ? "PQ0510" : "PQ0511"), .error,
          text ?? "the parameter `\(parameter.name)` has no value",
          at: .source(parameter.span), help: "it wants \(parameter.type.wanted)")
      ])
  }

  static func assertion(
    _ message: String?, _ condition: Expression, sides: [(span: SourceSpan, value: String)]
  ) -> InterpreterError {
    var diagnostic = Diagnostic(
      DiagnosticCode("PQ0470"), .error, message ?? "the assertion does not hold",
      at: .source(condition.span), label: "does not hold")
    diagnostic.secondary = sides.map { ($0.span, $0.value) }
    return InterpreterError(.assertion, [diagnostic])
  }

  private init(failure error: RunError) {
    let place: DiagnosticPlace = error.span.map { .source($0) } ?? .none
    switch error.reason {
    case .divisionByZero:
      self.init(.run, [Self.simple("PQ0401", "a number is divided by zero", place)])
    case .overflow:
      self.init(
        .run, [Self.simple("PQ0402", "the result is too large or too small to be held", place)])
    case .wrongKind(let operation, let kind):
      self.init(
        .run,
        [Self.simple("PQ0403", "`\(operation)` cannot work with \(Self.described(kind))", place)])
    case .badArgument(let function, let cause):
      self.init(.run, [Self.simple("PQ0404", "`\(function)`: \(cause)", place)])
    case .textTooLong(let function):
      self.init(
        .run,
        [Self.simple("PQ0410", "`\(function)` would make a text of more than 16 MB", place)])
    case .inFunction(let inner): self.init(failure: inner)
    case .noSuchRecord(let id, let nearest):
      self.init(
        .run,
        [
          Diagnostic(
            DiagnosticCode("PQ0435"), .error, "there is no record with the id `\(id)`", at: place,
            help: nearest.map { "the nearest is `\($0)`" })
        ])
    case .tooManyColumns(let count, let limit):
      self.init(
        .run,
        [
          Diagnostic(
            DiagnosticCode("PQ0444"), .error,
            "`pivot` would make \(count) columns, and \(limit) are the most", at: place,
            help: "filter before it, or take a key of fewer values behind `by`, such as `year`")
        ])
    case .cancelled:
      self.init(.interrupted, [Self.simple("PQ0405", "cancelled", .none)])
    case .budget(let what):
      self.init(
        .run, [Self.simple("PQ0406", "the query needs more than its budget of \(what)", place)])
    case .tooDeep:
      self.init(
        .run,
        [
          Diagnostic(
            DiagnosticCode("PQ0408"), .error, "calls of functions nest too deep", at: place,
            help: "`fold`, `map` and `filter` go through a list without nesting")
        ])
    case .nestedValue(let limit):
      self.init(
        .run,
        [
          Diagnostic(
            DiagnosticCode("PQ0408"), .error,
            "a value holds lists or records within each other, more than \(limit) deep", at: place,
            help: "members side by side need no depth: two lists are joined by `flatten([a, b])`")
        ])
    case .outOfMemory:
      self.init(.run, [Self.simple("PQ0407", "there is not enough memory", place)])
    case .chart(let failure):
      self.init(.run, [ChartProblem.failed(failure, error.span).diagnostic])
    }
  }

  /// A kind with its article.
  private static func described(_ kind: String) -> String {
    if kind == "missing" || kind == "true or false" { return kind }
    return (kind.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + kind
  }

  private static func simple(
    _ code: String, _ message: String, _ place: DiagnosticPlace
  ) -> Diagnostic {
    Diagnostic(DiagnosticCode(code), .error, message, at: place)
  }

  static func unknownFormat(_ path: String, _ place: DiagnosticPlace) -> InterpreterError {
    InterpreterError(
      .input,
      [
        Diagnostic(
          DiagnosticCode("PQ0504"), .error, "the format of `\(path)` is not known", at: place,
          help: "name it with --from")
      ])
  }

  static func unknownOutputFormat(_ path: String, _ place: DiagnosticPlace) -> InterpreterError {
    InterpreterError(
      .output,
      [
        Diagnostic(
          DiagnosticCode("PQ0508"), .error, "the ending of `\(path)` names no format", at: place,
          help: "use an ending such as .csv, .tsv, .json, .jsonl, .md or .txt; .svg behind `chart`")
      ])
  }
}
