import PubQLSyntax
import PubQLModel
import PubQLDiagnostics
import PubQLEngine

extension StageDefinition {
  /// What the columns hold.
  static let describe = StageDefinition(
    "describe", usage: "describe [FIELD, …]",
    summary: "What the columns hold: type, how often filled, different values, most frequent ones"
  ) { use in
    var columns: [Int] = []
    for operand in use.stage.operands {
      guard let index = use.column(operand) else { return nil }
      columns.append(index)
    }
    return use.adding(
      DescribeOperator(columns: columns),
      schema: Schema(columns: [
        SchemaColumn(name: "field", type: .text), SchemaColumn(name: "type", type: .text),
        SchemaColumn(name: "filled", type: .number), SchemaColumn(name: "distinct", type: .number),
        SchemaColumn(name: "most_frequent", type: .list(.any)),
      ]))
  }
}
