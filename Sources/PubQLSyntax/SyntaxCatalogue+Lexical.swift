import PubQLDiagnostics

extension SyntaxCatalogue {
  /// Characters, words, numbers and texts.
  static let lexical: [DiagnosticEntry] = [
    entry(
      "PQ0001", "not UTF-8",
      "A script is UTF-8 text. Bytes that are not are passed over, but the text "
        + "has to be saved as UTF-8 before it runs."),
    entry(
      "PQ0002", "a character without meaning",
      "Outside of texts, patterns and backticks only letters, digits and the "
        + "signs of the language may stand.",
      wrong: "a ¿ b",
      right: "a = b"),
    entry(
      "PQ0003", "a comment of another language",
      "A comment begins with `#` and goes to the end of the line.",
      wrong: "-- all of it\ncount",
      right: "# all of it\ncount"),
    entry(
      "PQ0004", "an operator of another language",
      "Conditions are joined with the words `and`, `or` and `not`; unequal is "
        + "`!=`, at least is `>=`.",
      wrong: "a && b",
      right: "a and b"),
    entry(
      "PQ0005", "curly quotes",
      "A text stands in straight quotes. Curly ones come from text processors, "
        + "and may stand inside of a text.",
      wrong: "title = “Cities”",
      right: "title = \"Cities\""),
    entry(
      "PQ0006", "a text that is not closed",
      "A text ends on the line on which it begins, with the quote that it began "
        + "with. A line break inside of it is written `\\n`.",
      wrong: "title = \"Cities",
      right: "title = \"Cities\""),
    entry(
      "PQ0007", "an unknown escape",
      "In a text in double quotes a backslash begins one of `\\n \\t \\r \\\" \\\\ \\{ \\} "
        + "\\u{…}`. In single quotes it is a backslash.",
      wrong: "title = \"a\\qb\"",
      right: "title = 'a\\qb'"),
    entry(
      "PQ0008", "an escape that names no character",
      "`\\u{…}` holds the number of a character of Unicode, in one to six "
        + "hexadecimal digits.",
      wrong: "title = \"\\u{110000}\"",
      right: "title = \"\\u{e9}\""),
    entry(
      "PQ0009", "an empty name",
      "Between backticks stands the name of a field as the data has it.",
      wrong: "`` = 3",
      right: "`publisher place` = 'Oxford'"),
    entry(
      "PQ0010", "a name that is not closed",
      "A name in backticks ends on the line on which it begins.",
      wrong: "`publisher place = 3",
      right: "`publisher place` = 'Oxford'"),
    entry(
      "PQ0011", "a `$` without a name",
      "Right behind `$` stands the name of a value that `let` or the host bound.",
      wrong: "date >= $ since",
      right: "date >= $since"),
    entry(
      "PQ0012", "a number too large",
      "Whole numbers have 64 bits.",
      wrong: "x = 99999999999999999999",
      right: "x = 9999999999"),
    entry(
      "PQ0013", "a number that runs into a name",
      "A name cannot begin with a digit, and between a number and its unit stands "
        + "a blank.",
      wrong: "date > today() - 18months",
      right: "date > today() - 18 months"),
    entry(
      "PQ0014", "digits that are no date",
      "A date is written year first, with two digits for the month and the day: "
        + "`2020`, `2020-05`, `2020-05-14`. A range is written `2019..2021`. An "
        + "arithmetic minus sign has a blank on either side.",
      wrong: "date = 2020-5",
      right: "date = 2020-05"),
    entry(
      "PQ0015", "a pattern that is not closed",
      "A pattern stands between two slashes on one line; a slash inside of it is "
        + "written `\\/`.",
      wrong: "title matches /urban",
      right: "title matches /urban/"),
    entry(
      "PQ0016", "nothing between `{` and `}`",
      "In a text in double quotes `{` and `}` hold a value. The braces themselves "
        + "are written `\\{` and `\\}`.",
      wrong: "title = \"a{}\"",
      right: "title = \"a\\{\\}\""),
    entry(
      "PQ0017", "a `{` in a text that is not closed",
      "In a text in double quotes `{` begins a value, which `}` ends on the same "
        + "line. The brace itself is written `\\{`.",
      wrong: "title = \"a{b\"",
      right: "title = \"a\\{b\""),
  ]
}
