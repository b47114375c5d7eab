import PubQLModel
import PubQLText

/// Draws series as rows and points as columns of shaded cells, with their numbers where they fit.
///
/// Shape: a darker shade is a greater value, in four steps; zero is a dot and a missing value blank.
struct HeatChart {
  private let chart: Chart
  private let options: DisplayOptions
  private let rows: [Chart.Series]
  private let low: Double
  private let high: Double

  private static let blocks = Array("░▒▓█")
  private static let signs = Array(":+*#")
  private static let longestLabel = 10
  /// Labels give way before numbers do.
  private static let labelLengths = [14, 10, 8, 6, 4]
  private static let longestName = 24
  private static let leastName = 6
  /// Two cells of shade, a digit and blanks
  private static let leastColumn = 5
  /// Cells of a column without numbers.
  private static let widestShade = 3

  init(_ chart: Chart, _ options: DisplayOptions) {
    self.chart = chart
    self.options = options
    rows = Array(chart.series.prefix(options.shownRows(of: chart.series.count)))
    let range = chart.valueRange ?? 0...0
    low = min(0, range.lowerBound)
    high = range.upperBound
  }

  func draw() -> DrawnChart {
    guard !rows.isEmpty, !chart.points.isEmpty else { return DrawnChart(lines: []) }
    var drawn = DrawnChart(lines: [], shownRows: rows.count, rows: chart.series.count)
    let natural = (rows.map(\.name) + [nameHeading]).reduce(1) {
      max($0, DisplayWidth.width(of: DisplayWidth.sanitised($1)))
    }
    let most = min(Self.longestName, max(Self.leastName, options.usableWidth / 3))
    let name = min(natural, most, options.usableWidth - 5)
    let room = max(1, options.usableWidth - name - 4)
    let columns = Self.labelLengths.lazy.compactMap { numbered(room, $0) }.first ?? shaded(room)
    let heading = "  " + options.fit(nameHeading, to: name) + "  " + columns.heading
    drawn.lines = [heading.withoutTrailingBlanks]
    for row in rows {
      var line = "  " + options.fit(row.name, to: name) + "  "
      for value in row.values.prefix(columns.count) { line += columns.cell(value) }
      drawn.lines.append(line.withoutTrailingBlanks)
    }
    drawn.lines += legend
    if columns.count < chart.points.count {
      drawn.remarks.append("\(columns.count) of \(chart.points.count) columns")
    }
    return drawn
  }

  private var nameHeading: String { chart.seriesName ?? "" }

  // MARK: Columns

  private struct Columns {
    let count: Int
    let heading: String
    let cell: (Double?) -> String
  }

  /// Columns with numbers, if all of them fit.
  private func numbered(_ room: Int, _ longest: Int) -> Columns? {
    guard chart.points.count <= room / Self.leastColumn else { return nil }
    let labels = chart.points.map { options.cut($0.label, to: longest) }
    let texts = rows.flatMap { $0.values.map { $0.map(ChartNumber.text) ?? "" } }
    let number = texts.reduce(1) { max($0, $1.count) }
    let label = labels.reduce(1) { max($0, DisplayWidth.width(of: $1)) }
    // Two cells of shade, a blank, the number; two blanks between columns.
    let width = max(number + 3, label)
    guard (width + 2) * labels.count - 2 <= room else { return nil }
    return Columns(
      count: labels.count,
      heading: labels.map { DisplayWidth.pad($0, to: width, alignRight: true) + "  " }.joined()
    ) { value in
      let text = value.map(ChartNumber.text) ?? ""
      let shade = options.colored(
        String(repeating: sign(value), count: width - number - 1), series: 0)
      return shade + " " + DisplayWidth.pad(text, to: number, alignRight: true) + "  "
    }
  }

  /// Columns of shades alone, as many as fit.
  private func shaded(_ room: Int) -> Columns {
    let count = min(chart.points.count, room)
    let width = max(1, min(Self.widestShade, room / count))
    let labels = (0..<count).map { index in
      (column: index * width, text: options.cut(chart.points[index].label, to: Self.longestLabel))
    }
    let heading = TickLabels(labels, width: max(room, count * width), isCentered: false).text
    return Columns(count: count, heading: heading) { value in
      options.colored(String(repeating: sign(value), count: width), series: 0)
    }
  }

  // MARK: Shades

  private var shades: [Character] { options.plain ? Self.signs : Self.blocks }

  private func sign(_ value: Double?) -> Character {
    guard let value else { return " " }
    if value == 0, low == 0 { return options.plain ? "." : "·" }
    return shades[min(shades.count, max(1, level(value))) - 1]
  }

  /// 0 to 4; 0 for the least value.
  private func level(_ value: Double) -> Int {
    Int((ChartAxis.fraction(value, from: low, to: high) * Double(shades.count)).rounded(.up))
  }

  /// `count by year: ░ ≤ 3  ▒ ≤ 6  ▓ ≤ 9  █ ≤ 12`
  private var legend: [String] {
    let values = chart.series.flatMap { $0.values.compactMap { $0 } }
    let wholes = values.allSatisfy { $0 == $0.rounded() }
    var text = "\(chart.valueName) by \(chart.pointName):"
    var last = low == 0 ? "0" : ""
    for (index, shade) in shades.enumerated() {
      let part = Double(index + 1) / Double(shades.count)
      let limit = index + 1 == shades.count ? high : low * (1 - part) + high * part
      let label = ChartNumber.text(wholes ? limit.rounded(.down) : limit)
      if label != last { text += " \(shade) \(options.plain ? "<=" : "≤") \(label) " }
      last = label
    }
    let lines = DisplayWidth.wrap(DisplayWidth.sanitised(text), to: options.usableWidth - 2)
    return lines.map { ("  " + $0).withoutTrailingBlanks }
  }
}
