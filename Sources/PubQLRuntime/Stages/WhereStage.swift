import PubQLSyntax
import PubQLModel
import PubQLDiagnostics
import PubQLEngine

extension StageDefinition {
  /// Keeps rows that meet a condition.
  static let `where` = StageDefinition(
    "where", usage: "where CONDITION", summary: "Keep the rows that meet a condition",
    keepsColumns: true
  ) { use in
    guard let operand = use.stage.operands.first else { return nil }
    let before = use.checker.diagnostics.count
    let (condition, terms) = use.checker.terms(
      of: operand.value, after: use.input.conditions, use.scope)
    let failed = use.checker.diagnostics.dropFirst(before).contains { $0.severity == .error }
    return failed ? nil : use.adding(FilterOperator(condition: condition.scalar, terms: terms))
  }
}
