import PubQL
import Testing

/// Aggregates, arithmetic, interpolation and functions.
struct ValueTests {
  private let session: Session
  /// 10 to the power of 308.
  private static let huge = "1" + String(repeating: "0", count: 308) + ".0"

  init() throws { session = try Sample.session() }

  @Test func aggregates() {
    expect(
      session,
      [
        (
          "group { a: count(), b: count(topic = \"Cities\"), c: count(missing(date)) }", "6 | 3 | 1"
        ),
        ("group { s: share(), t: share(topic = \"Cities\") }", "1.0 | 0.5"),
        ("group by type { s: round(share(), 2) } | take 1", "Book | 0.17"),
        (
          "group { n: count_distinct(topic), m: count_distinct(region), k: count_distinct(year) }",
          "6 | 6 | 3"
        ),
        ("group { n: count_distinct(type, missing(abstract)) }", "2"),
        ("group { s: sum(length(topics)), a: avg(length(topics)) }", "9 | 1.5"),
        ("group { s: sum(year), a: avg(year), m: median(year) }", "10078 | 2015.6 | 2020"),
        ("group { s: sum(year, missing(year)), a: avg(year, missing(year)) }", "0 | -"),
        (
          "group { a: min(date), b: max(date), c: min(title), d: max(title) }",
          "1999 | 2020-05 | Éléments of Trade | 研究 cities 2020"
        ),
        (
          "group { a: min(date, topic = \"Cities\"), b: max(length(topics), year < 2020) }",
          "1999 | 2"
        ),
        ("group { a: min(author), b: max(topic) }", "A. Ekman | Water and Sanitation"),
        (
          "group { a: first(date), b: last(date), c: first(abstract), d: last(language) }",
          "2020-05 | 2020-05 | The digital silk road reaches many cities. It ends nowhere. "
            + "| English"
        ),
        (
          "group { a: list(topic, id = 1), b: list(id, missing(date)) }",
          "[Cities, Governance, COVID-19] | [5]"
        ),
        (
          "group { a: top(topic), b: top(type), c: top(author, false) }",
          "Cities | Policy Brief | -"
        ),
        (
          "group { a: percentile(year, 0), b: percentile(year, 50), c: percentile(year, 100) }",
          "1999 | 2020 | 2020"
        ),
        ("group { a: percentile(year, 25), b: percentile(length(topics), 90) }", "2019 | 2.5"),
        ("group { p: percentile(year, 101) }", "PQ0216"),
        ("group { p: percentile(year, -1) }", "PQ0216"),
        ("group { p: percentile(year, \"9\") }", "PQ0216"),
        ("group { p: percentile(year, year) }", "PQ0216"),
        ("group { p: percentile(year) }", "PQ0111"), ("group { p: percentile() }", "PQ0111"),
        ("group { p: sum() }", "PQ0111"), ("group { p: sum(title) }", "PQ0203"),
        ("group { p: sum(year, true, 3) }", "PQ0111"), ("group { p: count(1) }", "PQ0201"),
        ("group { p: count(topic) }", "PQ0201"), ("group { p: sum(value: year) }", "PQ0111"),
        ("group { p: count(true, false) }", "PQ0111"), ("group { p: sum(sum(year)) }", "PQ0114"),
        ("group { p: sum(\(Self.huge) * length(topics)) }", "PQ0402"),
        ("group { p: avg(\(Self.huge) * length(topics)) }", "PQ0402"),
        ("[\(Self.huge), -\(Self.huge)] | group { p: median(value) }", "0"),
        ("[1\(Self.huge)]", "PQ0012"),
        ("group { p: sum(9223372036854775807) }", "PQ0402"),
        (
          "[1, 2.5] | group { s: sum(value), a: avg(value), m: median(value) }",
          "3.5 | 1.75 | 1.75"
        ),
        ("[] | group { s: sum(value), a: avg(value), n: count() }", "0 | - | 0"),
        (
          "[[1, missing], [missing]] | group { s: sum(value), n: count_distinct(value) }", "1 | 1"
        ),
        ("[[1, missing], missing] | group { a: list(value), b: last(value) }", "[1] | 1"),
        // A condition guards the value.
        ("[0, 2, 4] | group { a: avg(8 / value, value > 0) }", "3.0"),
        ("[0, 2] | group { a: avg(8 / value) }", "PQ0401"),
        ("[\"a\", 1] | group { s: sum(value) }", "PQ0403"),
        ("avg(year)", "PQ0114"), ("sort max(date)", "PQ0114"),
        ("count(topic = \"Cities\")", "PQ0114"),
      ])
  }

