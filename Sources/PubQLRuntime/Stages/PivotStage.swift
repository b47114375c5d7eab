import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

extension StageDefinition {
  /// A row for each key and a column for each value of other keys, with counts or aggregates in the
  /// cells.
  static let pivot = StageDefinition(
    "pivot", usage: "pivot KEY, … by KEY, … [{ NAME: AGGREGATE, … }]",
    summary: "A row for each key, and a column for each value of those behind `by`"
  ) { use in
    guard let by = use.stage.clause("by") else {
      use.checker.report(
        .needsClause(
          stage: "pivot", use.stage.name.span,
          help: "say what makes the columns, such as `pivot topic by year`"))
      return nil
    }
    guard let rows = use.columns(use.stage.operands), let across = use.columns(by.operands),
      let step = use.pivot(rows, across)
    else { return nil }
    return use.pivoting(step, rows)
  }
}

extension StageUse {
  fileprivate func pivot(_ rows: [NamedColumn], _ across: [NamedColumn]) -> PivotOperator? {
    let keys = rows + across
    guard let block = stage.block, !block.isEmpty else {
      return PivotOperator(
        rows: rows.map(\.derived), across: across.map(\.derived),
        aggregates: [Aggregate(name: "count", function: .count)],
        cells: [DerivedColumn(name: "count", type: .number, scalar: .column(keys.count))],
        span: stage.span)
    }
    guard let (aggregates, cells) = aggregated(by: keys, block) else { return nil }
    return PivotOperator(
      rows: rows.map(\.derived), across: across.map(\.derived), aggregates: aggregates,
      cells: cells, span: stage.span)
  }

  /// The columns are known only from the data, so the input runs now for their names; where there
  /// is no data yet, the rows may have any column.
  fileprivate func pivoting(_ step: PivotOperator, _ rows: [NamedColumn]) -> CheckedQuery? {
    var result = adding(step, schema: Schema(columns: rows.map(\.keyColumn)))
    if schema.isOpen || checker.environment.isOutline {
      result.schema.isOpen = true
      return result
    }
    if scope.outermost != nil { checker.steps += 1000 }
    do throws(RunError) {
      let table = try checker.rows(of: input)
      let names = try step.columnNames(of: table, checker.context)
      for (index, name) in names.enumerated() {
        let type = step.cells[index % step.cells.count].type
        result.schema.columns.append(SchemaColumn(name: name, type: type))
      }
      return result
    } catch {
      checker.failures.append(error)
      return nil
    }
  }
}
