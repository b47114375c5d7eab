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

  func visitCell(row: Int, column: Int, _ visitor: any CellVisitor) {
    table.visitCell(row: first + row, column: column, visitor)
  }
}
