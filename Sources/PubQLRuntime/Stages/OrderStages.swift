import PubQLSyntax
import PubQLModel
import PubQLDiagnostics
import PubQLEngine

extension StageDefinition {
  /// Puts rows in order.
  static let sort = StageDefinition(
    "sort", usage: "sort KEY [desc], …",
    summary: "Put rows in order; equal ones keep theirs, missing comes last",
    keepsColumns: true
  ) { use in
    // Without keys the first column is one; there may be none after `drop`.
    let keys =
      use.stage.operands.isEmpty
      ? use.schema.columns.indices.prefix(1).map {
        SortKey(scalar: .column($0), isDescending: false)
      } : use.sortKeys(use.stage.operands)
    return use.adding(SortOperator(keys: keys))
  }

  /// The first rows.
  static let take = StageDefinition(
    "take", usage: "take N [per KEY, …]", summary: "Keep the first rows, of all or of each group",
    keepsColumns: true
  ) { use in
    guard let operand = use.stage.operands.first, let count = use.rowCount(operand) else {
      return nil
    }
    return use.adding(LimitOperator(take: count, groups: use.groups()))
  }

  /// All but the first rows.
  static let skip = StageDefinition(
    "skip", usage: "skip N [per KEY, …]", summary: "Leave the first rows out",
    keepsColumns: true
  ) { use in
    guard let operand = use.stage.operands.first, let count = use.rowCount(operand) else {
      return nil
    }
    return use.adding(LimitOperator(skip: count, take: nil, groups: use.groups()))
  }

  /// The rows with the greatest values.
  static let top = StageDefinition(
    "top", usage: "top N [by KEY [asc], …] [per KEY, …]",
    summary: "The rows with the greatest values; by the last column of numbers unless told",
    keepsColumns: true
  ) { use in
    guard let operand = use.stage.operands.first, let count = use.rowCount(operand) else {
      return nil
    }
    var keys = use.sortKeys(use.stage.clause("by")?.operands ?? [], descending: true)
    if keys.isEmpty {
      let number = use.schema.columns.lastIndex { $0.type == .number }
      guard let column = number ?? (use.schema.columns.count == 1 ? 0 : nil) else {
        if !use.schema.isOpen {
          use.checker.report(
            .needsClause(
              stage: "top", use.stage.name.span, help: "say by what, such as `top \(count) by date`"
            ))
        }
        return nil
      }
      keys = [SortKey(scalar: .column(column), isDescending: true)]
    }
    return use.adding(LimitOperator(take: count, order: keys, groups: use.groups()))
  }
}
