/// What newcomers type who know other languages: the code, the marked text, and the text after the
/// edit, where there is one.
enum HabitCases {
  static let all: [(text: String, told: String, mended: String?)] = [
    ("NOT topic = \"Cities\"", "PQ0004 at NOT", "not topic = \"Cities\""),
    ("a and NOT b", "PQ0004 at NOT", "a and not b"),
    ("topic NOT IN [1]", "PQ0004 at NOT, PQ0004 at IN", nil),
    ("topic = \"Cities\" order by year", "PQ0073 at order by", "topic = \"Cities\" | sort year"),
    ("topic = \"Cities\" count", "PQ0073 at count", "topic = \"Cities\" | count"),
    ("from corpus where year > 2", "PQ0073 at where", "from corpus | where year > 2"),
    ("where year > 2 limit 3", "PQ0073 at limit", "where year > 2 | take 3"),
    ("count by year having count > 3", "PQ0073 at having", "count by year | where count > 3"),
    ("// comment\ncount", "PQ0003 at //", "# comment\ncount"),
    ("count // how many", "PQ0003 at //", "count # how many"),
    ("/* c */ count", "PQ0003 at /*", nil), ("/* c\nd */\ncount", "PQ0003 at /*", nil),
    ("/*", "PQ0003 at /*", nil),
    ("var x = 3", "PQ0074 at var", "let x = 3"), ("const x = 3", "PQ0074 at const", "let x = 3"),
    ("function f(x) = x", "PQ0074 at function", "def f(x) = x"),
    ("while true { print 1 }", "PQ0074 at while", nil),
    ("while (true) { print 1 }", "PQ0074 at while", nil),
    ("return 3", "PQ0074 at return", nil), ("import x", "PQ0074 at import", nil),
    ("import \"x.pubql\"", "PQ0074 at import", nil),
    ("foreach x in [1] { print x }", "PQ0074 at foreach", "for x in [1] { print x }"),
    ("echo \"x\"", "PQ0074 at echo", "print \"x\""),
    ("select id as x", "PQ0075 at as", "select x: id"),
    ("select id, length(topics) as n", "PQ0075 at as", "select id, n: length(topics)"),
    ("count by year as y | take 3", "PQ0075 at as", "count by y: year | take 3"),
    ("sort id as x", "PQ0048 at as", nil),
    ("top 3 title", "PQ0052 at title", "top 3 by title"),
    ("date > 14.05.2020", "PQ0014 at 14.05.2020", "date > 2020-05-14"),
    ("date > 14.5.2020 and a", "PQ0014 at 14.5.2020", "date > 2020-05-14 and a"),
    ("x > 1.2.3", "PQ0014 at 1.2.3", nil),
    ("date > May 2020", "PQ0014 at May 2020", "date > 2020-05"),
    ("where date > Sept 2020", "PQ0014 at Sept 2020", "where date > 2020-09"),
    ("date > 14 May 2020", "PQ0014 at 14 May 2020", "date > 2020-05-14"),
    ("f(May 2020)", "PQ0014 at May 2020", "f(2020-05)"),
    ("topic = \"Cities\" | why 1971", "PQ0076 at why", nil),
    ("topic = \"Cities\" | explain", "PQ0076 at explain", nil),
    ("join outer (count by type) on type", "PQ0077 at outer", nil),
    ("join right $x on type", "PQ0077 at right", nil),
  ]

  /// Texts in which the same words are names.
  static let fine = [
    "NOT = 1", "NOT and a", "var = 3", "function > 1", "count by order", "where while = 2",
    "join outer on type", "join right on type", "select as", "select as, x", "a = b\ncount",
    "title matches /x/", "x / 2", "a\n| count", "select May, x: 2020", "1.5..2.5", "import = 1",
    "def var(x) = x", "var(3)", "return\ncount",
  ]
}
