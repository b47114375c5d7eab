extension ProblemTests {
  /// Values that are missing, brackets, lists, records and calls.
  static let valueCases: [Case] = [
    Case(
      "where year >",
      [
        "PQ0020 at : a value is missing behind `>`"
      ],
      mended: nil,
      help: nil),
    Case(
      "where",
      [
        "PQ0046 at where: `where` does not say what"
      ],
      mended: nil,
      help: "such as `where year >= 2019`"),
    Case(
      "year > | count",
      [
        "PQ0020 at : a value is missing behind `>`"
      ],
      mended: nil,
      help: nil),
    Case(
      "topic = and x",
      [
        "PQ0020 at and: a value belongs here behind `=`, not `and`"
      ],
      mended: nil,
      help: nil),
    Case(
      "(a",
      [
        "PQ0023 at (: this `(` is not closed"
      ],
      mended: nil,
      help: "close it with `)`"),
    Case(
      "(a]",
      [
        "PQ0024 at ]: `)` belongs here, not `]`"
      ],
      mended: "(a)",
      help: "write `)`"),
    Case(
      "[(a]",
      [
        "PQ0023 at (: this `(` is not closed"
      ],
      mended: nil,
      help: "close it with `)`"),
    Case(
      "a)",
      [
        "PQ0025 at ): nothing is open that `)` could close"
      ],
      mended: "a",
      help: "remove it"),
    Case(
      "f(a b)",
      [
        "PQ0021 at b: `b` does not belong here"
      ],
      mended: nil,
      help: nil),
    Case(
      "topic in (\"a\", \"b\")",
      [
        "PQ0021 at ,: `,` does not belong into parentheses"
      ],
      mended: "topic in [\"a\", \"b\"]",
      help: "a list stands in square brackets: `[\"a\", \"b\"]`"),
    Case(
      "f((1, 2 + 3,) = xs) | take 3",
      [
        "PQ0021 at ,: `,` does not belong into parentheses"
      ],
      mended: "f([1, 2 + 3,] = xs) | take 3",
      help: "a list stands in square brackets: `[1, 2 + 3,]`"),
    Case(
      "where x in (\n  \"one thing\", # a\n  \"another thing\", \"a third thing\"\n)",
      [
        "PQ0021 at ,: `,` does not belong into parentheses"
      ],
      mended: "where x in [\n  \"one thing\", # a\n  \"another thing\", \"a third thing\"\n]",
      help: "a list stands in square brackets: `[…, …]`"),
    Case(
      "((1, 2), 3)",
      [
        "PQ0021 at ,: `,` does not belong into parentheses",
        "PQ0021 at ,: `,` does not belong into parentheses",
      ],
      mended: "([1, 2], 3)",
      help: "a list stands in square brackets: `[1, 2]`"),
    Case(
      "(year > 2000, sort date) | take 1",
      [
        "PQ0021 at ,: `,` does not belong into parentheses"
      ],
      mended: nil,
      help: "a list stands in square brackets: `[…, …]`"),
    Case(
      "where (1, 2",
      [
        "PQ0021 at ,: `,` does not belong into parentheses"
      ],
      mended: nil,
      help: "a list stands in square brackets: `[…, …]`"),
    Case(
      "group by a { n: count(*) }",
      [
        "PQ0020 at *: `count` counts rows and wants no `*`"
      ],
      mended: "group by a { n: count() }",
      help: "write `count()`"),
    Case(
      "[1 2]",
      [
        "PQ0021 at 2: `2` does not belong here"
      ],
      mended: nil,
      help: nil),
    Case(
      "{a 1}",
      [
        "PQ0036 at 1: `:` and a value belong behind `a`"
      ],
      mended: nil,
      help: "such as `a: count()`"),
    Case(
      "{a = 1}",
      [
        "PQ0030 at =: `:` belongs here, not `=`"
      ],
      mended: "{a : 1}",
      help: "write `:`"),
    Case(
      "{\"a\": 1}",
      [
        "PQ0037 at \"a\": a name stands without quotes"
      ],
      mended: "{a: 1}",
      help: "write `a`"),
    Case(
      "{1: 2}",
      [
        "PQ0035 at 1: a name belongs here, not `1`"
      ],
      mended: nil,
      help: "such as `{ papers: count() }`"),
    Case(
      "f(",
      [
        "PQ0023 at (: this `(` is not closed"
      ],
      mended: nil,
      help: "close it with `)`"),
    Case(
      "f(a; b)",
      [
        "PQ0030 at ;: `,` belongs here, not `;`"
      ],
      mended: "f(a, b)",
      help: "write `,`"),
    Case(
      "x = [\n1\n2\n]",
      [
        "PQ0021 at 2: `2` does not belong here"
      ],
      mended: nil,
      help: nil),
    Case(
      "x = \"a\" \"b\"",
      [
        "PQ0022 at \"b\": something is missing between `x = \"a\"` and a text"
      ],
      mended: nil,
      help: "join two values with a word such as `=`, `has` or `and`"),
    Case(
      "where title has \"x\" y",
      [
        "PQ0048 at y: `y` does not belong here"
      ],
      mended: nil,
      help: "put `,` between values and `|` before the next stage"),
  ]
}
