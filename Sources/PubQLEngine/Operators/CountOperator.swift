/// One row with the number of rows, in a column `count`.
package struct CountOperator: Operator {
  /// Only rows that meet it are counted.
  package let condition: Scalar?

  package init(condition: Scalar? = nil) { self.condition = condition }

  package var conditions: [Scalar] { condition.map { [$0] } ?? [] }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let count = try count(input, context)
    return Table(
      columns: [Column(name: "count", type: .number, data: .wholes([count]))], rowCount: 1)
  }

  private func count(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Int {
    guard let condition else { return input.rowCount }
    if input.isRecordSet, let rows = input.rows, case .set(let set) = rows.selection {
      let kernel = ConditionKernel(table: input, corpus: rows.corpus, context: context)
      return try kernel.count(where: condition, among: set)
    }
    return try FilterOperator(condition: condition).run(input, context).rowCount
  }
}
