package import PubQLDiagnostics

/// Keeps the rows that meet a condition.
package struct FilterOperator: Operator {
  package let condition: Scalar
  /// What `and` joins to the condition, in the order of the text, for those who explain it.
  package let terms: [ConditionTerm]

  package init(condition: Scalar, terms: [ConditionTerm] = []) {
    self.condition = condition
    self.terms = terms
  }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    if input.isRecordSet, let rows = input.rows, case .set(let set) = rows.selection {
      let kernel = ConditionKernel(table: input, corpus: rows.corpus, context: context)
      let kept = try kernel.records(where: condition, among: set)
      var result = input
      result.rows = RecordRows(corpus: rows.corpus, selection: .set(kept))
      result.rowCount = kept.count
      return result
    }
    let indexed = input.indexed
    let evaluator = ScalarEvaluator(indexed)
    var kept: [Int] = []
    for row in 0..<input.rowCount {
      if row & 0xFFFF == 0 { try context.check() }
      if try evaluator.holds(condition, row: row) { kept.append(row) }
    }
    return indexed.taking(kept)
  }
}

/// A part of a condition that has to hold by itself.
package struct ConditionTerm: Sendable {
  package let scalar: Scalar
  /// Where it stands in the query.
  package let span: SourceSpan

  package init(scalar: Scalar, span: SourceSpan) {
    self.scalar = scalar
    self.span = span
  }
}
