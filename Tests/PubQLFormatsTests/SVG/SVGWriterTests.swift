import Foundation
import FoundationXML
import PubQLFormats
import PubQLModel
import Testing

@Suite("Pictures of charts")
struct SVGWriterTests {
  /// A table that is a chart.
  private struct Charted: TableSource {
    let chart: Chart?
    var shape: TableShape { .table }
    var columns: [TableColumn] { [] }
    var rowCount: Int { 0 }
    func reader(of column: Int) -> any CellReader { SampleReader([]) }
  }

  private func picture(_ chart: Chart) throws -> String {
    try written(SVGWriter(), Charted(chart: chart))
  }

  /// Reads a document; nil when it is not well formed.
  private func elements(_ text: String) -> [Element]? {
    let reader = Reading()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    return parser.parse() ? reader.elements : nil
  }

  private struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  private final class Reading: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var isInside = false

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.append(Element(name: name, attributes: attributes))
      isInside = true
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) { isInside = false }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if isInside { elements[elements.count - 1].text += text }
    }
  }

  private func chart(
    _ kind: Chart.Kind, _ scale: Chart.Scale = .categories, labels: [String],
    _ series: [(String, [Double?])]
  ) -> Chart {
    Chart(
      kind, scale: scale, pointName: "year", valueName: "count",
      seriesName: series.count > 1 ? "type" : nil,
      points: labels.enumerated().map {
        Chart.Point($1, at: scale == .categories ? nil : Double($0))
      },
      series: series.map { Chart.Series($0, $1) })
  }

  @Test("a bar for each value, as long as it is large")
  func bars() throws {
    let chart = chart(.bar, labels: ["a", "b", "c"], [("count", [40, 10, nil])])
    let found = try #require(elements(try picture(chart)))
    let bars = found.filter { $0.name == "rect" && $0.attributes["x"] != nil }
    let widths = bars.compactMap { $0.attributes["width"].flatMap { Double($0) } }
    #expect(widths.count == 2)
    #expect((widths[0] / widths[1] - 4).magnitude < 0.01)
    let texts = found.filter { $0.name == "text" }.map(\.text)
    #expect(texts == ["count by year", "a", "b", "c", "40", "10"])
    #expect(found.first { $0.name == "title" }?.text == "count by year")
    #expect(
      found.first { $0.name == "desc" }?.text
        == "Bar chart of count by year, from a to c (3 in all); values from 10 to 40.")
  }

  @Test("upright bars stand on zero, at the place of their number")
  func columns() throws {
    let chart = chart(
      .bar, .numbers, labels: ["2019", "2020", "2021"], [("count", [4, -2, 0])])
    let found = try #require(elements(try picture(chart)))
    let bars = found.filter { $0.name == "rect" && $0.attributes["x"] != nil }.map { bar in
      ["x", "y", "width", "height"].map { Double(bar.attributes[$0] ?? "") ?? .nan }
    }
    try #require(bars.count == 3)
    #expect((bars[0][1] + bars[0][3] - bars[1][1]).magnitude < 0.02)
    #expect((bars[0][3] - 2 * bars[1][3]).magnitude < 0.02)
    #expect((bars[2][0] - 2 * bars[1][0] + bars[0][0]).magnitude < 0.03)
    #expect(bars[0][0] + bars[0][2] <= bars[1][0])
  }

  @Test("bars that would be too thin to be seen lie instead")
  func thinColumns() throws {
    for (days, stands) in [([0, 30, 61], true), ([0, 1, 9_000], false), ([5, 1, 3], false)] {
      let chart = Chart(
        .bar, scale: .days, pointName: "date", valueName: "n",
        points: days.map { Chart.Point("\($0)", at: Double($0)) },
        series: [Chart.Series("n", [1, 2, 3])])
      let found = try #require(elements(try picture(chart)))
      let bars = found.filter { $0.name == "rect" && $0.attributes["x"] != nil }
      let sizes = Set(bars.compactMap { $0.attributes[stands ? "height" : "width"] })
      #expect(bars.count == 3 && sizes.count == 3, "\(days)")
      #expect(bars.allSatisfy { (Double($0.attributes["width"] ?? "") ?? 0) >= 2 })
    }
  }

  @Test("a line is broken where a value is missing")
  func gaps() throws {
    let labels = (0..<7).map { "\($0)" }
    let chart = chart(.line, .numbers, labels: labels, [("count", [1, 2, nil, 3, nil, 4, 5])])
    let found = try #require(elements(try picture(chart)))
    let lines = found.filter { $0.name == "polyline" }
    #expect(lines.map { $0.attributes["points"]?.split(separator: " ").count } == [2, 2])
    #expect(found.count { $0.name == "circle" } == 5)
  }

  @Test("lines differ in dashes and marks, and are named")
  func lines() throws {
    let series = (0..<8).map { ("s\($0)", [Double($0), 1.0] as [Double?]) }
    let chart = chart(.line, .numbers, labels: ["0", "1"], series)
    let found = try #require(elements(try picture(chart)))
    let dashes = found.filter { $0.name == "polyline" }.map { $0.attributes["stroke-dasharray"] }
    #expect(Set(dashes).count == 6)
    let texts = found.filter { $0.name == "text" }.map(\.text)
    #expect(texts.contains("s7") && !texts.contains("s1"))
    #expect(texts.contains("The 6 largest of 8 series."))
  }

  @Test("shades have their numbers where they fit")
  func shades() throws {
    let few = chart(.heat, labels: ["a", "b"], [("x", [0, 5]), ("y", [nil, 10])])
    let found = try #require(elements(try picture(few)))
    let texts = found.filter { $0.name == "text" }.map(\.text)
    #expect(texts.filter { ["0", "5", "10"].contains($0) }.count == 5)
    let many = chart(.heat, labels: (0..<120).map { "\($0)" }, [("x", (0..<120).map(Double.init))])
    let heads = try #require(elements(try picture(many))).count { $0.name == "text" }
    #expect(heads < 80)
  }

  @Test("labels cannot break out, nor hold what XML may not")
  func hostileLabels() throws {
    let text = "</text><script>\"'&\u{0}\u{1B}[0m\u{FFFE}\u{FFFF}\u{202E}\u{85}研究"
    for kind in Chart.Kind.allCases {
      let chart = Chart(
        kind, pointName: text, valueName: text, seriesName: text,
        points: [Chart.Point(text), Chart.Point("b")],
        series: [Chart.Series(text, [1, 2]), Chart.Series("z", [2, 1])])
      let written = try picture(chart)
      let found = try #require(elements(written), "\(kind)")
      #expect(!found.contains { $0.name == "script" })
      #expect(!written.contains("<script"))
    }
  }

  @Test("nothing of a picture is fetched or runs, and it is always the same")
  func standsAlone() throws {
    for kind in Chart.Kind.allCases {
      let chart = chart(kind, .numbers, labels: ["1", "2"], [("a", [1, 2]), ("b", [nil, 0.1])])
      let written = try picture(chart)
      #expect(try written == picture(chart))
      for word in ["script", "href", "url(", "@import", "<image", "onload", "<style"] {
        #expect(!written.contains(word), "\(kind)")
      }
      let found = try #require(elements(written))
      #expect(found.first?.attributes["viewBox"] != nil)
      #expect(found[1].name == "title" && found[2].name == "desc")
      #expect(found[3].attributes["fill"] == "#ffffff")
    }
  }

  @Test("any numbers are drawn within the picture", arguments: 0..<4)
  func hostileNumbers(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let special: [Double?] = [
      nil, 0, 1, -1, 1e300, -1e300, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      .leastNonzeroMagnitude, 123_456_789, 0.1,
    ]
    for _ in 0..<40 {
      let count = [0, 1, 2, 13, 80, 300].randomElement(using: &random) ?? 0
      let scale: Chart.Scale =
        [.categories, .numbers, .days].randomElement(using: &random) ?? .days
      let kind = Chart.Kind.allCases.randomElement(using: &random) ?? .bar
      let chart = Chart(
        kind, scale: scale, pointName: "x", valueName: "y", seriesName: "z",
        points: (0..<count).map { index in
          Chart.Point("\(index)", at: scale == .categories ? nil : Double(index * index))
        },
        series: (0..<Int.random(in: 0...9, using: &random)).map { index in
          Chart.Series(
            "s\(index)", (0..<count).map { _ in special.randomElement(using: &random) ?? nil })
        })
      let found = try #require(elements(try picture(chart)), "seed \(seed)")
      let height = Double(found.first?.attributes["height"] ?? "") ?? 0
      for element in found {
        for (name, value) in element.attributes where ["x", "y", "x1", "y1", "cx"].contains(name) {
          let number = try #require(Double(value), "seed \(seed)")
          #expect(-1...max(720, height) ~= number, "seed \(seed), \(kind) \(element)")
        }
      }
    }
  }

  @Test("a result that is no chart is refused")
  func noChart() {
    #expect(throws: OutputError.self) { try written(SVGWriter(), Charted(chart: nil)) }
    #expect(SVGWriter().needsChart)
    #expect(FormatRegistry.writers.filter(\.needsChart).map(\.name) == ["svg"])
    #expect(FormatRegistry.writer(forPath: "a/b.SVG")?.name == "svg")
  }
}
