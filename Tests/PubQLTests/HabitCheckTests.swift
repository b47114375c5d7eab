import PubQL
import Testing

/// What is told of habits, wrong kinds and wrong order that only the checker can see.
struct HabitCheckTests {
  private let session: Session

  init() throws { session = try Sample.session() }

  /// The code, the help, and the text after the edit where there is one.
  private static let mistakes: [(text: String, code: String, help: String, fixed: String?)] = [
    (
      "where pages > 50", "PQ0210", "to compare numbers write `number(pages) > …`",
      "where number(pages) > 50"
    ),
    ("year = 2020-05", "PQ0210", "write `date = …`", "date = 2020-05"),
    ("date.year = 2020-05", "PQ0210", "write `date = …`", "date = 2020-05"),
    ("date > 05/2020", "PQ0210", "dates are written `2020-05`", "date > 2020-05"),
    ("date > 14/05/2020", "PQ0210", "dates are written `2020-05-14`", "date > 2020-05-14"),
    ("date > 05/14/2020", "PQ0210", "dates are written `2020-05-14`", "date > 2020-05-14"),
    (
      "author in (count by author | take 3)", "PQ0210", "choose its column: `| select author`",
      "author in (count by author | take 3 | select author)"
    ),
    (
      "where exists(abstract)", "PQ0102", "write `not missing(abstract)`",
      "where not missing(abstract)"
    ),
    ("select x = id", "PQ0213", "write `x: …`", "select x: id"),
    ("with x = id", "PQ0213", "write `x: …`", "with x: id"),
    ("top 3 year", "PQ0205", "write `top 3 by year`", "top 3 by year"),
    (
      "for x in 1..3 { print x }", "PQ0203", "write `range(1, 3)`",
      "for x in range(1, 3) { print x }"
    ),
    ("count by type | chart pie", "PQ0459", "the kinds are `bar`, `line`, `spark`, `heat`", nil),
    (
      "count by type | select cite(\"apa\")", "PQ0420",
      "the rows have neither `title` nor `authors` any more: write it before the stage that takes "
        + "them away", nil
    ),
    ("count by topic | select x", "PQ0104", "the fields are `count` `topic`", nil),
    (
      "def a(x) = b(x)\ndef b(x) = x", "PQ0102",
      "`b` is defined below; put its definition before this", nil
    ),
    (
      "true < false", "PQ0211",
      "compare it with `=`, or join conditions with `and`, `or` and `not`", nil
    ),
    (
      "title = \"x\" and not \"y\"", "PQ0201", "compare it with something, such as `… = …`", nil
    ),
  ]

  @Test func mistakes() {
    for mistake in Self.mistakes {
      let found = session.check(mistake.text)
      #expect(found.map(\.code) == [mistake.code], "\(mistake.text)")
      #expect(found.first?.help == mistake.help, "\(mistake.text)")
      guard let edit = found.first?.edits.first else {
        #expect(mistake.fixed == nil, "\(mistake.text)")
        continue
      }
      let bytes = Array(mistake.text.utf8)
      let edited =
        String(decoding: bytes[..<edit.start], as: UTF8.self) + edit.replacement
        + String(decoding: bytes[edit.end...], as: UTF8.self)
      #expect(edited == mistake.fixed, "\(mistake.text)")
      #expect(!session.check(edited).contains { $0.severity == .error }, "\(edited)")
    }
  }

  /// A list that would name what is no field is left out.
  @Test func fieldsThatAreNotKnown() {
    let found = session.check("def g(k) = group by k { n: count(), x: yy }")
    #expect(found.map(\.code).contains("PQ0104"))
    #expect(found.first { $0.code == "PQ0104" }?.help == nil)
    #expect(session.answer("select year = 2020 | take 1") == "true")
  }

  @Test func values() {
    expect(
      session,
      [
        ("missing(\"abc\"[5..9])", "true"), ("\"abc\"[1..9]", "bc"), ("true = false", "false"),
        ("1e5", "100000.0"), ("1e-5", "1e-05"), ("2.5E+3", "2500.0"), ("1e400", "PQ0012"),
        ("1e5x", "PQ0013"), ("format(2020-05-14, 2)", "PQ0404"), ("format(12, \"yyyy\")", "PQ0404"),
        ("format(2020, \"yyyy\")", "2020"), ("[1e5, 1e-5][0] = 100000", "true"),
      ])
  }

  /// Kinds are told with the article that they want.
  @Test func articles() {
    let told = [
      ("id * 2", "`*` cannot join an id and a number"),
      ("(true) + 1", "`+` cannot join true or false and a number"),
    ]
    for (text, message) in told {
      #expect(session.check(text).map(\.message) == [message])
    }
  }

  /// What fails inside of a call is shown there.
  @Test func placesOfFailures() {
    let failures = [
      ("map([1], (x, y) => x)", "PQ0404", 0), ("  fold([1, 2], 0, x => x)", "PQ0404", 2),
      ("[9223372036854775807, 1] | group { s: sum(value) }", "PQ0402", 38),
      ("fold(range(1, 900), [], (a, x) => [a])", "PQ0408", 0),
      ("for a in range(1, 1000000) { for b in [1] { let c = 3 } }", "PQ0406", 29),
    ]
    for (text, code, place) in failures {
      do throws(PubQLError) {
        try session.run(text) { _ in }
        Issue.record("\(text)")
      } catch {
        #expect(error.diagnostics.map(\.code) == [code], "\(text)")
        #expect((error.diagnostics.first?.end ?? 0) > 0, "\(text)")
        if code != "PQ0406" { #expect(error.diagnostics.first?.start == place, "\(text)") }
      }
    }
  }
}
