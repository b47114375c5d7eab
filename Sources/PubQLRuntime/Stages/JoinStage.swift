import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

extension StageDefinition {
  /// Brings the rows of another table in where keys are equal.
  ///
  /// Keys are compared as `=` does: texts folded, people by names that may be one, places by what
  /// they are, fields of many values by any of them. Dates have to be the same date.
  static let join = StageDefinition(
    "join", usage: "join [left|semi|anti] TABLE on KEY, …",
    summary: "Bring in the columns of another table where keys are equal"
  ) { use in
    let other = use.otherRows()
    guard let on = use.stage.clause("on") else {
      if let other { use.reportNoKeys(other.schema) }
      return nil
    }
    guard let other, let keys = use.matchKeys(on.operands, with: other.schema) else { return nil }
    let kind = use.stage.mode.flatMap { JoinOperator.Kind(rawValue: $0.text) } ?? .inner
    switch kind {
    case .semi, .anti:
      return use.adding(JoinOperator(kind: kind, other: other.plan, keys: keys, added: []))
    case .inner, .left: return use.joining(other, keys, kind)
    }
  }
}

extension StageUse {
  /// The columns of both, but for the keys of the other.
  fileprivate func joining(
    _ other: CheckedQuery, _ keys: [MatchKey], _ kind: JoinOperator.Kind
  ) -> CheckedQuery {
    let keyColumns = keys.compactMap { key -> Int? in
      if case .column(let index) = key.right { index } else { nil }
    }
    var schema = schema
    var added: [JoinOperator.AddedColumn] = []
    for (index, column) in other.schema.columns.enumerated() where !keyColumns.contains(index) {
      let name = schema.freeName(column.name)
      added.append(JoinOperator.AddedColumn(index: index, name: name))
      schema.columns.append(
        SchemaColumn(
          name: name, type: column.type, field: name == column.name ? column.field : nil))
    }
    schema.shape = .table
    var result = adding(
      JoinOperator(kind: kind, other: other.plan, keys: keys, added: added), schema: schema)
    result.schema.isOpen = schema.isOpen || other.schema.isOpen
    return result
  }

  fileprivate func reportNoKeys(_ other: Schema) {
    let shared = schema.namesShared(with: other)
    checker.report(
      .needsClause(
        stage: "join", stage.span,
        help: "say on what, such as `on \(shared.first ?? "author = name")`"))
  }
}
