/// Adds columns whose cells depend on other rows, behind those that are there.
package struct WindowOperator: Operator {
  /// Each may look at the columns of those before it.
  package let windows: [Window]

  package init(windows: [Window]) { self.windows = windows }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    var table = input.indexed
    for window in windows {
      try context.check()
      table.columns.append(
        try column(window, named: "\(table.columns.count)", of: table, context))
    }
    return table
  }

  private func column(
    _ window: Window, named name: String, of table: Table, _ context: ExecutionContext
  ) throws(RunError) -> Column {
    do {
      return Column(name: name, type: window.type, data: try window.cells(of: table, context))
    } catch {
      guard error.canBeCaught else { throw error }
      var column = Column(
        name: name, type: window.type,
        data: .values([Value](repeating: .missing, count: table.rowCount)))
      column.failures = CellFailures(ofAll: error)
      return column
    }
  }
}
