import PubQL
import Testing

/// `join`: which rows are partners, what comes out, and what is said of mistakes.
struct JoinTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  @Test func kinds() throws {
    expect(
      session,
      [
        (
          "join (count by type | where count > 1) on type | select id, type, count",
          "1 | Policy Brief | 2 / 2 | Working Paper | 2 / 3 | policy brief | 2 / "
            + "6 | Working Paper | 2"
        ),
        (
          "select id, type | join left (count by type | where count > 1) on type",
          "1 | Policy Brief | 2 / 2 | Working Paper | 2 / 3 | policy brief | 2 / 4 | Book | - / "
            + "5 | - | - / 6 | Working Paper | 2"
        ),
        ("join inner (id = 1 | select id, n: 7) on id | select id, n", "1 | 7"),
        ("join semi (count by type | where count > 1) on type", "1 2 3 6"),
        ("join anti (count by type | where count > 1) on type", "4 5"),
        ("join semi (date < 2020) on id", "3 4"), ("join anti (date < 2020) on id", "1 2 5 6"),
        ("join semi (date < 2020) on id | where year = 2019 | count", "1"),
        // Missing is no partner of missing.
        ("where missing(type) | join (where missing(type)) on type | count", "0"),
        // Left rows in order, partners in theirs.
        (
          "sort id desc | take 2 | join (select t: title, type) on type | select id, t",
          "6 | The Future of Urban Health / 6 | 研究 cities 2020"
        ),
        ("from corpus | where false | join (from corpus) on id | count", "0"),
        ("join (from corpus | where false) on id | count", "0"),
        ("join left (from corpus | where false) on id | count", "6"),
        ("join anti (from corpus | where false) on id", "1 2 3 4 5 6"),
      ])
  }

  @Test func equality() throws {
    expect(
      session,
      [
        // People by names that may be one, in either direction.
        ("join semi ([\"Ekman\"]) on author = value", "1 2 6"),
        ("join semi ([\"Ekman, A.\"]) on author = value", "1 2"),
        ("[\"A. Ekman\", \"Bo\"] | join semi (from corpus) on value = author", "A. Ekman"),
        // Any of many values, and a pair of rows once.
        ("id = 1 | join (id in [1, 2] | select i: id, topic) on topic | select i", "1 / 2"),
        ("id = 1 | join (id = 1 | select i: id, topic, author) on topic, author | count", "1"),
        // Places by what they are.
        ("join semi ([\"UK\"]) on region = value", "6"),
        ("[\"Ivory Coast\"] | join semi (from corpus) on value = region", "Ivory Coast"),
        ("[\"Atlantis\"] | join semi ([\"atlantis\"]) on value", "Atlantis"),
        // Texts folded, dates by what they are, years as dates.
        ("join semi ([\"CITIES\", \"trade\"]) on topic = value", "1 4 6"),
        ("join semi ([\"elements of trade\"]) on title = value", "4"),
        ("join semi ([2020]) on date = value", "2"),
        ("join semi ([2020-05]) on date = value", "1 6"),
        ("join semi ([2020]) on year = value", "1 2 6"),
        ("[2020] | join semi (from corpus) on value = date", "2020"),
        // An id compares with a number.
        ("join semi ([1, 3]) on id = value", "1 3"),
        ("[1, 9] | join semi (from corpus) on value = id", "1"),
        ("[1, 2.5] | join semi ([1.0, 2]) on value", "1"),
        ("[true, false] | join semi ([false]) on value", "false"),
        // Expressions on either side; several keys.
        ("join semi ([{ a: \"BOOK\" }] | select t: value.a) on type = t", "4"),
        ("join (count by t: lower(type)) on lower(type) = t | select id, count | take 1", "1 | 2"),
        ("join (count by type, year) on type, year | select id, count | take 2", "1 | 1 / 2 | 2"),
      ])
  }

  @Test func columns() throws {
    let columns = { (text: String) throws in
      try self.session.query(text).columns.map { "\($0.name): \($0.type)" }.joined(separator: ", ")
    }
    #expect(
      try columns("select id, title | join (select id, title, title_2: year) on id")
        == "id: id, title: text, title_2: text, title_2_2: number")
    #expect(
      try columns("select id, author | join left (count by author) on author")
        == "id: id, author: list of people, count: number")
    #expect(
      try columns("select id, n: 1 | join (select m: year, i: id) on id = i, n = m")
        == "id: id, n: number")
    // A key that is worked out is no column.
    #expect(
      try columns("select id | join (select i: id, topic) on id = lower(i)")
        == "id: id, i: id, topic: list of texts")
    expect(
      session,
      [
        // The record behind a row stays the left one.
        ("id = 3 | join (select id, n: 1) on id | select source, n", "1.txt:36 | 1"),
        (
          "id = 1 | select id | join (select id, author, region, date, abstract) on id | drop id",
          "[Alice Ekman, Cristina de Esperanza Picardo] | [China, Asia] | 2020-05 | "
            + "The digital silk road reaches many cities. It ends nowhere."
        ),
        ("[1, 2] | join (select id, year) on value = id", "1 | 2020 / 2 | 2020"),
        ("id = 1 | join (select id, title) on id | where title_2 has \"smart\" | count", "1"),
      ])
  }

  @Test func sources() throws {
    try session.load(
      bytes: Array("1. Older\n- Author:\n- Ekman\n\n".utf8), named: "old.txt", format: "ciao",
      as: "old")
    expect(
      session,
      [
        (
          "from corpus | where source starts \"1\" | join semi old on author | select id",
          "1 / 2 / 6"
        ),
        ("let t = from old; where source starts \"1\" | join semi $t on author | count", "3"),
        ("let names = [\"Picardo\"]; join semi $names on author = value | count", "1"),
        ("def old2 = from old | select author; join semi old2 on author | count", "4"),
        ("def known(k) = join semi old on k; from corpus | known(author) | count", "4"),
        ("def known(k) = join semi old on k; from corpus | known(author = author) | count", "4"),
        ("join semi corpus on id | count", "7"),
        ("join semi (author = \"Picardo\") on author | count", "3"),
      ])
  }

  @Test func mistakes() {
    expect(
      session,
      [
        ("join old on id", "PQ0105"), ("join $old on id", "PQ0101"),
        ("join (from corpus)", "PQ0214"),
        ("join 3 on id", "PQ0212"), ("join (count by type) on topic", "PQ0440"),
        ("join (count by type) on titel", "PQ0104"),
        ("join (count by type) on type = typ", "PQ0440"),
        ("join (count by type) on type != type", "PQ0441"),
        ("join (count by type) on type = type and id = id", "PQ0441"),
        ("join (count by type) on type = count", "PQ0210"),
        ("join (count by region) on date = region", "PQ0210"),
        ("join (count by type) on type = (from corpus)", "PQ0203"),
      ])
  }

  /// A join gives the pairs that `where` with `=` finds, one by one.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func joinFindsWhatWhereFinds(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    let session = try random.session(60, 40)
    for (field, words) in [
      ("author", RandomRecords.people), ("region", RandomRecords.places),
      ("topic", RandomRecords.topics), ("type", RandomRecords.types),
    ] {
      var expected: Set<String> = []
      for word in words {
        let quoted = "\"\(word)\""
        for left in try session.ids("from a | where \(field) = \(quoted)") {
          for right in try session.ids("from b | where \(field) == \(quoted)") {
            expected.insert("\(left) \(right)")
          }
        }
      }
      let joined = try session.query(
        "from a | join (from b | select i: id, \(field)) on \(field) | select id, i")
      let pairs = (0..<joined.rowCount).map { "\(joined[$0, 0].line) \(joined[$0, 1].line)" }
      #expect(pairs.count == Set(pairs).count, "seed \(seed), \(field)")
      #expect(Set(pairs) == expected, "seed \(seed), \(field)")
      #expect(expected.count > 30)
      #expect(pairs == pairs.sorted { Self.place($0) < Self.place($1) }, "seed \(seed), \(field)")
    }
  }

  private static func place(_ pair: String) -> Int {
    pair.split(separator: " ").reduce(0) { $0 * 1000 + (Int($1) ?? 0) }
  }

  /// Two keys hold where both hold; `semi` and `anti` part the rows; `left` has all of them.
  @Test(arguments: [4, 5, 6] as [UInt64])
  func laws(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    let session = try random.session(50, 30)
    let count = { (text: String) throws -> Int in try session.query(text).rowCount }
    let pairs = { (keys: String) throws -> Set<String> in
      let query = "from a | join (from b | with i: id) on \(keys) | select id, i"
      return Set(try session.query(query).rows.map(\.line))
    }
    for (one, two) in [
      ("author", "topic"), ("region", "date"), ("type", "author"), ("date", "year"),
    ] {
      #expect(
        try pairs("\(one), \(two)") == pairs(one).intersection(pairs(two)),
        "seed \(seed), \(one), \(two)")
      let (keys, other) = ("\(one), \(two)", "(from b | where id != \"3\")")
      let semi = try session.ids("from a | join semi \(other) on \(keys)")
      let anti = try session.ids("from a | join anti \(other) on \(keys)")
      #expect((semi + anti).sorted() == (try session.ids("from a")).sorted())
      #expect(!semi.isEmpty && !anti.isEmpty)
      let inner = try count("from a | join \(other) on \(keys)")
      #expect(try count("from a | join left \(other) on \(keys)") == inner + anti.count)
    }
  }

  /// A million pairs of equal rows take their time, but no more rows than the budget allows.
  @Test func manyPartners() throws {
    let text = "let n = [\(repeatElement("7", count: 1000).joined(separator: ", "))]\n"
    #expect(session.answer(text + "$n | join $n on value | count") == "1000000")
    #expect(session.answer(text + "$n | join semi $n on value | count") == "1000")
  }
}

extension Session {
  /// The ids of the rows that a query gives.
  func ids(_ query: String) throws -> [String] {
    try self.query(query).column("id")?.map(\.line) ?? []
  }
}
