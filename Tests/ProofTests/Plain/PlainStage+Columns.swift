/// Stages that make columns of rows, or leave them out.
extension PlainStage {
  static func select(_ columns: [PlainNamed]) -> PlainStage {
    PlainStage("select \(columns.written)") { table in
      var result = table.with(
        rows: try table.running.map { row in
          var made = PlainRow(cells: [:], source: row.source)
          for column in columns { made.cells[column.name] = try column.expression.value(row) }
          return made
        })
      result.columns = columns.map(\.column)
      result.shape = .table
      return result
    }
  }

  static func with(_ columns: [PlainNamed]) -> PlainStage {
    PlainStage("with \(columns.written)") { table in
      var result = table.with(
        rows: try table.running.map { row in
          var made = row
          made.window = nil
          for column in columns { made.cells[column.name] = try column.expression.value(row) }
          return made
        })
      for column in columns {
        if let index = result.columns.firstIndex(where: { $0.name == column.name }) {
          result.columns[index] = column.column
          // Conditions over whole records are about the fields as they were.
          for row in result.rows.indices { result.rows[row].record = nil }
        } else {
          result.columns.append(column.column)
        }
      }
      if result.shape == .list { result.shape = .table }
      return result
    }
  }

  static func drop(_ columns: [(column: PlainColumn, text: String)]) -> PlainStage {
    let names = columns.map(\.column.name)
    return PlainStage("drop \(columns.map(\.text).joined(separator: ", "))") { table in
      for name in names { _ = try table.column(name) }
      var result = table.with(
        rows: table.rows.map { row in
          var made = row
          made.record = nil
          for name in names { made.cells[name] = nil }
          return made
        })
      result.columns.removeAll { names.contains($0.name) }
      return result
    }
  }

  /// A row for each value of a column; the column is called as the stage calls it.
  static func each(_ column: PlainColumn, as text: String) -> PlainStage {
    PlainStage("each \(text)") { table in
      var result = table.with(
        rows: try table.rows.flatMap { row in
          let values = try row[column.name].members
          return (values.isEmpty ? [.missing] : values).map { value in
            var made = row
            made.record = nil
            made.cells[column.name] = nil
            made.cells[text] = value
            return made
          }
        })
      let other = text == column.name ? column.otherName : column.name
      result.columns = table.columns.map {
        $0.name == column.name
          ? PlainColumn(
            text, column.kind.element, otherName: column.otherName.flatMap { _ in other },
            isTyped: column.isTyped)
          : $0
      }
      if result.shape == .records { result.shape = .table }
      return result
    }
  }
}
