import PubQLDiagnostics
import PubQLSyntax
import SyntaxShapes
import Testing

/// Scripts, and how they are laid out.
struct FormatTests {
  /// What was written, and its layout; what has its layout already stands there alone.
  static let cases: [(text: String, layout: String)] = [
    ("", ""),
    ("\n\n", ""),
    ("topic=\"Cities\"and date>=2019", "topic = \"Cities\" and date >= 2019\n"),
    ("count by   topic,year|top 10", "count by topic, year | top 10\n"),
    ("a = 1; b = 2 ;", "a = 1\nb = 2\n"),
    ("let x=1\ndef f( a,b, ) = a+b", "let x = 1\ndef f(a, b) = a + b\n"),
    ("load 'a/*.txt',\n  \"b\" as ciao", "load \"a/*.txt\", \"b\" as ciao\n"),
    ("from ciao\n| count\n| top 3", "from ciao | count | top 3\n"),
    ("group by year {a:count(),}", "group by year { a: count() }\n"),
    ("with a:{},b:[1 ,2, ]", "with a: {}, b: [1, 2]\n"),
    ("join left (from b) on id", "join left (from b) on id\n"),
    ("take 1 per author", "take 1 per author\n"),
    ("sort date desc,-x", "sort date desc, -x\n"),
    ("newest()\nx | newest( 5,a :1)", "newest()\nx | newest(5, a: 1)\n"),
    ("`publisher place`=$x.`a b`", "`publisher place` = $x.`a b`\n"),
    ("date in 2019 .. 2021\nx in ..2019", "date in 2019..2021\nx in ..2019\n"),
    ("t not\nhas any [1]", nil),
    ("(t not\n has   any [1])", "(t not has any [1])\n"),
    ("x = 18   months", "x = 18 months\n"),
    ("(x = 18 # how long\n  months)", "(\n  x = 18 months  # how long\n)\n"),
    ("1_000 + 2.50 / /a\\/b/i", "1_000 + 2.50 / /a\\/b/i\n"),
    ("xs [0]", nil),
    ("xs[0 ].year [1]", nil),
    ("f (1)", "f(1)\n"),

    // Texts stay as they are, raw ones only where they have a reason to be raw.
    (#"'it''s'"#, "\"it's\"\n"),
    (#"'a\d"{b}'"#, #"'a\d"{b}'"# + "\n"),
    (#""\u{e9}\n} {  a+1  }\{{"x{ b }"}""#, #""\u{e9}\n} {a + 1}\{{"x{b}"}""# + "\n"),
    (#""{'a'}""#, #""{'a'}""# + "\n"),

    // Parentheses.
    ("a or b and c", "a or (b and c)\n"),
    ("a and b or c and d or e", "(a and b) or (c and d) or e\n"),
    ("(a or b) and c", "(a or b) and c\n"),
    ("((a)) and (((from b)))", "(a) and (from b)\n"),
    ("not a and b", "not a and b\n"),
    ("not (a or b and c)", "not (a or (b and c))\n"),

    // Blank lines and comments.
    ("# a\n\n\n#b  \nx # c\n\n\n\ny\n\n", "# a\n\n#b\nx  # c\n\ny\n"),
    ("\n\n# a\n", "# a\n"),
    ("x;\n\n# a\n; # b\ny", "x\n\n# a\n# b\ny\n"),
    ("\u{FEFF}# a\r\nx # b\r\n", "# a\nx  # b\n"),
    ("from a # b\n# c\n| count # d\n", "from a  # b\n  # c\n  | count  # d\n"),
    ("from a | # b\ncount", "from a  # b\n  | count\n"),
    ("a # b\nand c and # d\n e", "a  # b\n  and c  # d\n  and e\n"),
    (
      "let x = # why\n [1, # one\n  # two\n 2 # end\n ]",
      "let x =  # why\n  [\n    1,  # one\n    # two\n    2  # end\n  ]\n"
    ),
    ("[ # none\n]", "[  # none\n]\n"),
    ("f( # none\n)", "f(  # none\n)\n"),
    ("select a, # first\n  b", "select a,  # first\n  b\n"),
    ("a = # why\n 1 + # two\n 2", "a =  # why\n  1 +  # two\n    2\n"),
    ("(a # b\n = 1)", "(\n  a =  # b\n    1\n)\n"),
    ("(not # b\n x)", "(\n  not x  # b\n)\n"),
    ("not # b\n x", "not x  # b\n"),
    ("(xs # b\n.y)\n\n# c", "(\n  xs.y  # b\n)\n\n# c\n"),
    ("f(\n# a\n[1])", "f([\n  # a\n  1\n])\n"),
    ("group { # a\n x: 1, # b\n # c\n}", "group {  # a\n  x: 1  # b\n  # c\n}\n"),

    // Statements of scripts.
    ("use 'a.pubql'as b", "use \"a.pubql\" as b\n"),
    ("param since:date=2015 'first'", "param since: date = 2015 \"first\"\n"),
    ("param kind: choice('a','b',)='a'", "param kind: choice(\"a\", \"b\") = \"a\"\n"),
    ("def f( a,b=1+2, )=a", "def f(a, b = 1 + 2) = a\n"),
    ("def f(a, # one\n b # two\n) = a", "def f(\n  a,  # one\n  b  # two\n) = a\n"),
    ("if a {b}", "if a {\n  b\n}\n"),
    ("if a {} else {}", "if a {} else {}\n"),
    (
      "if a { # one\n\n b; c\n\n\n d # two\n\n}\n\n# three\nelse if e { f }\nelse { # four\n}",
      "if a {  # one\n  b\n  c\n\n  d  # two\n} else if e {\n  # three\n  f\n} else {  # four\n}\n"
    ),
    (
      "for a in [1] { for b in $c { count\n| top 3 } }",
      "for a in [1] {\n  for b in $c {\n    count | top 3\n  }\n}\n"
    ),
    ("print  a ,\"b\"", "print a, \"b\"\n"),
    ("assert a, \"b\"", "assert a \"b\"\n"),
    ("assert a in 2020.., \"b\"", "assert a in 2020.., \"b\"\n"),
    ("explain count  by x\nwhy  3", "explain count by x\nwhy 3\n"),

    // Functions and choices.
    ("let f = ( x )=>x+1", "let f = x => x + 1\n"),
    ("f(x,( a,b )=>a)", "f(x, (a, b) => a)\n"),
    ("$f( 3 ) + places.size(x)", "$f(3) + places.size(x)\n"),
    ("a | places . g(1)", nil),
    ("a | places.g( 1 )", "a | places.g(1)\n"),
    ("if a\nthen b\nelse c", "if a then b else c\n"),
    (
      "if a # one\nthen b # two\nelse c # three",
      "if a  # one\n    then b  # two\n  else c  # three\n"
    ),
    ("try 1/0\nelse 3", "try 1 / 0 else 3\n"),
    (
      "def age = if year < 2000 and region within \"Southeastern Asia\" then \"an old one\" else if year < 2010 then \"middle\" else \"new\"",
      """
      def age =
        if year < 2000 and region within "Southeastern Asia" then "an old one"
          else if year < 2010 then "middle"
          else "new"

      """
    ),
    (
      "let weighted = (first_argument, second_argument) => first_argument + second_argument * 2 - first_argument / 3",
      """
      let weighted = (first_argument, second_argument) =>
        first_argument + second_argument * 2 - first_argument / 3

      """
    ),

    // What is longer than a line.
    (
      "from ciao | where topic = \"Cities\" and region within \"Asia\" | count by institution | sort institution | top 10 by count",
      """
      from ciao
        | where topic = "Cities" and region within "Asia"
        | count by institution
        | sort institution
        | top 10 by count

      """
    ),
    (
      "from ciao | where topic = \"Cities\" and region within \"Southeastern Asia\" and date >= 2019 and type = \"Policy brief\" | count",
      """
      from ciao
        | where topic = "Cities"
            and region within "Southeastern Asia"
            and date >= 2019
            and type = "Policy brief"
        | count

      """
    ),
    (
      "topic = \"Cities and towns\" and region within \"Southeastern Asia\" and date >= 2019 and type = \"Policy brief\" | count",
      """
      topic = "Cities and towns"
          and region within "Southeastern Asia"
          and date >= 2019
          and type = "Policy brief"
        | count

      """
    ),
    (
      "def urban = topic = \"Cities and towns\" or title has any [\"urban\", \"city\"] or abstract has any [\"urban\", \"city\"]",
      """
      def urban =
        topic = "Cities and towns"
        or title has any ["urban", "city"]
        or abstract has any ["urban", "city"]

      """
    ),
    (
      "def yearly = group by year { papers: count(), institutions: count_distinct(institution), newest: last(title) } | sort year",
      """
      def yearly = group by year {
          papers: count(),
          institutions: count_distinct(institution),
          newest: last(title)
        }
        | sort year

      """
    ),
    (
      "let places = [\"Ukraine\", \"Moldova\", \"Georgia\", \"Morocco\", \"Serbia\", \"Syria\", \"Jordan\", \"Lebanon\", \"Israel\"]",
      """
      let places = [
        "Ukraine", "Moldova", "Georgia", "Morocco", "Serbia", "Syria", "Jordan", "Lebanon", "Israel"
      ]

      """
    ),
    (
      "where region in [\"Bosnia and Herzegovina\", \"Papua New Guinea\", \"Trinidad and Tobago\", \"Saint Kitts and Nevis\"]",
      """
      where region in [
        "Bosnia and Herzegovina", "Papua New Guinea", "Trinidad and Tobago", "Saint Kitts and Nevis"
      ]

      """
    ),
    (
      "select identifier, title, authors, publication_date, institutions, topics, regions, abstract_of_it, type",
      """
      select identifier, title, authors, publication_date, institutions, topics, regions, abstract_of_it,
        type

      """
    ),
    (
      "with share_of_all: round(climate / all_of_them, 2), mean_length: round(avg(length(words(abstract))), 1)",
      """
      with share_of_all: round(climate / all_of_them, 2),
        mean_length: round(avg(length(words(abstract))), 1)

      """
    ),
    (
      "author in (from considerably_older_publications | where region within \"Southeastern Asia\" | distinct author | sort author)",
      """
      author in (
        from considerably_older_publications
          | where region within "Southeastern Asia"
          | distinct author
          | sort author
      )

      """
    ),
    (
      "title = \"A title that is so long that it leaves no room for anything else on its line whatever one does\"",
      """
      title =
        "A title that is so long that it leaves no room for anything else on its line whatever one does"

      """
    ),
    // Terminal cells count, not characters: each of these is two wide.
    (
      "title = \"研究研究研究研究研究研究研究研究研究研究\" or title = \"研究研究研究研究研究研究研究\" or count",
      """
      title = "研究研究研究研究研究研究研究研究研究研究"
        or title = "研究研究研究研究研究研究研究"
        or count

      """
    ),
  ]
  .compactMap { text, layout in layout.map { (text, $0) } }

  @Test(arguments: cases.indices)
  func `lays out a script`(_ index: Int) {
    let (text, layout) = FormatTests.cases[index]
    #expect(formatted(text) == layout)
    #expect(formatted(layout) == layout)
  }

  @Test func `leaves a script that cannot be read`() {
    let file = SourceFile(name: "x", text: "from a |\nlet = 3")
    let result = format(file, id: SourceID(index: 0))
    #expect(result.text == nil)
    #expect(
      result.diagnostics.map(\.code.description)
        == parsed("from a |\nlet = 3").diagnostics.map(\.code.description))
    #expect(!result.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "a and b or not c = d", "-x.y[0] * 2.5 - 1", "f(a, b: [1, 2])",
    "x in 2019..2021 or x in 2020-05..",
    #""a{b}\"\n\{" != 'c'"#, "title matches /a\\/b/i", "date > today() - 18 months",
    "any(xs, x => x > 0.000000001) and (from b | sort c desc | top 3)",
    "if a then {b: 1} else 100000000000000000000.0", "try `a b` else $c",
    "places.size(x) !== missing",
  ])
  func `writes an expression without its text`(_ text: String) throws {
    let before = parsed(text).script
    guard case .query(let pipeline)? = before.statements.first?.kind,
      case .expression(let value) = pipeline.head
    else {
      Issue.record("no expression: \(text)")
      return
    }
    let line = Printer.text(value)
    #expect(!line.contains("\n"))
    #expect(Shape.of(parsed(line).script) == Shape.of(before), "\(line)")
  }

  @Test func `puts in no parentheses where they would nest too deep`() throws {
    func nested(_ count: Int) -> String {
      String(repeating: "(a or b and ", count: count) + "c" + String(repeating: ")", count: count)
    }
    // As deep as can be read.
    let deepest = (1...200).last { parsed(nested($0)).diagnostics.isEmpty }
    let text = nested(try #require(deepest))
    let layout = try #require(formatted(text))
    #expect(parsed(layout).diagnostics.isEmpty && !layout.contains("(b and"))
    #expect(formatted(nested(5))?.contains("(b and") == true)
  }
}
