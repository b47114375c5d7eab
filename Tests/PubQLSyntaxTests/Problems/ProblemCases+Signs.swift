extension ProblemTests {
  /// Signs, quotes, numbers and names: what stands in the text itself.
  static let signCases: [Case] = [
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
      "é && ü",
      [
        "PQ0004 at &&: PubQL writes `and` for `&&`"
      ],
      mended: "é and ü",
      help: "write `and`"),
  ]
}
