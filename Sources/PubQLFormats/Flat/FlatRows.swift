import PubQLModel

/// Writes rows of a format of plain texts.
final class FlatRows<Format: FlatFormat>: RowWriter {
  private let output: OutputBuffer
  private let columnCount: Int
  private var cells: RowCells
  private let flat = FlatCell()

  init(_ table: any TableSource, _ output: OutputBuffer) {
    self.output = output
    columnCount = table.headerNames.count
    cells = RowCells(table)
  }

  func write(_ rows: Range<Int>) {
    cells.read(rows)
    cells.withTexts { texts in
      for row in rows {
        for column in 0..<columnCount {
          write(column, row, texts.cell(column, row - rows.lowerBound))
        }
        output.append(Format.lineEnd)
      }
    }
  }

  private func write(
    _ column: Int, _ row: Int, _ cell: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>
  ) {
    if case .any = cells.forms[column] {
      flat.read(cells.readers[column], row: row)
    } else if cell.count > 1 {
      flat.read(cell)
    } else {
      return Format.write(cell.first, column: column, of: columnCount, to: output)
    }
    Format.write(
      flat.isMissing ? nil : flat.bytes, column: column, of: columnCount, to: output)
  }
}
