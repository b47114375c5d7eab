import PubQLDisplay
import PubQLModel
import Testing

@Suite("Lines")
struct LineChartTests {
  @Test("a missing value is a gap, and a lone one a dot")
  func gaps() {
    expectChart(
      ChartSamples.line, options(48),
      """
        n by year
        10 ┤                                     ⢀⡠⠔⠒⠉
           │                          ⡠⡀       ⡠⠔⠁
           │                         ⡰⠁⠈⠒⢄ ⣀⠤⠔⠊
           │                       ⢀⠜     ⠉
         5 ┤               •      ⢀⠎
           │   ⣀⠤⣀
           │⢀⠤⠊   ⠉⠒
         0 ┤⠁
           └┬──────────────────┬─────────────────┬────
          2010               2015              2020

      """,
      footer: "12 rows")
  }

  @Test("letters tell lines apart")
  func series() {
    expectChart(
      ChartSamples.lines, options(48),
      """
        n by year per type
        6 ┤
          │⠒⠤⠤⣀⡀                         ⣀⡠⠤⠔A⠤⠤⣀⡀
        4 ┤    ⠈⠉⠒⠒B              ⢀⣀A⠔⠒⠊⠉        ⠈⠉⠒⠒A
          │                  ⣀⡠⠤⠒⠉⠁
          │           ⢀⣀⠤⠔⠒⠊A
        2 ┤    ⢀⣀⠤⠤A⠊⠉⠁             B⠢⠤⢄⣀
          │A⠒⠒⠉⠁                         ⠉⠑⠒⠢B⣀⣀
        0 ┤                                     ⠉⠑⠒⠤⠤B
          └┬────────────────┬────────────────┬────────
         2010             2012             2014
        A Book B 研究 paper

      """,
      footer: "6 rows")
  }

  @Test("dates lie where their day is")
  func days() {
    expectChart(
      ChartSamples.days, options(60),
      """
        n by date
        4 ┤         ⡰⠉⠑⠒⠢⠤⠤⣀⣀
          │       ⢀⠜         ⠉⠉⠑⠒⠢⠤⢄⣀⣀
        3 ┤      ⡠⠃                   ⠉⠉⠒⠒⠢⠤⢄⣀⣀
          │     ⡔⠁                             ⠉⠉⠒⠒⠢⠤⢄⣀⡀
          │   ⢀⠎                                       ⠈⠉⠉⠒⠒⠤⠤⢄⣀⡀
        2 ┤  ⡠⠃                                                 ⠈⠉
          │⢀⠜
        1 ┤⠊
          │
        0 ┤
          └┬─────────┬─────────┬────────┬─────────┬─────────┬─────
        2020-01   2020-03   2020-05  2020-07   2020-09   2020-11

      """,
      footer: "3 rows")
  }

  @Test("in ASCII")
  func plainGaps() {
    expectChart(
      ChartSamples.line, options(48) { $0.plain = true },
      """
        n by year
        10 +                                       ..*
           |                          *         .*.
           |                        .. ..   ..*.
           |                       .     .*.
         5 +               *      *
           |  ..*.
           |*.    .*
         0 +
           ++------------------+-----------------+----
          2010               2015              2020

      """,
      footer: "12 rows")
  }

  @Test("letters in ASCII")
  func plainSeries() {
    expectChart(
      ChartSamples.lines, options(48) { $0.plain = true },
      """
        n by year per type
        6 +
          |*...                          ....A...
        4 +    ....B              ..A....        ....A
          |                   ....
          |             ....A.
        2 +    ....A....            B....
          |A...                          ....B...
        0 +                                      ....B
          ++----------------+----------------+--------
         2010             2012             2014
        A Book B 研究 paper

      """,
      footer: "6 rows")
  }

  @Test("nothing, one value, all equal")
  func small() {
    func lines(_ values: [Double?]) -> [Substring] {
      let chart = ChartSamples.numbers(.line, [("n", values)])
      return ChartView(options(24)).draw(chart, rowCount: values.count).text.split(separator: "\n")
    }
    #expect(lines([]) == [])
    #expect(lines([nil, nil]) == [])
    let one = lines([7])
    #expect(one.first == "  n by year")
    #expect(one.count { $0.contains("•") } == 1)
    #expect(one.last?.contains("2010") == true)
    // Equal values are one level line, in one row.
    #expect(
      lines([5, 5, 5]).count { $0.contains("⠤⠤⠤") || $0.contains("⠒⠒⠒") || $0.contains("⠉⠉⠉") } == 1
    )
  }

  @Test("of many lines the largest are drawn, and the footer says so")
  func many() {
    let series = (1...9).map { ("s\($0)", [Double($0), 1] as [Double?]) }
    let output = ChartView(options(60)).draw(
      ChartSamples.numbers(.line, series, per: "type"), rowCount: 18)
    #expect(output.footer == "18 rows · 6 of 9 lines, the largest")
    #expect(output.text.contains("A s4 B s5 C s6 D s7 E s8 F s9"))
  }

  @Test("points without a place are left out, and the footer says so")
  func unplaced() {
    let chart = Chart(
      .line, scale: .numbers, pointName: "year", valueName: "n",
      points: [Chart.Point("1", at: 1), Chart.Point("2", at: 2), Chart.Point("missing")],
      series: [Chart.Series("n", [1, 2, 30])])
    let output = ChartView(options(40)).draw(chart, rowCount: 3)
    #expect(output.footer == "3 rows · 1 without year")
    #expect(!output.text.contains("30"))
  }
}
