internal import PubQLEngine
internal import PubQLModel

/// The rows of a result from one on, to draw a result page by page.
struct LaterRows: TableSource {
  let table: ResultTable
  let first: Int

  var shape: TableShape { table.shape }
  var rowCount: Int { max(0, table.rowCount - first) }
  var columns: [TableColumn] { table.columns }

  /// Bars go on from that row; of the other charts nothing is left to show but the rows.
  var chart: Chart? {
    guard var chart = table.chart, chart.isPaged(table.rowCount) else { return nil }
    chart.firstPoint = first
    return chart
  }

  func reader(of column: Int) -> any CellReader {
    LaterReader(reader: table.reader(of: column), first: first)
  }
}

/// The cells of a column from a row on.
private final class LaterReader: CellReader {
  private let reader: any CellReader
  private let first: Int

  init(reader: any CellReader, first: Int) {
    self.reader = reader
    self.first = first
  }

  func visit(_ row: Int, _ visitor: any CellVisitor) { reader.visit(first + row, visitor) }
}
