/// The bars behind the shares of a `count by` table.
struct Bars {
  /// The cell where they begin.
  let column: Int
  let rows: [String]

  /// Fewer cells tell nothing, more do not tell more.
  private static let least = 5
  private static let most = 30

  /// Nil where there are no shares or no room.
  init?(_ columns: [DrawnColumn], _ layout: TableLayout, _ options: DisplayOptions) {
    guard let share = columns.last, share.source == nil,
      let counts = columns.last(where: { $0.isCount })?.numbers
    else { return nil }
    column = layout.widths.reduce(2) { $0 + $1 + 2 }
    let room = min(Self.most, options.usableWidth - column)
    let greatest = counts.reduce(0) { max($0, $1 ?? 0) }
    guard room >= Self.least, greatest > 0 else { return nil }
    let drawing = BarDrawing(isPlain: false)
    rows = counts.map { drawing.bar(($0 ?? 0) / greatest, of: room) }
  }
}
