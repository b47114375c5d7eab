import PubQLDisplay
import PubQLModel
import PubQLText
import Testing

@Suite("Cards")
struct CardViewTests {
  @Test("records with all their fields, wrapped at words")
  func records() {
    let output = CardView(options(44)).draw(TableViewTests.records)
    #expect(
      output.text == """
          id            1971
          title         Towards Urban Decoupling?
                        China’s smart city ambitions
          authors       Alice Ekman; Cristina de
                        Esperanza Picardo
          date          2020-05
          type          Policy Brief
          institutions  European Union Institute for
                        Security Studies
          abstract      The term ‘smart city’
                        relates to the use of
                        technology.
          topics        Governance, Cities
          regions       China, Asia

          id            7
          title         気候変動と財政政策：都市の役
                        割についての研究
          date          2019
          institutions  日本国際問題研究所
          topics        Cities

        """)
    #expect(output.footer == "2 rows")
  }

  @Test("never wider than 80, nor than a narrow terminal")
  func widths() {
    for width in [8, 12, 20, 33, 200] {
      let output = CardView(options(width)).draw(TableViewTests.records)
      for line in output.text.split(separator: "\n") {
        #expect(DisplayWidth.width(of: String(line)) <= min(width, 80))
      }
    }
  }

  @Test("a narrow terminal has values below their names")
  func narrow() {
    let table = SampleTable(.record, ["title", "#n"], [[.text("one two three"), .missing]])
    #expect(
      CardView(options(14)).draw(table)
        == HumanOutput(text: "  title\n    one two\n    three\n  n\n\n"))
  }

  @Test("a record of its own, and rows left out")
  func shapes() {
    let rows: [[Cell]] = [[.text("a"), .missing], [.text("b"), .whole(2)]]
    #expect(
      CardView(options(80)).draw(SampleTable(.record, ["x", "#n"], [rows[0]]))
        == HumanOutput(text: "  x  a\n  n\n"))
    #expect(
      CardView(options(80) { $0.maxRows = 1 }).draw(SampleTable(["x", "#n"], rows))
        == HumanOutput(text: "  x  a\n  n\n", footer: "1 of 2 rows"))
    #expect(
      CardView(options(80) { $0.plain = true }).draw(SampleTable(["x", "#n"], rows))
        == HumanOutput(text: "x: a\n\nx: b\nn: 2\n", footer: "2 rows"))
    #expect(
      CardView(options(80)).draw(SampleTable([], [[]])) == HumanOutput(text: "", footer: "1 row"))
    #expect(HumanFormat.all.map(\.name) == ["table", "card"])
  }

  @Test("paragraphs of a text stay apart")
  func paragraphs() {
    let table = SampleTable(.record, ["abstract"], [[.text("one\n\ntwo")]])
    #expect(
      CardView(options(80)).draw(table).text == "  abstract  one\n\n            two\n")
  }
}
