/// Adds columns whose cells depend on other rows, behind those that are there.
package struct WindowOperator: Operator {
  /// Each may look at the columns of those before it.
  package let windows: [Window]

  package init(windows: [Window]) { self.windows = windows }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    var table = input.indexed
    for window in windows {
      try context.check()
      let cells = try window.cells(of: table, context)
      table.columns.append(
        Column(name: "\(table.columns.count)", type: window.type, data: cells))
    }
    return table
  }
}
