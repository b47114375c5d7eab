import PubQL
import Testing

/// What `check` tells of scripts that run, but are likely not meant so; and of others nothing.
struct LintTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  /// Codes and marked texts of what is told.
  private func told(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return session.check(text).map { problem in
      let end = min(problem.end, bytes.count)
      let marked = String(decoding: bytes[min(problem.start, end)..<end], as: UTF8.self)
      return "\(problem.code) \(marked)"
    }.joined(separator: " / ")
  }

  private func expect(
    _ cases: [(text: String, told: String)], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (text, expected) in cases {
      #expect(told(text) == expected, "\(text)", sourceLocation: sourceLocation)
    }
  }

  @Test func boundsThatExcludeEachOther() {
    expect([
      ("year > 2020 and year < 2019", "PQ0230 year < 2019"),
      ("year > 2020 and title has \"x\" and year < 2019", "PQ0230 year < 2019"),
      ("year > 2020 or year < 2019", ""),
      ("date in 2019..2020 and date < 2019", "PQ0230 date < 2019"),
      ("date >= 2021 and date <= 2020", "PQ0230 date <= 2020"),
      ("date > 2020-05 and date < 2020-06", "PQ0230 date < 2020-06"),
      ("date > 2020-05 and date < 2020-07", ""),
      ("date >= 2020-05 and date <= 2020-05", ""),
      ("date = 2019 and date = 2020", "PQ0230 date = 2020"),
      ("date = 2019 and date overlaps 2020", "PQ0230 date overlaps 2020"),
      ("date = 2020 and date overlaps 2020-05", ""),
      ("date overlaps 2019 and date overlaps 2020", ""),
      ("date in [2018, 2021] and date = 2019", ""),
      ("date in [2018, 2021] and date = 2022", "PQ0230 date = 2022"),
      ("date >= 2021 and year = 2019", "PQ0230 year = 2019"),
      ("date.year = 2019 and year = 2020", "PQ0230 year = 2020"),
      ("date > 2020 | sort date | where year in 1999..2019", "PQ0230 year in 1999..2019"),
      ("date > 2020 | take 3 | where year < 2000 | count", "PQ0230 year < 2000"),
      ("length(topics) > 3 and length(topics) < 2", "PQ0230 length(topics) < 2"),
      ("length(topics) > 1 and length(topics) < 2", ""),
      ("count by type | where count > 3 and count <= 3", "PQ0230 count <= 3"),
      ("count by type | where count >= 3 and count <= 3", ""),
      ("count by type | where count in 1..3 and count = 4", "PQ0230 count = 4"),
      ("group by type { n: count(year > 2020 and year < 2019) }", "PQ0230 year < 2019"),
      ("not (year > 2020 and year < 2019)", "PQ0230 year < 2019"),
      ("author.family > \"b\" and author.family < \"a\"", ""),
      ("topic > \"b\" and topic < \"a\"", ""),
      ("year + 1 > 2020 and year + 1 < 2010", "PQ0230 year + 1 < 2010"),
      ("year > 2020 and not (year < 2019)", ""),
    ])
  }

  @Test func valuesThatExcludeEachOther() {
    expect([
      ("type = \"Book\" and type = \"Policy Brief\"", "PQ0230 type = \"Policy Brief\""),
      ("type = \"Book\" | where type = \"Policy Brief\"", "PQ0230 type = \"Policy Brief\""),
      ("id = 1 and id = 2", "PQ0230 id = 2"),
      ("type = \"Book\" and type = \"BOOK\"", "PQ0232 type = \"BOOK\""),
      ("type = \"Book\" or type = \"Policy Brief\"", ""),
      ("type in [\"Book\", \"Blog\"] and type = \"Blog\"", "PQ0220 \"Blog\" / PQ0220 \"Blog\""),
      (
        "type in [\"Book\", \"Working Paper\"] and type = \"Policy Brief\"",
        "PQ0230 type = \"Policy Brief\""
      ),
      ("topic = \"Cities\" and topic = \"Trade\"", ""),
      ("author = \"Alice Ekman\" and author = \"Bo Ekman\"", ""),
      ("type != \"Book\" and type != \"Policy Brief\"", ""),
      ("type != \"Book\" or type != \"Policy Brief\"", "PQ0231 type != \"Policy Brief\""),
      (
        "not (type = \"Book\") or not (id = 3) or not (type = \"Policy Brief\")",
        "PQ0231 not (type = \"Policy Brief\")"
      ),
      ("topic != \"Cities\" or topic != \"Trade\"", ""),
    ])
  }

  @Test func oppositesAndRepeats() {
    expect([
      ("topic = \"Cities\" and topic != \"Cities\"", "PQ0230 topic != \"Cities\""),
      ("topic = \"Cities\" and not (topic = \"cities\")", "PQ0230 not (topic = \"cities\")"),
      ("topic = \"Cities\" or topic != \"Cities\"", "PQ0231 topic != \"Cities\""),
      ("topics = \"Cities\" or topic = \"cities\"", "PQ0232 topic = \"cities\""),
      ("topic == \"Cities\" or topic == \"cities\"", ""),
      ("missing(date) and date > 2000", "PQ0230 date > 2000"),
      ("date > 2000 and missing(date)", "PQ0230 missing(date)"),
      ("missing(date) or date > 2000", ""),
      ("missing(date) and date != 2000", ""),
      ("missing(date) and not missing(date)", "PQ0230 not missing(date)"),
      ("title has \"a\" and (id = 1 or title has \"a\")", ""),
      ("title has \"a\" and (title has \"A\" and id = 1)", "PQ0232 title has \"A\""),
      (
        "def city = topic = \"Cities\"; city and topic != \"Cities\"",
        "PQ0230 topic != \"Cities\""
      ),
      ("date >= 2018 and date >= 2020", "PQ0233 date >= 2018"),
      ("date >= 2020 and id > \"1\" and date >= 2018", "PQ0233 date >= 2018"),
      ("date in 2019..2021 and year = 2020", "PQ0233 date in 2019..2021"),
      ("date >= 2018 or date >= 2020", ""),
      ("title matches /a/ and title matches /b/", ""),
      ("title matches /a/ and not (title matches /a/)", ""),
      ("date = date", "PQ0234 date = date"),
      ("length(topics) >= length(topic)", "PQ0234 length(topics) >= length(topic)"),
      ("length(topics) > length(authors)", ""),
      ("not (topic != \"Cities\")", "PQ0235 not (topic != \"Cities\")"),
      ("id = 1 or not (not missing(date))", "PQ0235 not (not missing(date))"),
      ("not (topic = \"Cities\")", ""),
      ("where true", "PQ0236 true"),
      ("title has \"a\" and 2 < 1", "PQ0236 2 < 1"),
    ])
    let problem = session.check("id = 1 and not (topic not in [\"Cities\", \"Trade\"])").first
    #expect(problem?.edits.first?.replacement == "topic in [\"Cities\", \"Trade\"]")
  }

  /// What a definition says is told where it is made, and once.
  @Test func definitions() {
    expect([
      ("def never = year > 2020 and year < 2019; never", "PQ0230 year < 2019"),
      (
        "def odd(x) = x = 1 and not (topic != \"Cities\"); where odd(id)",
        "PQ0235 not (topic != \"Cities\")"
      ),
      (
        "def never = where year > 2020 and year < 2019; from corpus | never | never",
        "PQ0230 year < 2019"
      ),
      ("def city = topic = \"Citees\"; city", "PQ0220 \"Citees\""),
    ])
  }

  /// What `$names` stand for may be given from outside.
  @Test func valuesThatAreNotKnown() {
    expect([
      ("let since = 2020; year > $since and year < 2019", ""),
      ("let since = 2020; def recent = year > $since; recent and year < 2019", ""),
      ("let a = date > 2010 | distinct author; author in $a and author not in $a", ""),
      ("def inside(a, b) = year > a and year < b; inside(2020, 2019)", ""),
      ("def both(a, b) = a and b; both(id = 1, id = 2)", ""),
    ])
  }

  @Test func stages() {
    expect([
      ("take 0", "PQ0237 take 0"),
      ("top 0 by date", "PQ0237 top 0 by date"),
      ("skip 0", ""),
      ("sort date | count", "PQ0238 sort date"),
      ("id > 1 | sort date, title | count by topic", "PQ0238 sort date, title"),
      ("sort date | group by topic { n: count(), last: max(date) }", "PQ0238 sort date"),
      ("sort date | group by topic { newest: last(title) }", ""),
      ("sort date | take 3 | count by topic", ""),
      ("sort date | distinct topic", ""),
      ("sort title | sort date", ""),
      ("from [3, 1] | sort | count", "PQ0238 sort"),
    ])
  }

  @Test func namesThatNothingUses() {
    expect([
      ("let x = 1; count", "PQ0240 x"),
      ("let x = 1; take $x", ""),
      ("let x = 1; \"{$x}\"", ""),
      ("let x = 1; let x = 2; $x", ""),
      ("let x = 1; let x = $x + 1; count", "PQ0240 x"),
      ("def urban = topic = \"Cities\"; count", "PQ0241 urban"),
      ("def urban = topic = \"Cities\"; where urban", ""),
      ("def urban = topic = \"Cities\"", ""),
      ("def a = id = 1; def b = a or id = 2; b", ""),
      ("def newest(n) = sort date desc | take 10; newest(3)", "PQ0242 n"),
      ("def newest(n) = sort date desc | take n; from corpus | newest(3)", ""),
      ("def f(a, b) = title has a and title has a; f(\"x\", \"y\")", "PQ0242 b"),
      ("load \"x.txt\" as papers; count", "PQ0243 papers"),
      ("load \"x.txt\" as papers; from papers | count", ""),
      ("load \"x.txt\"; count", ""),
      ("let x = 1; titel = \"a\"", "PQ0104 titel"),
      ("param since: date = 2015; count", "PQ0240 since"),
      ("param since: date = 2015; date >= $since", ""),
      ("param since: date = 2015; date >= $since and date < 2010", ""),
      ("if length([1]) > 0 { let x = 1; count }", "PQ0240 x"),
      ("for t in [\"Cities\", \"Trade\"] { topic = t and topic != \"Cities\" }", ""),
      ("for t in [\"Cities\"] { count }", ""),
    ])
  }

  @Test func statementsThatNeverRun() {
    expect([
      ("if true { count } else { describe; count }", "PQ0245 describe; count"),
      ("if false { count }", "PQ0245 count"),
      ("if length([1]) > 2 { count } else { describe }", ""),
      ("for x in [] { print x }", "PQ0245 print x"),
      ("assert false \"no\"; count", "PQ0245 count"),
      ("count; assert false", ""),
    ])
  }

  @Test func valuesOfTheData() {
    expect([
      ("topic = \"Citees\"", "PQ0220 \"Citees\""),
      ("topic in [\"Cities\", \"Traid\"] | count", "PQ0220 \"Traid\""),
      ("load \"x.txt\" as p; from p | where topic = \"Citees\"", ""),
    ])
    let script = "load \"x.txt\" as p; from p | where topic = \"Citees\" and yeer > 1 | sort lenght"
    let known = session.check(script, knowsFields: true)
    #expect(known.map(\.code) == ["PQ0220", "PQ0104", "PQ0104"])
    #expect(known.map(\.severity) == [.warning, .error, .error])
    let many = "topic in [" + (0..<99).map { "\"t\($0)\"" }.joined(separator: ", ") + "]"
    #expect(session.check(many).count == 10)
    #expect(Session().check(script, knowsFields: true).isEmpty)
  }

  /// Running tells nothing of all this, and is the same as before.
  @Test func runningTellsNothing() {
    #expect(session.answer("year > 2020 and year < 2019") == "")
    #expect(session.answer("let x = 1; sort date | count") == "6")
  }

  /// Conditions by the thousand are no reason to take long.
  @Test func manyConditions() {
    let many = (0..<1000).map { "title has \"w\($0)\"" }.joined(separator: " and ")
    #expect(session.check(many).isEmpty)
    #expect(session.check(many.replacing(" and ", with: " or ")).isEmpty)
  }
}
