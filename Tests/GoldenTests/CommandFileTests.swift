import Foundation
import Testing

/// Files that the command writes, its other subcommands, and how it ends.
@Suite struct CommandFileTests {
  static let seeds = "seeds/policy-papers.txt"

  // MARK: Output files

  @Test func the_ending_chooses_the_format() throws {
    let scratch = try Scratch()
    for (ending, text) in [
      ("csv", "topic,count\nCities,26\n"), ("tsv", "topic\tcount\nCities\t26\n"),
      ("jsonl", "{\"topic\":\"Cities\",\"count\":26}\n"),
      ("json", "[\n  {\"topic\":\"Cities\",\"count\":26}\n]\n"),
      ("md", "| topic | count |\n| --- | ---: |\n| Cities | 26 |\n"),
    ] {
      let run = try Command.pubql([
        Self.seeds, "-c", "count by topic | top 1", "-o", scratch.path("out.\(ending)"),
      ])
      #expect(run == Finished())
      #expect(try scratch.read("out.\(ending)") == text)
    }
  }

  @Test func a_file_is_replaced_only_by_force() throws {
    let scratch = try Scratch()
    try scratch.write("a.csv", "kept\n")
    let command = [Self.seeds, "-c", "count", "-o", scratch.path("a.csv")]
    let refused = try Command.pubql(command)
    #expect(refused.error.hasPrefix("error[PQ0506]: "))
    #expect(refused.error.hasSuffix("  help: --force replaces it\n"))
    #expect(refused.code == 6)
    #expect(try scratch.read("a.csv") == "kept\n")
    #expect(try Command.pubql(command + ["--force"]) == Finished())
    #expect(try scratch.read("a.csv") == "count\n132\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).count == 1)
  }

  @Test func a_failed_query_leaves_no_file() throws {
    let scratch = try Scratch()
    let run = try Command.pubql([Self.seeds, "-c", "select titel", "-o", scratch.path("a.csv")])
    #expect(run.code == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == [])
    // Also where another has written before it.
    let second = try Command.pubql([
      Self.seeds, "-c", "select title", "-c", "select titel", "-o", scratch.path("a.csv"),
    ])
    #expect(second.code == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == [])
  }

  @Test func a_signal_leaves_no_file() throws {
    let scratch = try Scratch()
    let endless = [String](repeating: "join (from corpus) on type", count: 5)
    let query = "from corpus | \(endless.joined(separator: " | "))"
    // What the first query gives is written to a file beside, until the second has ended.
    let run = try Command.shell(
      """
      \(Command.pubql) \(Self.seeds) -c 'select title' -c '\(query)' -o \(scratch.path("a.csv")) &
      until ls \(scratch.path("")) | grep tmp; do sleep 0.01; done
      kill -TERM $!; wait $!; echo $?
      """)
    #expect(run.output.hasPrefix("a.csv.") && run.output.hasSuffix(".tmp\n143\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == [])
  }

  @Test func save_writes_beside() throws {
    let scratch = try Scratch()
    let query = "count by type | top 2 | save \"\(scratch.path("types.csv"))\""
    let run = try Command.pubql([Self.seeds, "-c", query])
    #expect(run.error == "wrote 2 rows to \(scratch.path("types.csv"))\n")
    #expect(try scratch.read("types.csv") == "type,count\nPolicy Brief,29\nWorking Paper,27\n")
    let again = try Command.pubql([Self.seeds, "-c", query])
    #expect(again.code == 6)
    #expect(try Command.pubql([Self.seeds, "-q", "--force", "-c", query]) == Finished())
  }

  // MARK: Other subcommands

  @Test func convert_keeps_all_that_a_listing_says() throws {
    let scratch = try Scratch()
    for file in ["policy-papers", "oddities", "oddities-latin1", "oddities-bom"] {
      let steps = [
        ["seeds/\(file).txt", "\(file).jsonl"], ["seeds/\(file).txt", "\(file).txt"],
        [scratch.path("\(file).txt"), "\(file)-2.txt"],
        [scratch.path("\(file).txt"), "\(file)-2.jsonl"],
      ]
      for step in steps {
        let run = try Command.pubql(["convert", step[0], scratch.path(step[1])])
        #expect(run.code == 0, "\(step): \(run.error)")
      }
      let meaning = try scratch.read("\(file).jsonl")
      #expect(try scratch.read("\(file)-2.jsonl") == meaning)
      #expect(try scratch.read("\(file)-2.txt") == scratch.read("\(file).txt"))
      #expect(!meaning.isEmpty)
    }
    let records = try scratch.read("policy-papers.jsonl").split(separator: "\n")
    #expect(records.count == 132)
    #expect(
      records[0].hasPrefix(
        #"{"id":"1971","title":"Towards Urban Decoupling? China’s smart city ambitions"#))
  }

  @Test func convert_writes_to_standard_output_and_replaces_nothing() throws {
    let run = try Command.pubql(["convert", Self.seeds, "-", "--to", "csv"])
    #expect(
      run.output.hasPrefix("id,title,authors,date,type,institutions,abstract,topics,regions\n1971,")
    )
    #expect(run.code == 0)
    let scratch = try Scratch()
    try scratch.write("a.csv", "kept\n")
    let refused = try Command.pubql(["convert", Self.seeds, scratch.path("a.csv")])
    #expect(refused.code == 6)
    #expect(try scratch.read("a.csv") == "kept\n")
    #expect(try Command.pubql(["convert", Self.seeds, scratch.path("a.csv"), "--force"]).code == 0)
    #expect(try Command.pubql(["convert", Self.seeds, scratch.path("a.what")]).code == 2)
  }

