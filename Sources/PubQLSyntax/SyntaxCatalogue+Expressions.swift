import PubQLDiagnostics

extension SyntaxCatalogue {
  /// Values, brackets and operators.
  static let expressions: [DiagnosticEntry] = [
    entry(
      "PQ0020", "a value is missing",
      "An operator, a comma or an opening bracket was read, and what should "
        + "follow it does not.",
      wrong: "year >",
      right: "year > 2019"),
    entry(
      "PQ0021", "something that does not belong there",
      "What was read before is whole, and this cannot follow it.",
      wrong: "f(a b)",
      right: "f(a, b)"),
    entry(
      "PQ0022", "two values side by side",
      "Between two values stands an operator, such as `=` or `has`, or a comma.",
      wrong: "topic \"Cities\"",
      right: "topic = \"Cities\""),
    entry(
      "PQ0023", "a bracket that is not closed",
      "Each `(`, `[` and `{` is closed with `)`, `]` or `}`. Inside of brackets "
        + "line ends mean nothing, so a forgotten one may show only later.",
      wrong: "(a or b",
      right: "(a or b)"),
    entry(
      "PQ0024", "a bracket closed with another",
      "What is opened with `(` is closed with `)`, `[` with `]`, and `{` with "
        + "`}`.",
      wrong: "[1, 2)",
      right: "[1, 2]"),
    entry(
      "PQ0025", "a closing bracket too many",
      "Nothing is open here that this bracket could close.",
      wrong: "a or b)",
      right: "(a or b)"),
    entry(
      "PQ0026", "nested too deep",
      "Brackets and operators nest at most 200 deep, and less where stages stand "
        + "inside of them. Chains of `and` and of `or` may be of any length."),
    entry(
      "PQ0027", "a chain of comparisons",
      "A comparison has two sides. To compare three things, write two comparisons "
        + "and join them with `and`.",
      wrong: "1 < x < 3",
      right: "1 < x and x < 3"),
    entry(
      "PQ0028", "`not` where a value belongs",
      "`not` denies a condition. Behind an operator it stands in parentheses, "
        + "with the condition.",
      wrong: "a = not b",
      right: "a = (not b)"),
    entry(
      "PQ0029", "a minus sign without blanks",
      "An arithmetic minus sign has a blank on either side, so that dates such as "
        + "`2020-05` can be written as they are. A field whose name has a hyphen is "
        + "written in backticks.",
      wrong: "a-b",
      right: "a - b"),
    entry(
      "PQ0030", "one sign for another",
      "A definition is written with `=`, the name of a value in braces with `:`, "
        + "and an order is `asc` or `desc`.",
      wrong: "let x: 3",
      right: "let x = 3"),
    entry(
      "PQ0031", "a word too many",
      "`sort`, `starts` and `ends` are followed directly by what they take.",
      wrong: "sort by year",
      right: "sort year"),
    entry(
      "PQ0032", "a test for what is missing",
      "There is no null. `missing(x)` is true for a record that has no `x`.",
      wrong: "abstract == null",
      right: "missing(abstract)"),
    entry(
      "PQ0033", "a dot without a name",
      "Behind a dot stands the name of a part, such as `date.year`.",
      wrong: "date. = 3",
      right: "date.year = 3"),
    entry(
      "PQ0034", "a function called with a dot",
      "A function is written before what it is applied to.",
      wrong: "'a title'.length()",
      right: "length('a title')"),
    entry(
      "PQ0035", "a value without a name in braces",
      "Between `{` and `}` each value has a name and a `:`.",
      wrong: "group by year { 3: count() }",
      right: "group by year { papers: count() }"),
    entry(
      "PQ0036", "a name without a value in braces",
      "Between `{` and `}` each value has a name and a `:`.",
      wrong: "group by year { papers }",
      right: "group by year { papers: count() }"),
    entry(
      "PQ0037", "a name in quotes",
      "The names of values in braces are written without quotes, or in backticks.",
      wrong: "group by year { \"papers\": count() }",
      right: "group by year { papers: count() }"),
    entry(
      "PQ0038", "a wildcard",
      "`%` stands for nothing in a text. What it says in other languages, "
        + "`contains`, `starts` and `ends` say here.",
      wrong: "title like '%urban%'",
      right: "title contains \"urban\""),
    entry(
      "PQ0039", "`between`",
      "A range is a value of its own, with `..` between its ends.",
      wrong: "date between 2019 and 2021",
      right: "date in 2019..2021"),
  ]
}
