import ArgumentParser
import PubQL

/// `pubql run SCRIPT [FILE…]`
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a script.",
    discussion: """
      Example: pubql run trends.pubql --since 2020 --format csv -o trends.csv papers.txt
      Behind SCRIPT stand the script's own parameters; pubql run SCRIPT --help lists them.
      """)

  @Argument(help: "The script; - is standard input.") var script: String

  @Argument(help: ArgumentHelp("Files to read records from before it runs.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  /// - Parameter given: what stands on the command line for the script.
  func run(_ given: ScriptArguments) throws {
    let session = try input.session(
      mayReplaceFiles: output.force, explainsEmptyResults: output.explainEmpty == .auto,
      timedRuns: output.timedRuns)
    let writer = OutputWriter(output)
    do throws(PubQLError) {
      let text: [UInt8]
      if let known = given.text { text = known } else { text = try TextFile.bytes(script) }
      if !files.isEmpty { writer.tell(try session.load(files, format: input.from)) }
      try session.run(utf8: text, named: script, parameters: given.values, writer.receive)
    } catch {
      Report.failure(error, style: output.reportStyle)
      if Report.looksLikeData(error), !output.reportStyle.json {
        StandardError.print(
          "`\(script)` looks like data, not like a script; ask about it with "
            + "`pubql \(script) -c 'count'`")
      }
      throw ExitCode(error.exitCode)
    }
    let code = try writer.finish()
    if code != 0 { throw ExitCode(code) }
  }
}
