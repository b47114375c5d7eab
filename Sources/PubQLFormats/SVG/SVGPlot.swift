import PubQLModel

/// An area with an axis of values at its left and an axis of points below.
struct SVGPlot {
  let values: ChartAxis
  let points: ChartAxis
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// Room between the ends of the axis of points and what stands there.
  let inset: Double
  private let pointName: String

  static let height = 300.0

  init(_ chart: Chart, values: ChartAxis, points: ChartAxis, top: Double, inset: Double = 0) {
    self.values = values
    self.points = points
    self.top = top + 12
    self.inset = inset
    pointName = chart.pointName
    let label = values.labels.reduce(0) { max($0, SVGStyle.width(of: $1)) }
    left = SVGStyle.margin + label + 10
    right = SVGStyle.width - SVGStyle.margin
    bottom = self.top + Self.height
  }

  /// Where the labels of the axis of points end.
  var end: Double { bottom + 52 }

  func x(_ position: Double) -> Double {
    left + inset + points.fraction(position) * (right - left - 2 * inset)
  }

  func y(_ value: Double) -> Double { bottom - values.fraction(value) * (bottom - top) }

  /// Draws the axes with their ticks and labels, and lines behind the values.
  func draw(_ picture: inout SVGPicture) {
    picture.group(["stroke": .text(SVGStyle.grid)]) {
      for tick in values.ticks { $0.line(from: (left, y(tick)), to: (right, y(tick))) }
    }
    picture.group(["fill": .text(SVGStyle.pale), "text-anchor": "end"]) {
      for (tick, label) in zip(values.ticks, values.labels) {
        $0.text(label, x: left - 8, y: y(tick) + 4)
      }
    }
    let base = values.low <= 0 && values.high >= 0 ? y(0) : bottom
    picture.group(["stroke": .text(SVGStyle.axis)]) { axis in
      axis.line(from: (left, base), to: (right, base))
      for (tick, _) in labelled { axis.line(from: (x(tick), bottom), to: (x(tick), bottom + 5)) }
    }
    picture.group(["fill": .text(SVGStyle.pale), "text-anchor": "middle"]) {
      for (tick, label) in labelled { $0.text(label, x: x(tick), y: bottom + 20) }
      $0.text(pointName, x: (left + right) / 2, y: bottom + 40)
    }
  }

  /// The ticks of the points with their labels, as many as do not touch each other.
  private var labelled: [(tick: Double, label: String)] {
    var kept: [(tick: Double, label: String)] = []
    var free = 0.0
    for (tick, label) in zip(points.ticks, points.labels) {
      let label = SVGStyle.cut(label, to: 120)
      let half = SVGStyle.width(of: label) / 2
      let middle = x(tick)
      guard middle - half >= free, middle + half <= SVGStyle.width else { continue }
      kept.append((tick, label))
      free = middle + half + 8
    }
    return kept
  }
}
