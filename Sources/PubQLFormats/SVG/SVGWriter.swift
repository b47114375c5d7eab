package import PubQLModel
import PubQLText

/// Writes the chart of a result as a picture.
///
/// Shape: one SVG document that stands alone: a white background, a title and a description for
/// those who do not see it, no scripts, nothing fetched. What is too much for a picture is left
/// out, and a line at the bottom says so.
/// - Source: SVG 1.1 (Second Edition)
package struct SVGWriter: FormatWriter {
  package let name = "svg"
  package let extensions = ["svg"]
  package let summary = "a picture of a chart"
  package let needsChart = true

  package init() {}

  package func write(_ table: any TableSource, to sink: any ByteSink) throws(OutputError) {
    guard let chart = table.chart else { throw .failed("the result is no chart") }
    let output = OutputBuffer()
    output.append(text: Self.document(chart))
    try output.hand(to: sink)
  }

  /// The whole text of a picture.
  static func document(_ chart: Chart) -> String {
    let drawn = drawing(chart)
    var picture = SVGPicture()
    picture.add("title", [:], chart.title)
    picture.add("desc", [:], description(chart))
    let height = drawn.height + (drawn.notes.isEmpty ? 0 : 8) + 18 * Double(drawn.notes.count)
    picture.add(
      "rect", ["width": .number(SVGStyle.width), "height": .number(height), "fill": "#ffffff"])
    picture.group(["font-size": "14", "font-weight": "bold"]) {
      let heading = SVGStyle.cut(chart.title, to: SVGStyle.width - 2 * SVGStyle.margin, size: 15)
      $0.text(heading, x: SVGStyle.margin, y: SVGStyle.headingLine)
    }
    picture.group([:]) { drawn.draw(&$0) }
    picture.group(["font-size": "11", "fill": .text(SVGStyle.pale)]) {
      for (index, note) in drawn.notes.enumerated() {
        $0.text(note, x: SVGStyle.margin, y: drawn.height + 18 * Double(index))
      }
    }
    let size = "\(SVGPicture.number(SVGStyle.width)) \(SVGPicture.number(height))"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" \
      width="\(SVGPicture.number(SVGStyle.width))" height="\(SVGPicture.number(height))" role="img" \
      font-family="\(SVGStyle.font)" font-size="\(SVGPicture.number(SVGStyle.fontSize))" \
      fill="\(SVGStyle.ink)">
      \(picture.body)</svg>

      """
  }

  private static func drawing(_ chart: Chart) -> SVGDrawing {
    guard chart.valueRange != nil else { return .nothing }
    return switch chart.kind {
    case .bar:
      SVGColumnChart.suits(chart) ? SVGColumnChart(chart).drawing : SVGBarChart(chart).drawing
    case .line: SVGLineChart(chart).drawing
    case .spark: SVGSparkChart(chart).drawing
    case .heat: SVGHeatChart(chart).drawing
    }
  }

  /// What is to be seen, in words.
  private static func description(_ chart: Chart) -> String {
    let kind =
      switch chart.kind {
      case .bar: "Bar chart"
      case .line: "Line chart"
      case .spark: "Small line charts"
      case .heat: "Heat map"
      }
    var text = "\(kind) of \(chart.valueName) by \(chart.pointName)"
    if let first = chart.points.first, let last = chart.points.last {
      text += ", from \(first.label) to \(last.label) (\(chart.points.count) in all)"
    }
    if chart.hasSeries { text += "; \(chart.series.count) series" }
    if let range = chart.valueRange {
      text += "; values from \(ChartNumber.text(range.lowerBound)) to "
      text += ChartNumber.text(range.upperBound)
    }
    return text + "."
  }
}

/// What is below the heading of a picture.
struct SVGDrawing {
  /// Where it ends.
  let height: Double
  /// What is left out, a line each.
  var notes: [String] = []
  let draw: (inout SVGPicture) -> Void

  static var nothing: SVGDrawing {
    SVGDrawing(height: SVGStyle.top + 40) {
      $0.text("There are no values to draw.", x: SVGStyle.margin, y: SVGStyle.top + 16)
    }
  }
}
