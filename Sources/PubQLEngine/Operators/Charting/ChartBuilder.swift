import PubQLDiagnostics
import PubQLModel

/// Finds out what a chart shows: which columns, which kind, where each value goes.
struct ChartBuilder {
  private let table: Table
  private let context: ExecutionContext
  private let rowCount: Int
  private let span: SourceSpan?
  private var kind: Chart.Kind?
  private var valueColumns: [DerivedColumn]
  private var point: ChartCells?
  private var series: ChartCells?

  /// Where two keys meet rarely, few rows make very many places.
  private static let cellLimit = 1_000_000
  /// So many points in order are a line rather than bars.
  private static let pointsOfLine = 15
  /// More lines than these cannot be told apart at a glance.
  private static let linesAtMost = 4

  /// - Parameter table: with its records listed (`Table.indexed`).
  init(
    _ stage: ChartOperator, of input: Table, _ context: ExecutionContext
  ) throws(RunError) {
    let limit = ChartOperator.rowLimit
    rowCount = input.rowCount
    self.context = context
    span = stage.span
    let isCut = rowCount > limit
    if isCut, stage.series != nil || !(stage.kind ?? .bar == .bar) {
      let name = (stage.kind ?? .bar).rawValue
      throw RunError(.chart(.tooManyRows(rowCount, kind: name)), at: span)
    }
    table = isCut ? input.taking(Array(0..<limit)) : input
    kind = isCut ? .bar : stage.kind
    let columns = Self.columns(stage, table)
    valueColumns = columns.values
    guard !valueColumns.isEmpty else { throw RunError(.chart(.noNumbers), at: span) }
    if let column = columns.point { point = try ChartCells(column, of: table, context) }
    if let column = stage.series { series = try ChartCells(column, of: table, context) }
    guard series == nil, !isCut, valueColumns.count == 1 else { return }
    try findSeries(besides: columns, isFree: stage.point == nil)
    if kind == .heat, series == nil, stage.values.isEmpty { takeAllNumbers() }
  }

  // MARK: Choosing columns

  private typealias Columns = (values: [DerivedColumn], point: DerivedColumn?)

  private static func columns(_ stage: ChartOperator, _ table: Table) -> Columns {
    let taken = [stage.point, stage.series].compactMap { $0?.index }
    var values = stage.values
    if values.isEmpty {
      let free = table.columns.indices.filter { !taken.contains($0) }
      let number =
        free.last { table.columns[$0].type == .number }
        ?? free.last { [.any, .missing].contains(table.columns[$0].type) }
      values = number.map { [column($0, of: table)] } ?? []
    }
    if let point = stage.point { return (values, point) }
    let used = taken + values.compactMap(\.index)
    let free = table.columns.indices.filter { !used.contains($0) }
    let title = table.shape == .records ? free.first { table.columns[$0].field == .title } : nil
    return (values, (title ?? free.first).map { column($0, of: table) })
  }

  private static func column(_ index: Int, of table: Table) -> DerivedColumn {
    let column = table.columns[index]
    return DerivedColumn(name: column.name, type: column.type, scalar: .column(index))
  }

  /// Where points repeat, the first column that tells their rows apart makes the series.
  private mutating func findSeries(besides columns: Columns, isFree: Bool) throws(RunError) {
    guard table.shape != .records, let cells = point, !cells.isUnique else { return }
    let used = (columns.values + [columns.point].compactMap { $0 }).compactMap(\.index)
    for index in table.columns.indices where !used.contains(index) {
      let other = try ChartCells(Self.column(index, of: table), of: table, context)
      guard cells.isUnique(with: other) else { continue }
      if isFree && kind != .bar && isBetterAcross(other, than: cells) {
        (point, series) = (other, cells)
      } else {
        series = other
      }
      return
    }
  }

  /// A single column makes no shades: those of a wide table are its columns of numbers.
  private mutating func takeAllNumbers() {
    let numbers = table.columns.indices.filter { index in
      table.columns[index].type == .number && table.columns[index].name != point?.name
    }
    if numbers.count > 1 { valueColumns = numbers.map { Self.column($0, of: table) } }
  }

  /// Numbers and dates go along the axis; else columns are few and rows many.
  private func isBetterAcross(_ other: ChartCells, than cells: ChartCells) -> Bool {
    guard cells.scale == .categories else { return false }
    if other.scale != .categories { return true }
    return (kind ?? .heat) == .heat && Set(other.keys).count < Set(cells.keys).count
  }

  // MARK: Making the chart

  func chart() throws(RunError) -> Chart {
    let scale = point?.scale ?? .numbers
    var values: [[Double?]] = []
    for column in valueColumns { values.append(try numbers(column)) }
    let kind = kind ?? guess(scale)
    // A bar needs no place of its own, and keeps that of its row.
    guard kind == .bar, series == nil, !isAscending(scale) else {
      let grid = try grid(kind, scale, values)
      return kind == .heat && series == nil && values.count > 1 ? grid.turned : grid
    }
    return Chart(
      kind, scale: scale, pointName: pointName, valueName: valueName,
      points: (0..<table.rowCount).map { point($0, scale) },
      series: zip(valueColumns, values).map { Chart.Series($0.name, $1) },
      cutRows: cutRows)
  }

