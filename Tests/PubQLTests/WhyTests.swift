import PubQL
import Testing

/// `why ID` and `explain QUERY`.
struct WhyTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  /// What `why` tells of a record after some queries, each of which goes on from the last where it
  /// begins with `|`.
  private func why(_ id: String, after queries: String...) throws -> String {
    for query in queries { try session.run(query, allowsContinuation: true) { _ in } }
    return session.answer("why \(id)")
  }

  private static let stages: [(query: String, id: String, told: String)] = [
    (
      "topic = \"Cities\" and date >= 2015", "1",
      "from corpus | true | 1.txt:1"
        + " / topic = \"Cities\" | true | topic: Cities, Governance, COVID-19"
        + " / date >= 2015 | true | date: 2020-05"
    ),
    (
      "topic = \"Cities\" and date >= 2015", "4",
      "from corpus | true | 1.txt:50 / topic = \"Cities\" | true | topic: Trade, Cities"
        + " / date >= 2015 | false | date: 1999"
    ),
    (
      "topic = \"Cities\" | where date >= 2015 and region within \"Asia\"", "5",
      "from corpus | true | 1.txt:66 / topic = \"Cities\" | false | it has no topic"
        + " / date >= 2015 | false | it has no date"
        + " / region within \"Asia\" | false | it has no region"
    ),
    (
      "from corpus | sort date desc | take 2", "4",
      "from corpus | true | 1.txt:50 / take 2 | false | it is row 5 of 6"
    ),
    (
      "from corpus | top 3 by date", "4",
      "from corpus | true | 1.txt:50 / top 3 by date | false | it is row 5 of 6"
    ),
    (
      "from corpus | sort date | take 1 per type | select id", "6",
      "from corpus | true | 1.txt:68"
        + " / take 1 per type | false | others of its group come before it"
    ),
    (
      "from corpus | skip 3 | where topic = \"Cities\"", "1",
      "from corpus | true | 1.txt:1 / skip 3 | false | it is row 1 of 6"
        + " / topic = \"Cities\" | true | topic: Cities, Governance, COVID-19"
    ),
    (
      "from corpus | with n: length(topics) | where n > 1 | select id, n", "2",
      "from corpus | true | 1.txt:19 / n > 1 | true | n: 2"
    ),
    (
      "from corpus | take 1 | with n: length(topics) | where n > 2", "2",
      "from corpus | true | 1.txt:19 / take 1 | false | it is row 2 of 6 / n > 2 | false | n: 2"
    ),
    (
      "from corpus | each author | where author = \"Picardo\"", "1",
      "from corpus | true | 1.txt:1 / author = \"Picardo\" | true | "
        + "author: Alice Ekman, Cristina de Esperanza Picardo"
    ),
    (
      "from corpus | select type | distinct", "3",
      "from corpus | true | 1.txt:36 / distinct | false | an equal row stands before it"
    ),
    (
      "from corpus | where topic = \"Cities\" | count by type", "1",
      "from corpus | true | 1.txt:1"
        + " / topic = \"Cities\" | true | topic: Cities, Governance, COVID-19"
        + " / count by type | - | it is in the row Policy Brief"
    ),
    (
      "from corpus | group by topic, year { n: count() } | where n > 1 | sort n", "1",
      "from corpus | true | 1.txt:1"
        + " / group by topic, year { n: count() } | - | it is in the rows "
        + "(Cities, 2020), (COVID-19, 2020), (Governance, 2020)"
        + " / n > 1 | - | its rows are not followed further"
    ),
    (
      "from corpus | distinct topic = \"Cities\"", "5",
      "from corpus | true | 1.txt:66"
        + " / distinct topic = \"Cities\" | - | it is in the row false"
    ),
    (
      "from corpus | count by topic | top 1", "5",
      "from corpus | true | 1.txt:66 / count by topic | - | it is in the row missing"
        + " / top 1 | - | its rows are not followed further"
    ),
    (
      "from corpus | group { n: count() }", "5",
      "from corpus | true | 1.txt:66"
        + " / group { n: count() } | - | it is one of the rows of the group"
    ),
    (
      "from corpus | pivot type by year", "5",
      "from corpus | true | 1.txt:66"
        + " / pivot type by year | - | its rows are made of several records"
    ),
    (
      "from corpus | each topic | count by topic", "1",
      "from corpus | true | 1.txt:1"
        + " / count by topic | - | it is in the rows Cities, Governance, COVID-19"
    ),
    (
      "from corpus | where year = 1999 | count by topic", "1",
      "from corpus | true | 1.txt:1 / year = 1999 | false | date: 2020-05 / count by topic | - | "
    ),
    (
      "abstract has \"money uphill\"", "3",
      "from corpus | true | 1.txt:36 / abstract has \"money uphill\" | true | "
        + "abstract: Water flows downhill, money uphill."
    ),
    (
      "from corpus | where year > 2000 and length(topics) > 1", "4",
      "from corpus | true | 1.txt:50 / year > 2000 | false | date: 1999"
        + " / length(topics) > 1 | true | topic: Trade, Cities"
    ),
    (
      "search \"urban\" | where score > 0 and date > 2000", "1",
      "from corpus | true | 1.txt:1 / search \"urban\" | false | it is none of 1 record"
    ),
    (
      "search \"urban\" | where score > 100", "2",
      "from corpus | true | 1.txt:19 / search \"urban\" | true | it is one of 1 record"
        + " / score > 100 | false | score: "
    ),
    (
      "from corpus | where date > 2030 | each topic | with n: length(topic) | where n > 0", "4",
      "from corpus | true | 1.txt:50 / date > 2030 | false | date: 1999"
        + " / n > 0 | true | n: 5, 6"
    ),
    (
      "from corpus | where topic = \"Cities\" | union (id = 2)", "2",
      "from corpus | true | 1.txt:19 / topic = \"Cities\" | false | topic: Governance, Health"
        + " / union (id = 2) | true | it comes in here"
    ),
    ("from corpus", "6", "from corpus | true | 1.txt:68"),
  ]

  @Test func conditionsAndStages() throws {
    for (query, id, told) in Self.stages {
      let found = try why(id, after: query)
      #expect(told.hasSuffix(": ") ? found.hasPrefix(told) : found == told, "\(query) — \(id)")
    }
  }

  /// A query in several lines is one.
  @Test func linesThatGoOn() throws {
    let found = try why(
      "4", after: "count", "topic = \"Cities\"", "| where date > 2000", "| select id")
    #expect(
      found == "from corpus | true | 1.txt:50 / topic = \"Cities\" | true | topic: Trade, Cities"
        + " / date > 2000 | false | date: 1999")
  }

  /// Looking does not change what the next line goes on from, nor what is explained.
  @Test func lookingChangesNothing() throws {
    let first = try why("4", after: "topic = \"Cities\"")
    #expect(session.answer("why 4") == first)
    _ = session.answer("explain count by type")
    #expect(session.answer("why 4") == first)
    var ids: [Value] = []
    try session.run("| select id", allowsContinuation: true) {
      if case .result(let result) = $0 { ids = result.column("id") ?? [] }
    }
    #expect(ids == [.text("1"), .text("4"), .text("6")])
  }

  @Test func recordsThatAreNotThere() throws {
    let found = try why("5", after: "let cities = topic = \"Cities\"", "from $cities | sort id")
    #expect(found == "from $cities | false | it is none of its 3 records")
    expect(
      session,
      [
        ("why 99", "PQ0460"), ("why \"nothing\"", "PQ0460"), ("why \"5\"", found),
        (
          "count; why 1 + 2",
          "6 ; from corpus | true | 1.txt:36 / count | - | it is one of those that are counted"
        ),
        ("from [1, 2] | sort; why 1", "1 / 2 ; PQ0461"), ("1 + 2; why 1", "3 ; PQ0223"),
      ])
    #expect(Session().answer("why 1") == "PQ0223")
    #expect(session.check("why 1").isEmpty)
    #expect(Session().check("why 1").map(\.code) == ["PQ0223"])
    #expect(Session().check("load \"x\"; count; why 1").isEmpty)
  }

  /// Of several records with one id that is meant which the result shows.
  @Test func idsThatRepeat() throws {
    let twice = try Sample.session(
      "1. One\n- Topic:\n- Trade\n", "1. Two\n- Topic:\n- Cities\n")
    _ = twice.answer("topic = \"Cities\"")
    #expect(
      twice.answer("why 1")
        == "PQ0225 ; from corpus | true | 2.txt:1 / topic = \"Cities\" | true | topic: Cities")
    // Its rows have become others, but one of the records is among them.
    _ = twice.answer("topic = \"Cities\" | count by topic")
    #expect(twice.answer("why 1").hasPrefix("PQ0225 ; from corpus | true | 2.txt:1 / "))
    _ = twice.answer("topic = \"Health\"")
    #expect(twice.answer("why 1").hasPrefix("PQ0225 ; from corpus | true | 1.txt:1 / "))
    var notes: [Diagnostic] = []
    try twice.run("count; why 1") { if case .note(let note) = $0 { notes.append(note) } }
    #expect(notes.map(\.message) == ["2 records have the id `1`"])
    #expect(notes.map(\.help) == ["this is about 1.txt:1, and not 2.txt:1"])
  }

  /// Steps, what was expected and what was found; times are left out.
  private func explain(_ query: String) throws -> [String] {
    let result = try session.query("explain \(query)")
    #expect(result.columns.map(\.name) == ["step", "what", "by", "estimated", "rows", "ms"])
    for time in result.column("ms") ?? [] {
      guard case .decimal(let time) = time else {
        Issue.record("\(query): a time is no number")
        continue
      }
      #expect(time >= 0)
    }
    return (0..<result.rowCount).map { row in
      [0, 1, 3, 4].map { result[row, $0].line }.joined(separator: " | ")
    }
  }

  @Test func steps() throws {
    #expect(
      try explain("topic = \"Cities\" and date >= 2015 | sort date | take 1") == [
        "1 | from corpus | 6 | 6", "2 | topic = \"Cities\" | 3 | 3", "3 | date >= 2015 | 2 | 2",
        "4 | sort date | 2 | 2", "5 | take 1 | 1 | 1",
      ])
    #expect(
      try explain("from corpus | where title has \"cities\" | each topic | count by topic | count")
        == [
          "1 | from corpus | 6 | 6", "2 | title has \"cities\" | 2 | 2", "3 | each topic | 3 | 4",
          "4 | count by topic | - | 3", "5 | count | 1 | 1",
        ])
    #expect(
      try explain("from corpus | where type != \"Book\" | group by type, year { n: count() }").last
        == "3 | group by type, year { n: count() } | - | 4")
    #expect(try explain("from [3, 1] | sort").last == "2 | sort | 2 | 2")
    #expect(
      try explain("from corpus | where type != \"Book\" | count by type").last
        == "3 | count by type | 4 | 3")
  }

  /// Behind these stages a few rows that are tried, or the counts of keys, tell what to expect.
  @Test func estimates() throws {
    let expected = [
      "from corpus | search \"cities\"": "2 | search \"cities\" | 2 | 2",
      "topic = \"Cities\" | search \"cities\"": "3 | search \"cities\" | 1 | 2",
      "from corpus | search \"zebra\"": "2 | search \"zebra\" | 0 | 0",
      "from corpus | join (id < 4) on id": "2 | join (id < 4) on id | 3 | 3",
      "from corpus | join left (id < 4) on id": "2 | join left (id < 4) on id | 6 | 6",
      "from corpus | join semi (id < 4) on id | where id > 1": "3 | id > 1 | 3 | 2",
      "from corpus | join anti (id < 4) on id": "2 | join anti (id < 4) on id | 3 | 3",
      "from corpus | join (each topic) on topic": "2 | join (each topic) on topic | 17 | 17",
      "from corpus | pivot type by year": "2 | pivot type by year | 4 | 4",
      "from corpus | pivot topic by year, id": "2 | pivot topic by year, id | 6 | 7",
      "from corpus | with n: row() per type": "2 | with n: row() per type | 6 | 6",
      // Nothing is known of columns that are made before.
      "with n: 1 | join (id < 4) on id": "3 | join (id < 4) on id | - | 3",
      "with n: title | pivot n by year": "3 | pivot n by year | - | 6",
      "from corpus | search \"cities\" | where score > 0": "3 | score > 0 | - | 2",
    ]
    for (query, last) in expected {
      let found = try explain(query).last
      #expect(found == last, "\(query)")
    }
  }

  /// Conditions come in the order in which they are worked on: those first that leave the fewest
  /// records, those last that read texts; what can fail stays where it is.
  @Test func orderAndAccess() throws {
    func steps(_ query: String) throws -> [String] {
      let result = try session.query("explain \(query)")
      return (1..<result.rowCount).map { "\(result[$0, 1].line) | \(result[$0, 2].line)" }
    }
    #expect(
      try steps(
        "from corpus | where title has \"smart\" and topic = \"Governance\" | where type = \"Book\""
      )
        == [
          "type = \"Book\" | index", "topic = \"Governance\" | index",
          "title has \"smart\" | texts",
        ])
    #expect(
      try steps("title has \"smart\" and length(title) > 3 and topic = \"Governance\"") == [
        "title has \"smart\" | texts", "length(title) > 3 | rows",
        "topic = \"Governance\" | index",
      ])
    #expect(
      try steps("from corpus | where year >= 2019 | count by type | top 2") == [
        "year >= 2019 | index", "count by type | values", "top 2 | rows",
      ])
    #expect(try steps("from corpus | count by type") == ["count by type | index"])
    #expect(
      try steps("from corpus | group by type { n: max(date) }")
        == ["group by type { n: max(date) } | rows"])
    #expect(
      try steps("from corpus | sort date | top 2 by title | take 1")
        == ["sort date | index", "top 2 by title | rows", "take 1 | -"])
    #expect(
      try steps("from [3, 1] | where value > 1") == ["value > 1 | rows"])
  }

  /// A condition guards those behind it, and hides nothing of those before it: as row by row, where
  /// the table has a column of its own.
  @Test(arguments: [
    "year != 2019 and 1 / (year - 2019) > 0", "not (year = 2019 or 1 / (year - 2019) < 1)",
    "1 / (year - 2019) > 0 and year != 2019", "1 / (year - 2019) > 0 and topic = \"Health\"",
    "topic = \"Health\" and 1 / (year - 2019) > 0",
    "topic = \"Health\" and title has \"smart\" and 1 / (year - 2020) > 0",
  ])
  func orderKeepsFailures(_ condition: String) {
    let expected = session.answer("from corpus | with own: 1 | where \(condition) | select id")
    for query in ["where \(condition)", "where true | where \(condition) | take 9"] {
      let found = session.answer("from corpus | \(query) | select id")
      #expect(found == expected, "\(query)")
    }
    if condition.hasPrefix("1 /") { #expect(expected == "PQ0401") }
  }

  @Test func explainingHasNoEffect() throws {
    #expect(try explain("from corpus | show title | save \"x.csv\" | take 2").count == 4)
    #expect(session.memoryFiles.isEmpty)
    expect(
      session,
      [
        ("explain 1 + 2", "PQ0224"), ("explain titel = \"x\"", "PQ0104"),
        ("explain with n: 1 / 0", "PQ0401"),
      ])
  }
}
