import PubQLEngine
import PubQLModel
import PubQLSyntax

extension StageDefinition {
  /// A row for each value of a field, or of what is worked out of it.
  static let each = StageDefinition(
    "each", usage: "each VALUE", summary: "A row for each value of a field of many values"
  ) { use in
    guard let operand = use.stage.operands.first else { return nil }
    let typed = use.checker.checkValue(operand.value, use.scope, of: "each")
    let name = use.name(of: operand.value)
    if case .column(let index) = typed.scalar { return use.each(index, of: use.input, name) }
    guard typed.type != .any || typed.constant == nil else { return nil }
    guard !use.schema.columns.contains(where: { $0.name == name }) else {
      use.checker.report(.duplicateName(name, operand.span))
      return nil
    }
    return use.each(use.schema.columns.count, of: use.adding(typed, name), name)
  }
}

extension StageUse {
  /// The input with a column more.
  fileprivate func adding(_ typed: Typed, _ name: String) -> CheckedQuery {
    let columns = schema.columns.enumerated().map { index, column in
      DerivedColumn(name: column.name, type: column.type, scalar: .column(index))
    }
    let derived = DerivedColumn(name: name, type: typed.type, scalar: typed.scalar)
    var added = schema
    added.columns.append(SchemaColumn(name: name, type: typed.type))
    added.shape = .table
    return adding(ProjectOperator(columns: columns + [derived], shape: .table), schema: added)
  }

  fileprivate func each(_ index: Int, of input: CheckedQuery, _ name: String) -> CheckedQuery {
    var result = input
    result.plan.operators.append(EachOperator(column: index, name: name))
    result.schema.columns[index].name = name
    result.schema.columns[index].type = result.schema.columns[index].type.element
    if result.schema.shape == .records { result.schema.shape = .table }
    return result
  }
}
