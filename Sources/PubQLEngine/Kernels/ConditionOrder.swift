/// A term of an `and`, at its place in the order in which terms are worked on.
struct OrderedTerm {
  let term: Scalar
  /// The codes that meet it, where they are known already.
  let selection: CodeSelection?
  /// How dear it is: only of equal ones the number of records tells.
  fileprivate let effort: Effort
  fileprivate let estimate: Int

  fileprivate init(
    _ term: Scalar, _ selection: CodeSelection? = nil, effort: Effort, estimate: Int = 0
  ) {
    self.term = term
    self.selection = selection
    self.effort = effort
    self.estimate = estimate
  }

  /// What a term has to look at.
  fileprivate enum Effort: Int {
    /// Codes that are known
    case index
    /// The values of dictionaries
    case dictionary
    /// The text of each record
    case texts
  }
}

extension ConditionKernel {
  /// The terms of an `and` in the order in which they are worked on: those that leave few records
  /// first, those that read texts last.
  ///
  /// A term that can fail keeps its place, and no other term goes past it: what stands before it may
  /// be there so that it does not fail, and what stands behind it must not hide that it does.
  func ordered(
    _ terms: [Scalar], among candidates: RecordSet
  ) throws(RunError) -> [OrderedTerm] {
    var result: [OrderedTerm] = []
    var movable: [OrderedTerm] = []
    for term in terms.flatMap(\.conjuncts) {
      if let term = try harmless(term, among: candidates) {
        movable.append(term)
      } else {
        result += Self.sorted(movable) + [OrderedTerm(term, effort: .texts)]
        movable = []
      }
    }
    return result + Self.sorted(movable)
  }

  private static func sorted(_ terms: [OrderedTerm]) -> [OrderedTerm] {
    terms.enumerated().sorted { first, second in
      let (a, b) = (first.element, second.element)
      if a.effort != b.effort { return a.effort.rawValue < b.effort.rawValue }
      return a.estimate != b.estimate ? a.estimate < b.estimate : first.offset < second.offset
    }.map(\.element)
  }

  /// A term that fails for no record; nil for one that may.
  private func harmless(
    _ term: Scalar, among candidates: RecordSet
  ) throws(RunError) -> OrderedTerm? {
    if isQuick(term), let selection = try selection(of: term, among: candidates) {
      return OrderedTerm(term, selection, effort: .index, estimate: selection.estimate)
    }
    guard !term.canFail else { return nil }
    return OrderedTerm(term, effort: readsTexts(term) ? .texts : .dictionary)
  }

  /// Whether the codes that meet a term are found before it is known whether they are needed.
  private func isQuick(_ term: Scalar) -> Bool {
    if case .comparison(.column(let column), let comparison) = term, let coded = coded(column),
      case .constant(let test) = comparison.right, coded.dictionary.looksUp(test)
    {
      return true
    }
    var columns: Set<Int> = []
    term.collectColumns(into: &columns)
    guard columns.count == 1, let column = columns.first, let coded = coded(column) else {
      return false
    }
    return coded.dictionary.count <= Self.quickCount
  }

  func readsTexts(_ term: Scalar) -> Bool {
    var columns: Set<Int> = []
    term.collectColumns(into: &columns)
    return !columns.allSatisfy { coded($0) != nil }
  }
}