  @Test func arithmetic() {
    expect(
      session,
      [
        ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("7 / 2", "3.5"), ("6 / 2", "3"),
        ("7 % 3", "1"), ("-7 % 3", "-1"), ("7.5 % 2", "1.5"), ("0.1 + 0.2 = 0.3", "false"),
        ("1 / 0", "PQ0401"), ("1 % 0", "PQ0401"), ("1.0 / 0", "PQ0401"), ("1 / 0.0", "PQ0401"),
        ("9223372036854775807 + 1", "PQ0402"), ("-9223372036854775807 - 2", "PQ0402"),
        ("9223372036854775807 * 2", "PQ0402"), ("\(Self.huge) * 10", "PQ0402"),
        ("-9223372036854775807 - 1", "-9223372036854775808"),
        ("(-9223372036854775807 - 1) / -1", "PQ0402"), ("(-9223372036854775807 - 1) % -1", "0"),
        ("-(-9223372036854775807 - 1)", "PQ0402"), ("abs(-9223372036854775807 - 1)", "PQ0402"),
        ("1 + missing", "-"), ("missing - missing", "-"), ("-(1 + missing)", "-"),
        ("1 + \"a\"", "PQ0204"), ("true + 1", "PQ0204"), ("-true", "PQ0203"),
        ("2020-05 + 1 month", "2020-06"), ("2020-01-31 + 1 month", "2020-02-29"),
        ("2020 + 1 year", "2021"), ("2020 + 6 months", "2020-07/2021-06"),
        ("2020-05 - 18 months", "2018-11"), ("2020-05-14 + 2 weeks", "2020-05-28"),
        ("6 months + 2020-05", "2020-11"), ("6 months - 2020-05", "PQ0204"),
        ("2020-05-14 - 2020-05-01", "0m13d"), ("2020-05 - 2020-05", "0m0d"),
        ("18 months + 6 months", "24m0d"), ("2 * 18 months", "36m0d"), ("-(2 days)", "0m-2d"),
        ("18 months / 2", "PQ0204"), ("2020-05 * 2", "PQ0204"), ("2020-05 + 2", "PQ0204"),
        ("1 year = 12 months", "true"), ("1 month > 30 days", "true"),
        ("2020 + 99999999 years", "PQ0402"), ("2020-05 + 9223372036854775807 days", "PQ0402"),
        ("2020-05 - 9223372036854775807 months", "PQ0402"),
        ("9223372036854775807 years", "PQ0207"),
        ("9223372036854775807 days + 1 day", "PQ0402"),
        ("2 * 9223372036854775807 days", "PQ0402"),
        ("date(\"../2020\") + 1 year", "../2021"), ("date(\"../2020\") - 2019", "PQ0204"),
        ("date(\"../2020\") - 2019-01", "-"),
        ("id = 1 | select date + 1 year", "2021-05"), ("id = 5 | select date + 1 year", "-"),
        ("id = 1 | select x: year + 6 months", "PQ0403"),
        ("id = 1 | select x: (date - 2020-01).year", "PQ0106"),
        ("id in [1, 5] | where 1 / length(topics) > 0", "PQ0401"),
        ("id = 1 | where 1 / length(topics) > 0", "1"),
        ("2021..2019", "PQ0208"), ("date in 2021..2019", "PQ0208"), ("3 in 1..5", "true"),
        ("year in \"a\"..\"b\"", "PQ0203"),
      ])
  }

  @Test func literalsAndTexts() {
    expect(
      session,
      [
        ("2020-13", "PQ0207"), ("2019-02-29", "PQ0207"), ("2020-05", "2020-05"), ("3.50", "3.5"),
        ("\"a{1 + 1}b\"", "a2b"), ("\"{missing}\"", ""), ("\"{[1, 2]}\"", "1; 2"),
        ("\"{2020-05}\"", "2020-05"), ("\"{18 months}\"", "18 months"), ("'{1}'", "{1}"),
        ("\"\\{1\\}\"", "{1}"), ("\"{true}\"", "true"), ("\"{\"x\"}\"", "x"),
        ("\"{ {a: 1} }\"", "{a: 1}"), ("\"{nothing}\"", "PQ0104"),
        (
          "id = 1 | select \"{authors} ({year})\"",
          "Alice Ekman; Cristina de Esperanza Picardo (2020)"
        ),
        ("[1, \"a\", true]", "1 / a / true"), ("[]", ""), ("{ a: 1, b: [2] }", "1 | [2]"),
        ("[1, 2][0]", "1"), ("[1, 2][-1]", "2"), ("[1, 2][9]", "-"), ("[1, 2][\"a\"]", "PQ0203"),
        ("3[0]", "PQ0203"), ("{ a: 1 }.a", "1"), ("2020-05.month", "5"), ("2020.month", "PQ0106"),
        ("2019..2021", "2019..2021"), ("/x/", "PQ0211"), ("title matches /(/", "PQ0206"),
        ("not 3", "PQ0201"), ("3 and true", "PQ0201"), ("true and true", "true"),
        ("1 < 2 and not 2 < 1", "true"), ("\"a\" < \"B\"", "true"), ("\"é\" = \"E\"", "true"),
        ("\"é\" == \"E\"", "false"), ("1 = 1.0", "true"), ("1 == 1.0", "true"),
        ("true = true", "true"), ("true != false", "true"), ("1 = \"1\"", "PQ0210"),
        ("[1, 2] = 2", "true"), ("2 in [1, 2]", "true"), ("[1, 2] all [1, 2]", "true"),
        ("\"China\" within \"Asia\"", "true"), ("\"x\" within \"Asia\"", "false"),
      ])
  }

  @Test func stagesAreDescribed() {
    for stage in Reference.stages {
      #expect(stage.usage.hasPrefix(stage.name), "\(stage.name)")
    }
  }

  /// A function of single values leaves out no place of a list, and makes up no value for one.
  @Test func missingMembersStayMissing() {
    expect(
      session,
      [
        ("upper([\"a\", missing])", "A / -"), ("trim(country([\"Nowhere\"]))", "-"),
        ("words(trim([missing, \"a b\"]))", "a / b"),
      ])
  }

  @Test func functionsInsideOfEachOther() {
    expect(
      session,
      [
        ("fold([1], 1, (a, b) => a + fold([5, 6], 1, (c, d) => c + 1))", "4"),
        ("id = 1 | select n: fold(topics, 0, (a, t) => a + fold([1, 2], 0, (b, x) => b + x))", "9"),
        ("if contains(\"abc\", \"b\") then 1 else 2", "1"),
        ("id < 3 | select n: if starts(title, \"the\") then 1 else 2", "2 / 1"),
        ("try ends(\"abc\", \"c\") else false", "true"),
      ])
  }

  @Test func unknownFunctions() {
    expect(session, [("lenght([])", "PQ0102"), ("date.yeer", "PQ0106")])
  }
}
