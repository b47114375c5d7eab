import PubQLModel
import Testing

@Suite("Axes of charts")
struct ChartAxisTests {
  private func labels(
    _ range: ClosedRange<Double>, ticks: Int = 6, wholes: Bool = false
  ) -> String {
    ChartAxis(range, ticks: ticks, wholes: wholes).labels.joined(separator: " ")
  }

  @Test("ticks are multiples of 1, 2 and 5")
  func nice() {
    #expect(labels(0...10) == "0 2 4 6 8 10")
    #expect(labels(0...14, ticks: 8) == "0 2 4 6 8 10 12 14")
    #expect(labels(0...1) == "0 0.2 0.4 0.6 0.8 1.0")
    #expect(labels(0...3, wholes: true) == "0 1 2 3")
    #expect(labels(-3...7) == "-5 0 5 10")
    #expect(labels(0...47_000) == "0 10,000 20,000 30,000 40,000 50,000")
    #expect(labels(0...1_200_000, ticks: 4) == "0 0.5M 1.0M 1.5M")
    #expect(labels(0.0004...0.0009, ticks: 3) == "0 0.0005 0.0010")
    #expect(labels(0...2e-7, ticks: 3) == "0 1e-7 2e-7")
    #expect(labels(5...5) == "4.5 5.0 5.5")
    #expect(labels(0...0) == "0 0.2 0.4 0.6 0.8 1.0")
  }

  @Test("years are not rounded outwards")
  func years() {
    let axis = ChartAxis(1990...2024, ticks: 8, wholes: true, reachesTicks: false)
    #expect(axis.labels == ["1990", "1995", "2000", "2005", "2010", "2015", "2020"])
    #expect(axis.low == 1990 && axis.high == 2024)
  }

  @Test("values begin at zero where they come near it")
  func values() {
    #expect(ChartAxis.values(4...10, ticks: 6, wholes: true).low == 0)
    #expect(ChartAxis.values(8...10, ticks: 6, wholes: true).low == 8)
    #expect(ChartAxis.values(-10 ... -2, ticks: 6, wholes: true).high == 0)
  }

  @Test("years, months and days begin at their beginning")
  func days() {
    func labels(_ low: Double, _ high: Double, _ ticks: Int = 6) -> [String] {
      ChartAxis.days(low...high, ticks: ticks).labels
    }
    #expect(labels(7_305, 19_700, 8) == ["1990", "1995", "2000", "2005", "2010", "2015", "2020"])
    #expect(labels(18_262, 18_993) == ["2020-01", "2020-07", "2021-01", "2021-07", "2022-01"])
    #expect(labels(18_262, 18_290, 3) == ["2020-01-09", "2020-01-19", "2020-01-29"])
    #expect(labels(18_262, 18_262).isEmpty == false)
    #expect(ChartAxis.days(Double(Int32.min)...Double(Int32.max), ticks: 6).labels.count > 1)
  }

  @Test("any two numbers are the ends of an axis", arguments: 0..<4)
  func hostile(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let special = [
      0, 1, -1, 1e300, -1e300, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e-300, 9_007_199_254_740_992,
    ]
    func number() -> Double {
      if Bool.random(using: &random) { return special.randomElement(using: &random) ?? 0 }
      let value = Double(bitPattern: random.next())
      return value.isFinite ? value : 0
    }
    for _ in 0..<2_000 {
      let (a, b) = (number(), number())
      let most = Int.random(in: 2...12, using: &random)
      let axis = ChartAxis(
        min(a, b)...max(a, b), ticks: most, wholes: Bool.random(using: &random),
        reachesTicks: Bool.random(using: &random))
      #expect(axis.low <= min(a, b) && axis.high >= max(a, b), "\(a) \(b)")
      #expect(axis.ticks.count <= max(3, most), "\(a) \(b)")
      #expect(axis.ticks.count == axis.labels.count)
      #expect(
        axis.ticks.allSatisfy { $0.isFinite && axis.low <= $0 && $0 <= axis.high }, "\(a) \(b)")
      #expect((0...1).contains(axis.fraction(a)) && (0...1).contains(axis.fraction(b)))
      #expect(axis.labels.allSatisfy { !$0.isEmpty && $0.count < 20 }, "\(axis.labels)")
    }
  }
}
