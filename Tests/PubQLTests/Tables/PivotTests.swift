import PubQL
import Testing

/// `pivot`: the columns that values make, what stands in the cells, and what is known of it before
/// there is data.
struct PivotTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  private func names(_ text: String) throws -> [String] {
    try session.query(text).columns.map(\.name)
  }

  @Test func counts() throws {
    expect(
      session,
      [
        (
          "pivot type by year",
          "Book | 1 | 0 | 0 | 0 / Policy Brief | 0 | 1 | 1 | 0 / Working Paper | 0 | 0 | 2 | 0 / "
            + "- | 0 | 0 | 0 | 1"
        ),
        ("where year = 2020 | pivot topic by type | take 2", "Cities | 1 | 1 / COVID-19 | 1 | 0"),
        ("pivot type, year by missing(author) | take 1", "Book | 1999 | 1 | 0"),
        ("from corpus | where false | pivot type by year", ""),
        ("[1, 2, 1] | pivot value by value", "1 | 2 | 0 / 2 | 0 | 1"),
        (
          "count by type, year | pivot type by year { n: sum(count) } | take 1",
          "Book | 1 | 0 | 0 | 0"
        ),
      ])
    #expect(try names("pivot type by year") == ["type", "1999", "2019", "2020", "missing"])
    #expect(
      try names("pivot kind: type by d: date.decade") == [
        "kind", "1990", "2010", "2020", "missing",
      ])
    #expect(try names("from corpus | where false | pivot type by year") == ["type"])
    #expect(try names("pivot region by region | take 1").count == 8)
  }

  @Test func cells() throws {
    expect(
      session,
      [
        (
          "where year > 2000 | pivot type by year { n: count(), first: min(id) }",
          "Policy Brief | 1 | 3 | 1 | 1 / Working Paper | 0 | - | 2 | 2"
        ),
        (
          "where year > 2000 | pivot type by year { p: share() }",
          "Policy Brief | 0.25 | 0.25 / "
            + "Working Paper | 0.0 | 0.5"
        ),
        // What has no value of no rows is missing; that it cannot be divided is no failure.
        (
          "where year > 2000 | pivot type by year { a: 6 / count() }",
          "Policy Brief | 6 | 6 / Working Paper | - | 3"
        ),
        (
          "where year > 2000 | pivot type by year { t: list(id) }",
          "Policy Brief | [3] | [1] / Working Paper | [] | [2, 6]"
        ),
        (
          "where year > 2000 | pivot type by year { n: count(), k: upper(type) } | take 1",
          "Policy Brief | 1 | POLICY BRIEF | 1 | POLICY BRIEF"
        ),
      ])
    #expect(
      try names("where year > 2000 | pivot type by year { n: count(), first: min(id) }")
        == ["type", "2019_n", "2019_first", "2020_n", "2020_first"])
    #expect(try names("pivot type by missing(date) { n: count() }") == ["type", "false", "true"])
  }

  @Test func names() throws {
    #expect(
      try names("[\"a\", \"value\", \"\", missing, \"missing\"] | pivot value by value")
        == ["value", "empty", "a", "missing", "value_2", "missing_2"])
    #expect(try names("[1, \"1\", 1.5] | pivot v: 0 by value") == ["v", "1", "1.5", "1_2"])
  }

  /// Names behind a pivot are those of the data, as if they had been written.
  @Test func whatFollows() throws {
    expect(
      session,
      [
        (
          "pivot type by year | sort `2020` desc | select type, `2020` | take 1",
          "Working Paper | 2"
        ),
        ("pivot type by year | where `2020` > 1 | count", "1"),
        ("pivot type by year | select `2031`", "PQ0104"),
        ("pivot type by year | with n: `2019` + `2020` | select n", "0 / 2 / 2 / 0"),
        (
          "pivot type by year | join (count by type) on type | select type, count | take 1",
          "Book | 1"
        ),
        ("let p = pivot type by year; $p | select `1999` | take 1", "1"),
        ("let p = pivot type by year; $p | select `1066`", "PQ0104"),
        ("def wide(k) = pivot k by year; wide(type) | select `1999` | take 1", "1"),
        ("year in (pivot type by year | top 1 by `2020` | select `2020`)", ""),
        (
          "pivot type by year | union (pivot topic by year | take 1) | select topic | skip 4",
          "Cities"
        ),
        ("let g = where year > 2000; $g | pivot type by year | select `2019`", "1 / 0"),
        ("pivot type by year | save \"p.csv\"", "saved p.csv 4"),
        ("id < 3 | show id | pivot type by year", "1 / 2 ; Policy Brief | 1 / Working Paper | 1"),
        // Where nothing is known of the data, any name may be right.
        ("def late = pivot type by year | select `2044`; 1", "1"),
      ])
    #expect(Session().check("load \"x.txt\"; pivot type by year | select `2044`").isEmpty)
    #expect(Session().check("load \"x.txt\"; pivot type by year | wher `2044` > 1").count == 1)
  }

  /// A column for each combination that occurs.
  @Test func severalKeysAcross() throws {
    expect(
      session,
      [
        (
          "where year > 2000 | pivot missing(author) by type, year",
          "false | 0 | 1 | 2 / true | 1 | 0 | 0"
        ),
        (
          "[[1, 2], [1, 3], [1, 2]] | select v: [value] | each v | select a: v[1], b: v[2]"
            + " | pivot k: 0 by a, b",
          "0 | 2 | 1"
        ),
        ("from corpus | where false | pivot type by year, topic", ""),
        ("\(many) | pivot n: 0 by value, missing(value)", "PQ0444"),
      ])
    #expect(
      try names("where year > 2000 | pivot missing(author) by type, year").dropFirst() == [
        "Policy Brief_2019", "Policy Brief_2020", "Working Paper_2020",
      ])
    #expect(
      try names(
        "where year > 2000 | pivot id by type, y: year { n: count(), t: list(id) } | take 1"
      )
      .prefix(3) == ["id", "Policy Brief_2019_n", "Policy Brief_2019_t"])
    #expect(
      try names("where missing(date) | pivot id by type, year").last == "missing_missing")
    // Texts that look the same when joined.
    #expect(
      try names(
        "[{a: \"x_y\", b: \"z\"}, {a: \"x\", b: \"y_z\"}] | each value"
          + " | select a: value.a, b: value.b | pivot k: 0 by a, b"
      ) == ["k", "x_y_z", "x_y_z_2"])
  }

  private let many = "[\((1...1001).map(String.init).joined(separator: ", "))]"

  @Test func mistakes() {
    expect(
      session,
      [
        ("pivot type", "PQ0214"), ("pivot type by year, year", "PQ0108"),
        ("pivot titel by year", "PQ0104"), ("pivot type by yaer", "PQ0104"),
        ("pivot type by year { n: title }", "PQ0115"), ("pivot type, type by year", "PQ0108"),
        ("pivot type by year { n: count(), n: count() }", "PQ0108"),
        ("pivot type by 1 / 0", "PQ0401"),
        ("\(many) | pivot n: 0 by value", "PQ0444"),
        ("\(many) | take 1000 | pivot n: 0 by value | count", "1"),
        ("\(many) | take 501 | pivot n: 0 by value { a: count(), b: count() }", "PQ0444"),
        ("let t = \(many) | pivot n: 0 by value", "PQ0444"),
      ])
  }

  /// Each cell is what `where` and `group` give for its row and column.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func agreesWithGroups(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    let session = try random.session(80, 0)
    for (rows, across) in [("topic", "year"), ("author", "type"), ("region", "length(topics)")] {
      let pivot = try session.query(
        "from a | pivot r: \(rows) by c: \(across) { n: count(), d: max(date) }")
      let groups = try session.query(
        "from a | group by r: \(rows), c: \(across) { n: count(), d: max(date) }")
      var seen = 0
      for group in 0..<groups.rowCount {
        let row = (0..<pivot.rowCount).first { pivot[$0, "r"] == groups[group, "r"] }
        let column = groups[group, "c"] == .missing ? "missing" : groups[group, "c"].line
        #expect(row.map { pivot[$0, "\(column)_n"] } == groups[group, "n"], "seed \(seed)")
        #expect(row.map { pivot[$0, "\(column)_d"] } == groups[group, "d"], "seed \(seed)")
        seen += groups[group, "n"].int ?? 0
      }
      let cells = pivot.columns.filter { $0.name.hasSuffix("_n") }.flatMap { column in
        (0..<pivot.rowCount).map { pivot[$0, column.name].int ?? -1 }
      }
      #expect(cells.reduce(0, +) == seen, "seed \(seed)")
      #expect(Set((0..<pivot.rowCount).map { pivot[$0, "r"].line }).count == pivot.rowCount)
    }
  }
}
