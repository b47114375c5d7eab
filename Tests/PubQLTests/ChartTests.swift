import PubQL
import Testing

/// `chart`: what it makes of rows, and what it says when it cannot.
struct ChartTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  /// The heading of a chart, or its first line of bars, as drawn on 80 cells.
  private func drawn(_ text: String) throws -> String {
    try session.query(text).text().text
  }

  private func heading(_ text: String) throws -> String {
    try drawn(text).split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test func the_rows_stay_as_they_are() throws {
    for query in [
      "count by year", "count by type", "count by topic, type", "[3, 1, 2]",
      "group by type { n: count(), newest: max(date) }", "with n: length(topics)",
    ] {
      for kind in ["", "bar"] {
        for format in ["csv", "tsv", "json", "jsonl", "md"] {
          let plain = try session.query(query).bytes(format: format)
          let charted = try session.query("\(query) | chart \(kind)").bytes(format: format)
          #expect(plain == charted, "\(query), \(format)")
        }
      }
    }
    expect(
      session,
      [
        (
          "count by type | chart | show | save \"a.csv\"",
          "Policy Brief | 2 / Working Paper | 2 / Book | 1 / - | 1 ; saved a.csv 4"
        )
      ])
  }

  @Test func what_is_not_said_is_chosen() throws {
    #expect(try heading("count by type | chart") == "  type           count")
    #expect(try drawn("count by type | chart bar").contains("  Policy Brief       2  ███"))
    #expect(try heading("[3, 1, 2] | chart") == "  row  value")
    #expect(try heading("with n: length(topics) | chart").hasPrefix("  title "))
    // A date or number goes along the axis.
    #expect(try heading("count by topic, year | chart line") == "  count by year per topic")
    #expect(try heading("count by topic, year | chart heat").hasPrefix("  topic "))
    // Fewer columns than rows.
    #expect(try heading("count by topic, type | chart").hasPrefix("  topic "))
    #expect(try heading("count by type, topic | chart").hasPrefix("  topic "))
    #expect(
      try heading("group by year { a: count(), b: count() } | chart a, b") == "  a, b by year")
    #expect(try heading("count by year | chart line count by year") == "  count by year")
    #expect(
      try heading("group by type { a: count(), y: min(year) } | chart a by type")
        == "  type           a")
  }

  @Test func more_than_fifteen_in_order_are_a_line() throws {
    let list = { (count: Int) in
      "[" + (1...count).map { "\($0 % 7)" }.joined(separator: ", ") + "] | chart"
    }
    #expect(try heading(list(15)) == "  row  value")
    #expect(try heading(list(16)) == "  value by row")
  }

  @Test func what_was_counted_and_is_absent_is_zero() throws {
    #expect(
      try drawn("count by year | chart spark").split(separator: "\n").last?
        .hasSuffix("   0    3     3") == true)
    // Of a part of the counts nothing is known of the rest.
    #expect(
      try drawn("count by year | where count > 0 | chart spark").split(separator: "\n").last?
        .hasSuffix("   1    3     3") == true)
    #expect(try drawn("count by year, type | chart bar").contains("        Policy Brief       0\n"))
  }

  @Test func bars_of_years_have_none_left_out() throws {
    let bars = try drawn("count by year | where count > 0 | chart bar").split(separator: "\n")
    #expect(bars.count == 5)
    let counted = try drawn("year > 2000 | count by year | chart bar").split(separator: "\n")
    #expect(counted.map { $0.prefix(13) } == ["  year  count", "  2019      1", "  2020      3"])
    let sparse = try session.query("[2000, 2001, 2003, 2006] | count by value | chart bar").text()
    let rows = sparse.text.split(separator: "\n").dropFirst()
    #expect(
      rows.map { $0.split(separator: " ").prefix(2).joined(separator: ":") } == [
        "2000:1", "2001:1", "2002:0", "2003:1", "2004:0", "2005:0", "2006:1",
      ])
    #expect(sparse.isWhole)
    // More than as many again would hide what there is; another order is kept.
    let wide = try session.query("[1, 2, 90] | count by value | chart bar").text()
    #expect(wide.text.split(separator: "\n").count == 4)
    let sorted = "[2000, 2003, 2003] | count by value | sort count desc | chart bar"
    #expect(
      try drawn(sorted).split(separator: "\n").map { $0.prefix(6) } == [
        "  valu", "  2003", "  2000",
      ])
  }

  @Test func shades_of_several_columns_stand_as_the_table() throws {
    let table = "group by type { early: count(year < 2020), late: count(year >= 2020) }"
    #expect(try heading("\(table) | chart heat") == "  type           early   late")
    #expect(
      try heading("\(table) | chart heat early, late by type") == "  type           early   late")
    #expect(try drawn("\(table) | chart heat").contains("  Working Paper  ··· 0  ███ 2\n"))
  }

  @Test func values_and_keys_may_be_worked_out() throws {
    #expect(
      try heading("count by type | chart share: count / 6 by kind: lower(type)")
        == "  kind            share")
    #expect(
      try heading("group by year { n: count() } | chart line n by decade: year / 10")
        == "  n by decade")
  }

  @Test func a_chart_is_of_its_rows_alone() throws {
    expect(
      session,
      [
        ("let c = count by type | chart; $c | take 1", "Policy Brief | 2"),
        ("count by type | chart | take 1", "PQ0453"),
        ("count by type | chart | chart line", "PQ0453"),
      ])
    let kept = try session.query("let c = count by type | chart; $c")
    #expect(!kept.text().text.contains("share") && kept.text().text.contains("█"))
    let taken = try session.query("let c = count by type | chart; $c | take 1")
    #expect(taken.text().text.contains("share"))
  }

  @Test func mistakes_are_told() throws {
    expect(
      session,
      [
        ("from corpus | chart", "PQ0450"), ("topic = \"Cities\" | chart by year", "PQ0450"),
        ("count by year, type | chart count by year, type", "PQ0451"),
        ("count by year, type | chart count per year, type", "PQ0451"),
        ("group by year, type { a: count(), b: count() } | chart a, b per type", "PQ0452"),
        ("count by year, type | chart line count by year per missing(type)", "PQ0454"),
        ("count by type | chart type", "PQ0203"), ("count by type | chart nothing", "PQ0104"),
        ("count by type | chart pie", "PQ0459"), ("count by year | save \"a.svg\"", "PQ0456"),
        ("let c = count by year; $c | save \"a.svg\"", "PQ0456"),
        ("[1, \"a\"] | chart", "PQ0403"), ("3 | chart", "PQ0212"),
      ])
  }

  @Test func nothing_and_little_is_drawn() throws {
    for query in ["topic = \"nowhere\" | count by year", "[]", "id = 9 | with n: 1"] {
      for kind in ["", "bar", "line", "spark", "heat"] {
        let result = try session.query("from (\(query)) | chart \(kind)")
        #expect(result.text().text == "", "\(query) \(kind)")
        #expect(result.text().footer?.hasPrefix("0 ") == true)
        let svg = String(decoding: try result.bytes(format: "svg"), as: UTF8.self)
        #expect(svg.contains("There are no values to draw."))
      }
    }
    for kind in ["", "bar", "line", "spark", "heat"] {
      for list in ["[7]", "[missing]", "[0, 0]", "[2, 2, 2]", "[-1, 1]"] {
        let result = try session.query("\(list) | chart \(kind)")
        _ = result.text()
        _ = try result.bytes(format: "svg")
      }
    }
  }

  @Test func only_charts_are_pictures() throws {
    let result = try session.query("count by year")
    do throws(PubQLError) {
      _ = try result.bytes(format: "svg")
      Issue.record("a table became a picture")
    } catch {
      #expect(error.diagnostics.map(\.code) == ["PQ0456"])
    }
    try session.run("count by year | chart | save \"years.svg\"") { _ in }
    let saved = try #require(session.memoryFiles["years.svg"])
    #expect(try saved == session.query("count by year | chart").bytes(format: "svg"))
    try session.run("let c = count by year | chart; $c | save \"c.svg\"") { _ in }
    #expect(session.memoryFiles["c.svg"] == saved)
    try session.run("def picture = chart; count by year | picture | save \"d.svg\"") { _ in }
    #expect(session.memoryFiles["d.svg"] == saved)
  }

  @Test func many_rows_are_bounded() throws {
    let session = Session()
    try session.add(
      (1...12_000).map { number in
        .record([
          RecordField(name: "id", value: .text("\(number)")),
          RecordField(name: "title", value: .text("Paper \(number % 9_000)")),
        ])
      })
    let bars = try session.query("with n: length(title) | chart").text()
    #expect(bars.footer == "20 of 12,000 rows")
    #expect(bars.text.split(separator: "\n").count == 21)
    expect(
      session,
      [
        ("with n: length(title) | chart line", "PQ0455"),
        ("with n: length(title) | chart n per title", "PQ0455"),
        ("take 2000 | with n: 1 | chart heat n by id per title", "PQ0458"),
      ])
    let svg = try session.query("with n: length(title) | chart").bytes(format: "svg")
    #expect(String(decoding: svg, as: UTF8.self).contains("The first 120 of 12,000 rows."))
  }

  @Test func a_million_rows_are_bounded() throws {
    let session = Session()
    let bars = try session.query("range(1, 1000000) | chart")
    #expect(bars.text().footer == "20 of 1,000,000 rows")
    #expect(try bars.bytes(format: "svg").count < 100_000)
    for kind in ["line", "spark", "heat"] {
      expect(session, [("range(1, 1000000) | chart \(kind)", "PQ0455")])
    }
  }

  @Test func pages_go_on() throws {
    let session = Session()
    let list = "[" + (1...30).map { "\($0)" }.joined(separator: ", ") + "]"
    let result = try session.query("\(list) | chart bar")
    var display = Display()
    display.firstRow = 20
    let page = result.text(display)
    #expect(page.text.contains("\n  21      21  ███"))
    #expect(page.text.split(separator: "\n").count == 11)
    #expect(page.footer == "10 rows · rows from 21")
    display.format = "card"
    display.maxRows = 1
    #expect(result.text(display).text == "  value  21\n")
  }

  @Test func after_a_line_there_is_no_next_page() throws {
    for (kind, isWhole) in [("bar", false), ("line", true), ("spark", true), ("heat", true)] {
      #expect(try session.query("[1, 2, 3] | chart \(kind)").text().isWhole == isWhole)
    }
    #expect(try !session.query("[1, 2, 3]").text().isWhole)
  }

  /// Whatever the rows are, they are drawn, or a problem that is explained says why not.
  @Test(arguments: ["", "bar", "line", "spark", "heat"])
  func any_query_may_be_charted(_ kind: String) throws {
    var drawn = 0
    for query in Mutations.queries {
      let session = try Sample.session()
      let result: QueryResult
      do throws(PubQLError) {
        result = try session.query("\(query) | chart \(kind)")
      } catch {
        for problem in error.diagnostics {
          #expect(Reference.explanation(of: problem.code) != nil, "\(query)")
        }
        continue
      }
      for width in [8, 40, 120] {
        var display = Display()
        display.width = width
        _ = result.text(display)
      }
      #expect(try result.bytes(format: "svg").count > 100, "\(query)")
      drawn += 1
    }
    #expect(drawn > 15)
  }
}
