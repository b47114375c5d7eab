import ArgumentParser

#if canImport(Glibc)
  import Glibc
#endif

/// `pubql-bench [ROW…] [--size N]… [--cold]`: measures rows and prints them as tables.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure rows of the table (the default).",
    discussion: """
      Examples:
        pubql-bench                                    all rows, 100,000 records
        pubql-bench --size 10000 --size 1000000 --cold
        pubql-bench regex phrase --runs 51 --json figures.json
      """)

  @Argument(help: ArgumentHelp("Rows to measure, by name; all unless told.", valueName: "row"))
  var rows: [String] = []

  @Option(help: "How many records; may be given more than once.")
  var size: [Int] = []

  @Option(help: "How often each question runs, after one run that is not counted.")
  var runs = 15

  @Flag(help: "Measure each question as a process of its own, too.") var cold = false

  @Option(
    help: ArgumentHelp("Write all figures here as JSON; - is standard output.", valueName: "file"))
  var json: String?

  @OptionGroup var place: CorpusPlace

  func validate() throws {
    if let wrong = size.first(where: { $0 < 1 }) {
      throw ValidationError("--size is 1 or more, and \(wrong) is not.")
    }
    if runs < 1 { throw ValidationError("--runs is 1 or more.") }
    let known = Row.names
    if let unknown = rows.first(where: { !known.contains($0) }) {
      throw ValidationError(
        "There is no row '\(unknown)'. There are: \(known.joined(separator: ", ")).")
    }
  }

  func run() throws {
    var figures: [Figure] = []
    for count in size.isEmpty ? [100_000] : size {
      let wanted = { rows.isEmpty || rows.contains($0) }
      let questions = Question.all(records: count).filter { wanted($0.name) }
      let expectations = questions.map { $0.expectation() }
      let corpus = try place.corpus(records: count) { record in
        for expectation in expectations { expectation.see(record) }
      }
      defer { place.remove(corpus) }
      let bench = Bench(corpus: corpus, runs: runs, command: try place.command())
      var measured = try bench.files(wanted: wanted)
      for (question, expectation) in zip(questions, expectations) {
        measured.append(try bench.figure(question, expectation, cold: cold))
      }
      if json != "-" { Report.print(measured, of: corpus) }
      figures += measured
    }
    if let json { try Report.write(figures, to: json) }
    if figures.contains(where: { $0.problem != nil }) { throw ExitCode.failure }
  }
}
