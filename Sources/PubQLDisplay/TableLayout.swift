import PubQLText

/// Which columns of a table are drawn, and how wide.
///
/// Shape: `columns` in their order, `widths` beside it; with two cells before each column the sum
/// is at most the width.
struct TableLayout {
  private(set) var columns: [Int]
  private(set) var widths: [Int]

  init(_ drawn: [DrawnColumn], width: Int) {
    columns = []
    var used = 0
    for index in drawn.indices.sorted(by: { (drawn[$0].rank, $0) < (drawn[$1].rank, $1) }) {
      let least = drawn[index].least + 2
      guard used + least <= width || columns.isEmpty else { continue }
      columns.append(index)
      used += least
    }
    columns.sort()
    let room = width - 2 * columns.count
    let kept = columns.map { drawn[$0] }
    let level = Self.level(kept, room: room)
    widths = kept.map { Self.width(of: $0, level) }
    // Cells that the common level left over.
    var spare = room - widths.reduce(0, +)
    for index in kept.indices where spare > 0 && widths[index] < kept[index].natural {
      widths[index] += 1
      spare -= 1
    }
    if let only = widths.first, widths.count == 1 { widths = [min(only, max(1, room))] }
  }

  private static func width(of column: DrawnColumn, _ level: Int) -> Int {
    max(column.least, min(column.natural, level))
  }

  /// The greatest width that, as a limit to all columns, makes them fit: so the widest give way
  /// first.
  private static func level(_ columns: [DrawnColumn], room: Int) -> Int {
    let widest = max(1, columns.map(\.natural).max() ?? 1)
    return (1..<widest + 1).lastOfPrefix { level in
      columns.reduce(0) { $0 + width(of: $1, level) } <= room
    }
  }
}
