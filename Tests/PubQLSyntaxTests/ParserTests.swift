import PubQLDiagnostics
import PubQLSyntax
import SyntaxShapes
import Testing

/// Texts that are scripts, and the trees that they are.
struct ParserTests {
  static let cases: [(text: String, shape: String)] = [
    // Statements.
    ("", ""),
    ("# nothing\n", ""),
    (#"load "seeds/*.txt" as ciao"#, "load([text['seeds/*.txt']] as ciao)"),
    (#"load "a", "b""#, "load([text['a'], text['b']] as -)"),
    ("let since = 2015", "let(since, 2015)"),
    ("let recent = from ciao | where urban", "let(recent, from(ciao) | where [urban])"),
    (
      #"def urban = topic = "Cities" or title has "urban""#,
      "def(urban[], or[(topic = text['Cities']), (title has text['urban'])])"
    ),
    (
      "def yearly = group by year { papers: count() } | sort year",
      "def(yearly[], corpus | group by[year] {papers: count()} | sort [year])"
    ),
    (
      "def newest(n) = sort date desc | take n",
      "def(newest[n], corpus | sort [date desc] | take [n])"
    ),
    ("a = 1; b = 2", "(a = 1)\n(b = 2)"),
    ("from ciao\n| count\n\ntopic = \"x\"", "from(ciao) | count\n(topic = text['x'])"),
    ("a = 1\nand b = 2\nor c", "or[and[(a = 1), (b = 2)], c]"),
    ("a =\n 1", "(a = 1)"),
    ("count |\n take 1", "corpus | count | take [1]"),
    // Names where they are names.
    ("count", "corpus | count"),
    ("count = 3", "(count = 3)"),
    ("count.x", "(count.x)"),
    ("count(x)", "count(x)"),
    ("type = \"Book\"", "(type = text['Book'])"),
    ("load = 3", "(load = 3)"),
    ("from = 3", "(from = 3)"),
    ("select type, by", "corpus | select [type, by]"),
    ("where count > 3", "corpus | where [(count > 3)]"),
    ("where (a or b) and c", "corpus | where [and[paren(or[a, b]), c]]"),
    ("select in, has", "corpus | select [in, has]"),
    ("sort desc desc", "corpus | sort [desc desc]"),
    ("sort -x", "corpus | sort [neg(x)]"),
    ("`publisher place` = 'x'", "(`publisher place` = text['x'])"),
    ("länge > 3", "(länge > 3)"),
    ("研究 has \"x\"", "(研究 has text['x'])"),
    // Stages.
    ("count by topic, year", "corpus | count by[topic, year]"),
    ("count by y: year", "corpus | count by[y: year]"),
    ("top 10 by papers desc", "corpus | top [10] by[papers desc]"),
    (
      "sort date desc, title | take 1 per author",
      "corpus | sort [date desc, title] | take [1] per[author]"
    ),
    ("with a: 1, b: {x: 2}", "corpus | with [a: 1, b: {x: 2}]"),
    ("distinct", "corpus | distinct"),
    ("distinct a,", "corpus | distinct [a]"),
    ("select a,\n b\n| show", "corpus | select [a, b] | show"),
    ("describe | save \"x.csv\"", "corpus | describe | save [text['x.csv']]"),
    ("from $recent | yearly | newest(5)", "from($recent) | yearly? | newest? [5]"),
    ("[3, 1, 2] | sort", "[3, 1, 2] | sort"),
    (
      "group by year {\n  all: count(),\n  china: count(region = \"China\"),\n}",
      "corpus | group by[year] {all: count(), china: count((region = text['China']))}"
    ),
    ("group by year { by: 1 }", "corpus | group by[year] {by: 1}"),
    // Operators.
    ("a or b and not c = d", "or[a, and[b, not((c = d))]]"),
    ("1 + 2 * 3 - 4", "((1 + (2 * 3)) - 4)"),
    ("-a.b * c", "(neg((a.b)) * c)"),
    ("date in 2019..2021", "(date in (2019..2021))"),
    ("date in 2020-05..", "(date in (date(2020-05)..))"),
    ("date in ..2019 and x", "and[(date in (..2019)), x]"),
    ("date in 2020.. and x", "and[(date in (2020..)), x]"),
    ("a + 1..b * 2", "((a + 1)..(b * 2))"),
    ("x not in [1]", "(x not-in [1])"),
    ("x not within \"Asia\"", "(x not-within text['Asia'])"),
    ("x != 1 and y !== 2", "and[(x not-= 1), (y not-== 2)]"),
    ("t not has any [\"a\"]", "(t not-has any [text['a']])"),
    ("t has all [\"a\",]", "(t has all [text['a']])"),
    ("topic all [1]", "(topic all [1])"),
    ("title matches /smart cit(y|ies)\\/x/i", "(title matches /smart cit(y|ies)/x/true)"),
    ("a / b / c", "((a / b) / c)"),
    ("not not a", "not(not(a))"),
    ("missing(date)", "missing(date)"),
    ("x = missing", "(x = MISSING)"),
    ("xs[0].year", "(index(xs, 0).year)"),
    // Values.
    ("date > today() - 18 months", "(date > (today() - 18.months))"),
    ("1 year", "1.years"),
    ("1_000.5", "1000.5d"),
    ("2020-05-14", "date(2020-05-14)"),
    (#""a{b}c\n\u{e9}\{""#, "text['a', b, 'c\né{']"),
    (#""{"x{1}"}""#, "text[text['x', 1]]"),
    ("'it''s {x}'", "text['it's {x}']"),
    ("\"\"", "text[]"),
    ("f(a, seed: 4,)", "f(a, seed: 4)"),
    ("{a: 1, `b c`: 2}", "{a: 1, `b c`: 2}"),
    ("author in (from old | distinct author)", "(author in query(from(old) | distinct [author]))"),
    ("(count by x) | show", "query(corpus | count by[x]) | show"),
    ("(count > 3)", "paren((count > 3))"),
    ("(\na\n=\n1\n)", "paren((a = 1))"),
  ]

  @Test(arguments: cases.indices)
  func `reads a script`(_ index: Int) {
    let (text, shape) = ParserTests.cases[index]
    let result = parsed(text)
    #expect(result.diagnostics.map(\.message) == [], "\(text)")
    #expect(Shape.of(result.script) == shape, "\(text)")
  }

  @Test func `goes on from the last result only where that is allowed`() {
    #expect(Shape.of(parsed("| count", lastResult: true).script) == "last | count")
    #expect(parsed("| count", lastResult: true).diagnostics.isEmpty)
    #expect(parsed("| count").diagnostics.map(\.code.description) == ["PQ0065"])
  }
}
