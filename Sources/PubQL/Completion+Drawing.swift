import PubQLText

extension Completions {
  /// The items in columns, with how many more there are; lines end with CR LF in raw terminals.
  ///
  /// Unit of `width`: cells.
  public func text(width: Int, lineEnd: String = "\n") -> String {
    let cells = items.map { item in
      item.detail.isEmpty ? item.label : item.label + "  " + item.detail
    }.map { DisplayWidth.cut(DisplayWidth.sanitised($0), to: max(8, width - 4)) }
    let widest = cells.map { DisplayWidth.width(of: $0) }.max() ?? 0
    let columns = max(1, (width - 2) / (widest + 3))
    var lines: [String] = []
    for start in stride(from: 0, to: cells.count, by: columns) {
      let row = cells[start..<min(start + columns, cells.count)]
      let padded = row.enumerated().map { index, cell in
        index == row.count - 1 ? cell : DisplayWidth.pad(cell, to: widest)
      }
      lines.append("  " + padded.joined(separator: "   "))
    }
    if more > 0 { lines.append("  + \(more) more") }
    return lines.joined(separator: lineEnd)
  }
}
