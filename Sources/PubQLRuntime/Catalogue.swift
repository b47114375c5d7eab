package import PubQLDiagnostics
import PubQLFormats
import PubQLSyntax

/// All diagnostic codes with their explanations, from every layer.
package enum Catalogue {
  package static let all: [DiagnosticEntry] =
    (SyntaxCatalogue.entries + DataProblem.entries + CheckProblem.entries + ExplainProblem.entries
    + SearchProblem.entries + NameProblem.entries + ArgumentProblem.entries + LintProblem.entries
    + ChartProblem.entries
    + runEntries)
    .sorted { $0.code.description < $1.code.description }

  private static let runEntries = [
    entry(
      "PQ0401", "division by zero", "`1 / 0` has no value. Test the divisor first: `where n > 0`."),
    entry(
      "PQ0402", "a number or date out of range",
      "Whole numbers go up to 9,223,372,036,854,775,807; dates to the year 5,800,000."),
    entry(
      "PQ0403", "an operation on a value of the wrong kind",
      "The kind of a value was known only while the query ran, and the operation has no meaning for it."
    ),
    entry(
      "PQ0404", "an argument that a function cannot work with",
      "The message says which values the function takes: `round(x, 2)` takes 0 to 15 digits."),
    entry(
      "PQ0444", "a pivot of too many columns",
      "`pivot` makes a column of each value of the key behind `by`, of several keys of each combination that occurs. Filter first, or take a key of fewer values: wrong is `pivot topic by title`, right is `pivot topic by year`."
    ),
    entry("PQ0405", "cancelled", "Somebody asked to stop, with Ctrl-C or from the host program."),
    entry(
      "PQ0406", "a budget used up",
      "A query may make a bounded number of rows, take a bounded part of the memory and call functions so many times. Filter before `each` and `group`, and select fewer columns."
    ),
    entry(
      "PQ0407", "out of memory", "The result does not fit into memory. Filter or take fewer rows."),
    entry(
      "PQ0408", "calls or values that nest too deep",
      "A definition that calls itself may do so some hundred times over. Where it goes through a list, write `fold(list, 0, (total, x) => total + x)`. A value may hold lists and records some hundred deep: `(a, x) => [a]` puts one more round it at each call."
    ),
    entry(
      "PQ0410", "a text that grows too long",
      "`replace` puts a text in many places, and the result would take more than 16 MB. Replace fewer parts, or with something shorter."
    ),
    entry(
      "PQ0470", "an assertion that does not hold",
      "`assert length($recent) > 3 \"too few\"` ends a script, with exit code 1, when its condition is false."
    ),
    entry(
      "PQ0510", "a parameter without a value",
      "The script wants a value that nobody gave: `pubql run script.pubql --since 2020`. A default makes it optional: `param since: date = 2015`."
    ),
    entry(
      "PQ0511", "a parameter with a wrong value",
      "The value that was given is not of the parameter's type: `param since: date` takes `--since 2020-05`."
    ),
    entry(
      "PQ0512", "a file that is being changed",
      "Another process adds to this snapshot, deletes from it or compacts it, and one of both changes would be lost. Readers need not wait."
    ),
    entry(
      "PQ0520", "a file that is no snapshot",
      "Files whose names end in `.pubdb` are read as snapshots, and this one does not begin as one. `pubql build` makes snapshots."
    ),
    entry(
      "PQ0521", "a snapshot of another version",
      "A newer or older pubql wrote the file, in a layout that this one does not read. Build it again from the texts."
    ),
    entry(
      "PQ0522", "a snapshot under other rules for names",
      "What is stored was put in order by other rules of folding, or with other names of places, so lookups would miss. Build it again from the texts."
    ),
    entry(
      "PQ0523", "a snapshot that is not whole",
      "The end of the file is missing: it was cut, or copied in part. Copy it again, or build it again from the texts."
    ),
    entry(
      "PQ0524", "a damaged snapshot",
      "Some bytes are not those that were written, as their checksum shows, so no answer is given from them. `pubql verify` looks at every byte. Copy the file again, or build it again from the texts."
    ),
    entry(
      "PQ0525", "ids that a snapshot does not have",
      "`pubql delete papers.pubdb 17 18` deletes all records that are named or none, and an id has to be written as the records have it: `pubql papers.pubdb -c 'title has \"rivers\" | select id'` shows it."
    ),
    entry(
      "PQ0526", "too many values for one segment",
      "A segment holds fewer than 2³² records, and as many values of a field. What is larger stays in several segments."
    ),
    entry(
      "PQ0500", "a call that cannot be carried out",
      "The host program or the command line asked for something that there is not. The message says what."
    ),
    entry(
      "PQ0501", "a file that does not exist",
      "`load \"papres.txt\"` where the file is called `papers.txt`. Nothing is ever created by loading."
    ),
    entry(
      "PQ0502", "a file that cannot be read", "The message gives the operating system's reason."),
    entry(
      "PQ0503", "a file too large for memory",
      "Load a part of it, or on a machine with more memory."),
    entry(
      "PQ0504", "a file of an unknown format",
      "Neither the ending of its name nor its content tells the format. Name it: `--from ciao`."),
    entry(
      "PQ0505", "a file that cannot be written", "The message gives the operating system's reason."),
    entry(
      "PQ0506", "a file that exists already",
      "`save` and `-o` replace nothing unless `--force` is given."),
    entry(
      "PQ0507", "writing is not allowed",
      "The host program runs this query without access to files."),
    entry(
      "PQ0508", "an output file of an unknown format",
      "`save \"papers.xyz\"`: the ending chooses the format. Use `.csv`, `.tsv`, `.json`, `.jsonl`, `.md` or `.txt`; `.svg` holds a chart."
    ),
    entry(
      "PQ0509", "standard output cannot be written",
      "The message gives the operating system's reason, such as a full disk."),
  ]

  static func entry(_ code: String, _ title: String, _ explanation: String) -> DiagnosticEntry {
    DiagnosticEntry(DiagnosticCode(code), title: title, explanation: explanation)
  }
}

