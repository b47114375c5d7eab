import PubQLText

/// Labels below an axis or above columns, as many as do not touch each other.
struct TickLabels {
  /// The cells of the axis that they belong to.
  private(set) var columns: [Int] = []
  /// With the margin.
  private(set) var text = ""

  /// - Parameters:
  ///   - labels: ascending by the cell that they belong to.
  ///   - width: cells of the axis; none reaches beyond.
  ///   - margin: cells before the axis, into which a label may reach.
  ///   - isCentered: whether a label's middle stands at its cell, or its beginning.
  init(
    _ labels: [(column: Int, text: String)], width: Int, margin: Int = 0, isCentered: Bool = true
  ) {
    var used = 0
    for (column, label) in labels {
      let cells = DisplayWidth.width(of: label)
      let wanted = margin + (isCentered ? column - cells / 2 : column)
      let start = max(0, min(wanted, margin + width - cells))
      guard start >= (columns.isEmpty ? 0 : used + 1), start + cells <= margin + width else {
        continue
      }
      text += String(repeating: " ", count: start - used) + label
      used = start + cells
      columns.append(column)
    }
  }
}
