import PubQLModel

/// Which series is which, in lines below the heading.
struct SVGLegend {
  /// Where what follows may begin.
  let bottom: Double
  private let entries: [Entry]
  private let isOfLines: Bool

  private struct Entry {
    let name: String
    let x: Double
    let y: Double
  }

  private static let swatch = 26.0
  private static let gap = 20.0
  private static let lineHeight = 18.0

  /// - Parameter isOfLines: whether lines with their marks are shown, or filled squares.
  init(_ series: [Chart.Series], isShown: Bool, isOfLines: Bool) {
    self.isOfLines = isOfLines
    var entries: [Entry] = []
    var (x, y) = (SVGStyle.margin, SVGStyle.top + 8)
    let right = SVGStyle.width - SVGStyle.margin
    for one in isShown ? series : [] {
      let name = SVGStyle.cut(one.name, to: right - SVGStyle.margin - Self.swatch)
      let width = Self.swatch + SVGStyle.width(of: name)
      if x + width > right, x > SVGStyle.margin {
        x = SVGStyle.margin
        y += Self.lineHeight
      }
      entries.append(Entry(name: name, x: x, y: y))
      x += width + Self.gap
    }
    self.entries = entries
    bottom = entries.isEmpty ? SVGStyle.top : y + Self.lineHeight - 4
  }

  func draw(_ picture: inout SVGPicture) {
    picture.group([:]) {
      for (index, entry) in entries.enumerated() {
        if isOfLines {
          SVGMark.line(
            index, points: [(entry.x, entry.y - 4), (entry.x + 20, entry.y - 4)], in: &$0)
          SVGMark.draw(index, at: (entry.x + 10, entry.y - 4), in: &$0)
        } else {
          $0.rectangle(
            x: entry.x + 6, y: entry.y - 10, width: 12, height: 12, fill: SVGStyle.color(index))
        }
        $0.text(entry.name, x: entry.x + Self.swatch, y: entry.y)
      }
    }
  }
}

/// The marks of the series of lines: a shape, a colour and dashes for each.
enum SVGMark {
  static func line(_ series: Int, points: [(x: Double, y: Double)], in picture: inout SVGPicture) {
    guard points.count > 1 else { return }
    let path = points.map { "\(SVGPicture.number($0.x)),\(SVGPicture.number($0.y))" }
      .joined(separator: " ")
    let color = SVGStyle.color(series)
    if let dash = SVGStyle.dashes[series % SVGStyle.dashes.count] {
      picture.add(
        "polyline",
        [
          "points": .text(path), "fill": "none", "stroke": .text(color), "stroke-width": "2",
          "stroke-dasharray": .text(dash), "stroke-linejoin": "round",
        ])
    } else {
      picture.add(
        "polyline",
        [
          "points": .text(path), "fill": "none", "stroke": .text(color), "stroke-width": "2",
          "stroke-linejoin": "round",
        ])
    }
  }

  /// A circle, a square, triangles and a diamond, filled or hollow.
  static func draw(
    _ series: Int, at place: (x: Double, y: Double), in picture: inout SVGPicture
  ) {
    let color = SVGStyle.color(series)
    let (x, y) = place
    func polygon(_ corners: [(Double, Double)]) {
      let path = corners.map {
        "\(SVGPicture.number(x + $0.0)),\(SVGPicture.number(y + $0.1))"
      }.joined(separator: " ")
      picture.add("polygon", ["points": .text(path), "fill": .text(color)])
    }
    switch series % 6 {
    case 0:
      picture.add(
        "circle", ["cx": .number(x), "cy": .number(y), "r": 3.2, "fill": .text(color)])
    case 1: picture.rectangle(x: x - 3, y: y - 3, width: 6, height: 6, fill: color)
    case 2: polygon([(0, -4), (4, 3), (-4, 3)])
    case 3: polygon([(0, -4.5), (4.5, 0), (0, 4.5), (-4.5, 0)])
    case 4: polygon([(0, 4), (4, -3), (-4, -3)])
    default:
      picture.add(
        "circle",
        [
          "cx": .number(x), "cy": .number(y), "r": 3, "fill": "#ffffff", "stroke": .text(color),
          "stroke-width": "1.5",
        ])
    }
  }
}
