import PubQLDiagnostics
import PubQLEngine

/// Writes the rows that pass; the interpreter carries it out, for only it may reach files.
struct SaveStep: Operator {
  let path: String
  let span: SourceSpan

  func run(_ input: Table, _ context: ExecutionContext) -> Table { input }
}

/// Shows the rows that pass; carried out by the interpreter.
struct ShowStep: Operator {
  /// Makes the columns that are shown; nil for all.
  let columns: ProjectOperator?

  func run(_ input: Table, _ context: ExecutionContext) -> Table { input }
}
