package import PubQLDiagnostics

/// Keeps the rows that meet a condition.
package struct FilterOperator: Operator {
  package let condition: Scalar
  /// What `and` joins to the condition, in the order of the text, for those who explain it.
  package let terms: [ConditionTerm]
  /// Only so many rows, the first, are looked at afterwards: others may be left out.
  package var limit: Int?

  package init(condition: Scalar, terms: [ConditionTerm] = []) {
    self.condition = condition
    self.terms = terms
  }

  package var conditions: [Scalar] { [condition] }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    if input.isRecordSet, let rows = input.rows, case .set(let set) = rows.selection {
      let kernel = ConditionKernel(table: input, corpus: rows.corpus, context: context)
      let kept = try kernel.records(where: condition, among: set, limit: limit)
      var result = input
      result.rows = RecordRows(corpus: rows.corpus, selection: .set(kept))
      result.rowCount = kept.count
      return result
    }
    if let rows = input.rows, case .list(let records) = rows.selection, input.showsOnlyFields,
      records.count >= rows.corpus.recordCount / Self.kernelPart
    {
      return input.taking(try places(of: records, in: input, rows.corpus, context))
    }
    let indexed = input.indexed
    let evaluator = ScalarEvaluator(indexed)
    var kept: [Int] = []
    for row in 0..<input.rowCount {
      try context.check(at: row)
      if try evaluator.holds(condition, row: row) { kept.append(row) }
    }
    return indexed.taking(kept)
  }

  /// Where more than one in so many records of a corpus is in the rows, columns are faster than
  /// rows.
  private static let kernelPart = 16

  /// The places of rows that meet the condition, which looks at nothing but their records.
  private func places(
    of records: [UInt32], in input: Table, _ corpus: Corpus, _ context: ExecutionContext
  ) throws(RunError) -> [Int] {
    let kernel = ConditionKernel(table: input, corpus: corpus, context: context)
    let kept = try kernel.records(
      where: condition, among: RecordSet(universe: corpus.recordCount, records: records))
    return records.indices.filter { kept.contains(Int(records[$0])) }
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
