import PubQLDiagnostics

extension SyntaxCatalogue {
  /// Stages.
  static let stages: [DiagnosticEntry] = [
    entry(
      "PQ0040", "a stage that there is not",
      "The name is near to that of a stage, which stands in the suggestion. Names "
        + "of stages are written in lower case.",
      wrong: "tak 5",
      right: "take 5"),
    entry(
      "PQ0041", "a stage of another language",
      "The stage exists under another name.",
      wrong: "filter year > 2019",
      right: "where year > 2019"),
    entry(
      "PQ0042", "values behind what is no stage",
      "No stage has this name. A definition takes its values in parentheses.",
      wrong: "count | yearly 5",
      right: "count | yearly(5)"),
    entry(
      "PQ0043", "a stage is missing",
      "Behind `|` stands the name of a stage, or of a definition.",
      wrong: "count |",
      right: "count | show"),
    entry(
      "PQ0044", "a query that begins with what it shows",
      "A query reads from left to right: its source, then its conditions, then "
        + "the columns to show.",
      wrong: "select title from corpus where year > 2019",
      right: "from corpus | where year > 2019 | select title"),
    entry(
      "PQ0045", "`select *`",
      "Without `select` a table has all of its columns.",
      wrong: "from corpus | select *",
      right: "from corpus"),
    entry(
      "PQ0046", "a stage that does not say what",
      "This stage needs a value behind its name.",
      wrong: "where",
      right: "where year > 2019"),
    entry(
      "PQ0047", "a value too many",
      "This stage takes one value. Conditions are joined with `and`.",
      wrong: "where a, b",
      right: "where a and b"),
    entry(
      "PQ0048", "values without a comma",
      "Between two values of a stage stands a comma, and between two stages `|`.",
      wrong: "select title date",
      right: "select title, date"),
    entry(
      "PQ0049", "a name where none can be",
      "Only `select`, `with`, `count` and `group` name their values.",
      wrong: "where x: year > 2019",
      right: "where year > 2019"),
    entry(
      "PQ0050", "`by` or `per` without a field",
      "Behind `by` and `per` stands what to group by.",
      wrong: "count by",
      right: "count by topic"),
    entry(
      "PQ0051", "an order where none can be",
      "`asc` and `desc` stand behind the keys of `sort`, and behind those of `top "
        + "… by`.",
      wrong: "select title desc",
      right: "sort title desc"),
    entry(
      "PQ0052", "`by` is missing",
      "What `count` and `group` count or group by stands behind `by`.",
      wrong: "count topic",
      right: "count by topic"),
    entry(
      "PQ0053", "a stage without this word",
      "`by` belongs to `count`, `group` and `top`; `per` to `take`, `skip` and "
        + "`top`.",
      wrong: "take 3 by author",
      right: "take 3 per author"),
    entry(
      "PQ0054", "a word twice",
      "All keys stand behind one `by`, with commas.",
      wrong: "count by topic by year",
      right: "top 5 by topic, year"),
    entry(
      "PQ0055", "braces where none can be",
      "Only `group by` makes values of its groups in braces.",
      wrong: "select title { papers: count() }",
      right: "group by title { papers: count() }"),
  ]

  /// Statements.
  static let statements: [DiagnosticEntry] = [
    entry(
      "PQ0060", "`load` without a file",
      "Behind `load` stands the path of a file, or several with commas.",
      wrong: "load as ciao",
      right: "load \"seeds/*.txt\" as ciao"),
    entry(
      "PQ0061", "`from` without a source",
      "Behind `from` stands a corpus, a value or a list.",
      wrong: "from | count",
      right: "from corpus | count"),
    entry(
      "PQ0062", "a name is missing",
      "Behind `let`, `def` and `as` stands the name to give.",
      wrong: "let 3 = x",
      right: "let x = 3"),
    entry(
      "PQ0063", "a definition without `=`",
      "Behind the name stands `=` and what it is to stand for.",
      wrong: "let x",
      right: "let x = 3"),
    entry(
      "PQ0064", "a `$` where a name is given",
      "A name is given without `$` and read with it.",
      wrong: "let $x = 3",
      right: "let x = 3"),
    entry(
      "PQ0065", "a `|` with nothing before it",
      "Only at the prompt a line may begin with `|`: there it goes on from the "
        + "last result.",
      wrong: "| count",
      right: "from corpus | count"),
    entry(
      "PQ0066", "a statement that there is not",
      "The word is near to `load`, `let`, `def` or `from`, and what follows it "
        + "cannot follow a value.",
      wrong: "lod \"seeds/*.txt\"",
      right: "load \"seeds/*.txt\""),
    entry(
      "PQ0067", "a word is missing",
      "`if` goes with `then` and `else`, `try` with `else`, `for` with `in`, `use` with `as`.",
      wrong: "let old = if 2 > 1 then \"yes\"",
      right: "let old = if 2 > 1 then \"yes\" else \"no\""),
    entry(
      "PQ0068", "`use` without a file",
      "Behind `use` stands the path of a file of definitions in quotes, and the name that they "
        + "are read under.",
      wrong: "use places",
      right: "use \"places.pubql\" as places"),
    entry(
      "PQ0069", "a parameter without a type",
      "Behind the name stands `:` and `text`, `number`, `date`, `bool`, `list` or "
        + "`choice(\"a\", \"b\")`.",
      wrong: "param since = 2015",
      right: "param since: date = 2015"),
    entry(
      "PQ0070", "statements without braces",
      "What `if`, `else` and `for` run stands in braces; a value is chosen by `if … then … else`.",
      wrong: "for x in [1, 2] print x",
      right: "for x in [1, 2] { print x }"),
    entry(
      "PQ0071", "a choice as in another language",
      "`case when` and `? :` are written `if … then … else …`, and several `else if` one behind the other.",
      wrong: "let x = case when 2 > 1 then 3 end",
      right: "let x = if 2 > 1 then 3 else missing"),
  ]
}