  @Test func check_data_lists_oddities() throws {
    let odd = try Command.pubql(["check-data", "seeds/oddities.txt"])
    #expect(odd.code == 1)
    #expect(
      odd.output.contains(
        """
        warning[PQ0309] seeds/oddities.txt:146: the date “13-2020” cannot be read; it is kept as \
        text in `publication_date`

        """))
    #expect((odd.output + odd.error).contains("25 records from 1 file; 15 oddities"))
    let regular = try Command.pubql(["check-data", Self.seeds])
    #expect(regular.code == 0)
    #expect(regular.output + regular.error == "132 records from 1 file\n")
  }

  @Test func check_finds_problems_without_running() throws {
    let scratch = try Scratch()
    try scratch.write("bad.pubql", "topic && date | save \"out.csv\"\n")
    let run = try Command.pubql(["check", scratch.path("bad.pubql")], in: scratch.folder)
    // The foreign operator, and the two sides that are no conditions, in one go.
    let codes = run.output.split(separator: "\n").filter { $0.hasPrefix("error[") }
    #expect(codes.map { $0.prefix(13) } == ["error[PQ0201]", "error[PQ0004]", "error[PQ0201]"])
    #expect(run.output.contains("error[PQ0004]: PubQL writes `and` for `&&`\n"))
    #expect(run.code == 1)
    try scratch.write("good.pubql", "topic = \"Cities\" | save \"out.csv\"\n")
    #expect(try Command.pubql(["check", scratch.path("good.pubql")]) == Finished())
    #expect(try scratch.read("out.csv") == "")
    try scratch.write("field.pubql", "yeer = 2020 | count\n")
    let schema = ["check", scratch.path("field.pubql"), "--schema", Self.seeds]
    #expect(try Command.pubql(schema).output.contains("did you mean `year`?"))
  }

  @Test func schema_describes_the_fields() throws {
    let run = try Command.pubql(["schema", Self.seeds])
    let lines = run.output.split(separator: "\n").map { $0.split(separator: "\t").prefix(4) }
    #expect(lines.first == ["field", "type", "filled", "distinct"])
    #expect(
      lines.map { $0[0] }.dropFirst() == [
        "id", "title", "authors", "date", "type", "institutions", "abstract", "topics", "regions",
      ])
    #expect(lines.contains(["topics", "list of texts", "132", "32"]))
    #expect(lines.contains(["regions", "list of places", "132", "95"]))
    #expect(lines.contains(["institutions", "list of texts", "132", "26"]))
  }

  @Test func explain_tells_of_a_code() throws {
    let run = try Command.pubql(["explain", "PQ0104"])
    #expect(run.output.hasPrefix("PQ0104: an unknown field\n"))
    #expect(run.output.contains("`yeer >= 2020`"))
    #expect(try Command.pubql(["explain", "pq0104"]) == run)
    #expect(try Command.pubql(["explain", "PQ9999"]).code == 2)
  }

  @Test func every_code_in_a_golden_is_explained() throws {
    var codes: Set<String> = []
    for name in ErrorTests.names {
      let file = Command.root.appendingPathComponent("Tests/GoldenTests/Errors/\(name).err")
      let text = try String(contentsOf: file, encoding: .utf8)
      for part in text.components(separatedBy: "[PQ").dropFirst() {
        codes.insert("PQ" + part.prefix(4))
      }
    }
    #expect(codes.count > 25)
    for code in codes.sorted() {
      #expect(try Command.pubql(["explain", code]).code == 0, "\(code)")
    }
  }

  @Test func the_version_is_told() throws {
    let run = try Command.pubql(["--version"])
    #expect(run.output.split(separator: ".").count == 3)
    #expect(run.code == 0)
  }

  // MARK: Exit codes

  static let endings: [(arguments: [String], code: Int32, error: String)] = [
    ([seeds, "-c", "count", "-q"], 0, ""),
    ([seeds, "-c", #"title has "zeppelin""#], 0, "note[PQ0222]: nothing is left"),
    ([seeds, "-c", #"title has "zeppelin""#, "--strict"], 0, "note[PQ0222]"),
    ([seeds, "-c", #"title has "zeppelin""#, "--explain-empty", "never"], 0, ""),
    ([seeds, "-c", #"title has "zeppelin""#, "--exit-status"], 1, "note[PQ0222]"),
    (["--frmat", "csv"], 2, "Did you mean '--format'?"),
    ([seeds, "-c", "count", "--format", "cvs"], 2, "There is no output format 'cvs'."),
    (["--format"], 2, "Missing value"),
    ([seeds, "-c", "count", "--width", "7"], 2, "--width goes from 20 to 10000."),
    ([seeds, "-c", "count by"], 3, "error[PQ0050]"),
    (["-c", "count"], 3, "error[PQ0117]: no records are loaded"),
    (["seeds/polcy-papers.txt", "-c", "count"], 4, "did you mean `seeds/policy-papers.txt`?"),
    (["run", "Examples/no-such.pubql"], 4, "`Examples/no-such.pubql`"),
    (["seeds/oddities.txt", "-c", "count", "--strict"], 4, "15 oddities"),
    ([seeds, "-c", "with n: 1 / 0"], 5, "error[PQ0401]: a number is divided by zero"),
    ([seeds, "-c", "count", "-o", "no-such-folder/a.csv"], 6, "error[PQ0505]"),
  ]

  @Test(arguments: endings)
  func ending(_ arguments: [String], _ code: Int32, _ error: String) throws {
    let run = try Command.pubql(arguments)
    #expect(run.code == code)
    #expect(error.isEmpty ? run.error.isEmpty : run.error.contains(error), "\(run.error)")
  }
}
