import PubQLModel

/// The cells of some rows: read column by column, to be written row by row.
struct RowCells {
  let readers: [any CellReader]
  let forms: [CellForm]
  private var cells = TextCells()
  private var rowCount = 0

  init(_ table: any TableSource) {
    readers = table.columns.indices.map { table.reader(of: $0) }
    forms = readers.map(\.form)
  }

  /// Reads the texts of some rows.
  mutating func read(_ rows: Range<Int>) {
    rowCount = rows.count
    cells.removeAll()
    for (column, reader) in readers.enumerated() {
      if case .any = forms[column] {
        cells.ends.append(contentsOf: repeatElement(cells.texts.count, count: rowCount))
      } else {
        reader.read(rows, into: &cells)
      }
      precondition(cells.ends.count == (column + 1) * rowCount + 1, "a reader left out a cell")
    }
  }

  /// Lets `body` see the texts that were read.
  func withTexts(_ body: (RowTexts) -> Void) {
    cells.texts.withUnsafeBufferPointer { texts in
      cells.ends.withUnsafeBufferPointer { ends in
        body(RowTexts(texts: texts, ends: ends, rowCount: rowCount))
      }
    }
  }
}

/// The texts of cells; valid while the `RowCells` lend them.
struct RowTexts {
  let texts: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>
  let ends: UnsafeBufferPointer<Int>
  let rowCount: Int

  /// The texts of a cell: none where it is missing, or in a column of anything.
  ///
  /// - Parameters:
  ///   - column: in the table.
  ///   - row: from 0 for the first that was read.
  @inline(__always)
  func cell(_ column: Int, _ row: Int) -> UnsafeBufferPointer<UnsafeBufferPointer<UInt8>> {
    let cell = column &* rowCount &+ row
    return UnsafeBufferPointer(rebasing: texts[ends[cell]..<ends[cell &+ 1]])
  }
}
