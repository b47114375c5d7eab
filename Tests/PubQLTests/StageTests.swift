import PubQL
import Testing

/// Every stage: its rows, the names of its columns, and what follows it.
struct StageTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  /// Names and types of the columns of a result.
  private func columns(_ text: String) throws -> String {
    try session.query(text).columns.map { "\($0.name): \($0.type)" }.joined(separator: ", ")
  }

  @Test func wholeRecords() throws {
    expect(
      session,
      [
        ("from corpus", "1 2 3 4 5 6"), ("from corpus | where missing(date)", "5"),
        ("where missing(date)", "5"), ("missing(date) | where true", "5"),
        ("from corpus | where false", ""), ("id = 1 | show | count", "1 ; 1"),
      ])
    #expect(
      try columns("from corpus")
        == "id: id, title: text, authors: list of people, date: date, type: text, "
        + "institutions: list of texts, abstract: text, topics: list of texts, "
        + "regions: list of places, language: text, pages: text")
  }

  @Test func select() throws {
    expect(
      session,
      [
        ("id = 1 | select id, date", "1 | 2020-05"),
        ("id = 1 | select author", "[Alice Ekman, Cristina de Esperanza Picardo]"),
        ("id = 1 | select n: length(topics), year", "3 | 2020"),
        ("id = 1 | select \"{id}: {title}\"", "1: Smart Cities in China"),
        ("id = 1 | select topic | where topics = \"cities\"", "[Cities, Governance, COVID-19]"),
        ("id = 1 | select topics | where topic = \"cities\"", "[Cities, Governance, COVID-19]"),
        ("id = 1 | select t: topics | where t = \"cities\"", "[Cities, Governance, COVID-19]"),
        ("id = 1 | select t: topics | where topic = \"cities\"", "PQ0104"),
        ("id = 1 | select date | where year = 2020", "2020-05"),
        ("id = 1 | select d: date | where year = 2020", "PQ0104"),
        ("id = 1 | select title | where source ends \":1\"", "Smart Cities in China"),
        ("select id | where missing(title)", "PQ0104"),
        ("id = 1 | select year, year", "PQ0108"),
        ("id = 1 | select 1 + 1, 2 + 2", "PQ0108"),
        ("id = 1 | select a: 1 + 1, b: 2 + 2", "2 | 4"),
        ("id = 1 | select topic, topics | select topic", "[Cities, Governance, COVID-19]"),
        ("id in [1, 5] | select missing(date)", "false / true"),
        ("id = 3 | select source", "1.txt:36"),
        ("id in [1, 4] | select author.family", "[Ekman, Esperanza Picardo] / [Berg]"),
      ])
    #expect(
      try columns("select id, author, lower(title), date.year, (type), 1, x: 1 + 2")
        == "id: id, author: list of people, lower: text, year: number, type: text, "
        + "value: number, x: number")
  }

  @Test func withAndDrop() throws {
    expect(
      session,
      [
        ("id = 1 | with n: length(topics) | select id, n", "1 | 3"),
        ("id = 1 | with title: upper(title) | select title", "SMART CITIES IN CHINA"),
        ("id = 1 | with topic: length(topics) | select topic", "3"),
        ("id = 1 | with a: 1, b: 2 | with c: a + b | select c", "3"),
        ("id = 1 | with a: 1, b: a", "PQ0104"), ("id = 1 | with 1", "PQ0213"),
        ("id = 1 | with a: 1, a: 2", "PQ0108"),
        ("id = 1 | with year: 7 | select year", "7"),
        ("id = 1 | with n: 1 | where n = 1 | select id", "1"),
        ("id = 1 | drop abstract | select id, abstract", "PQ0104"),
        ("id = 1 | drop length(topics)", "PQ0211"), ("id = 1 | drop abstrakt", "PQ0104"),
        ("id = 1 | select id, topics, n: 1 | drop topic, id", "1"),
        ("id = 1 | select id | drop id", ""), ("id = 1 | select id | drop id | count", "1"),
        ("[1, 2] | with double: value * 2", "1 | 2 / 2 | 4"),
      ])
    #expect(
      try columns("with n: 1 | drop topics, abstract, author, institution, region")
        == "id: id, title: text, date: date, type: text, language: text, pages: text, n: number")
  }

  /// Texts that differ late, in case and accents, by zeros at the end, and not at all.
  @Test func sortTexts() throws {
    let long = "The future of urban health "
    let titles: [String?] = [
      long + "2", nil, long + "1", "the Future", "Zoë", "zoe", "Zoe a", "\u{0}", "a\u{0}", "a",
      "Élan", "elan vital", "研究", nil, "the future of urban", "the future of urbam",
    ]
    let session = Session()
    try session.add(
      titles.enumerated().map { index, title in
        .record([
          RecordField(name: "id", value: .text("\(index)")),
          RecordField(name: "abstract", value: title.map { .text($0) } ?? .missing),
        ])
      })
    func order(descending: Bool) -> String {
      let keys = titles.map { $0.map { Array(session.answer("fold(\"\($0)\")").utf8) } }
      return titles.indices.sorted { a, b in
        guard let left = keys[a], let right = keys[b] else {
          return keys[a] == nil && keys[b] == nil ? a < b : keys[b] == nil
        }
        if left == right { return a < b }
        return left.lexicographicallyPrecedes(right) != descending
      }.map(String.init).joined(separator: " / ")
    }
    #expect(session.answer("sort abstract | select id") == order(descending: false))
    #expect(session.answer("sort abstract desc | select id") == order(descending: true))
    #expect(
      session.answer("sort abstract | take 4 | select id")
        == order(descending: false).split(separator: " / ").prefix(4).joined(separator: " / "))
  }

  @Test func sort() {
    expect(
      session,
      [
        ("sort id desc", "6 5 4 3 2 1"), ("sort", "1 2 3 4 5 6"),
        // Coarser first on the same day; missing last in both directions; ties stay.
        ("sort date", "4 3 2 1 6 5"), ("sort date desc", "1 6 2 3 4 5"),
        ("sort year", "4 3 1 2 6 5"), ("sort year desc", "1 2 6 3 4 5"),
        ("sort type", "4 1 3 2 6 5"), ("sort type desc", "2 6 1 3 4 5"),
        ("sort type, id desc", "4 3 1 6 2 5"), ("sort title", "4 3 1 2 5 6"),
        ("sort language", "4 3 1 2 5 6"), ("sort language desc", "3 4 1 2 5 6"),
        ("sort length(topics) desc, id", "1 2 4 3 6 5"), ("sort authors", "2 1 6 4 3 5"),
        ("sort missing(date)", "1 2 3 4 6 5"), ("sort titel", "PQ0104"),
        ("sort date | take 2", "4 3"), ("select id | drop id | sort", " /  /  /  /  / "),
        ("[3, 1, 2] | sort", "1 / 2 / 3"), ("[3, 1, 2] | sort value desc", "3 / 2 / 1"),
        ("[\"b\", \"Á\", \"a\"] | sort", "Á / a / b"),
        ("[2020-05, 2019, 2020] | sort", "2019 / 2020 / 2020-05"),
        ("[] | sort", ""),
      ])
  }

  @Test func limits() {
    expect(
      session,
      [
        ("take 2", "1 2"), ("take 0", ""), ("take 99", "1 2 3 4 5 6"), ("skip 4", "5 6"),
        ("skip 99", ""), ("skip 0 | take 1", "1"), ("skip 1 | take 1", "2"),
        ("take 9223372036854775807", "1 2 3 4 5 6"), ("skip 9223372036854775807", ""),
        ("take 2.0", "1 2"), ("take 1 + 1", "1 2"), ("take -1", "PQ0205"), ("take 1.5", "PQ0205"),
        ("take \"2\"", "PQ0205"), ("take length(topics)", "PQ0205"), ("skip missing", "PQ0205"),
        ("top 2 by date", "1 6"), ("top 2 by date asc", "4 3"),
        ("top 9 by date", "1 6 2 3 4 5"), ("top 9223372036854775807 by date", "1 6 2 3 4 5"),
        ("top 0 by date", ""), ("top 2", "PQ0214"), ("top 1 by length(topics), date", "1"),
        ("count by topic | top 1", "Cities | 3"),
        ("[3, 1, 2] | top 2", "3 / 2"), ("[3, 1, 2] | take 2", "3 / 1"),
        ("take 1 per type", "1 2 4 5"), ("skip 1 per type", "3 6"),
        ("sort id desc | take 1 per type", "6 5 4 3"),
        ("top 1 by date per type", "1 6 4 5"), ("take 1 per year", "1 3 4 5"),
        ("take 1 per type, year", "1 2 3 4 5"),
        (
          "each author | sort date | take 1 per author | select author, id",
          "Jan van den Berg | 4 / - | 3 / A. Ekman | 2 / Alice Ekman | 1 / "
            + "Cristina de Esperanza Picardo | 1 / Ekman, Bo | 6"
        ),
        ("top 1 per type by date", "1 6 4 5"),
      ])
  }

  @Test func distinct() {
    expect(
      session,
      [
        ("distinct type", "Policy Brief / Working Paper / Book / -"),
        (
          "distinct region",
          "China / Asia / France / Kenya / Côte d'Ivoire / - / United Kingdom"
        ),
        (
          "distinct type, year",
          "Policy Brief | 2020 / Working Paper | 2020 / "
            + "Policy Brief | 2019 / Book | 1999 / - | -"
        ),
        ("distinct | count", "6"),
        (
          "select type | distinct",
          "Policy Brief / Working Paper / "
            + "Book / -"
        ),
        ("[1, 2, 1, 2.0] | distinct", "1 / 2"), ("[\"a\", \"A\", \"á\"] | distinct", "a"),
        ("[\"UK\", \"United Kingdom\"] | distinct", "UK / United Kingdom"),
        ("distinct length(topics)", "3 / 2 / 1 / 0"),
      ])
  }

  @Test func counts() throws {
    expect(
      session,
      [
        ("count", "6"), ("topic = \"Cities\" | count", "3"), ("false | count", "PQ0212"),
        ("from corpus | where false | count", "0"),
        (
          "count by topic",
          "Cities | 3 / Governance | 2 / COVID-19 | 1 / Health | 1 / Trade | 1 / "
            + "Water and Sanitation | 1 / - | 1"
        ),
        ("count by year", "1999 | 1 / 2019 | 1 / 2020 | 3 / - | 1"),
        ("count by date", "1999 | 1 / 2019-03-15 | 1 / 2020 | 1 / 2020-05 | 2 / - | 1"),
        ("count by type", "Policy Brief | 2 / Working Paper | 2 / Book | 1 / - | 1"),
        ("count by kind: type | where kind = \"Book\"", "Book | 1"),
        ("count by region | where region = \"UK\"", "United Kingdom | 1"),
        ("count by topic, year | take 2", "Cities | 2020 | 2 / Governance | 2020 | 2"),
        ("count by length(topics)", "0 | 1 / 1 | 2 / 2 | 2 / 3 | 1"),
        ("count by missing(date)", "false | 5 / true | 1"),
        ("count by x: missing", "- | 6"),
        ("where id = 1 | count by topic", "Cities | 1 / COVID-19 | 1 / Governance | 1"),
        ("where false | count by topic", ""),
        ("each topic | count", "10"), ("[1, 2, 1] | count by value", "1 | 2 / 2 | 1"),
        ("count by topic | count", "7"), ("count by topic | select count | top 1", "3"),
        ("count by topic | where count > 1 | select topics", "Cities / Governance"),
        ("let t = count by topics; $t | where topic = \"Cities\" | select count", "3"),
        ("let t = group by type, topic { n: count() }; $t | select topics | take 1", "Cities"),
        ("[3, missing, 3, 1] | count by value", "1 | 1 / 3 | 2 / - | 1"),
        ("count by count: topic", "PQ0108"),
        ("count by author.family", "Ekman | 3 / - | 2 / Berg | 1 / Esperanza Picardo | 1"),
      ])
    #expect(try columns("count by topic") == "topic: text, count: number")
    #expect(try columns("count by topics") == "topics: text, count: number")
    #expect(try columns("count by author, year") == "author: person, year: number, count: number")
    #expect(try columns("count") == "count: number")
  }

  @Test func groups() throws {
    expect(
      session,
      [
        (
          "group by type { n: count(), newest: max(date) }",
          "Book | 1 | 1999 / Policy Brief | 2 | 2020-05 / Working Paper | 2 | 2020-05 / - | 1 | -"
        ),
        ("group by topic { n: count() } | where n > 1", "Cities | 3 / Governance | 2"),
        ("group { n: count(), years: count_distinct(year) }", "6 | 3"),
        ("where false | group { n: count(), m: max(date), s: sum(year) }", "0 | - | 0"),
        ("where false | group by topic { n: count() }", ""),
        ("group by type", "Book / Policy Brief / Working Paper / -"),
        ("group by type { kind: upper(type), n: count() * 2 } | take 1", "Book | BOOK | 2"),
        ("group by type { n: title }", "PQ0115"), ("group", "PQ0214"),
        ("group by type { type: count() }", "PQ0108"),
        ("group by type { n: count(), n: count() }", "PQ0108"),
        ("group by type, type { n: count() }", "PQ0108"),
        ("group by type, t: topic { n: count() } | take 2", "Book | Cities | 1 / Book | Trade | 1"),
        ("group by year { n: avg(count()) }", "PQ0114"),
      ])
    #expect(
      try columns("group by author, t: type { n: count(), a: list(title), d: min(date) }")
        == "author: person, t: text, n: number, a: list of texts, d: date")
  }

  @Test func each() throws {
    expect(
      session,
      [
        ("id = 1 | each topic | select id, topic", "1 | Cities / 1 | Governance / 1 | COVID-19"),
        ("id = 5 | each topic | select id, topic", "5 | -"),
        ("id = 1 | each topic | where topic = \"Cities\" | count", "1"),
        ("id = 1 | each topics | select topics", "Cities / Governance / COVID-19"),
        ("id = 1 | each topic | each region | count", "6"),
        ("id = 1 | each topic | each topic | count", "3"),
        ("id = 1 | each title | count", "1"),
        ("id = 1 | each lower(topic) | select lower", "cities / governance / covid-19"),
        ("id = 1 | with t: lower(topic) | each t | select t", "cities / governance / covid-19"),
        ("[[1, 2], [3], []] | each value", "1 / 2 / 3 / -"),
        ("each topic | select topic | distinct | count", "7"),
      ])
    #expect(try columns("each topic | select id, topic") == "id: id, topic: text")
  }

  @Test func describe() throws {
    expect(
      session,
      [
        ("describe type", "type | text | 5 | 3 | [Policy Brief, Working Paper]"),
        ("describe topic, date | select field, filled, distinct", "topics | 5 | 6 / date | 5 | 4"),
        ("select id | describe", "id | id | 6 | 6 | []"),
        ("describe lower(title)", "PQ0211"), ("describe titel", "PQ0104"),
        ("from corpus | where false | describe type", "type | text | 0 | 0 | []"),
        ("[1, 1, 2] | describe", "value | number | 3 | 2 | [1]"),
        ("describe | count", "11"),
      ])
    #expect(
      try columns("describe")
        == "field: text, type: text, filled: number, distinct: number, most_frequent: list")
  }

  @Test func showAndSave() throws {
    expect(
      session,
      [
        ("id = 1 | show title | count", "Smart Cities in China ; 1"),
        ("id = 1 | show | select id", "1 ; 1"),
        ("id = 1 | select id, topics | save \"a.csv\"", "saved a.csv 1"),
        ("id = 1 | select id | save \"a.csv\"", "PQ0506"),
        ("id = 1 | select id | save \"a.xyz\"", "PQ0508"),
        ("id = 1 | select id | save 3", "PQ0203"),
        ("id = 1 | select id | save \"b.json\" | count", "saved b.json 1 ; 1"),
        ("let name = \"c.csv\"; id = 1 | select id | save \"{$name}\"", "saved c.csv 1"),
      ])
    let files = session.memoryFiles
    #expect(
      files["a.csv"].map { String(decoding: $0, as: UTF8.self) }
        == "id,topics\n1,Cities; Governance; COVID-19\n")
    #expect(Set(files.keys) == ["a.csv", "b.json", "c.csv"])
  }
}
