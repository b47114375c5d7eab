extension ProblemTests {
  /// Statements, and texts with several mistakes.
  static let statementCases: [Case] = [
    Case(
      "load",
      [
        "PQ0060 at load: `load` does not say what"
      ],
      mended: nil,
      help: "such as `load \"seeds/*.txt\" as ciao`"),
    Case(
      "load as x",
      [
        "PQ0060 at load: `load` does not say what"
      ],
      mended: nil,
      help: "such as `load \"seeds/*.txt\" as ciao`"),
    Case(
      "from",
      [
        "PQ0061 at from: `from` does not say from what"
      ],
      mended: nil,
      help: "such as `from corpus`"),
    Case(
      "let = ",
      [
        "PQ0020 at : a value is missing behind `=`"
      ],
      mended: nil,
      help: nil),
    Case(
      "let x",
      [
        "PQ0063 at : `=` and what it stands for belong behind `x`"
      ],
      mended: nil,
      help: nil),
    Case(
      "let x: 3",
      [
        "PQ0030 at :: `=` belongs here, not `:`"
      ],
      mended: "let x= 3",
      help: "write `=`"),
    Case(
      "let $x = 3",
      [
        "PQ0064 at $x: a name is given without `$` and read with it"
      ],
      mended: "let x = 3",
      help: "write `x`"),
    Case(
      "let x == 3",
      [
        "PQ0030 at ==: `=` belongs here, not `==`"
      ],
      mended: "let x = 3",
      help: "write `=`"),
    Case(
      "def f(a = 3",
      [
        "PQ0023 at (: this `(` is not closed"
      ],
      mended: nil,
      help: "close it with `)`"),
    Case(
      "def f(a,",
      [
        "PQ0023 at (: this `(` is not closed"
      ],
      mended: nil,
      help: "close it with `)`"),
    Case(
      "| count",
      [
        "PQ0065 at |: there is nothing that this `|` could go on from"
      ],
      mended: nil,
      help: "begin with a source, such as `from corpus | …`"),
    Case(
      "a = ",
      [
        "PQ0020 at : a value is missing behind `=`"
      ],
      mended: nil,
      help: nil),
    Case(
      "let x = (1\nlet y = 2",
      [
        "PQ0023 at (: this `(` is not closed"
      ],
      mended: nil,
      help: "close it with `)`"),
    Case(
      "count\n)\ncount",
      [
        "PQ0025 at ): nothing is open that `)` could close"
      ],
      mended: "count\n\ncount",
      help: "remove it"),
    Case(
      "a = 1 b = 2\n= 3",
      [
        "PQ0022 at b: something is missing between `a = 1` and `b`",
        "PQ0020 at =: a value belongs here behind `2`, not `=`",
      ],
      mended: nil,
      help: "join two values with a word such as `=`, `has` or `and`"),
    Case(
      "lod \"x\"",
      [
        "PQ0066 at lod: no statement begins with `lod`"
      ],
      mended: "load \"x\"",
      help: "did you mean `load`?"),
    Case(
      "a = 1 2\n| cuont\n| tak 3\nlet y\nb =\n",
      [
        "PQ0022 at 2: something is missing between `a = 1` and `2`",
        "PQ0040 at tak: there is no stage `tak`",
        "PQ0063 at : `=` and what it stands for belong behind `y`",
        "PQ0020 at : a value is missing behind `=`",
      ],
      mended: nil,
      help: "join two values with a word such as `=`, `has` or `and`"),
  ]
}
