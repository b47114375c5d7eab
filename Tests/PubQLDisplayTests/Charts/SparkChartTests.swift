import PubQLDisplay
import PubQLModel
import Testing

@Suite("Small lines")
struct SparkChartTests {
  @Test("a row for each series, on its own scale")
  func series() {
    expectChart(
      ChartSamples.of(ChartSamples.lines, .spark), options(48),
      """
        type        2010–2015  min  max  last
        Book        ▁▃▅▆█▆       1    5     4
        研究 paper  █▇ ▄▂▁       0    5     0

      """,
      footer: "2 lines")
  }

  @Test("a mark is a mean where there is no room")
  func narrow() {
    expectChart(
      ChartSamples.of(ChartSamples.line, .spark), options(32),
      """
        n  2010–2021    min  max  last
        n  ▁▃▂ ▄ ▃▆▅▆█    1   10    10

      """,
      footer: "1 line · 12 values in 11 marks, each a mean")
  }

  @Test("in ASCII")
  func plain() {
    expectChart(
      ChartSamples.of(ChartSamples.lines, .spark), options(48) { $0.plain = true },
      """
        type        2010 - 2015  min  max  last
        Book        _-+*#*         1    5     4
        研究 paper  #% =._         0    5     0

      """,
      footer: "2 lines")
  }
}
