/// Plans that give the same rows with less work.
extension Plan {
  /// The plan as it is carried out: the same rows, and the same failures, as of the plan as written.
  package var optimised: Plan {
    var result: [any Operator] = []
    for step in operators {
      result.append(step)
      // What two steps became may join the one before them.
      while let joined = joined(result) {
        result.removeLast(2)
        result += joined
        if joined.count > 1 { break }
      }
    }
    let plan = Plan(source: source, operators: result)
    return Plan(source: source, operators: result, repeated: plan.repeatedConditions)
  }

  /// What stands for the last two of some steps, where a rule knows it.
  private func joined(_ steps: [any Operator]) -> [any Operator]? {
    guard steps.count > 1, let first = steps.dropLast().last, let second = steps.last else {
      return nil
    }
    for rule in PlanRule.all {
      if let joined = rule.apply(first, second, { width(behind: steps.dropLast(2)) }) {
        return joined
      }
    }
    return nil
  }

  /// How many columns there are behind some steps, as far as that is known before they run.
  private func width(behind steps: ArraySlice<any Operator>) -> Int? {
    var width = source.columns.count
    for step in steps {
      switch step {
      case is FilterOperator, is SortOperator, is LimitOperator: break
      case let project as ProjectOperator: width = project.columns.count
      default: return nil
      }
    }
    return width
  }
}

/// A way to carry two steps of a plan out with less work.
struct PlanRule: Sendable {
  /// What stands for the steps; nil where the rule does not fit. It may ask how many columns there
  /// are before them.
  let apply: @Sendable (any Operator, any Operator, () -> Int?) -> [any Operator]?

  /// A new rule adds a line.
  static let all = [filters, count, topInsteadOfSort, greatestGroups, earlyEnd, bestFound]

  /// Two conditions are one, whose terms are then worked on in the order that suits.
  ///
  /// Where both can fail they stay two: row by row, the second may fail before the first does.
  private static let filters = PlanRule { first, second, _ in
    guard let first = first as? FilterOperator, let second = second as? FilterOperator,
      !first.condition.canFail || !second.condition.canFail
    else { return nil }
    return [
      FilterOperator(
        condition: .and(first.condition.conjuncts + second.condition.conjuncts),
        terms: first.terms + second.terms)
    ]
  }

  /// Rows that are only counted are not collected.
  private static let count = PlanRule { first, second, _ in
    guard let count = second as? CountOperator, count.condition == nil else { return nil }
    if let filter = first as? FilterOperator {
      return [CountOperator(condition: filter.condition)]
    }
    if let sort = first as? SortOperator, !sort.keys.contains(where: \.canFail) { return [count] }
    return nil
  }

  /// The first rows of an order need no order of the rest.
  private static let topInsteadOfSort = PlanRule { first, second, _ in
    guard let sort = first as? SortOperator, let limit = second as? LimitOperator,
      limit.order.isEmpty, limit.groups.isEmpty, let take = limit.take
    else { return nil }
    let (end, overflow) = limit.skip.addingReportingOverflow(take)
    guard !overflow else { return nil }
    let top = LimitOperator(take: end, order: sort.keys)
    return limit.skip == 0 ? [top] : [top, LimitOperator(skip: limit.skip, take: nil)]
  }

  /// Of groups of which only the greatest are looked at, the others are not made.
  private static let greatestGroups = PlanRule { first, second, _ in
    guard var group = first as? GroupOperator, let limit = second as? LimitOperator,
      group.limit == nil, let take = limit.take, limit.groups.isEmpty,
      group.aggregates.last?.isPlainCount == true
    else { return nil }
    let (end, overflow) = limit.skip.addingReportingOverflow(take)
    guard !overflow, group.isInFront(of: limit.order) else { return nil }
    group.limit = end
    return [group, limit]
  }

  /// Rows behind the last that is wanted are not looked at.
  private static let earlyEnd = PlanRule { first, second, _ in
    guard var filter = first as? FilterOperator, let limit = second as? LimitOperator,
      filter.limit == nil, let take = limit.take, limit.groups.isEmpty, limit.order.isEmpty,
      !filter.condition.canFail
    else { return nil }
    let (end, overflow) = limit.skip.addingReportingOverflow(take)
    guard !overflow else { return nil }
    filter.limit = end
    return [filter, limit]
  }

  /// Of what is found only the best is ranked.
  private static let bestFound = PlanRule { first, second, width in
    guard var search = first as? SearchOperator, let limit = second as? LimitOperator,
      search.limit == nil, let take = limit.take, limit.groups.isEmpty
    else { return nil }
    let (end, overflow) = limit.skip.addingReportingOverflow(take)
    guard !overflow, limit.order.isEmpty || limit.order.isByScore(behind: width()) else {
      return nil
    }
    search.limit = end
    return [search, limit]
  }
}

extension [SortKey] {
  /// Whether it is the order in which a search gives its rows, behind so many columns.
  fileprivate func isByScore(behind width: Int?) -> Bool {
    guard count == 1, let key = first, key.isDescending, case .column(let column) = key.scalar
    else {
      return false
    }
    return column == width
  }
}

extension SortKey {
  fileprivate var canFail: Bool { scalar.canFail }
}

extension GroupOperator {
  /// Whether an order begins with the groups of most rows; none is the order of the groups.
  fileprivate func isInFront(of order: [SortKey]) -> Bool {
    // Which order is found depends on all groups.
    if case .found = self.order { return false }
    guard let first = order.first else {
      if case .frequency = self.order { return true }
      return false
    }
    guard case .column(keys.count + aggregates.count - 1) = first.scalar else { return false }
    return first.isDescending
  }
}
