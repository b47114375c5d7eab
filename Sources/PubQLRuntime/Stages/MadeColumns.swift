import PubQLEngine
import PubQLModel
import PubQLSyntax

extension StageUse {
  /// The same use, with room for columns that the stage makes: what such a stage made before goes;
  /// a field of the data gives way to `name_2`, for the data never stands in the way of a script.
  /// Nil when a column that the query made has the name, which is reported.
  func clearing(_ names: [String]) -> StageUse? {
    var schema = self.schema
    var columns = schema.unchanged
    for name in names {
      guard let index = schema.columns.firstIndex(where: { $0.name == name }) else { continue }
      if schema.columns[index].isMade {
        schema.columns.remove(at: index)
        columns.remove(at: index)
      } else if schema.columns[index].isOfData {
        var number = 2
        while schema.index(of: "\(name)_\(number)") != nil { number += 1 }
        schema.columns[index].name = "\(name)_\(number)"
        columns[index] = DerivedColumn(
          name: "\(name)_\(number)", type: columns[index].type, scalar: columns[index].scalar)
      } else {
        checker.report(SearchProblem.columnIsTaken(name, stage.name.span, stage: stage.name.text))
        return nil
      }
    }
    guard schema.columns.map(\.name) != self.schema.columns.map(\.name) else { return self }
    var scope = self.scope
    scope.schema = schema
    return StageUse(
      stage: stage,
      input: adding(ProjectOperator(columns: columns, shape: schema.shape), schema: schema),
      scope: scope, checker: checker)
  }
}

extension Schema {
  /// The columns with some more; a list becomes a table.
  func adding(_ made: [SchemaColumn]) -> Schema {
    var schema = self
    schema.columns += made
    if schema.shape == .list { schema.shape = .table }
    return schema
  }
}

extension SchemaColumn {
  /// A column that a stage makes, and may make anew.
  init(made name: String, type: ValueType) {
    self.init(name: name, type: type)
    isMade = true
  }
}
