import PubQLModel
import PubQLText

/// A column of a table with its cells as they could be drawn.
struct DrawnColumn {
  let header: String
  let cells: [String]
  /// The values of cells that are one number, in a column of numbers.
  var numbers: [Double?] = []
  /// Which column of the table it is; none for one that was worked out.
  let source: Int?
  let alignsRight: Bool
  /// Whether it counts the rows of groups.
  let isCount: Bool
  /// The cells that it takes uncut.
  let natural: Int
  /// What it is never cut below.
  let least: Int
  /// Columns of low rank stay when there is no room for all.
  let rank: Int

  /// Dates and short words stay whole, names keep their first words.
  private static let leastText = 12
  private static let leastNames = 16

  /// A title says most, so it gets much of a wide terminal before other columns get any.
  private static func leastTitle(_ width: Int) -> Int { min(40, max(leastNames, width * 3 / 8)) }

  init(_ table: any TableSource, _ index: Int, rows: Int, _ options: DisplayOptions) {
    let column = table.columns[index]
    // No cluster that matters takes more bytes a cell.
    let reader = CellText(table, index, limit: options.usableWidth * 16 + 64)
    var cells: [String] = []
    var numbers: [Double?] = []
    for row in 0..<rows {
      cells.append(DisplayWidth.sanitised(reader.read(row)))
      if column.kind == .number { numbers.append(reader.number) }
    }
    let name = DisplayWidth.sanitised(column.name)
    let natural = Self.width(of: cells, name)
    let floor: Int
    switch (column.kind, column.field) {
    case (.number, _), (.bool, _): floor = natural
    case (_, .title): floor = Self.leastTitle(options.usableWidth)
    case (_, .authors), (_, .institutions): floor = Self.leastNames
    default: floor = Self.leastText
    }
    header = name
    self.cells = cells
    self.numbers = numbers
    source = index
    alignsRight = column.kind == .number
    isCount =
      column.kind == .number && column.name == "count" && index == table.columns.count - 1
    self.natural = natural
    least = min(natural, floor)
    rank = Self.rank(of: column, in: table.shape)
  }

  /// A column of numbers that was worked out.
  init(name: String, cells: [String]) {
    header = name
    self.cells = cells
    source = nil
    alignsRight = true
    isCount = false
    natural = Self.width(of: cells, name)
    least = natural
    rank = .max
  }

  private static func width(of cells: [String], _ header: String) -> Int {
    max(1, cells.reduce(DisplayWidth.width(of: header)) { max($0, DisplayWidth.width(of: $1)) })
  }

  private static func rank(of column: TableColumn, in shape: TableShape) -> Int {
    switch column.field {
    case .title: 0
    // What a query worked out was asked for.
    case nil where shape == .table: 1
    case .date: 2
    case .institutions: 3
    case .type: 4
    case .authors: 5
    case .id: 6
    case .topics: 7
    case .regions: 8
    case .abstract: 10
    case nil: 9
    }
  }
}
