import PubQL
import Testing

/// What stands in a query more than once is worked out once, and the answers are the same.
struct SharingTests {
  /// Each condition beside one that means the same, but is written otherwise.
  private static let conditions = [
    ("title has \"smart\"", "fold(title) has \"smart\""),
    ("title matches /[Cc]it/", "slice(title, 0) matches /[Cc]it/"),
    ("abstract contains \"e\"", "fold(abstract) contains \"e\""),
    ("not title starts \"the\"", "not fold(title) starts \"the\""),
    ("length(title) > 14", "length(fold(title)) > 14"),
    (
      "(topic = \"Cities\" or title has \"china\")",
      "(topic = \"Cities\" or fold(title) has \"china\")"
    ),
    ("distance(title, \"Smart Cities\") < 12", "distance(fold(title), \"Smart Cities\") < 12"),
  ]

  /// Queries in which two conditions stand that may be one.
  private static let queries = [
    "from corpus | where A and date >= 2015 or B and date < 2020 | select id",
    "from corpus | where date >= 2015 | where A or missing(author) | where B or id = 2 | select id",
    "from corpus | where A | union (from corpus | where B) | select id",
    "from corpus | where date < 2020 | where A | union (from corpus | where B | take 3) | select id",
    "from corpus | where A | take 1 | union (from corpus | where B) | sort id | select id",
    "from corpus | where A | join (from corpus | where B | select id, t: title) on id | select t",
    "from corpus | except (from corpus | where A | intersect (from corpus | where B)) | select id",
    "from corpus | group by type { a: count(A), b: count(B), c: share(not B) }",
    "from corpus | where A | group by year { a: count(A), b: count(B and topic = \"Cities\") }",
    "from corpus | where A | select t: title | union (from corpus | where B | select t: title)",
    "from corpus | select id, a: (A), b: (B)",
    "author in (from corpus | where A | distinct author) or topic in (B | distinct topic) | select id",
    "author in (from corpus | where A | distinct author) and id in (B | select id) | select id",
  ]

  @Test func answers() throws {
    let sessions = [
      try Sample.session(), try Sample.session(Sample.listing, Sample.listing),
      try Self.session { $0.limits.memory = 4 << 10 },
    ]
    for session in sessions {
      for query in Self.queries {
        for (first, other) in Self.conditions {
          let twice = query.replacing("A", with: first).replacing("B", with: first)
          let once = query.replacing("A", with: first).replacing("B", with: other)
          let answer = session.answer(twice)
          #expect(answer == session.answer(once), "\(twice)")
          #expect(answer == session.answer(twice), "\(twice)")
        }
      }
    }
  }

  private static func session(_ change: (inout SessionOptions) -> Void) throws -> Session {
    var options = SessionOptions()
    options.files = .memory([:])
    change(&options)
    let session = Session(options: options)
    try session.load(bytes: Array(Sample.listing.utf8), named: "a.txt", format: "ciao")
    return session
  }

  /// A record whose title and abstract differ by so many letters that counting them is work that is
  /// counted: there are steps for one time, and not for two.
  private static func oneTimeOnly() throws -> Session {
    var options = SessionOptions()
    options.files = .none
    options.limits.steps = 150_000
    let session = Session(options: options)
    try session.add([
      .record([
        RecordField(name: "id", value: "1"), RecordField(name: "title", value: "Cities"),
        RecordField(name: "authors", value: .list(["Alice Ekman"])),
        RecordField(name: "abstract", value: .text(String(repeating: "xyz ", count: 25_000))),
      ])
    ])
    return session
  }

  @Test(arguments: [
    "select a: WORK, b: WORK | count",
    "with b: WORK + 1, c: WORK + 1 | count",
    "from corpus | where WORK > 5 and id = 2 or WORK > 5 | count",
    "from corpus | where WORK > 5 | union (from corpus | where WORK > 5) | count",
    "from corpus | where WORK > 5 | join (from corpus | where WORK > 5 | select id) on id | count",
    "from corpus | group { a: count(WORK > 5), b: share(WORK > 5), c: count(not WORK > 5) } | count",
    "def long = WORK > 5; from corpus | where long | intersect (from corpus | where long) | count",
    "def ids = id in (from corpus | where WORK > 5 | select id); from corpus | where ids or ids | count",
    "id in (from corpus | where WORK > 5 | select id) and not id in (from corpus|where WORK>5|select id)",
  ])
  func once(_ query: String) throws {
    let session = try Self.oneTimeOnly()
    let work = "distance(abstract, title)"
    let steps = query.replacing("WORK", with: work)
    #expect(!session.answer(steps).contains("PQ"), "\(steps)")
    // Written otherwise, it is other work.
    var count = 0
    let other = query.split(separator: "WORK", omittingEmptySubsequences: false).reduce("") {
      count += 1
      return $0 + (count == 1 ? "" : count == 2 ? work : "distance(title, abstract)") + $1
    }
    if other != steps { #expect(session.answer(other) == "PQ0406", "\(other)") }
  }

  /// The parameter of a lambda is another thing than the definition of its name.
  @Test func shadowedNames() throws {
    let session = try Sample.session()
    let inner = "(from corpus | where title has t | distinct topic)"
    let terms = ["topic in \(inner)", "any(topics, t => t in \(inner))"]
    let definition = "def t = \"Cities\"; from corpus | where "
    #expect(!session.answer(definition + terms[0] + " | count").hasPrefix("PQ"))
    for order in [terms, terms.reversed()] {
      let answer = session.answer(definition + order.joined(separator: " and ") + " | count")
      #expect(answer.hasPrefix("PQ"), "\(answer)")
    }
  }

  @Test func explained() throws {
    let session = try Sample.session()
    func ways(_ query: String) throws -> [String] {
      try session.query("explain \(query)").column("by")?.map(\.line) ?? []
    }
    let has = "title has \"smart\""
    #expect(
      try ways("from corpus | where \(has) | union (from corpus | where \(has))")
        == ["-", "texts", "shared"])
    #expect(
      try ways("from corpus | where \(has) | union (from corpus | where title has \"china\")")
        == ["-", "texts", "-"])
    #expect(
      try ways("from corpus | group by type { a: count(\(has)), b: share(\(has)) }").first == "-")
    #expect(
      try ways("from corpus | group by type { a: count(\(has)), b: share(\(has)) }")[1] == "shared")
    #expect(try ways("select a: upper(title), b: upper(title)") == ["-", "shared"])
    #expect(try ways("select a: upper(title), b: lower(title)") == ["-", "-"])
    // An index is asked again.
    #expect(
      try ways("topic = \"Cities\" | union (topic = \"Cities\")") == ["-", "index", "-"])
  }

  /// Functions with patterns are told apart.
  @Test func patterns() throws {
    let session = try Sample.session()
    #expect(
      session.answer("id = 1 | select a: find(title, /S\\w+/), b: find(title, /C\\w+/)")
        == "[Smart] | [Cities, China]")
    let twice = "from corpus | where find(title, /a/) = \"x\" and find(title, /b/) = \"x\""
    #expect(session.check(twice).map(\.code) == [])
  }
}
