/// How a step of a plan gets at what it has to know.
package enum Access: String, Sendable {
  /// From the records that the index has for each value
  case index
  /// By the values of fields, each looked at once
  case values
  /// From the records that the index has for each word
  case words
  /// By the text of each record
  case texts
  /// By whole rows, one after another
  case rows
  /// By what was worked out for a place before
  case shared
}

extension Table {
  /// The order in which the terms of an `and` are worked on, by their places, and how.
  package func order(
    of terms: [Scalar], _ context: ExecutionContext
  ) throws(RunError) -> [(place: Int, access: Access)] {
    guard isRecordSet, let rows, case .set(let set) = rows.selection else {
      return terms.indices.map { ($0, .rows) }
    }
    let kernel = ConditionKernel(table: self, corpus: rows.corpus, context: context)
    return try kernel.ordered(terms, among: set).map { ($0.place, $0.access) }
  }
}

extension SearchOperator {
  package func access(of input: Table, _ context: ExecutionContext) -> Access? {
    IndexedSearch(search, columns, input) == nil ? .texts : .words
  }
}

extension SortOperator {
  package func access(of input: Table, _ context: ExecutionContext) -> Access? {
    IndexOrder(keys, of: input, context) == nil ? .rows : .index
  }
}

extension LimitOperator {
  package func access(of input: Table, _ context: ExecutionContext) -> Access? {
    if order.isEmpty && groups.isEmpty { return nil }
    return groups.isEmpty && IndexOrder(order, of: input, context) != nil ? .index : .rows
  }
}

extension GroupOperator {
  package func access(of input: Table, _ context: ExecutionContext) -> Access? {
    if indexedCounts(of: input) != nil { return .index }
    guard aggregates.allSatisfy(\.isPlainCount) else { return .rows }
    let counts = try? GroupCounts.keys(keys, of: input, context)
    return counts == nil ? .rows : .values
  }
}
