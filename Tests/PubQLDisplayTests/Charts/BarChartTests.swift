import PubQLDisplay
import PubQLModel
import Testing

@Suite("Bars")
struct BarChartTests {
  @Test("wide and long labels, numbers of any size, none")
  func labels() {
    expectChart(
      ChartSamples.labels, options(44),
      """
        region                     count
        India                     1.235M  ████████
        日本国際問題研究所       600,000  ███▉
        Côte d’Ivoire and a lo…   12,345  ▏
        zero                           0
        missing                        –
        tiny                        1e-5  ▏

      """,
      footer: "6 rows")
  }

  @Test("several series stand below each other")
  func grouped() {
    expectChart(
      ChartSamples.grouped, options(44),
      """
        year  type  count
        2019  Book      3  ███████████████████████
              研究      –
        2020  Book      1  ███████▋
              研究      2  ███████████████▍

      """,
      footer: "4 bars")
  }

  @Test("values below zero grow to the left")
  func belowZero() {
    expectChart(
      ChartSamples.below, options(40),
      """
        topic  change
        up          4          │████████████▊
        down     -2.5  ████████│
        half     -0.3         █│
        none        0          │

      """,
      footer: "4 rows")
  }

  @Test("without blocks")
  func plainLabels() {
    expectChart(
      ChartSamples.labels, options(44) { $0.plain = true },
      """
        region                     count
        India                     1.235M  ########
        日本国際問題研究所       600,000  ####
        Côte d’Ivoire and a lo~   12,345  #
        zero                           0
        missing                        -
        tiny                        1e-5  #

      """,
      footer: "6 rows")
  }

  @Test("below zero without blocks")
  func plainBelowZero() {
    expectChart(
      ChartSamples.below, options(40) { $0.plain = true },
      """
        topic  change
        up          4          |#############
        down     -2.5  ########|
        half     -0.3         #|
        none        0          |

      """,
      footer: "4 rows")
  }

  @Test("what does not fit is counted, and shown later")
  func pages() {
    var chart = ChartSamples.numbers(.bar, [("n", (1...30).map(Double.init))])
    let first = ChartView(
      options(24) {
        $0.maxRows = 2
        $0.offersPromptCommands = true
      }
    ).draw(chart, rowCount: 30)
    #expect(first.text == "  year  n\n  2010  1  ▍\n  2011  2  ▉\n")
    #expect(first.footer == "2 of 30 rows · :more  :all")
    chart.firstPoint = 28
    let last = ChartView(options(24)).draw(chart, rowCount: 2)
    #expect(last.text == "  year   n\n  2038  29  ███████████▋\n  2039  30  ████████████\n")
    #expect(last.footer == "2 rows · rows from 29")
    let cut = Chart(
      .bar, pointName: "x", valueName: "n", points: [Chart.Point("a")],
      series: [Chart.Series("n", [1])], cutRows: 999_999)
    #expect(ChartView(options(40)).draw(cut, rowCount: 1_000_000).footer == "1 of 1,000,000 rows")
  }

  @Test("nothing, one value, all equal")
  func small() {
    func text(_ values: [Double?]) -> String {
      let chart = ChartSamples.numbers(.bar, [("n", values)])
      return ChartView(options(24)).draw(chart, rowCount: values.count).text
    }
    #expect(text([]) == "")
    #expect(text([nil]) == "  year  n\n  2010  –\n")
    #expect(text([0, 0]) == "  year  n\n  2010  0\n  2011  0\n")
    #expect(text([7]) == "  year  n\n  2010  7  █████████████\n")
    #expect(text([-7]) == "  year   n\n  2010  -7  ███████████│\n")
  }

  @Test("only what was cut has a mark of it")
  func cutMarks() {
    let chart = Chart(
      .bar, pointName: "x", valueName: "n",
      points: [Chart.Point("whole…"), Chart.Point("abcdefghijklmnopqrstuvwxyz")],
      series: [Chart.Series("n", [1, 2])])
    let plain = ChartView(options(24) { $0.plain = true }).draw(chart, rowCount: 2)
    #expect(plain.text == "  x          n\n  whole…     1  ####\n  abcdefgh~  2  ########\n")
  }
}
