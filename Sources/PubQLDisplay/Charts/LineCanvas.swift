/// Cells that lines are drawn on: of 2 × 4 braille dots each, or of one ASCII sign.
struct LineCanvas {
  let width: Int
  let height: Int
  private let isPlain: Bool
  /// Dots of a cell.
  private let across: Int
  private let down: Int
  private var cells: [Cell]

  private struct Cell {
    /// A bit a dot
    var dots: UInt8 = 0
    var mark: Character?
    var series: Int?
    /// Whether the mark is the letter of a series.
    var isLetter = false
  }

  /// A dot, counted from the left and from the top.
  struct Spot: Equatable {
    let x: Int
    let y: Int
  }

  /// - Source: Unicode Standard, Braille Patterns (U+2800): dots 1 2 3 7 are the left column, 4 5 6
  ///   8 the right.
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  init(width: Int, height: Int, isPlain: Bool) {
    self.width = width
    self.height = height
    self.isPlain = isPlain
    across = isPlain ? 1 : 2
    down = isPlain ? 1 : 4
    cells = Array(repeating: Cell(), count: width * height)
  }

  /// - Parameters:
  ///   - across: 0 at the left to 1.
  ///   - up: 0 at the bottom to 1.
  func spot(across x: Double, up y: Double) -> Spot {
    Spot(
      x: Int((x * Double(width * across - 1)).rounded()),
      y: Int(((1 - y) * Double(height * down - 1)).rounded()))
  }

  func column(of spot: Spot) -> Int { spot.x / across }
  func row(of spot: Spot) -> Int { spot.y / down }

  private func index(of spot: Spot) -> Int { row(of: spot) * width + column(of: spot) }

  /// Draws a straight line (Bresenham's way: whole numbers, no gaps).
  mutating func line(from start: Spot, to end: Spot, series: Int) {
    let (distanceX, distanceY) = (abs(end.x - start.x), -abs(end.y - start.y))
    let (stepX, stepY) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
    var (x, y, error) = (start.x, start.y, distanceX + distanceY)
    while true {
      dot(Spot(x: x, y: y), series: series)
      if x == end.x && y == end.y { return }
      let doubled = 2 * error
      if doubled >= distanceY {
        error += distanceY
        x += stepX
      }
      if doubled <= distanceX {
        error += distanceX
        y += stepY
      }
    }
  }

  private mutating func dot(_ spot: Spot, series: Int) {
    let index = index(of: spot)
    cells[index].dots |= isPlain ? 1 : Self.bits[spot.x % 2][spot.y % 4]
    cells[index].series = series
  }

  /// Puts a sign on a cell.
  mutating func mark(_ spot: Spot, _ sign: Character, series: Int) {
    let index = index(of: spot)
    cells[index].mark = sign
    cells[index].series = series
  }

  /// Puts the letter of a series on a cell, unless another's is there.
  mutating func letter(_ spot: Spot, _ letter: Character, series: Int) -> Bool {
    guard !cells[index(of: spot)].isLetter else { return false }
    mark(spot, letter, series: series)
    cells[index(of: spot)].isLetter = true
    return true
  }

  /// A row; `style` is given runs of one series, or of none.
  func text(_ row: Int, _ style: (String, Int?) -> String) -> String {
    var line = ""
    var run = ""
    var series: Int?
    for cell in cells[row * width..<(row + 1) * width] {
      if cell.series != series {
        line += style(run, series)
        (run, series) = ("", cell.series)
      }
      run.append(sign(cell))
    }
    return line + style(run, series)
  }

  private func sign(_ cell: Cell) -> Character {
    if let mark = cell.mark { return mark }
    if cell.dots == 0 { return " " }
    if isPlain { return "." }
    return Unicode.Scalar(0x2800 + UInt32(cell.dots)).map(Character.init) ?? " "
  }
}
