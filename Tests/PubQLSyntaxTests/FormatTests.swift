import PubQLDiagnostics
import PubQLSyntax
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
