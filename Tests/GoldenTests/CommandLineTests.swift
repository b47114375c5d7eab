import Foundation
import Testing

/// The command from outside: options, formats, files and exit codes.
@Suite struct CommandLineTests {
  static let seeds = "seeds/policy-papers.txt"
  static let arctic = """
    region = "Arctic" | sort date | take 2 | select id, date, title, authors
    """

  // MARK: Formats

  static let formats: [(format: String, output: String)] = [
    (
      "csv",
      """
      id,date,title,authors
      2235,2002,Forecasting the Thaw: A Note on Method,Nordhavn Arctic Task Force
      2311,2008-09,"Ice-Free, Not Trouble-Free: Shipping Prospects on the Northern Sea Route",\
      Nils Torvald Ekeberg

      """
    ),
    (
      "tsv",
      """
      id\tdate\ttitle\tauthors
      2235\t2002\tForecasting the Thaw: A Note on Method\tNordhavn Arctic Task Force
      2311\t2008-09\tIce-Free, Not Trouble-Free: Shipping Prospects on the Northern Sea Route\t\
      Nils Torvald Ekeberg

      """
    ),
    (
      "json",
      """
      [
        {"id":"2235","date":"2002","title":"Forecasting the Thaw: A Note on Method",\
      "authors":["Nordhavn Arctic Task Force"]},
        {"id":"2311","date":"2008-09",\
      "title":"Ice-Free, Not Trouble-Free: Shipping Prospects on the Northern Sea Route",\
      "authors":["Nils Torvald Ekeberg"]}
      ]

      """
    ),
    (
      "jsonl",
      """
      {"id":"2235","date":"2002","title":"Forecasting the Thaw: A Note on Method",\
      "authors":["Nordhavn Arctic Task Force"]}
      {"id":"2311","date":"2008-09",\
      "title":"Ice-Free, Not Trouble-Free: Shipping Prospects on the Northern Sea Route",\
      "authors":["Nils Torvald Ekeberg"]}

      """
    ),
    (
      "md",
      """
      | id | date | title | authors |
      | --- | --- | --- | --- |
      | 2235 | 2002 | Forecasting the Thaw: A Note on Method | Nordhavn Arctic Task Force |
      | 2311 | 2008-09 | Ice-Free, Not Trouble-Free: Shipping Prospects on the Northern Sea Route \
      | Nils Torvald Ekeberg |

      """
    ),
    (
      "card",
      """
        id       2235
        date     2002
        title    Forecasting the Thaw: A Note on Method
        authors  Nordhavn Arctic Task Force

        id       2311
        date     2008-09
        title    Ice-Free, Not Trouble-Free: Shipping Prospects on the Northern Sea
                 Route
        authors  Nils Torvald Ekeberg

      """
    ),
    (
      "table",
      """
        id    date     title                                authors
        2235  2002     Forecasting the Thaw: A Note on Me…  Nordhavn Arctic Task Force
        2311  2008-09  Ice-Free, Not Trouble-Free: Shippi…  Nils Torvald Ekeberg

      """
    ),
    (
      "ciao",
      """
      2235. Forecasting the Thaw: A Note on Method
      - Author:
      - Nordhavn Arctic Task Force
      - Publication Date:
      - 2002

      2311. Ice-Free, Not Trouble-Free: Shipping Prospects on the Northern Sea Route
      - Author:
      - Nils Torvald Ekeberg
      - Publication Date:
      - 2008-09

      """
    ),
  ]

  @Test(arguments: formats)
  func format(_ format: String, _ output: String) throws {
    let run = try Command.pubql([
      Self.seeds, "-c", Self.arctic, "--format", format, "--width", "80",
    ])
    #expect(run.output == output)
    #expect(run.error == (["table", "card"].contains(format) ? "2 rows\n" : ""))
    #expect(run.code == 0)
  }

  @Test func away_from_a_terminal_the_format_is_tsv() throws {
    let run = try Command.pubql([Self.seeds, "-c", "count"])
    #expect(run == Finished(output: "count\n132\n"))
  }

