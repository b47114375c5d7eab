/// Bars of block characters, exact to an eighth of a cell, or of ASCII signs.
struct BarDrawing {
  let isPlain: Bool

  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar that grows to the right.
  ///
  /// - Parameter part: 0 to 1, of `cells`.
  func bar(_ part: Double, of cells: Int) -> String {
    if isPlain { return String(repeating: "#", count: Self.units(part, cells)) }
    let parts = Self.units(part, cells * 8)
    return String(repeating: "█", count: parts / 8) + Self.eighths[parts % 8]
  }

  /// A bar that grows to the left, exact to half a cell: there are no finer blocks for it.
  func leftBar(_ part: Double, of cells: Int) -> String {
    if isPlain { return String(repeating: "#", count: Self.units(part, cells)) }
    let halves = Self.units(part, cells * 2)
    return (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
  }

  private static func units(_ part: Double, _ count: Int) -> Int {
    guard part > 0, count > 0 else { return 0 }
    // What is there is to be seen, however small.
    return max(1, Int((min(1, part) * Double(count)).rounded()))
  }
}
