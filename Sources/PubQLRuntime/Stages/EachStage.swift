import PubQLSyntax
import PubQLModel
import PubQLDiagnostics
import PubQLEngine

extension StageDefinition {
  /// A row for each value of a field.
  static let each = StageDefinition(
    "each", usage: "each FIELD", summary: "A row for each value of a field of many values"
  ) { use in
    guard let operand = use.stage.operands.first else { return nil }
    guard let index = use.column(operand) else { return nil }
    let name = use.name(of: operand.value)
    var schema = use.schema
    schema.columns[index].name = name
    schema.columns[index].type = schema.columns[index].type.element
    if schema.shape == .records { schema.shape = .table }
    return use.adding(EachOperator(column: index, name: name), schema: schema)
  }
}
