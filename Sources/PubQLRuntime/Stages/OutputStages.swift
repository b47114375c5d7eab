import PubQLSyntax
import PubQLModel
import PubQLDiagnostics
import PubQLFormats
import PubQLEngine

extension StageDefinition {
  /// Writes the rows to a file.
  static let save = StageDefinition(
    "save", usage: "save \"FILE\"",
    summary: "Write the rows to a file, in the format that its name ends in",
    keepsColumns: true
  ) { use in
    guard let operand = use.stage.operands.first else { return nil }
    let typed = use.check(operand)
    guard let path = typed.constant?.textual else {
      use.checker.report(
        .argumentKind("save", operand.span, expected: "the name of a file", found: typed.type))
      return nil
    }
    if FormatRegistry.writer(forPath: path)?.needsChart == true, use.givesNoChart {
      use.checker.report(.chart(.nothingToDraw(path, operand.span)))
      return nil
    }
    return use.adding(SaveStep(path: path, span: operand.span))
  }

  /// Shows the rows and passes them on.
  static let show = StageDefinition(
    "show", usage: "show [VALUE, …]",
    summary: "Show the rows, or some of their columns, and go on with all of them",
    keepsColumns: true
  ) { use in
    guard !use.stage.operands.isEmpty else { return use.adding(ShowStep(columns: nil)) }
    guard let columns = use.columns(use.stage.operands) else { return nil }
    return use.adding(
      ShowStep(columns: ProjectOperator(columns: columns.map(\.derived), shape: .table)))
  }
}

extension StageUse {
  /// Whether the rows are certainly no chart; what a variable holds is not known yet.
  fileprivate var givesNoChart: Bool {
    let steps = input.plan.operators.filter { !($0 is SaveStep) && !($0 is ShowStep) }
    return !steps.isEmpty && !(steps.last is ChartOperator)
  }
}
