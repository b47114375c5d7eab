import ArgumentParser
import PubQL

/// `pubql schema FILE…`
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Describe the fields of data files.")

  @Argument(help: ArgumentHelp("Files, folders and patterns.", valueName: "file"))
  var files: [String]

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try input.session()
    let writer = OutputWriter(output)
    do throws(PubQLError) {
      writer.tell(try session.load(files, format: input.from))
      try session.run("describe", named: "<schema>", writer.receive)
    } catch {
      Report.failure(error, style: output.reportStyle)
      throw ExitCode(error.exitCode)
    }
    _ = try writer.finish()
  }
}
