import ArgumentParser
import PubQL

/// `pubql check SCRIPT…`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find the problems of scripts without running them.",
    discussion: "Exits with 1 when there is an error.")

  @Argument(help: "Scripts; - is standard input.") var scripts: [String]

  @Option(help: ArgumentHelp("Data whose fields the scripts may name.", valueName: "file"))
  var schema: [String] = []

  @OptionGroup var input: InputOptions

  @Option(help: ArgumentHelp("text or json.", valueName: "form"))
  var diagnostics = DiagnosticsFormat.text

  func run() throws {
    var found = false
    for script in scripts {
      let session = try input.session()
      if !schema.isEmpty { try session.load(schema, format: input.from) }
      for problem in session.check(try TextFile.read(script), named: script) {
        found = found || problem.severity == .error
        StandardOutput.print(
          diagnostics == .json
            ? problem.json
            : problem.text(color: Coloring.auto.applies(toTerminal: StandardOutput.isTerminal)))
      }
    }
    if found { throw ExitCode(1) }
  }
}
