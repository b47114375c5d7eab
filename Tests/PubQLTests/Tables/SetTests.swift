import PubQL
import Testing

/// `union`, `intersect` and `except`: which rows are equal, and what comes out.
struct SetTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  private func columns(_ text: String, _ session: Session) throws -> String {
    try session.query(text).columns.map { "\($0.name): \($0.type)" }.joined(separator: ", ")
  }

  @Test func records() throws {
    expect(
      session,
      [
        ("id = 5 | union (id in [1, 5])", "5 1"), ("id = 1 | union (id > 4)", "1 5 6"),
        ("from corpus | union corpus", "1 2 3 4 5 6"),
        ("date < 2020 | intersect (id in [2, 3])", "3"),
        ("date < 2020 | except (id in [2, 3])", "4"),
        ("sort id desc | except (id = 3)", "6 5 4 2 1"),
        ("from corpus | except corpus", ""),
        ("from corpus | intersect corpus | where topic = \"Cities\"", "1 4 6"),
        (
          "id = 5 | union (id in [1, 5]) | where topic = \"Cities\" | count by author | take 1",
          "Alice Ekman | 1"
        ),
        (
          "id = 5 | union (id in [1, 5]) | sort id | select id, source",
          "1 | 1.txt:1 / 5 | 1.txt:66"
        ),
        // The same record, whatever was added to it.
        ("id < 3 | with n: 1 | except (id = 1)", "2"), ("id = 1 | with n: 1 | union (id = 1)", "1"),
      ])
    #expect(
      try columns("id = 1 | union (id = 2)", session) == (try columns("from corpus", session)))
  }

  @Test func tables() throws {
    expect(
      session,
      [
        ("select type, year | union (select type, year) | count", "6"),
        (
          "select type | intersect (where year = 2019 | select type)", "Policy Brief / policy brief"
        ),
        (
          "select type | except (where year = 2019 | select type)",
          "Working Paper / Book / - / Working Paper"
        ),
        // Columns are brought together by name, by either name of a field.
        ("id = 1 | select a: id, b: 1 | union (id = 2 | select b: 2, a: id)", "1 | 1 / 2 | 2"),
        (
          "id = 1 | select a: 1, b: 2 | union (id = 1 | select a: 1, c: 3)", "1 | 2 | - / 1 | - | 3"
        ),
        (
          "id = 1 | select a: 1, b: missing | union (id = 1 | select a: 1, c: missing)", "1 | - | -"
        ),
        ("count by author | union (count by authors) | count", "6"),
        ("count by region | where count > 9 | union (count by region | take 1)", "Asia | 1"),
        // A place by what it is, a date by what it is, a list as a whole.
        (
          "count by region | select region | except [\"UK\", \"Ivory Coast\"] by region = value | count",
          "5"
        ),
        ("select region | intersect (select region: \"UK\" | take 1)", "[United Kingdom]"),
        ("select date | except (select date: 2020 | take 1) | count", "5"),
        ("select topic | except (id = 1 | select topic) | count", "5"),
        ("select a: [3] | take 1 | except (select a: 3)", ""),
        // Only what both have counts for `intersect` and `except`.
        ("select id, year | except (id < 5 | select id, topic)", "5 | - / 6 | 2020"),
      ])
    #expect(
      try columns("count by type | union (count by topic)", session)
        == "type: text, count: number, topic: text")
    #expect(
      try columns("select a: 1, b: region, c: date | union (select a: 2, b: title, c: 1)", session)
        == "a: number, b: list of texts, c: value")
  }

  @Test func lists() {
    expect(
      session,
      [
        ("[1, 2, 2] | union [2, 3, 3]", "1 / 2 / 2 / 3 / 3"), ("[1, 2] | union [1, 2]", "1 / 2"),
        ("[1, 2, 2] | intersect [2.0]", "2 / 2"), ("[1, 2, 2] | except [2]", "1"),
        ("[\"é\", \"b\"] | intersect [\"E\"]", "é"), ("[1, missing] | except [missing]", "1"),
        ("[] | union [1]", "1"), ("[1] | union []", "1"), ("[] | union []", ""),
        ("[[1, 2], [2, 1]] | except [[1, 2]]", "[2, 1]"),
        ("[1999, 7] | intersect (from corpus | distinct year)", "1999"),
        ("distinct year | except [2020] | take 1", "2019"),
        ("let a = [1, 2]; let b = [2]; $a | except $b", "1"),
        ("[1] | union [\"a\"] | where value = 1", "1"),
      ])
  }

  @Test func keys() {
    expect(
      session,
      [
        // Keys are compared as `=` does, any of many values; a key that both lack is equal.
        ("from corpus | except [\"Ekman\"] by author = value", "3 4 5"),
        ("from corpus | intersect [\"UK\", \"China\"] by region = value", "1 6"),
        ("from corpus | except corpus by author", ""),
        ("from corpus | union corpus by author | count", "6"),
        ("id = 5 | union (from corpus) by author", "5 1 2 4 6"),
        ("from corpus | intersect (id = 1) by type, year", "1"),
        ("from corpus | intersect (id = 2) by type, year", "2 6"),
        ("id = 1 | union (from corpus) by type", "1 2 4 5 6"),
        ("from corpus | intersect [3, 4] by id = value", "3 4"),
        ("def new(k) = union corpus by k; id = 1 | new(type)", "1 2 4 5 6"),
      ])
  }

  @Test func twoCorpora() throws {
    let session = Session()
    let listing = { (title: String, topic: String) in
      Array("1. \(title)\n- Author:\n- A. Ekman\n- Topic:\n- \(topic)\n\n2. Same\n\n".utf8)
    }
    try session.load(bytes: listing("One", "Cities"), named: "a.txt", format: "ciao", as: "a")
    try session.load(bytes: listing("Two", "Trade"), named: "b.txt", format: "ciao", as: "b")
    expect(
      session,
      [
        ("from a | union (from b) | select id, title", "1 | One / 2 | Same / 1 | Two"),
        ("from b | union (from a) | select id, title", "1 | Two / 2 | Same / 1 | One"),
        ("from a | union b | where topic = \"Trade\" | select title, source", "Two | b.txt:1"),
        ("from a | union b | where author = \"Ekman\" | count by topic", "Cities | 1 / Trade | 1"),
        ("from a | intersect b | select source", "a.txt:7"),
        ("from a | except b | select title", "One"),
        ("from corpus | except a | select source", "b.txt:1"),
        ("from a | union corpus | select source", "a.txt:1 / a.txt:7 / b.txt:1"),
        ("let u = from a | union b; $u | except b | select title", "One"),
        ("from a | drop topic | union b | count by topic", "- | 2 / Trade | 1"),
      ])
    #expect(
      try columns("from a | union b", session) == (try columns("from corpus", session)))
    // As good a source as a corpus: the same answers in every stage.
    for rest in [
      "sort title desc", "group by author { n: count(), t: list(title) }", "describe",
      "take 1 per title",
    ] {
      #expect(
        session.answer("from b | union a by id, title, topic | \(rest)")
          == session.answer("from b | union (from a) | \(rest)"))
    }
  }

  @Test func mistakes() {
    expect(
      session,
      [
        ("select id | except (select title)", "PQ0443"),
        ("[1, 2] | except (count by type)", "PQ0443"),
        ("union old", "PQ0105"), ("union 3", "PQ0212"), ("union $x", "PQ0101"),
        ("union corpus by titel", "PQ0104"), ("union [1] by title", "PQ0440"),
        ("except [2020] by title = value", "PQ0210"),
        ("except corpus by id = id and year = year", "PQ0441"),
      ])
  }

  /// Sets of records obey the laws of sets.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func laws(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    let session = try random.session(70, 50)
    let lines = { (text: String) throws -> [String] in try session.query(text).rows.map(\.line) }
    let tables = [
      ("from a", "from a | where topic = \"Trade\""), ("from a", "from b"),
      ("from a | sort date desc", "from corpus | where type = \"Book\""),
      ("from a | select id, year", "from b | select id, year"),
      ("from a | count by topic", "from b | count by topic"),
      ("from a | select author, region", "from b | select author, region"),
    ]
    for (left, right) in tables {
      let a = try lines(left)
      let note = "seed \(seed): \(left), \(right)"
      #expect(try lines("\(left) | union (\(left))") == a, "\(note)")
      #expect(try lines("\(left) | intersect (\(left))") == a, "\(note)")
      #expect(try lines("\(left) | except (\(left))") == [], "\(note)")
      let both = try lines("\(left) | intersect (\(right))")
      let rest = try lines("\(left) | except (\(right))")
      #expect((both + rest).sorted() == a.sorted(), "\(note)")
      #expect(
        try lines("\(left) | union (\(right))") == a + lines("\(right) | except (\(left))"),
        "\(note)")
      #expect(try lines("\(left) | except (\(right)) | intersect (\(right))") == [], "\(note)")
      for keys in ["by topic", "by date", "by author, type"] where left.hasPrefix("from a | so") {
        let both = try lines("\(left) | intersect (\(right)) \(keys)")
        let rest = try lines("\(left) | except (\(right)) \(keys)")
        #expect((both + rest).sorted() == a.sorted() && !both.isEmpty, "\(note)")
        #expect(try lines("\(left) | union (\(left)) \(keys)") == a, "\(note)")
      }
    }
  }

  /// Against the plainest comparison of all rows with all.
  @Test(arguments: [5, 6] as [UInt64])
  func agreesWithPlainComparison(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    let session = try random.session(60, 60)
    let rows = { (text: String) throws -> [[String]] in
      let found = try session.query(text)
      return (0..<found.rowCount).map { row in
        found.columns.indices.map { found[row, $0].line.lowercased() }
      }
    }
    for columns in ["date", "type, year", "id, date", "n: length(topics), year", "topics"] {
      let (left, right) = ("from a | select \(columns)", "from b | select \(columns)")
      let (a, b) = (try rows(left), try rows(right))
      let isEqual = { (x: [String], y: [String]) in
        zip(x, y).allSatisfy { $0.replacing("é", with: "e") == $1.replacing("é", with: "e") }
      }
      let both = a.filter { row in b.contains { isEqual(row, $0) } }
      let rest = a.filter { row in !b.contains { isEqual(row, $0) } }
      let new = b.filter { row in !a.contains { isEqual(row, $0) } }
      #expect(try rows("\(left) | intersect (\(right))") == both, "seed \(seed): \(columns)")
      #expect(try rows("\(left) | except (\(right))") == rest, "seed \(seed): \(columns)")
      #expect(try rows("\(left) | union (\(right))") == a + new, "seed \(seed): \(columns)")
    }
  }
}
