/// One row with the number of rows, in a column `count`.
package struct CountOperator: Operator {
  package init() {}

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    Table(
      columns: [Column(name: "count", type: .number, data: .wholes([input.rowCount]))],
      rowCount: 1)
  }
}