extension CheckProblem {
  /// What `pubql explain` tells of the checker's codes.
  static let entries = [
    Catalogue.entry(
      "PQ0101", "an unknown value",
      "`$since` reads a value that `let` or the host program binds. Wrong: `date >= $sinse`. Right: `let since = 2015`, then `date >= $since`."
    ),
    Catalogue.entry(
      "PQ0102", "an unknown function", "Wrong: `lenght(topics) > 3`. Right: `length(topics) > 3`."),
    Catalogue.entry(
      "PQ0103", "an unknown stage",
      "Behind `|` stands a stage or a definition made of stages. Wrong: `| fliter year > 2015`. Right: `| where year > 2015`."
    ),
    Catalogue.entry(
      "PQ0104", "an unknown field",
      "A name that no loaded record has is a mistake, never an empty answer. Wrong: `yeer >= 2020`. Right: `year >= 2020`. `describe` lists the fields; behind `select` and `group` only their columns are left."
    ),
    Catalogue.entry(
      "PQ0105", "an unknown source",
      "`from` takes `corpus` (all that is loaded), a name given by `load … as`, or a value: `from $recent`."
    ),
    Catalogue.entry(
      "PQ0106", "an unknown part of a value",
      "A date has `.year .month .day .quarter .decade .start .end .precision`, a person `.family .given .particle .suffix`."
    ),
    Catalogue.entry(
      "PQ0107", "a name that is taken",
      "A definition, parameter or source may not have the name of a built-in field, function or stage: it would change what other scripts mean."
    ),
    Catalogue.entry(
      "PQ0108", "two columns of one name",
      "Name one of them: `select first: min(date), last: max(date)`."),
    Catalogue.entry(
      "PQ0109", "a definition that leads back to itself",
      "Definitions take the place of their names, so one that uses itself would never end."),
    Catalogue.entry(
      "PQ0110", "too many uses of definitions",
      "Definitions that use each other several times over grow quickly. Bind a result with `let`: it is worked out once."
    ),
    Catalogue.entry(
      "PQ0111", "wrong arguments", "Wrong: `length(topics, 3)`. Right: `length(topics) = 3`."),
    Catalogue.entry(
      "PQ0112", "stages where a value is wanted",
      "`def newest = sort date desc | take 5` is used behind a bar: `topic = \"Cities\" | newest`."),
    Catalogue.entry(
      "PQ0113", "a condition where a stage is wanted",
      "`def urban = topic = \"Cities\"` is a condition. Wrong: `| urban`. Right: `| where urban`."),
    Catalogue.entry(
      "PQ0114", "an aggregate outside of a group",
      "`avg`, `max` and the like look at many rows. Right: `group by topic { papers: count(), newest: max(date) }`."
    ),
    Catalogue.entry(
      "PQ0115", "a field where an aggregate is wanted",
      "In the braces of `group` there are many rows at once. Wrong: `{ t: title }`. Right: `{ t: list(title) }`."
    ),
    Catalogue.entry(
      "PQ0116", "a field where no record is in hand",
      "Fields are read in conditions and stages, not in `from` or `load`."),
    Catalogue.entry(
      "PQ0117", "no records",
      "Name files on the command line, `pubql papers.txt`, or write `load \"papers.txt\"`."),
    Catalogue.entry(
      "PQ0118", "no last result", "A line that begins with `|` goes on from the result before it."),
    Catalogue.entry(
      "PQ0119", "definitions nested too deep",
      "Definitions take the place of their names, and what comes of it may nest 300 deep. Bind a part of it with `let`: it is worked out once."
    ),
    Catalogue.entry(
      "PQ0120", "an unknown file",
      "`use \"places.pubql\" as places` reads a file of definitions; `places.coastal` is one of them. Wrong: `plcaes.coastal(3)`. Right: `places.coastal(3)`."
    ),
    Catalogue.entry(
      "PQ0121", "a name that is not known yet",
      "A query in parentheses runs once, before any row is looked at. Wrong: `map(topics, t => (topic = t | count))`. Right: `count by topic`."
    ),
    Catalogue.entry(
      "PQ0122", "a function behind a dot",
      "Functions stand before their value. Wrong: `title.lower()`. Right: `lower(title)`."),
    Catalogue.entry(
      "PQ0123", "an unknown type of parameter",
      "A parameter is `text`, `number`, `date`, `bool`, `list` or `choice(\"a\", \"b\")`."),
    Catalogue.entry(
      "PQ0124", "a value that a parameter cannot take",
      "The value is of another type than the parameter. Right: `param since: date = 2015`, then `--since 2020-05`."
    ),
    Catalogue.entry(
      "PQ0125", "a statement in the wrong place",
      "`param` and `use` stand at the top of a script, not in the braces of `if` and `for`; a file that is used holds definitions."
    ),
    Catalogue.entry(
      "PQ0126", "a table where a text is printed",
      "Wrong: `print topic = \"Cities\"`. Right: `print length((topic = \"Cities\"))`."),
    Catalogue.entry(
      "PQ0127", "a file that cannot be used",
      "The file is missing, uses itself, or holds other things than `def`, `let` and `use`."),
    Catalogue.entry(
      "PQ0201", "no condition", "Wrong: `where length(topics)`. Right: `where length(topics) > 3`."),
    Catalogue.entry(
      "PQ0202", "a lone field",
      "A field alone is neither true nor false. Right: `select title`, `title has \"city\"`, `not missing(title)`."
    ),
    Catalogue.entry(
      "PQ0203", "an argument of the wrong kind", "Wrong: `round(title)`. Right: `round(2.5)`."),
    Catalogue.entry(
      "PQ0204", "values that cannot be added or multiplied",
      "Numbers go with numbers, dates with durations: `date + 6 months`, `today() - 2 years`."),
    Catalogue.entry("PQ0205", "a number of rows", "Right: `take 10`, `top 5 by date`."),
    Catalogue.entry(
      "PQ0206", "a pattern that cannot be read",
      "Patterns know letters, `.`, `[a-z]`, `\\\\d \\\\w \\\\s \\\\b`, `^ $`, `( )`, `|`, `* + ? {2,3}`. They match in linear time, so there are no references back and no look-around."
    ),
    Catalogue.entry(
      "PQ0207", "no date", "There is no 2019-02-29. Right: `2019-02-28`, `2019-02`, `2019`."),
    Catalogue.entry(
      "PQ0208", "a range that ends before it begins", "Wrong: `2021..2019`. Right: `2019..2021`."),
    Catalogue.entry(
      "PQ0210", "values that cannot be compared",
      "Text and numbers are never turned into each other. Wrong: `date >= \"2019\"`, `year = \"2019\"`. Right: `date >= 2019`, `year = 2019`."
    ),
    Catalogue.entry(
      "PQ0211", "an operator for another kind of value",
      "`has contains starts ends matches like` work on text, `within` on places, `overlaps` on dates."
    ),
    Catalogue.entry(
      "PQ0212", "a stage without rows",
      "Wrong: `3 | count`. Right: `[3, 1, 2] | sort`, `from corpus | count`."),
    Catalogue.entry("PQ0213", "columns without names", "Right: `with decade: date.decade`."),
    Catalogue.entry(
      "PQ0214", "a stage that needs to know more",
      "`top 10` takes the greatest numbers of the last column of numbers; where there is none, say by what: `top 10 by date`."
    ),
    Catalogue.entry(
      "PQ0215", "a comparison with `missing`",
      "Nothing is equal to a value that is not there. Wrong: `date = missing`. Right: `missing(date)`."
    ),
    Catalogue.entry(
      "PQ0216", "a percentage",
      "Wrong: `percentile(year, 900)`, `percentile(year, length(topics))`. Right: `percentile(year, 90)`."
    ),
    Catalogue.entry(
      "PQ0440", "a field that the other table lacks",
      "`join old on author` wants a field `author` in both. Where it is called otherwise in the other table, say how: `join old on author = name`."
    ),
    Catalogue.entry(
      "PQ0441", "a key that is no equality",
      "Wrong: `join old on author = name and year = since`. Right: `join old on author = name, year = since`. Filter with `where` before or behind the `join`."
    ),
    Catalogue.entry(
      "PQ0442", "a running column outside of `with` and `select`",
      "`row previous change cumulative share rank` look at other rows in their order. Wrong: `where cumulative(count) < 100`. Right: `with total: cumulative(count) | where total < 100`."
    ),
    Catalogue.entry(
      "PQ0445", "`per` where nothing runs",
      "Behind `with` and `select`, `per` says within which rows running columns run. Wrong: `with n: length(title) per type`. Right: `with n: row() per type`."
    ),
    Catalogue.entry(
      "PQ0446", "running columns per several values",
      "A row has one place in a running column, so it may not stand in several groups. Wrong: `with n: row() per author`. Right: `each author | with n: row() per author`."
    ),
    Catalogue.entry(
      "PQ0443", "rows that cannot be compared",
      "`intersect` and `except` compare the columns that both tables have. Where their names differ, say which belong together: `except names by author = name`."
    ),
    Catalogue.entry(
      "PQ0220", "a value that occurs nowhere",
      "The condition is fine, but no record has this value. The note names the nearest that some have."
    ),
    Catalogue.entry(
      "PQ0221", "a search for no word",
      "`has` looks for whole words; a text of signs only has none. Use `contains`."),
    Catalogue.entry(
      "PQ0420", "a function of a record where there is none",
      "`cite` and `bibkey` look at the fields of the row in hand: `select cite(\"apa\")`. The row needs a title or authors; or give a record: `cite(\"apa\", {title: \"Rivers\"})`."
    ),
    Catalogue.entry(
      "PQ0421", "a word that a function does not know",
      "Some functions take one of a few words. Wrong: `cite(\"chigaco\")`. Right: `cite(\"chicago\")`."
    ),
  ]
}
