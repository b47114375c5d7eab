package import PubQLDiagnostics

/// Why a checked query failed while it ran.
package struct RunError: Error {
  package let reason: Reason
  /// The part of the query that failed, where that is known.
  package let span: SourceSpan?
  /// The uses of definitions that led there, innermost first.
  package private(set) var calls: [SourceSpan] = []

  package init(_ reason: Reason, at span: SourceSpan? = nil) {
    self.reason = reason
    self.span = span
  }

  /// How many uses of definitions are told.
  private static let callLimit = 5

  /// The same, within a definition that is used there.
  func called(at span: SourceSpan) -> RunError {
    var error = RunError(reason, at: self.span ?? span)
    error.calls = calls.count < Self.callLimit ? calls + [span] : calls
    return error
  }

  /// The same, which failed there unless a place within it is known.
  package func placed(at span: SourceSpan) -> RunError {
    guard self.span == nil else { return self }
    var error = RunError(reason, at: span)
    error.calls = calls
    return error
  }

  /// Whether `try` may go on after it: not when the run as a whole has to end.
  package var canBeCaught: Bool {
    switch reason {
    case .cancelled, .budget, .outOfMemory, .tooDeep, .nestedValue: false
    case .inFunction(let inner): inner.canBeCaught
    default: true
    }
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
    /// A function would make a text beyond all measure.
    case textTooLong(function: String)
    /// A function that was called failed; its error knows the place.
    indirect case inFunction(RunError)
    /// No record has that id; the nearest that one has.
    case noSuchRecord(id: String, nearest: String?)
    /// A table would have more columns than the limit allows.
    case tooManyColumns(Int, limit: Int)
    case cancelled
    /// A budget was used up: what, and how much of it there was.
    case budget(String)
    case outOfMemory
    /// Calls of functions within each other would not fit on the stack.
    case tooDeep
    /// A value holds lists within each other beyond that depth.
    case nestedValue(limit: Int)
    /// Rows that cannot be shown as a chart
    case chart(ChartFailure)
  }
}
