/// A term of an `and`, at its place in the order in which terms are worked on.
struct OrderedTerm {
  let term: Scalar
  /// Which of the terms it is.
  let place: Int
  /// The codes that meet it, where they are known already.
  let selection: CodeSelection?
  /// What it looks at; the less that is, the sooner it is worked on.
  let access: Access
  fileprivate let estimate: Int

  fileprivate init(
    _ term: Scalar, at place: Int, _ selection: CodeSelection? = nil, by access: Access,
    estimate: Int = 0
  ) {
    self.term = term
    self.place = place
    self.selection = selection
    self.access = access
    self.estimate = selection?.estimate ?? estimate
  }
}

extension Access {
  /// How dear it is.
  fileprivate var effort: Int {
    switch self {
    case .index, .shared: 0
    case .values: 1
    case .words: 2
    case .texts: 3
    case .rows: 4
    }
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
    for (place, term) in terms.enumerated() {
      if let term = try harmless(term, at: place, among: candidates) {
        movable.append(term)
      } else {
        result += Self.sorted(movable) + [OrderedTerm(term, at: place, by: .rows)]
        movable = []
      }
    }
    return result + Self.sorted(movable)
  }

  private static func sorted(_ terms: [OrderedTerm]) -> [OrderedTerm] {
    terms.enumerated().sorted { first, second in
      let (a, b) = (first.element, second.element)
      if a.access != b.access { return a.access.effort < b.access.effort }
      return a.estimate != b.estimate ? a.estimate < b.estimate : first.offset < second.offset
    }.map(\.element)
  }

  /// A term that fails for no record; nil for one that may.
  private func harmless(
    _ term: Scalar, at place: Int, among candidates: RecordSet
  ) throws(RunError) -> OrderedTerm? {
    if isQuick(term), let selection = try selection(of: term, among: candidates) {
      return OrderedTerm(term, at: place, selection, by: .index)
    }
    // The records that meet its opposite are looked up.
    if isLookedUp(term) {
      return OrderedTerm(term, at: place, by: .index, estimate: candidates.count)
    }
    guard !term.canFail else { return nil }
    if asksWords(term) { return OrderedTerm(term, at: place, by: .words) }
    return OrderedTerm(term, at: place, by: readsTexts(term) ? .texts : .values)
  }

  /// Whether the word index knows the texts that may meet a term.
  private func asksWords(_ term: Scalar) -> Bool {
    guard case .comparison(.column(let column), let comparison) = term,
      case .field(let field) = table.columns[column].data, corpus.fields[field].kind == .text,
      case .constant(let test) = comparison.right
    else { return false }
    return corpus.hasWordIndex(field) && test.wordQuestions != nil
  }

  /// Whether the codes that meet a term are found before it is known whether they are needed.
  private func isQuick(_ term: Scalar) -> Bool {
    if isLookedUp(term) { return true }
    var columns: Set<Int> = []
    term.collectColumns(into: &columns)
    guard columns.count == 1, let column = columns.first, let coded = coded(column) else {
      return false
    }
    return coded.dictionary.count <= Self.quickCount
  }

  /// Whether the codes of its values are looked up.
  private func isLookedUp(_ term: Scalar) -> Bool {
    guard case .comparison(.column(let column), let comparison) = term, let coded = coded(column),
      case .constant(let test) = comparison.right
    else { return false }
    return coded.dictionary.looksUp(test)
  }

  func readsTexts(_ term: Scalar) -> Bool {
    var columns: Set<Int> = []
    term.collectColumns(into: &columns)
    return !columns.allSatisfy { coded($0) != nil }
  }
}
