import PubQLDiagnostics
import PubQLSyntax

/// What can be wrong with the arguments of a call, beyond their number and kind, and the words
/// for it.
enum ArgumentProblem {
  /// The parameters for which nothing is given, at least one.
  case missing([String], of: String, SourceSpan)
  case givenTwice(String, of: String, SourceSpan, first: SourceSpan)
  /// `map(xs, length)`: the name of a function where a function is wanted.
  case bareFunction(String, SourceSpan, takes: Int)

  var diagnostic: Diagnostic {
    switch self {
    case .missing(let names, let function, let span):
      return Diagnostic(
        DiagnosticCode("PQ0111"), .error,
        "`\(function)` needs " + names.map { "`\($0)`" }.joined(separator: " and "),
        at: .source(span),
        help: "write `\(function)(" + names.map { "\($0): …" }.joined(separator: ", ")
          + ", …)`")
    case .givenTwice(let name, let function, let span, let first):
      var diagnostic = Diagnostic(
        DiagnosticCode("PQ0111"), .error, "`\(name)` of `\(function)` is given twice",
        at: .source(span), help: "leave one of them out")
      diagnostic.secondary = [(first, "the first")]
      return diagnostic
    case .bareFunction(let name, let span, let count):
      let right = count == 2 ? "(a, b) => \(name)(a, b)" : "x => \(name)(x)"
      return Diagnostic(
        DiagnosticCode("PQ0129"), .error,
        "a function is handed over as `x => …`, not by its name", at: .source(span),
        help: "write `\(right)`", edit: Edit(span: span, replacement: right))
    }
  }

  /// What `pubql explain` tells of these codes.
  static let entries = [
    Catalogue.entry(
      "PQ0129", "the name of a function as a value",
      "Functions are handed over as lambdas. Wrong: `map(topics, length)`. Right: `map(topics, x => length(x))`."
    )
  ]
}

extension Checker {
  /// Reports the name of a function where a function is wanted, `map(xs, length)`.
  ///
  /// - Returns: whether it was one.
  func isBareFunction(_ expression: Expression, of caller: String, _ scope: Scope) -> Bool {
    guard case .name(let name) = expression.kind, !name.isQuoted, boundClose(name, scope) == nil,
      Builtin.named(name.text) != nil || definition(name, scope)?.parameters.isEmpty == false
    else { return false }
    report(
      ArgumentProblem.bareFunction(name.text, name.span, takes: caller == "fold" ? 2 : 1)
        .diagnostic)
    return true
  }

  /// Reports what a call leaves out; a call without names is told by its number of arguments.
  func reportMissing(
    _ names: [String], of function: String, _ arguments: [Argument], _ span: SourceSpan
  ) -> Bool {
    guard !names.isEmpty, arguments.contains(where: { $0.name != nil }) else { return false }
    report(ArgumentProblem.missing(names, of: function, span).diagnostic)
    return true
  }

  /// Reports an argument for a parameter that has one.
  func reportTwice(
    _ parameter: String, of function: String, _ argument: Argument, first: Expression
  ) {
    report(
      ArgumentProblem.givenTwice(
        parameter, of: function, argument.name?.span ?? argument.value.span, first: first.span
      ).diagnostic)
  }
}
