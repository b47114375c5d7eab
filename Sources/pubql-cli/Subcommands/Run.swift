import ArgumentParser
import PubQL

/// `pubql run SCRIPT [FILE…]`
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a script.",
    discussion: "Example: pubql run trends.pubql --format csv -o trends.csv papers.txt")

  @Argument(help: "The script; - is standard input.") var script: String

  @Argument(help: ArgumentHelp("Files to read records from before it runs.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try input.session(
      mayReplaceFiles: output.force, explainsEmptyResults: output.explainEmpty == .auto)
    let writer = OutputWriter(output)
    do throws(PubQLError) {
      let text = try TextFile.bytes(script)
      if !files.isEmpty { writer.tell(try session.load(files, format: input.from)) }
      try session.run(utf8: text, named: script, writer.receive)
    } catch {
      Report.failure(error, style: output.reportStyle)
      throw ExitCode(error.exitCode)
    }
    let code = try writer.finish()
    if code != 0 { throw ExitCode(code) }
  }
}
