import PubQLEngine

/// How much a run may do before it ends with an error.
package struct RunBudget: Sendable {
  /// Rows that a stage may make.
  package var rows = 100_000_000
  /// Calls of functions of the script, and the members of what they make; a statement in braces
  /// counts as some hundred.
  package var steps = 100_000_000
  /// What a query may take beside its records. Unit: bytes.
  package var memory = MemoryMeter.generousLimit
  /// What calls within each other may take of the stack. Unit: bytes.
  package var stack = 384 << 10

  package init() {}
}
