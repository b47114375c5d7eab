/// A condition over the records of a corpus.
package struct ConditionID: Hashable, Sendable {
  private let corpus: ObjectIdentifier
  private let key: ScalarKey

  /// Nil for a condition that says nothing of texts, and for one that cannot be compared.
  init?(_ condition: Scalar, _ corpus: Corpus, _ fields: [Int?]) {
    guard Self.readsTexts(condition, corpus, fields), let key = ScalarKey(condition, fields) else {
      return nil
    }
    self.corpus = ObjectIdentifier(corpus)
    self.key = key
  }

  private static func readsTexts(
    _ condition: Scalar, _ corpus: Corpus, _ fields: [Int?]
  ) -> Bool {
    // Whether there is a text is known without reading it.
    if case .isMissing(.column) = condition { return false }
    var columns: Set<Int> = []
    condition.collectColumns(into: &columns)
    return columns.contains { column in
      guard fields.indices.contains(column), let field = fields[column] else { return false }
      return !corpus.fields[field].kind.isCoded
    }
  }
}

/// Goes through the steps of a plan and finds the conditions in them, those of other plans that
/// they bring in as well.
private struct ConditionFinder {
  private let corpus: Corpus?
  private let fields: [Int?]
  /// Whether the columns are still those of the source.
  private var hasSourceColumns = true

  init(_ source: Table) {
    corpus = source.isRecordSet ? source.rows?.corpus : nil
    fields = source.shownFields
  }

  /// The conditions of the next step, each as often as it occurs.
  mutating func conditions(of step: any Operator) -> [ConditionID] {
    var found: [ConditionID] = []
    if hasSourceColumns, let corpus {
      for condition in step.conditions { find(condition, corpus, &found) }
    }
    for plan in step.plans { found += plan.conditions }
    if !(step is FilterOperator || step is SortOperator || step is LimitOperator) {
      hasSourceColumns = false
    }
    return found
  }

  private func find(_ condition: Scalar, _ corpus: Corpus, _ found: inout [ConditionID]) {
    switch condition {
    case .and(let terms), .or(let terms): for term in terms { find(term, corpus, &found) }
    case .not(let operand): find(operand, corpus, &found)
    default: if let id = ConditionID(condition, corpus, fields) { found.append(id) }
    }
  }
}

/// Follows the steps of a plan and tells which of them make use of what was worked out before.
package struct SharingSteps {
  private var finder: ConditionFinder
  private let repeated: Set<ConditionID>
  private var seen: Set<ConditionID> = []

  package init(_ plan: Plan) {
    finder = ConditionFinder(plan.source)
    repeated = plan.optimised.repeated
  }

  /// Whether the next step has a condition that occurred before, in it or in another.
  package mutating func shares(_ step: any Operator) -> Bool {
    var shares = false
    for id in finder.conditions(of: step) where repeated.contains(id) {
      if !seen.insert(id).inserted { shares = true }
    }
    return shares
  }
}

extension Plan {
  /// The conditions in all of its steps, each as often as it occurs.
  fileprivate var conditions: [ConditionID] {
    var finder = ConditionFinder(source)
    return operators.flatMap { finder.conditions(of: $0) }
  }

  /// The conditions that occur in it more than once.
  package var repeatedConditions: Set<ConditionID> {
    var once: Set<ConditionID> = []
    return Set(conditions.filter { !once.insert($0).inserted })
  }
}
