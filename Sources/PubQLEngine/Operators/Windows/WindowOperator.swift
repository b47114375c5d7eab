package import PubQLDiagnostics

/// Adds columns whose cells depend on other rows, behind those that are there.
package struct WindowOperator: Operator {
  /// Each may look at the columns of those before it.
  package let windows: [Window]
  /// Rows that agree in these values are one part, within which the columns run; none makes one of
  /// all rows.
  package let groups: [Scalar]
  /// Where the groups are told.
  package let groupSpan: SourceSpan?

  package init(windows: [Window], groups: [Scalar] = [], groupSpan: SourceSpan? = nil) {
    self.windows = windows
    self.groups = groups
    self.groupSpan = groupSpan
  }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    var table = input.indexed
    let parts = groups.isEmpty ? nil : try parts(of: table, context)
    for window in windows {
      try context.check()
      table.columns.append(
        try column(window, named: "\(table.columns.count)", of: table, in: parts, context))
    }
    return table
  }

  /// The rows of each part.
  /// - Throws: `.wrongKind` where a row has several values in a key: it has one cell in a column.
  private func parts(
    of table: Table, _ context: ExecutionContext
  ) throws(RunError) -> [[Int]] {
    let parts = try RowGroups.rows(of: table, by: groups, context)
    guard parts.reduce(0, { $0 + $1.count }) == table.rowCount else {
      throw RunError(.wrongKind(operation: "per", kind: "list"), at: groupSpan)
    }
    return parts
  }

  private func column(
    _ window: Window, named name: String, of table: Table, in parts: [[Int]]?,
    _ context: ExecutionContext
  ) throws(RunError) -> Column {
    do {
      return Column(
        name: name, type: window.type, data: try window.cells(of: table, in: parts, context))
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
