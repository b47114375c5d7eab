package import PubQLDiagnostics

/// Why a checked query failed while it ran.
package struct RunError: Error {
  package let reason: Reason
  /// The part of the query that failed, where that is known.
  package let span: SourceSpan?

  package init(_ reason: Reason, at span: SourceSpan? = nil) {
    self.reason = reason
    self.span = span
  }

  /// The kinds of failures; `RunProblem` of the runtime has their sentences.
  package enum Reason: Sendable {
    case divisionByZero
    /// A whole number or a date left the range that can be held.
    case overflow
    /// A value of a kind that the operation cannot work with.
    case wrongKind(operation: String, kind: String)
    /// A function was given a value that it cannot work with, in words.
    case badArgument(function: String, String)
    /// A function that was called failed; its error knows the place.
    indirect case inFunction(RunError)
    case cancelled
    /// A budget was used up: what, and how much of it there was.
    case budget(String)
    case outOfMemory
  }
}
