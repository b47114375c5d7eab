package import PubQLModel

/// A result as those who draw and write it see it.
package struct ResultTable: Sendable {
  package let table: Table

  /// What reads the fields of records, by column, and the records, where that was looked up before.
  private let readers: [FieldReader?]
  private let records: [UInt32]

  /// - Parameter table: what a query gave.
  package init(_ table: Table) {
    self.table = table.indexed
    (readers, records) = ([], [])
  }

  private init(_ table: Table, _ readers: [FieldReader?], _ records: [UInt32]) {
    self.table = table
    self.readers = readers
    self.records = records
  }

  /// The same for one who reads all cells: where the fields of records are kept is looked up once
  /// and not for each cell.
  package var reading: ResultTable {
    guard let rows = table.rows, case .list(let records) = rows.selection else { return self }
    return ResultTable(
      table,
      table.columns.map { column in
        if case .field(let field) = column.data {
          FieldReader.make(rows.corpus, field)
        } else {
          nil
        }
      }, records)
  }
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

  package func visitCell(row: Int, column: Int, _ visitor: any CellVisitor) {
    if !readers.isEmpty, let reader = readers[column] {
      return reader.visit(Int(records[row]), visitor)
    }
    switch table.columns[column].data {
    case .field(let field): visitField(field, row, visitor)
    case .coded(let dictionary, let codes):
      let code = codes[row]
      if code == Column.missingCode {
        visitor.missing()
      } else {
        dictionary.withBytes(Int(code)) { visitor.text($0) }
      }
    case .wholes(let values): visitor.whole(values[row])
    case .values(let values): Self.visit(values[row], visitor)
    }
  }

  /// Hands the bytes of a corpus over without making a text of them.
  private func visitField(_ field: Int, _ row: Int, _ visitor: any CellVisitor) {
    guard let rows = table.rows, case .list(let records) = rows.selection else {
      return visitor.missing()
    }
    FieldReader.make(rows.corpus, field).visit(Int(records[row]), visitor)
  }

  /// Hands a value over.
  package static func visit(_ value: Value, _ visitor: any CellVisitor) {
    switch value {
    case .missing: visitor.missing()
    case .bool(let flag): visitor.bool(flag)
    case .whole(let number): visitor.whole(number)
    case .decimal(let number): visitor.decimal(number)
    case .text, .person, .place, .date, .duration, .range, .function: visitor.text(value.plainText)
    case .list(let values):
      visitor.beginList(count: values.count)
      for value in values { visit(value, visitor) }
      visitor.endList()
    case .record(let members):
      visitor.beginRecord()
      for member in members {
        visitor.key(member.name)
        visit(member.value, visitor)
      }
      visitor.endRecord()
    }
  }
}