  @Test func json_tells_kinds_apart() throws {
    let query = """
      with n: length(topics), half: 0.5, none: missing, yes: 1 < 2 | where id = "1971" \
      | select id, date, n, half, none, yes, topics
      """
    let run = try Command.pubql([Self.seeds, "-c", query, "--format", "jsonl"])
    #expect(
      run.output == """
        {"id":"1971","date":"2020-05","n":5,"half":0.5,"none":null,"yes":true,\
        "topics":["Science and Technology","Governance","Geopolitics","Cities","COVID-19"]}

        """)
  }

  @Test func a_count_is_a_row_of_one_column() throws {
    let run = try Command.pubql([Self.seeds, "-c", #"topic = "Cities" | count"#, "-f", "json"])
    #expect(run.output == "[\n  {\"count\":26}\n]\n")
  }

  @Test func a_whole_record_has_its_keys_in_order() throws {
    let run = try Command.pubql(["seeds/oddities.txt", "-q", "-c", "id = 9012", "-f", "jsonl"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let record = try #require(object as? [String: Any])
    #expect(
      record.keys.sorted() == [
        "abstract", "authors", "funded_by", "id", "language", "pages", "publication_date",
        "regions", "title",
        "topics", "type",
      ])
    let order = ["id", "title", "authors", "type", "topics", "regions", "publication_date"]
    let places = order.map { run.output.range(of: "\"\($0)\":")?.lowerBound }
    for (former, latter) in zip(places, places.dropFirst()) {
      #expect(try #require(former) < #require(latter))
    }
    #expect(
      record["authors"] as? [String] == ["Ana Lucía Fonseca", "Park Seo-yun", "João Müller-Prado"])
  }

  // MARK: What people see

  @Test func rows_are_cut_for_people_and_said_so() throws {
    let run = try Command.pubql([
      Self.seeds, "-c", "count by topic", "-f", "table", "-n", "3", "--width", "60",
    ])
    #expect(
      run.output == """
          topic           count   share
          Cities             26  19.7 %  ███████████████████████████
          Climate Change     25  18.9 %  ██████████████████████████
          Development        24  18.2 %  ████████████████████████▉

        """)
    #expect(run.error == "3 of 32 rows\n")
  }

  @Test func machine_formats_are_never_cut() throws {
    let run = try Command.pubql([Self.seeds, "-c", "count by topic", "-f", "csv", "-n", "3"])
    #expect(run.output.split(separator: "\n").count == 33)
  }

  @Test func zero_shows_all_rows() throws {
    let run = try Command.pubql([Self.seeds, "-c", "select id", "-f", "table", "-n", "0"])
    #expect(run.output.split(separator: "\n").count == 133)
  }

  @Test func plain_draws_lines() throws {
    let run = try Command.pubql([
      Self.seeds, "-c", "count by topic", "-f", "table", "-n", "2", "--plain",
    ])
    #expect(
      run.output == """
        topic: Cities
        count: 26
        share: 19.7 %

        topic: Climate Change
        count: 25
        share: 18.9 %

        """)
  }

  @Test(arguments: [30, 40, 60, 80, 120])
  func a_table_fits_its_width(_ width: Int) throws {
    let run = try Command.pubql([
      Self.seeds, "-c", #"topic = "Cities""#, "-f", "table", "--width", "\(width)",
    ])
    for line in run.output.split(separator: "\n") {
      #expect(line.reduce(0) { $0 + Self.cells($1) } <= width, "\(line)")
    }
  }

  /// Enough for the seeds: Chinese and Japanese characters take two cells.
  static func cells(_ character: Character) -> Int {
    character.unicodeScalars.contains { (0x2e80...0xffdc).contains($0.value) } ? 2 : 1
  }

  @Test func colour_comes_when_asked_for() throws {
    let run = try Command.pubql([
      Self.seeds, "-c", "count by type", "-f", "table", "--color", "always",
    ])
    #expect(run.output.contains("\u{1b}["))
    let csv = try Command.pubql([
      Self.seeds, "-c", "count by type", "-f", "csv", "--color", "always",
    ])
    #expect(!csv.output.contains("\u{1b}["))
  }

  // MARK: Queries and scripts

  @Test func a_query_may_go_on_from_the_one_before() throws {
    let run = try Command.pubql([
      Self.seeds, "-c", "count by topic | top 3", "-c", "| take 1", "-f", "tsv",
    ])
    #expect(
      run.output == """
        topic\tcount
        Cities\t26
        Climate Change\t25
        Development\t24

        topic\tcount
        Cities\t26

        """)
  }

  @Test func a_query_may_begin_with_a_minus() throws {
    #expect(try Command.pubql(["-c", "-7 % 3"]) == Finished(output: "value\n-1\n"))
  }

  @Test func standard_input_is_a_script() throws {
    let run = try Command.pubql([Self.seeds], input: "topic = \"Cities\"\n| count\n")
    #expect(run == Finished(output: "count\n26\n"))
    let script = try Command.pubql(["run", "-", Self.seeds], input: "count\n")
    #expect(script == Finished(output: "count\n132\n"))
  }

  @Test func a_dash_is_data_from_standard_input() throws {
    let listing = "7. A Title\n- Publication Date:\n- 05-2020\n\n8. Another\n- Topic:\n- Cities\n"
    let run = try Command.pubql(["-", "-c", "select id, date"], input: listing)
    #expect(run == Finished(output: "id\tdate\n7\t2020-05\n8\t\n"))
  }

  @Test func run_takes_data_files() throws {
    let scratch = try Scratch()
    try scratch.write("q.pubql", "count by type | top 1\n")
    let run = try Command.pubql(["run", scratch.path("q.pubql"), Self.seeds])
    #expect(run == Finished(output: "type\tcount\nPolicy Brief\t29\n"))
  }

  @Test func folders_and_patterns_are_read() throws {
    for files in ["seeds", "seeds/*.txt"] {
      let run = try Command.pubql([files, "-q", "-c", "count"])
      #expect(run == Finished(output: "count\n163\n"))
    }
  }

  @Test func oddities_are_told_in_one_line() throws {
    let run = try Command.pubql(["seeds/oddities.txt", "-c", "count"])
    #expect(run.output == "count\n25\n")
    #expect(
      run.error == """
        25 records from 1 file; 15 oddities, 9 lines outside of records skipped \
        (pubql check-data lists them)

        """)
  }

  @Test func the_first_error_ends_a_script() throws {
    let run = try Command.pubql(
      [Self.seeds], input: "count\nwith n: 1 / (length(topics) - length(topics))\ncount by type\n")
    #expect(run.output == "count\n132\n")
    #expect(run.error.hasPrefix("error[PQ0401]: a number is divided by zero\n"))
    #expect(run.code == 5)
  }

  @Test func nothing_runs_when_a_script_does_not_compile() throws {
    let run = try Command.pubql([Self.seeds], input: "count\nselect titel\n")
    #expect(run.output == "")
    #expect(run.error.contains("did you mean `title`?"))
    #expect(run.code == 3)
  }

  @Test func a_closed_pipe_ends_quietly() throws {
    let run = try Command.shell(
      """
      for i in 1 2 3 4 5 6 7 8; do echo 'from corpus'; done \
      | pubql seeds/policy-papers.txt | head -1; echo "${PIPESTATUS[1]}"
      """)
    #expect(
      run.output
        == "id\ttitle\tauthors\tdate\ttype\tinstitutions\tabstract\ttopics\tregions\n141\n")
    #expect(run.error == "")
  }

  @Test func diagnostics_can_be_json() throws {
    let run = try Command.pubql([Self.seeds, "-c", "yeer = 2020", "--diagnostics", "json"])
    #expect(run.error.hasPrefix(#"{"code":"PQ0104","severity":"error""#))
    #expect(run.error.contains(#""start":0,"end":4"#))
    #expect(run.error.split(separator: "\n").count == 1)
    #expect(run.code == 3)
  }
}
