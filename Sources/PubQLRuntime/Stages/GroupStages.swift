import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

extension StageDefinition {
  /// Each combination of values once.
  static let distinct = StageDefinition(
    "distinct", usage: "distinct [VALUE, …]", summary: "Each combination of values once"
  ) { use in
    let operands = use.stage.operands
    guard !operands.isEmpty else {
      return use.adding(DistinctOperator())
    }
    guard let keys = use.columns(operands) else { return nil }
    return use.adding(
      GroupOperator(keys: keys.map(\.derived), aggregates: [], order: .appearance),
      schema: Schema(columns: keys.map(\.keyColumn)))
  }

  /// How many rows there are, of all or of each group.
  static let count = StageDefinition(
    "count", usage: "count [by [NAME:] VALUE, …]",
    summary: "How many rows there are, of all or under each value"
  ) { use in
    let number = SchemaColumn(name: "count", type: .number)
    guard let by = use.stage.clause("by") else {
      return use.adding(CountOperator(), schema: Schema(columns: [number]))
    }
    guard let keys = use.columns(by.operands) else { return nil }
    if let clash = keys.first(where: { $0.name == "count" }) {
      use.checker.report(.duplicateName(clash.name, by.operands[0].span))
      return nil
    }
    // Years and numbers have an order that one wants to see; names are ranked.
    let types = keys.map(\.typed.type.element)
    let order: GroupOperator.Order =
      if types.allSatisfy({ [.number, .date].contains($0) }) {
        .keys
      } else if types.allSatisfy({ [.number, .date, .any].contains($0) }) {
        .found
      } else {
        .frequency
      }
    return use.adding(
      GroupOperator(
        keys: keys.map(\.derived), aggregates: [Aggregate(name: "count", function: .count)],
        order: order),
      schema: Schema(columns: keys.map(\.keyColumn) + [number]))
  }

  /// Aggregates over groups.
  static let group = StageDefinition(
    "group", usage: "group by KEY, … { NAME: AGGREGATE, … }",
    summary: "Bring rows with equal keys together and work out values over them"
  ) { use in
    let by = use.stage.clause("by")?.operands ?? []
    guard let keys = use.columns(by) else { return nil }
    guard let block = use.stage.block, !block.isEmpty else {
      guard !keys.isEmpty else {
        use.checker.report(
          .needsClause(
            stage: "group", use.stage.name.span, help: "write `group by topic { papers: count() }`")
        )
        return nil
      }
      return use.adding(
        GroupOperator(keys: keys.map(\.derived), aggregates: [], order: .keys),
        schema: Schema(columns: keys.map(\.keyColumn)))
    }
    return use.grouping(by: keys, block)
  }
}

extension StageUse {
  /// Groups, then works the block's expressions out over keys and aggregates.
  fileprivate func grouping(by keys: [NamedColumn], _ block: [NamedExpression]) -> CheckedQuery? {
    guard let (aggregates, values) = aggregated(by: keys, block) else { return nil }
    let columns = keys.enumerated().map { index, key in
      DerivedColumn(name: key.name, type: key.typed.type.element, scalar: .column(index))
    }
    var result = adding(
      GroupOperator(keys: keys.map(\.derived), aggregates: aggregates, order: .keys))
    result.plan.operators.append(ProjectOperator(columns: columns + values, shape: .table))
    result.schema = Schema(
      columns: keys.map(\.keyColumn)
        + values.map { SchemaColumn(name: $0.name, type: $0.type) })
    result.schema.isOpen = schema.isOpen
    return result
  }

  /// The aggregates that a block needs, and its values: they look at the keys and then at the
  /// aggregates. Nil when a mistake was reported.
  func aggregated(
    by keys: [NamedColumn], _ block: [NamedExpression]
  ) -> (aggregates: [Aggregate], values: [DerivedColumn])? {
    let before = checker.diagnostics.count
    let collector = AggregateCollector(offset: keys.count, rows: schema)
    var inner = scope
    inner.schema = Schema(columns: keys.map(\.keyColumn))
    inner.aggregates = collector
    var taken = Set(keys.map(\.name))
    var values: [DerivedColumn] = []
    for item in block {
      if !taken.insert(item.name.text).inserted {
        checker.report(.duplicateName(item.name.text, item.name.span))
      }
      let typed = checker.check(item.value, inner)
      values.append(DerivedColumn(name: item.name.text, type: typed.type, scalar: typed.scalar))
    }
    guard !checker.diagnostics.dropFirst(before).contains(where: { $0.severity == .error }) else {
      return nil
    }
    return (collector.aggregates, values)
  }
}
