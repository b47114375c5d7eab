import PubQLDisplay
import PubQLModel
import PubQLText
import Testing

@Suite("What holds for every drawn chart")
struct ChartLawTests {
  private static let pieces = [
    "a", "Governance", " ", "研究", "é", "e\u{301}", "👩‍🚀", "🇫🇷", "\u{0}", "\u{1B}[31m", "\u{202E}",
    "\n", "\t", "ｱ", "…", "\u{200D}",
  ]
  private static let numbers: [Double?] = [
    nil, 0, -0.0, 1, -1, 3, 0.1, -2.5, 1e6, 1.25e9, 1e15, 1e300, -1e300, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e-9, 123_456.789,
  ]

  private func text(_ random: inout SeededNumbers) -> String {
    (0..<Int.random(in: 0...15, using: &random)).map { _ in
      Self.pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  private func value(_ random: inout SeededNumbers, small: Bool) -> Double? {
    if small { return Double.random(in: -3...10, using: &random).rounded() }
    if Bool.random(using: &random) { return Self.numbers.randomElement(using: &random) ?? nil }
    let value = Double(bitPattern: random.next())
    return value.isFinite ? value : nil
  }

  private func chart(_ random: inout SeededNumbers) -> Chart {
    let scale: Chart.Scale = [.categories, .numbers, .days].randomElement(using: &random) ?? .days
    let count = [0, 1, 2, 7, 40, 200].randomElement(using: &random) ?? 0
    let small = Bool.random(using: &random)
    var positions = (0..<count).map { _ -> Double? in
      switch scale {
      case .categories: nil
      case .numbers: value(&random, small: small)
      case .days: Double(Int32(truncatingIfNeeded: random.next() >> (small ? 48 : 0)))
      }
    }
    if scale != .categories, Bool.random(using: &random) {
      positions.sort { $0 ?? .infinity < $1 ?? .infinity }
    }
    let series = (0..<Int.random(in: 0...9, using: &random)).map { _ in
      Chart.Series(text(&random), (0..<count).map { _ in value(&random, small: small) })
    }
    return Chart(
      Chart.Kind.allCases.randomElement(using: &random) ?? .bar, scale: scale,
      pointName: text(&random), valueName: text(&random),
      seriesName: Bool.random(using: &random) ? text(&random) : nil,
      points: positions.map { Chart.Point(text(&random), at: $0) }, series: series)
  }

  @Test("no line is wider than the width, and nothing commands the terminal", arguments: 0..<4)
  func widths(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    for round in 0..<60 {
      let chart = chart(&random)
      let width = [8, 9, 12, 20, 40, 80, 120, 300].randomElement(using: &random) ?? 80
      for plain in [false, true] {
        let options = options(width) {
          $0.plain = plain
          $0.maxRows = round % 3 == 0 ? nil : 20
        }
        let output = ChartView(options).draw(chart, rowCount: chart.points.count)
        for line in output.text.split(separator: "\n", omittingEmptySubsequences: false) {
          let used = DisplayWidth.width(of: String(line))
          #expect(used <= width, "seed \(seed), round \(round), \(chart.kind): \(line)")
        }
        let unsafe = output.text.unicodeScalars.contains {
          ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
        }
        #expect(!unsafe, "seed \(seed), round \(round)")
      }
    }
  }

  @Test("colour adds nothing but colour", arguments: 0..<2)
  func color(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    for _ in 0..<50 {
      let chart = chart(&random)
      let bare = ChartView(options(60)).draw(chart, rowCount: chart.points.count)
      let colored = ChartView(options(60) { $0.color = true })
        .draw(chart, rowCount: chart.points.count)
      let codes = /\u{1B}\[[0-9;]*m/.matchingSemantics(.unicodeScalar)
      #expect(colored.text.replacing(codes, with: "") == bare.text, "seed \(seed)")
      #expect(colored.footer == bare.footer)
    }
  }

  @Test("plain charts have no signs beyond ASCII of their own")
  func plain() {
    for kind in Chart.Kind.allCases {
      for series in [
        [("n", [1, nil, -3, 2])], [("n", [1.5, nil, 7, 0]), ("m", [4, 2, nil, 1])],
      ] {
        let chart = ChartSamples.numbers(kind, series)
        let output = ChartView(options(40) { $0.plain = true }).draw(chart, rowCount: 4)
        let all = output.text + (output.footer ?? "")
        let isASCII = all.unicodeScalars.allSatisfy { $0.isASCII }
        #expect(isASCII, "\(all)")
      }
    }
  }

  @Test("ten thousand rows are drawn in the time of a blink")
  func many() {
    let values = (0..<10_000).map { Double($0 % 97) }
    for kind in Chart.Kind.allCases {
      let chart = ChartSamples.numbers(kind, [("n", values)])
      let clock = ContinuousClock()
      let time = clock.measure { _ = ChartView(options(80)).draw(chart, rowCount: 10_000) }
      #expect(time < .seconds(5), "\(kind)")
    }
  }
}
