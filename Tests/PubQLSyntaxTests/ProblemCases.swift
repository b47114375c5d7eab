extension ProblemTests {
  /// Read before they were written down: each sentence is what a reader should be told.
  static let cases: [Case] = [
    Case(
      "a && b || !c",
      [
        "PQ0004 at &&: PubQL writes `and` for `&&`",
        "PQ0004 at ||: PubQL writes `or` for `||`",
        "PQ0004 at !: PubQL writes `not` for `!`",
      ],
      mended: "a and b || !c",
      help: "write `and`"),
    Case(
      "a<>b",
      [
        "PQ0004 at <>: PubQL writes `!=` for `<>`"
      ],
      mended: "a!=b",
      help: "write `!=`"),
    Case(
      "year ≥ 2019",
      [
        "PQ0004 at ≥: PubQL writes `>=` for `≥`"
      ],
      mended: "year >= 2019",
      help: "write `>=`"),
    Case(
      "year ≤ 2019 and x ≠ 3",
      [
        "PQ0004 at ≤: PubQL writes `<=` for `≤`",
        "PQ0004 at ≠: PubQL writes `!=` for `≠`",
      ],
      mended: "year <= 2019 and x ≠ 3",
      help: "write `<=`"),
    Case(
      "-- hello\ncount",
      [
        "PQ0003 at --: a comment begins with `#`, not with `--`"
      ],
      mended: "# hello\ncount",
      help: "write `#`"),
    Case(
      "a === b",
      [
        "PQ0004 at ===: PubQL writes `==` for `===`"
      ],
      mended: "a == b",
      help: "write `==`"),
    Case(
      "title = “Cities”",
      [
        "PQ0005 at “Cities”: a text stands in straight quotes"
      ],
      mended: "title = \"Cities\"",
      help: "write `\"Cities\"`"),
    Case(
      "title = ‘x’",
      [
        "PQ0005 at ‘x’: a text stands in straight quotes"
      ],
      mended: "title = \"x\"",
      help: "write `\"x\"`"),
    Case(
      "title = \"open",
      [
        "PQ0006 at \"open: this text is not closed on its line"
      ],
      mended: nil,
      help: "end the text with a quote; a line break in a text is `\\n`"),
    Case(
      "title = 'open\ncount by",
      [
        "PQ0006 at ': this text is not closed on its line",
        "PQ0050 at by: `by` does not say by what",
      ],
      mended: nil,
      help: "end the text with a quote; a line break in a text is `\\n`"),
    Case(
      "\"a\\q\"",
      [
        "PQ0007 at \\q: `\\q` means nothing in a text"
      ],
      mended: "\"a\\\\q\"",
      help: "for a backslash write `\\\\`; or put the text in single quotes"),
    Case(
      "\"\\u{110000}\"",
      [
        "PQ0008 at \\u{110000}: `\\u{110000}` names no character"
      ],
      mended: nil,
      help: "one to six hexadecimal digits in braces, such as `\\u{e9}`"),
    Case(
      "\"a{}b\"",
      [
        "PQ0016 at {}: a value belongs between `{` and `}` in a text"
      ],
      mended: "\"a\\{\\}b\"",
      help: "for the braces themselves write `\\{\\}`"),
    Case(
      "\"a{b\" | count",
      [
        "PQ0017 at {: this `{` in a text is not closed"
      ],
      mended: "\"a\\{b\" | count",
      help: "close it with `}`; for the brace itself write `\\{`"),
    Case(
      "\"a{b c}\" | cuont x",
      [
        "PQ0021 at c: `c` does not belong here",
        "PQ0040 at cuont: there is no stage `cuont`",
        "PQ0052 at x: `by` is missing behind `count`",
      ],
      mended: nil,
      help: nil),
    Case(
      "date = 2020-5",
      [
        "PQ0014 at 2020-5: `2020-5` is not a date"
      ],
      mended: "date = 2020-05",
      help: "write `2020-05`"),
    Case(
      "date = 2020-05-4",
      [
        "PQ0014 at 2020-05-4: `2020-05-4` is not a date"
      ],
      mended: "date = 2020-05-04",
      help: "write `2020-05-04`"),
    Case(
      "date = 05-2020",
      [
        "PQ0014 at 05-2020: `05-2020` is not a date"
      ],
      mended: "date = 2020-05",
      help: "write `2020-05`"),
    Case(
      "date in 2019-2021",
      [
        "PQ0014 at 2019-2021: `2019-2021` is not a date"
      ],
      mended: "date in 2019..2021",
      help: "write `2019..2021`"),
    Case(
      "date in 2019–2021",
      [
        "PQ0004 at –: PubQL writes `..` for `–`"
      ],
      mended: "date in 2019..2021",
      help: "write `..`"),
    Case(
      "10-5",
      [
        "PQ0014 at 10-5: `10-5` is not a date"
      ],
      mended: "10 - 5",
      help: "write `10 - 5`"),
    Case(
      "place-name = 3",
      [
        "PQ0029 at -: a minus sign wants a blank on either side"
      ],
      mended: "place - name = 3",
      help: "write ` - `; if it is one name, write `` `place-name` ``"),
    Case(
      "a -b",
      [
        "PQ0029 at -: a minus sign wants a blank on either side"
      ],
      mended: "a - b",
      help: "write ` - `"),
    Case(
      "date > today() - 18months",
      [
        "PQ0013 at 18months: `18months` is neither a number nor a name"
      ],
      mended: "date > today() - 18 months",
      help: "write `18 months`"),
    Case(
      "5g",
      [
        "PQ0013 at 5g: `5g` is neither a number nor a name"
      ],
      mended: nil,
      help: nil),
    Case(
      "99999999999999999999",
      [
        "PQ0012 at 99999999999999999999: this number is too large"
      ],
      mended: nil,
      help: "whole numbers go up to 9223372036854775807"),
    Case(
      "/abc",
      [
        "PQ0015 at /: this pattern is not closed on its line"
      ],
      mended: nil,
      help: "end the pattern with `/`; a slash inside of it is `\\/`"),
    Case(
      "x matches /abc",
      [
        "PQ0015 at /: this pattern is not closed on its line"
      ],
      mended: nil,
      help: "end the pattern with `/`; a slash inside of it is `\\/`"),
    Case(
      "` = 3",
      [
        "PQ0010 at `: this name in backticks is not closed on its line"
      ],
      mended: nil,
      help: "end the name with a backtick"),
    Case(
      "``",
      [
        "PQ0009 at ``: no name stands between the backticks"
      ],
      mended: nil,
      help: nil),
    Case(
      "$ = 3",
      [
        "PQ0011 at $: a name belongs right behind `$`"
      ],
      mended: nil,
      help: "such as `$since`"),
    Case(
      "x > $ since",
      [
        "PQ0011 at $ since: a name belongs right behind `$`"
      ],
      mended: "x > $since",
      help: "write `$since`"),
    Case(
      "a ¿ b",
      [
        "PQ0002 at ¿: the character `¿` means nothing here"
      ],
      mended: nil,
      help: nil),
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
      "count | fliter year > 3",
      [
        "PQ0040 at fliter: there is no stage `fliter`"
      ],
      mended: "count | where year > 3",
      help: "did you mean `where`?"),
    Case(
      "count | filter year > 3 | tak 5",
      [
        "PQ0041 at filter: the stage for `filter` is called `where`",
        "PQ0040 at tak: there is no stage `tak`",
      ],
      mended: "count | where year > 3 | tak 5",
      help: "write `where`"),
    Case(
      "filter year > 3",
      [
        "PQ0041 at filter: the stage for `filter` is called `where`"
      ],
      mended: "where year > 3",
      help: "write `where`"),
    Case(
      "count | order by year desc",
      [
        "PQ0041 at order by: the stage for `order by` is called `sort`"
      ],
      mended: "count | sort year desc",
      help: "write `sort`"),
    Case(
      "sort by year",
      [
        "PQ0031 at by: `by` is not written behind `sort`"
      ],
      mended: "sort year",
      help: "remove it"),
    Case(
      "count | limit 5",
      [
        "PQ0041 at limit: the stage for `limit` is called `take`"
      ],
      mended: "count | take 5",
      help: "write `take`"),
    Case(
      "from corpus | group_by year",
      [
        "PQ0041 at group_by: the stage for `group_by` is called `group by`"
      ],
      mended: "from corpus | group by year",
      help: "write `group by`"),
    Case(
      "count topic",
      [
        "PQ0052 at topic: `by` is missing behind `count`"
      ],
      mended: "count by topic",
      help: "write `by`"),
    Case(
      "group year {a: count()}",
      [
        "PQ0052 at year: `by` is missing behind `group`"
      ],
      mended: "group by year {a: count()}",
      help: "write `by`"),
    Case(
      "SELECT title FROM corpus WHERE year > 2019",
      [
        "PQ0044 at SELECT: a query reads from left to right: its source comes first"
      ],
      mended: "from corpus | where year > 2019 | select title",
      help: "write `from corpus | where year > 2019 | select title`"),
    Case(
      "select title, date from corpus",
      [
        "PQ0044 at select: a query reads from left to right: its source comes first"
      ],
      mended: "from corpus | select title, date",
      help: "write `from corpus | select title, date`"),
    Case(
      "SELECT * FROM x",
      [
        "PQ0044 at SELECT: a query reads from left to right: its source comes first"
      ],
      mended: "from x",
      help: "write `from x`"),
    Case(
      "select *",
      [
        "PQ0045 at *: all columns are there without `select`"
      ],
      mended: nil,
      help: "leave the stage out"),
    Case(
      "WHERE year > 3",
      [
        "PQ0040 at WHERE: there is no stage `WHERE`"
      ],
      mended: "where year > 3",
      help: "did you mean `where`?"),
    Case(
      "count |",
      [
        "PQ0043 at |: a stage is missing behind `|`"
      ],
      mended: nil,
      help: "such as `| count` or `| take 10`"),
    Case(
      "count | | take 1",
      [
        "PQ0043 at |: a stage is missing behind `|`"
      ],
      mended: nil,
      help: "such as `| count` or `| take 10`"),
    Case(
      "count | 5",
      [
        "PQ0043 at 5: the name of a stage belongs behind `|`, not `5`"
      ],
      mended: nil,
      help: "such as `| count` or `| take 10`"),
    Case(
      "count | \"x\" | cout y",
      [
        "PQ0043 at \"x\": the name of a stage belongs behind `|`, not a text",
        "PQ0040 at cout: there is no stage `cout`",
        "PQ0052 at y: `by` is missing behind `count`",
      ],
      mended: nil,
      help: "such as `| count` or `| take 10`"),
    Case(
      "take",
      [
        "PQ0046 at take: `take` does not say what"
      ],
      mended: nil,
      help: "such as `take 10`"),
    Case(
      "top by x",
      [
        "PQ0046 at top: `top` does not say what"
      ],
      mended: nil,
      help: "such as `top 10`"),
    Case(
      "count by",
      [
        "PQ0050 at by: `by` does not say by what"
      ],
      mended: nil,
      help: "such as `count by topic`"),
    Case(
      "take 5, 6",
      [
        "PQ0047 at ,: `take` takes one value"
      ],
      mended: nil,
      help: nil),
    Case(
      "where a, b",
      [
        "PQ0047 at ,: `where` takes one value"
      ],
      mended: "where a and b",
      help: "join conditions with `and`"),
    Case(
      "select a b",
      [
        "PQ0048 at b: `b` does not belong here"
      ],
      mended: nil,
      help: "put `,` between values and `|` before the next stage"),
    Case(
      "where x: 3",
      [
        "PQ0049 at x: `where` does not name its values"
      ],
      mended: nil,
      help: "name a value with `with` or `select`, such as `| with since: date.year`"),
    Case(
      "drop a desc",
      [
        "PQ0051 at desc: `desc` does not belong behind a value of `drop`"
      ],
      mended: nil,
      help: "order with `sort` first, such as `| sort year desc`"),
    Case(
      "take 3 by x",
      [
        "PQ0053 at by: `take` has no `by`"
      ],
      mended: nil,
      help: nil),
    Case(
      "top 5 by a by b",
      [
        "PQ0054 at by: `top` has `by` already"
      ],
      mended: nil,
      help: "put all behind one `by`, with commas"),
    Case(
      "select a {b: 1}",
      [
        "PQ0055 at {: `select` has no `{ … }`"
      ],
      mended: nil,
      help: "only `group by` has, such as `| group by year { papers: count() }`"),
    Case(
      "count | yearly 5",
      [
        "PQ0042 at 5: there is no stage `yearly` that takes values"
      ],
      mended: nil,
      help: "a definition takes its values in parentheses, such as `yearly(5)`"),
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
      "x = [\n1\n2\n]",
      [
        "PQ0021 at 2: `2` does not belong here"
      ],
      mended: nil,
      help: nil),
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
      "sort year descending",
      [
        "PQ0030 at descending: `desc` belongs here, not `descending`"
      ],
      mended: "sort year desc",
      help: "write `desc`"),
    Case(
      "unique title",
      [
        "PQ0041 at unique: the stage for `unique` is called `distinct`"
      ],
      mended: "distinct title",
      help: "write `distinct`"),
    Case(
      "project title",
      [
        "PQ0041 at project: the stage for `project` is called `select`"
      ],
      mended: "select title",
      help: "write `select`"),
    Case(
      "lod \"x\"",
      [
        "PQ0066 at lod: no statement begins with `lod`"
      ],
      mended: "load \"x\"",
      help: "did you mean `load`?"),
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
    Case(
      "f(",
      [
        "PQ0023 at (: this `(` is not closed"
      ],
      mended: nil,
      help: "close it with `)`"),
    Case(
      "export \"x.csv\"",
      [
        "PQ0041 at export: the stage for `export` is called `save`"
      ],
      mended: "save \"x.csv\"",
      help: "write `save`"),
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
    Case(
      "f(a; b)",
      [
        "PQ0030 at ;: `,` belongs here, not `;`"
      ],
      mended: "f(a, b)",
      help: "write `,`"),
    Case(
      "count | take 1 | where (a | b > | count",
      [
        "PQ0023 at (: this `(` is not closed",
        "PQ0042 at >: there is no stage `b` that takes values",
      ],
      mended: nil,
      help: "close it with `)`"),
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
    Case(
      "é && ü",
      [
        "PQ0004 at &&: PubQL writes `and` for `&&`"
      ],
      mended: "é and ü",
      help: "write `and`"),
  ]
}
