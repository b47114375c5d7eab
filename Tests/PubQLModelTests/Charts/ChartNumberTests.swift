import PubQLModel
import Testing

@Suite("Numbers of charts")
struct ChartNumberTests {
  static let cases: [(Double, String)] = [
    (0, "0"), (-0.0, "0"), (46, "46"), (-46, "-46"), (2020, "2020"), (12_345, "12,345"),
    (-999_999, "-999,999"), (1_000_000, "1M"), (1_234_567, "1.235M"), (3.4e9, "3.4B"),
    (999_999_999, "1000M"), (2e12, "2T"), (1e15, "1e15"), (1.2345e18, "1.23e18"),
    (-1.7976931348623157e308, "-1.8e308"), (.leastNonzeroMagnitude, "5e-324"), (0.5, "0.5"),
    (1.0 / 3, "0.3333"), (2.0 / 3, "0.6667"), (12.345678, "12.35"), (99.999, "100"),
    (0.0001, "0.0001"), (0.00001, "1e-5"), (9.9999e-5, "1e-4"), (.infinity, ""), (.nan, ""),
    (-.infinity, ""),
  ]

  @Test(arguments: cases)
  func number(_ value: Double, _ text: String) {
    #expect(ChartNumber.text(value) == text)
  }
}
