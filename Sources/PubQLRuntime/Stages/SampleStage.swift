import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

extension StageDefinition {
  /// Some rows by chance. Without a seed it is 0, so that a script gives the same answer each time.
  static let sample = StageDefinition(
    "sample", usage: "sample N [seed S] [per KEY, …]",
    summary: "Some rows by chance, the same each time; another seed gives others",
    keepsColumns: true
  ) { use in
    guard let operand = use.stage.operands.first, let count = use.rowCount(operand) else {
      return nil
    }
    var seed = 0
    if let clause = use.stage.clause("seed") {
      guard clause.operands.count == 1, let number = use.rowCount(clause.operands[0], of: "seed")
      else {
        if clause.operands.count > 1 {
          use.checker.report(.notWhole("seed", clause.operands[1].span))
        }
        return nil
      }
      seed = number
    }
    return use.adding(SampleOperator(count: count, seed: seed, groups: use.groups()))
  }
}
