extension ProblemTests {
  /// Stages and what belongs to them.
  static let stageCases: [Case] = [
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
      "export \"x.csv\"",
      [
        "PQ0041 at export: the stage for `export` is called `save`"
      ],
      mended: "save \"x.csv\"",
      help: "write `save`"),
    Case(
      "count | take 1 | where (a | b > | count",
      [
        "PQ0023 at (: this `(` is not closed",
        "PQ0042 at >: there is no stage `b` that takes values",
      ],
      mended: nil,
      help: "close it with `)`"),
  ]
}
