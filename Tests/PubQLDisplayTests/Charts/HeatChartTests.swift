import PubQLDisplay
import PubQLModel
import Testing

@Suite("Shades")
struct HeatChartTests {
  @Test("numbers stand in their cells")
  func numbers() {
    expectChart(
      ChartSamples.of(ChartSamples.lines, .heat), options(48),
      """
        type        2010  2011  2012  2013  2014  2015
        Book        ░░ 1  ▒▒ 2  ▓▓ 3  ██ 4  ██ 5  ██ 4
        研究 paper  ██ 5  ██ 4        ▒▒ 2  ░░ 1  ·· 0
        n by year: ░ ≤ 1  ▒ ≤ 2  ▓ ≤ 3  █ ≤ 5

      """,
      footer: "2 rows")
  }

  @Test("shades alone where there is no room")
  func narrow() {
    expectChart(
      ChartSamples.of(ChartSamples.lines, .heat), options(24),
      """
        type      2010  2013
        Book      ░░▒▒▓▓██████
        研究 pa…  ████  ▒▒░░··
        n by year: ░ ≤ 1  ▒ ≤
        2  ▓ ≤ 3  █ ≤ 5

      """,
      footer: "2 rows")
  }

  @Test("in ASCII")
  func plain() {
    expectChart(
      ChartSamples.of(ChartSamples.lines, .heat), options(48) { $0.plain = true },
      """
        type        2010  2011  2012  2013  2014  2015
        Book        :: 1  ++ 2  ** 3  ## 4  ## 5  ## 4
        研究 paper  ## 5  ## 4        ++ 2  :: 1  .. 0
        n by year: : <= 1  + <= 2  * <= 3  # <= 5

      """,
      footer: "2 rows")
  }

  @Test("columns and rows that have no room are counted")
  func many() {
    let series = (1...30).map { ("s\($0)", Array(repeating: 1.0, count: 200) as [Double?]) }
    let output = ChartView(options(60)).draw(
      ChartSamples.numbers(.heat, series, per: "type"), rowCount: 6_000)
    #expect(output.footer == "20 of 30 rows · 52 of 200 columns")
    #expect(output.text.split(separator: "\n").count == 22)
  }

  @Test("shades go from the least to the greatest, also below zero")
  func shades() {
    let chart = ChartSamples.numbers(.heat, [("n", [-4, -2, 0, 2, 4])])
    let output = ChartView(options(60)).draw(chart, rowCount: 5)
    #expect(
      output.text == """
              2010   2011   2012   2013   2014
          n  ░░ -4  ░░ -2  ▒▒  0  ▓▓  2  ██  4
          n by year: ░ ≤ -2  ▒ ≤ 0  ▓ ≤ 2  █ ≤ 4

        """)
  }
}
