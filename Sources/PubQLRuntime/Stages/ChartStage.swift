import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

extension StageDefinition {
  /// Has the rows shown as a chart.
  static let chart = StageDefinition(
    "chart", usage: "chart [bar|line|spark|heat] [VALUE, …] [by KEY] [per KEY]",
    summary: "Show the rows as a chart; what is not said is chosen by what they hold",
    keepsColumns: true
  ) { use in
    guard let values = use.chartValues(), let point = use.chartKey("by"),
      let series = use.chartKey("per")
    else { return nil }
    if values.count > 1, let per = series.first {
      use.checker.report(.chart(.valuesAndSeries(values.map(\.name), per.name, use.stage.span)))
      return nil
    }
    return use.adding(
      ChartOperator(
        kind: use.stage.mode.flatMap { Chart.Kind(rawValue: $0.text) },
        values: values.map(\.derived), point: point.first?.derived, series: series.first?.derived,
        span: use.stage.span))
  }
}

extension StageUse {
  /// The columns of numbers that are named, perhaps none; nil when a mistake was reported.
  fileprivate func chartValues() -> [NamedColumn]? {
    let operands = stage.operands
    for operand in operands {
      guard case .name(let name) = operand.value.kind, !schema.isOpen,
        ChartProblem.foreignKinds.contains(name.text.lowercased()),
        schema.index(of: name.text) == nil, checker.definition(name, scope) == nil
      else { continue }
      checker.report(.chart(.unknownKind(name.text, name.span)))
      return nil
    }
    guard let columns = columns(operands) else { return nil }
    var isValid = true
    for (operand, column) in zip(operands, columns)
    where !column.typed.type.mayBeNumber {
      checker.report(
        .argumentKind("chart", operand.span, expected: "numbers", found: column.typed.type))
      isValid = false
    }
    guard isValid else { return nil }
    if columns.isEmpty, !hasNumbers {
      checker.report(.chart(.noNumbers(stage.name.span, by: chartedBy)))
      return nil
    }
    return columns
  }

  private var hasNumbers: Bool {
    schema.isOpen || schema.columns.contains { $0.type.mayBeNumber }
  }

  /// What the rows might have been counted by.
  private var chartedBy: String {
    let key = stage.clause("by")?.operands.first.map { name(of: $0.value) }
    return key ?? schema.columns.first { $0.field == nil }?.name ?? "year"
  }

  /// The key of a clause: none or one; nil when a mistake was reported.
  fileprivate func chartKey(_ word: String) -> [NamedColumn]? {
    guard let clause = stage.clause(word) else { return [] }
    if clause.operands.count > 1 {
      let names = clause.operands.map { name(of: $0.value) }
      checker.report(.chart(.severalKeys(word, names, clause.operands[1].span)))
      return nil
    }
    return columns(clause.operands)
  }
}

extension ValueType {
  /// Whether there may be numbers among values of this type.
  fileprivate var mayBeNumber: Bool { [.number, .any, .missing].contains(self) }
}

extension Checker {
  /// Reports a stage behind `chart`, which would have nothing of the chart.
  func requireNoChart(before stage: Stage, in query: CheckedQuery) {
    let name = stage.name.text
    guard query.plan.operators.last is ChartOperator, name != "save", name != "show" else { return }
    report(.chart(.notLast(name, stage.span)))
  }
}
