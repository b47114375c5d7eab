import PubQLDisplay
import PubQLModel
import PubQLText
import Testing

@Suite("Tables")
struct TableViewTests {
  static let names = [
    "id", "title", "authors", "date", "type", "institutions", "abstract", "topics", "regions",
  ]
  static let records = SampleTable(
    .records, names,
    [
      [
        .text("1971"), .text("Towards Urban Decoupling? China’s smart city ambitions"),
        .list([.text("Alice Ekman"), .text("Cristina de Esperanza Picardo")]), .text("2020-05"),
        .text("Policy Brief"), .list([.text("European Union Institute for Security Studies")]),
        .text("The term ‘smart city’ relates to the use of technology."),
        .list([.text("Governance"), .text("Cities")]), .list([.text("China"), .text("Asia")]),
      ],
      [
        .text("7"), .text("気候変動と財政政策：都市の役割についての研究"), .missing, .text("2019"), .missing,
        .list([.text("日本国際問題研究所")]), .missing, .list([.text("Cities")]), .list([]),
      ],
    ])

  @Test("all columns but the abstract where there is room")
  func wide() {
    let output = TableView(options(220)).draw(Self.records)
    #expect(
      output.text == """
          id    title                                                   authors                                     date     type          institutions                                   topics              regions
          1971  Towards Urban Decoupling? China’s smart city ambitions  Alice Ekman; Cristina de Esperanza Picardo  2020-05  Policy Brief  European Union Institute for Security Studies  Governance, Cities  China, Asia
          7     気候変動と財政政策：都市の役割についての研究                                                        2019                   日本国際問題研究所                             Cities

        """)
    #expect(output.footer == "2 rows · hidden: abstract")
  }

  @Test("on a narrow terminal the least columns go and the widest are cut")
  func narrow() {
    let output = TableView(options(80)).draw(Self.records)
    #expect(
      output.text == """
          id    title                           date     type          institutions
          1971  Towards Urban Decoupling? Chi…  2020-05  Policy Brief  European Union I…
          7     気候変動と財政政策：都市の役…   2019                   日本国際問題研究…

        """)
    #expect(output.footer == "2 rows · hidden: authors, abstract, topics, regions")
    let tight = TableView(options(30)).draw(Self.records)
    #expect(
      tight.text == """
          title                date
          Towards Urban Deco…  2020-05
          気候変動と財政政策…  2019

        """)
    #expect(
      tight.footer
        == "2 rows · hidden: id, authors, type, institutions, abstract, topics, regions")
  }

  @Test("numbers stand at the right, missing ones are blank")
  func numbers() {
    let table = SampleTable(
      ["name", "#n", "#share"],
      [
        [.text("a"), .whole(1234), .decimal(3)], [.text("研究"), .whole(-5), .decimal(1.0 / 3)],
        [.missing, .missing, .decimal(1e300)],
      ])
    #expect(
      TableView(options(80)).draw(table).text == """
          name     n   share
          a     1234     3.0
          研究    -5  0.3333
                      1e+300

        """)
  }

  @Test("the first rows are drawn, and the footer says so")
  func footer() {
    let table = SampleTable(["title"], (0..<4321).map { [.text("t\($0)")] })
    let output = TableView(options(80) { $0.maxRows = 2 }).draw(table)
    #expect(output.text == "  title\n  t0\n  t1\n")
    #expect(output.footer == "2 of 4,321 rows")
    let prompt = TableView(
      options(80) {
        $0.maxRows = 2
        $0.offersPromptCommands = true
      })
    #expect(prompt.draw(table).footer == "2 of 4,321 rows · :more  :all")
    let all = TableView(options(80) { $0.maxRows = nil }).draw(table)
    #expect(all.footer == "4,321 rows")
    #expect(all.text.split(separator: "\n").count == 4322)
    #expect(TableView(options(80) { $0.showsFooter = false }).draw(table).footer == nil)
  }

  @Test("no rows, no columns, one column, one cell")
  func small() {
    let none = HumanOutput(text: "", footer: "0 rows")
    #expect(TableView(options(80)).draw(SampleTable(["a"], [])) == none)
    #expect(
      TableView(options(80)).draw(SampleTable([], [[], []]))
        == HumanOutput(text: "", footer: "2 rows"))
    #expect(
      TableView(options(20)).draw(
        SampleTable(["abstract"], [[.text("The term ‘smart city’")], [.text("x\ny")]]))
        == HumanOutput(
          text: "  abstract\n  The term ‘smart c…\n  x y\n", footer: "2 rows"))
    #expect(
      TableView(options(80)).draw(SampleTable(["#count"], [[.whole(321)]]))
        == HumanOutput(text: "  count\n    321\n"))
  }

  @Test("counts have shares and bars when their whole is known")
  func counts() {
    let table = SampleTable(
      ["regions", "#count"],
      [
        [.text("India"), .whole(40)], [.text("Côte d’Ivoire"), .whole(30)],
        [.text("日本"), .whole(1)], [.missing, .whole(0)],
      ])
    #expect(
      TableView(options(50) { $0.total = 320 }).draw(table).text == """
          regions        count   share
          India             40  12.5 %  ██████████████████
          Côte d’Ivoire     30   9.4 %  █████████████▌
          日本               1   0.3 %  ▌
                             0   0.0 %

        """)
    #expect(
      TableView(options(50)).draw(table).text == """
          regions        count
          India             40
          Côte d’Ivoire     30
          日本               1
                             0

        """)
    let plain = TableView(
      options(50) {
        $0.total = 320
        $0.plain = true
        $0.maxRows = 1
      }
    ).draw(table)
    #expect(plain.text == "regions: India\ncount: 40\nshare: 12.5 %\n")
    #expect(plain.footer == "1 of 4 rows")
  }

  @Test("plain output is field by field, uncut, in ASCII")
  func plain() {
    let output = TableView(options(20) { $0.plain = true }).draw(Self.records)
    #expect(
      output.text.hasPrefix(
        """
        id: 1971
        title: Towards Urban Decoupling? China’s smart city ambitions
        authors: Alice Ekman; Cristina de Esperanza Picardo
        date: 2020-05

        """))
    #expect(output.text.contains("regions: China, Asia\n\nid: 7\n"))
    #expect(output.footer == "2 rows; hidden: abstract")
  }

  @Test("the header is bold in colour, and only then")
  func color() {
    let table = SampleTable(["a"], [[.text("x")], [.text("y")]])
    #expect(
      TableView(options(80) { $0.color = true }).draw(table).text
        == "\u{1B}[1m  a\u{1B}[0m\n  x\n  y\n")
  }

  @Test("lists and values")
  func listsAndValues() {
    let list = SampleTable(.list, ["title"], [[.text("a long title")], [.missing], [.text("c")]])
    #expect(
      TableView(options(8)).draw(list)
        == HumanOutput(text: "a long …\nmissing\nc\n", footer: "3 values"))
    let value = SampleTable(.value, ["x"], [[.text("one two three")]])
    #expect(TableView(options(8)).draw(value) == HumanOutput(text: "one two\nthree\n"))
    #expect(
      TableView(options(8)).draw(SampleTable(.value, ["x"], [[.missing]]))
        == HumanOutput(text: "missing\n"))
    #expect(
      TableView(options(80)).draw(SampleTable(.value, ["x"], [[.decimal(2.5)]])).text == "2.5\n")
    #expect(
      TableView(options(80)).draw(
        SampleTable(
          .value, ["x"],
          [[.list([.whole(1), .record([("a", .missing), ("b", .list([.bool(true)]))])])]])
      ).text == "1, a: , b: true\n")
  }

  @Test("nothing commands the terminal")
  func control() {
    let table = SampleTable(
      ["a\u{1B}", "b"], [[.text("\u{1B}[2J\u{7}\r\n"), .bytes([0xFF, 0x9B])]])
    for format in HumanFormat.all {
      for plain in [false, true] {
        let output = format.draw(table, options(40) { $0.plain = plain })
        let unsafe = output.text.unicodeScalars.contains {
          ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
        }
        #expect(!unsafe)
      }
    }
  }
}
