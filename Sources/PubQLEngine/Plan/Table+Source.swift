package import PubQLModel

/// A result as those who draw and write it see it.
package struct ResultTable: Sendable {
  package let table: Table

  /// - Parameter table: what a query gave.
  package init(_ table: Table) { self.table = table.indexed }
}

extension ResultTable: TableSource {
  package var shape: TableShape { table.shape }
  package var rowCount: Int { table.rowCount }
  package var chart: Chart? { table.chart }

  package var columns: [TableColumn] {
    table.columns.map { column in
      let kind: CellKind =
        switch column.type {
        case .number: .number
        case .bool: .bool
        case .date: .date
        case .text, .identifier, .person, .place: .text
        default: .other
        }
      return TableColumn(name: column.name, kind: kind, field: column.field)
    }
  }

  package func reader(of column: Int) -> any CellReader { table.reader(of: column) }
}

extension Value {
  /// Hands it over as the content of a cell.
  func visit(_ visitor: any CellVisitor) {
    switch self {
    case .missing: visitor.missing()
    case .bool(let flag): visitor.bool(flag)
    case .whole(let number): visitor.whole(number)
    case .decimal(let number): visitor.decimal(number)
    case .text, .person, .place, .date, .duration, .range, .function: visitor.text(plainText)
    case .list(let values):
      visitor.beginList(count: values.count)
      for value in values { value.visit(visitor) }
      visitor.endList()
    case .record(let members):
      visitor.beginRecord()
      for member in members {
        visitor.key(member.name)
        member.value.visit(visitor)
      }
      visitor.endRecord()
    }
  }
}
