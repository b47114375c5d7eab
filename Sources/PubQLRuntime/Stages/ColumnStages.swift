import PubQLSyntax
import PubQLDiagnostics
import PubQLEngine
import PubQLModel

extension StageDefinition {
  /// Gives rows the columns that are named, and no others.
  static let select = StageDefinition(
    "select", usage: "select [NAME:] VALUE, … [per KEY, …]",
    summary: "Show these columns and no others"
  ) { use in
    if use.namesWithEquals(use.stage.operands) { return nil }
    guard let (use, columns) = use.columnsWithWindows(use.stage.operands) else { return nil }
    var schema = Schema(columns: columns.map(\.column), hasSource: use.schema.hasSource)
    schema.search = use.schema.search
    return use.adding(
      ProjectOperator(columns: columns.map(\.derived), shape: .table), schema: schema)
  }

  /// Adds columns, or gives one that is there another content.
  static let with = StageDefinition(
    "with", usage: "with NAME: VALUE, … [per KEY, …]",
    summary: "Add columns, or change what one holds"
  ) { use in
    if use.namesWithEquals(use.stage.operands) { return nil }
    for operand in use.stage.operands where operand.name == nil {
      // What could not be read was told already.
      if case .invalid = operand.value.kind { return nil }
      use.checker.report(.needsName("with", operand.span))
      return nil
    }
    guard let (use, added) = use.columnsWithWindows(use.stage.operands) else { return nil }
    var derived = use.schema.unchanged
    var schema = use.schema
    for column in added {
      if let index = use.schema.index(of: column.name) {
        derived[index] = column.derived
        schema.columns[index] = column.column
      } else {
        derived.append(column.derived)
        schema.columns.append(column.column)
      }
    }
    // A list with a column more is a table.
    if schema.shape == .list, derived.count > 1 { schema.shape = .table }
    return use.adding(ProjectOperator(columns: derived, shape: schema.shape), schema: schema)
  }

  /// Leaves columns out.
  static let drop = StageDefinition(
    "drop", usage: "drop FIELD, …", summary: "Leave columns out"
  ) { use in
    var dropped: Set<Int> = []
    for operand in use.stage.operands {
      guard let index = use.column(operand) else { return nil }
      dropped.insert(index)
    }
    let kept = use.schema.columns.indices.filter { !dropped.contains($0) }
    var schema = use.schema
    schema.columns = kept.map { use.schema.columns[$0] }
    let unchanged = use.schema.unchanged
    return use.adding(
      ProjectOperator(columns: kept.map { unchanged[$0] }, shape: use.schema.shape),
      schema: schema)
  }
}

extension Schema {
  /// All columns as they are.
  var unchanged: [DerivedColumn] {
    columns.enumerated().map { index, column in
      DerivedColumn(name: column.name, type: column.type, scalar: .column(index))
    }
  }
}
