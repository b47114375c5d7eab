import ArgumentParser
import PubQL

/// `pubql [FILE…] [-c QUERY]…`: answers queries, runs standard input, or prompts.
struct Query: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Open files and answer queries, or prompt (the default).",
    shouldDisplay: false)

  @Argument(
    help: ArgumentHelp(
      "Files, folders and patterns to read records from; - is standard input.", valueName: "file"))
  var files: [String] = []

  @Option(
    name: [.customShort("c"), .customLong("command")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A query to answer; may be given more than once.", valueName: "query"))
  var queries: [String] = []

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if queries.isEmpty, files.contains("-") {
      throw ValidationError("Standard input is data here, so name a query with -c.")
    }
  }

  func run() throws {
    let session = try input.session(
      mayReplaceFiles: output.force, explainsEmptyResults: output.explainEmpty == .auto,
      timedRuns: output.timedRuns)
    let writer = OutputWriter(output)
    do throws(PubQLError) {
      var script: [UInt8]?
      if queries.isEmpty && !StandardInput.isTerminal { script = try StandardInput.bytes() }
      // What is wrong whatever the data is told before any is read.
      if queries.count == 1 { try session.requireValid(queries[0], named: "<query>") }
      if !files.isEmpty {
        let report = try session.load(files, format: input.from)
        // The prompt tells it in its first lines.
        if !queries.isEmpty || script != nil { writer.tell(report) }
      }
      for (index, query) in queries.enumerated() {
        try session.run(
          query, named: queries.count == 1 ? "<query>" : "<query \(index + 1)>",
          allowsContinuation: index > 0, writer.receive)
      }
      if let script {
        try session.run(utf8: script, named: "<standard input>", writer.receive)
      } else if queries.isEmpty {
        try Prompt.run(session, output)
      }
    } catch {
      Report.failure(error, style: output.reportStyle)
      if error.kind == .input, let first = files.first,
        let command = PubQLCommand.nearest(to: first)
      {
        StandardError.print("did you mean the command `pubql \(command)`?")
      }
      throw ExitCode(error.exitCode)
    }
    let code = try writer.finish()
    if code != 0 { throw ExitCode(code) }
  }
}
