import PubQLModel

/// Series as rows and points as columns of coloured squares, with numbers where they fit.
struct SVGHeatChart {
  private let chart: Chart
  private let rows: [Chart.Series]
  private let columns: Range<Int>
  private let low: Double
  private let high: Double

  /// More rows are too many to be looked at; more columns have no room.
  private static let rowLimit = 60
  private static let columnLimit = 120
  private static let widestLabel = 220.0
  private static let widestCell = 64.0
  private static let rowHeight = 22.0

  init(_ chart: Chart) {
    self.chart = chart
    rows = Array(chart.series.prefix(Self.rowLimit))
    columns = 0..<min(chart.points.count, Self.columnLimit)
    let range = chart.valueRange ?? 0...0
    low = min(0, range.lowerBound)
    high = range.upperBound
  }

  var drawing: SVGDrawing {
    let names = rows.map { SVGStyle.cut($0.name, to: Self.widestLabel) }
    let label = names.reduce(0) { max($0, SVGStyle.width(of: $1)) }
    let left = SVGStyle.margin + label + 10
    let room = SVGStyle.width - SVGStyle.margin - left
    let width = min(Self.widestCell, room / Double(max(1, columns.count)))
    let texts = columns.map { SVGStyle.cut(chart.points[$0].label, to: 140) }
    let widest = texts.reduce(0) { max($0, SVGStyle.width(of: $1)) }
    // Labels of columns stand upright on their heads where they are wider than a column.
    let isTurned = widest + 6 > width && chart.scale == .categories
    let top = SVGStyle.top + (isTurned ? widest + 8 : 20)
    let end = top + Self.rowHeight * Double(rows.count)
    return SVGDrawing(height: end + 48, notes: notes) { picture in
      picture.group(["fill": .text(SVGStyle.pale)]) {
        heads(texts, left, width, top - 6, isTurned, &$0)
      }
      picture.group(["text-anchor": "end"]) {
        for (index, name) in names.enumerated() {
          $0.text(name, x: left - 8, y: top + Self.rowHeight * (Double(index) + 0.5) + 4)
        }
      }
      cells(left, top, width, &picture)
      scale(left, end + 14, &picture)
    }
  }

  private var notes: [String] {
    var notes: [String] = []
    if rows.count < chart.series.count {
      notes.append("The first \(rows.count) of \(chart.series.count) rows.")
    }
    if columns.count < chart.points.count {
      notes.append("The first \(columns.count) of \(chart.points.count) columns.")
    }
    return notes
  }

  private func heads(
    _ texts: [String], _ left: Double, _ width: Double, _ line: Double, _ isTurned: Bool,
    _ picture: inout SVGPicture
  ) {
    var free = 0.0
    let interval = isTurned ? 1 : interval(texts, width)
    for (index, text) in texts.enumerated() where isHead(index, interval) {
      let middle = left + width * (Double(index) + 0.5)
      let half = SVGStyle.width(of: text) / 2
      if isTurned {
        guard middle - 6 >= free else { continue }
        free = middle + 6
        let place = "\(SVGPicture.number(middle + 4)) \(SVGPicture.number(line))"
        picture.add(
          "text",
          [
            "x": .number(middle + 4), "y": .number(line),
            "transform": .text("rotate(-90 \(place))"),
          ], text)
      } else if middle - half >= free {
        free = middle + half + 6
        picture.text(text, x: middle, y: line, .middle)
      }
    }
  }

  /// Of numbers those that are multiples of 2, 5 or 10 are named, where there is no room for all.
  private func interval(_ texts: [String], _ width: Double) -> Int {
    guard chart.scale == .numbers else { return 1 }
    let widest = texts.reduce(0) { max($0, SVGStyle.width(of: $1)) } + 6
    return [1, 2, 5, 10, 20, 50].first { Double($0) * width >= widest } ?? 100
  }

  private func isHead(_ index: Int, _ interval: Int) -> Bool {
    guard interval > 1, let number = chart.points[index].position else { return true }
    return number.truncatingRemainder(dividingBy: Double(interval)) == 0
  }

  private func part(_ value: Double) -> Double {
    low == high ? 0.5 : ChartAxis.fraction(value, from: low, to: high)
  }

  private func cells(_ left: Double, _ top: Double, _ width: Double, _ picture: inout SVGPicture) {
    picture.group(["stroke": "#ffffff"]) {
      for (row, one) in rows.enumerated() {
        for column in columns {
          guard let value = one.values[column] else { continue }
          $0.rectangle(
            x: left + width * Double(column), y: top + Self.rowHeight * Double(row), width: width,
            height: Self.rowHeight, fill: SVGStyle.shade(part(value)))
        }
      }
    }
    let texts = rows.flatMap { one in columns.compactMap { one.values[$0] } }.map(ChartNumber.text)
    let widest = texts.reduce(0) { max($0, SVGStyle.width(of: $1, size: 11)) }
    guard widest + 4 <= width else { return }
    for ink in ["#ffffff", SVGStyle.ink, SVGStyle.faint] {
      picture.group(["fill": .text(ink), "font-size": "11", "text-anchor": "middle"]) {
        for (row, one) in rows.enumerated() {
          for column in columns {
            guard let value = one.values[column], self.ink(value) == ink else { continue }
            $0.text(
              ChartNumber.text(value), x: left + width * (Double(column) + 0.5),
              y: top + Self.rowHeight * (Double(row) + 0.5) + 4)
          }
        }
      }
    }
  }

  /// Light on dark, and hardly there for what was not found.
  private func ink(_ value: Double) -> String {
    if value == 0, low == 0 { return SVGStyle.faint }
    return part(value) > 0.5 ? "#ffffff" : SVGStyle.ink
  }

  /// What the colours mean.
  private func scale(_ left: Double, _ top: Double, _ picture: inout SVGPicture) {
    let steps = 20
    let width = 160.0 / Double(steps)
    picture.group([:]) {
      for step in 0..<steps {
        $0.rectangle(
          x: left + width * Double(step), y: top, width: width + 0.5, height: 10,
          fill: SVGStyle.shade(Double(step) / Double(steps - 1)))
      }
    }
    picture.group(["font-size": "11", "fill": .text(SVGStyle.pale)]) {
      $0.text(ChartNumber.text(low), x: left, y: top + 24)
      $0.text(ChartNumber.text(high), x: left + 160, y: top + 24, .end)
      $0.text(SVGStyle.cut(chart.valueName, to: 300), x: left + 172, y: top + 10)
    }
  }
}
