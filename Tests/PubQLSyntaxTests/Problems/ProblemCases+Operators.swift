extension ProblemTests {
  /// Comparisons and the words between values, also those of other languages.
  static let operatorCases: [Case] = [
    Case(
      "a = b = c",
      [
        "PQ0027 at =: comparisons do not chain"
      ],
      mended: "a = b and b = c",
      help: "write `and b` before this"),
    Case(
      "1 < x < 3",
      [
        "PQ0027 at <: comparisons do not chain"
      ],
      mended: "1 < x and x < 3",
      help: "write `and x` before this"),
    Case(
      "a = not b",
      [
        "PQ0028 at not: `not` with what it denies belongs in parentheses here"
      ],
      mended: nil,
      help: "such as `a = (not b)`"),
    Case(
      "x == null",
      [
        "PQ0032 at x == null: whether a value is there is asked with `missing`"
      ],
      mended: "missing(x)",
      help: "write `missing(x)`"),
    Case(
      "x is null",
      [
        "PQ0032 at x is null: whether a value is there is asked with `missing`"
      ],
      mended: "missing(x)",
      help: "write `missing(x)`"),
    Case(
      "x is not null",
      [
        "PQ0032 at x is not null: whether a value is there is asked with `missing`"
      ],
      mended: "not missing(x)",
      help: "write `not missing(x)`"),
    Case(
      "x IS NOT NULL and y",
      [
        "PQ0032 at x IS NOT NULL: whether a value is there is asked with `missing`"
      ],
      mended: "not missing(x) and y",
      help: "write `not missing(x)`"),
    Case(
      "title LIKE '%x%'",
      [
        "PQ0038 at LIKE '%x%': `%` stands for nothing in a text"
      ],
      mended: "title contains \"x\"",
      help: "write `contains \"x\"`"),
    Case(
      "title like \"x%\"",
      [
        "PQ0038 at like \"x%\": `%` stands for nothing in a text"
      ],
      mended: "title starts \"x\"",
      help: "write `starts \"x\"`"),
    Case(
      "title not like '%x'",
      [
        "PQ0038 at not like '%x': `%` stands for nothing in a text"
      ],
      mended: "title not ends \"x\"",
      help: "write `not ends \"x\"`"),
    Case(
      "title = %x%",
      [
        "PQ0038 at %x%: `%` stands for nothing in a text"
      ],
      mended: "title = \"x\"",
      help: "write `\"x\"`"),
    Case(
      "x is \"y\"",
      [
        "PQ0004 at is: PubQL writes `=` for `is`"
      ],
      mended: "x = \"y\"",
      help: "write `=`"),
    Case(
      "x is not \"y\"",
      [
        "PQ0004 at is not: PubQL writes `!=` for `is not`"
      ],
      mended: "x != \"y\"",
      help: "write `!=`"),
    Case(
      "a AND b",
      [
        "PQ0004 at AND: PubQL writes `and` for `AND`"
      ],
      mended: "a and b",
      help: "write `and`"),
    Case(
      "title starts with \"x\"",
      [
        "PQ0031 at with: `with` is not written behind `starts`"
      ],
      mended: "title starts \"x\"",
      help: "remove it"),
    Case(
      "year => 2020",
      [
        "PQ0030 at =>: `>=` belongs here, not `=>`"
      ],
      mended: "year >= 2020",
      help: "write `>=`"),
    Case(
      "date.",
      [
        "PQ0033 at : a name belongs behind the dot"
      ],
      mended: nil,
      help: "such as `date.year`"),
    Case(
      "(date).year()",
      [
        "PQ0034 at (: a function is not called with a dot"
      ],
      mended: nil,
      help: "write `year((date), …)`"),
    Case(
      "topic \"Cities\"",
      [
        "PQ0022 at \"Cities\": something is missing between `topic` and a text"
      ],
      mended: "topic = \"Cities\"",
      help: "write `=`"),
    Case(
      "topic Cities",
      [
        "PQ0022 at Cities: something is missing between `topic` and `Cities`"
      ],
      mended: nil,
      help: "join two values with a word such as `=`, `has` or `and`"),
    Case(
      "date between 2019 and 2021",
      [
        "PQ0039 at between: a range is written with `in` and `..`"
      ],
      mended: "date in 2019..2021",
      help: "write `in 2019..2021`"),
    Case(
      "not",
      [
        "PQ0020 at : a value is missing behind `not`"
      ],
      mended: nil,
      help: nil),
    Case(
      "a and",
      [
        "PQ0020 at : a value is missing behind `and`"
      ],
      mended: nil,
      help: nil),
  ]
}
