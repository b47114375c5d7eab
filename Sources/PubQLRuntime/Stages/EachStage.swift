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
    let typed = use.check(operand)
    guard case .column(let index) = typed.scalar else {
      if typed.type != .any {
        use.checker.report(
          .operatorKind(
            "each", operand.span, left: typed.type, wanted: "fields of many values",
            help: "name a column, such as `each author`"))
      }
      return nil
    }
    var name = use.schema.columns[index].name
    if case .name(let written) = operand.value.kind { name = written.text }
    var schema = use.schema
    schema.columns[index].name = name
    schema.columns[index].type = typed.type.element
    if schema.shape == .records { schema.shape = .table }
    return use.adding(EachOperator(column: index, name: name), schema: schema)
  }
}