  /// Whether each row has another place, and they lie in order.
  private func isAscending(_ scale: Chart.Scale) -> Bool {
    guard scale != .categories, cutRows == 0, let point, point.isUnique else { return false }
    let positions = (0..<table.rowCount).map { point.point($0, scale).position ?? .infinity }
    return zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 || $1 == .infinity }
  }

  private var cutRows: Int { rowCount - table.rowCount }
  private var pointName: String { point?.name ?? "row" }
  private var valueName: String { valueColumns.map(\.name).joined(separator: ", ") }

  private func point(_ row: Int, _ scale: Chart.Scale) -> Chart.Point {
    point?.point(row, scale) ?? Chart.Point("\(row + 1)", at: Double(row + 1))
  }

  private func numbers(_ column: DerivedColumn) throws(RunError) -> [Double?] {
    var numbers: [Double?] = []
    for value in try ColumnEvaluator.values(column.scalar, of: table, context) {
      guard let number = value.number else {
        guard value.members.isEmpty else {
          throw RunError(.wrongKind(operation: "chart", kind: value.kindName), at: span)
        }
        numbers.append(nil)
        continue
      }
      numbers.append(number.isFinite ? number : nil)
    }
    return numbers
  }

  /// Bars for a few values, a line for many in order, shades where two keys meet.
  private func guess(_ scale: Chart.Scale) -> Chart.Kind {
    let pointCount = point.map { Set($0.keys).count } ?? table.rowCount
    let isInOrder = scale != .categories
    guard let series else {
      // Several values at a place are no line.
      guard pointCount == table.rowCount, isInOrder else { return .bar }
      return pointCount > (valueColumns.count > 1 ? 2 : Self.pointsOfLine) ? .line : .bar
    }
    return isInOrder && Set(series.keys).count <= Self.linesAtMost ? .line : .heat
  }

  /// Each value in its place; what was counted and did not occur is 0.
  private func grid(
    _ kind: Chart.Kind, _ scale: Chart.Scale, _ values: [[Double?]]
  ) throws(RunError) -> Chart {
    let counted =
      table.hasAllGroups
      && valueColumns.allSatisfy { $0.index.map { table.columns[$0].isCount } ?? false }
    let rows = (0..<table.rowCount).map { point($0, scale) }
    // Of bars as many again at most, or there would be little to see between them.
    let fill = kind == .bar ? table.rowCount : ChartPlaces.fillLimit
    let axis = ChartPlaces(
      rows, point?.keys, isSorted: scale != .categories,
      fillsSteps: counted && scale == .numbers ? fill : 0)
    let names = series.map { cells in
      ChartPlaces(
        (0..<table.rowCount).map { Chart.Point(cells.label($0)) }, cells.keys, isSorted: false)
    }
    let width = axis.points.count
    let count = names?.points.count ?? values.count
    let (size, overflow) = width.multipliedReportingOverflow(by: count)
    guard !overflow, size <= Self.cellLimit else {
      throw RunError(.chart(.tooManyPlaces(points: width, series: count)), at: span)
    }
    let absent: Double? = counted ? 0 : nil
    var cells = [Double?](repeating: absent, count: size)
    var isTaken = [Bool](repeating: false, count: size)
    for row in 0..<table.rowCount {
      for (column, numbers) in values.enumerated() {
        let place = (names?.places[row] ?? column) * width + axis.places[row]
        if isTaken[place] { throw RunError(.chart(clash(row, column)), at: span) }
        isTaken[place] = true
        cells[place] = numbers[row]
      }
    }
    let labels = names?.points.map(\.label) ?? valueColumns.map(\.name)
    return Chart(
      kind, scale: scale, pointName: pointName, valueName: valueName, seriesName: series?.name,
      points: axis.points,
      series: labels.enumerated().map { index, label in
        Chart.Series(label, Array(cells[index * width..<(index + 1) * width]))
      })
  }

  private func clash(_ row: Int, _ column: Int) -> ChartFailure {
    .severalValues(
      value: valueColumns[column].name, point: point?.label(row) ?? "\(row + 1)",
      pointName: pointName, series: series?.label(row))
  }
}

extension DerivedColumn {
  /// The column that it shows unchanged.
  fileprivate var index: Int? { if case .column(let index) = scalar { index } else { nil } }
}

extension Chart {
  /// The same with its points as series: a table of several columns, as it stands.
  fileprivate var turned: Chart {
    Chart(
      kind, pointName: "column", valueName: "value", seriesName: pointName,
      points: series.map { Point($0.name) },
      series: points.enumerated().map { index, point in
        Series(point.label, series.map { $0.values[index] })
      })
  }
}
