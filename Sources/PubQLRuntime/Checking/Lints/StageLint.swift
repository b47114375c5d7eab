import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

extension Checker {
  /// Looks at a stage where it stands, and not for a use of a definition.
  func lint(_ stage: Stage, after input: CheckedQuery, _ result: CheckedQuery, _ scope: Scope) {
    guard lints != nil, scope.outermost == nil else { return }
    if ["take", "top", "sample"].contains(stage.name.text), let count = stage.operands.first,
      case .whole(0) = count.value.withoutParentheses.kind
    {
      report(.keepsNothing("\(stage.name.text) 0", stage.span))
    }
    if input.plan.operators.last is SortOperator, let sort = input.places.last,
      result.plan.operators.dropFirst(input.plan.operators.count).losesOrder
    {
      report(.losesOrder(stage.name.text, sort: sort))
    }
  }
}

extension ArraySlice<any Operator> {
  /// Whether the order of what flows in makes no difference to what flows out.
  fileprivate var losesOrder: Bool {
    switch first {
    case is CountOperator: true
    case let group as GroupOperator:
      group.order != .appearance && !group.aggregates.contains { $0.function.needsOrder }
    default: false
    }
  }
}

extension AggregateFunction {
  /// Whether its value depends on the order of the rows.
  fileprivate var needsOrder: Bool {
    switch self {
    case .first, .last, .list, .mostFrequent: true
    case .count, .share, .countDistinct, .sum, .average, .minimum, .maximum, .median, .percentile,
      .standardDeviation, .correlation:
      false
    }
  }
}
