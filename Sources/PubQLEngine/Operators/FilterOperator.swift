/// Keeps the rows that meet a condition.
package struct FilterOperator: Operator {
  package let condition: Scalar

  package init(condition: Scalar) { self.condition = condition }

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
