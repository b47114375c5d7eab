import ArgumentParser
import PubQL

/// `pubql check SCRIPT…`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find the problems of scripts without running them.",
    discussion: """
      Errors are what keeps a script from running; warnings are what it says that is likely not \
      meant, such as a condition that never holds. The files of definitions that a script uses are \
      looked at as well. Exits with 1 when there is an error.
      """)

  @Argument(help: "Scripts; - is standard input.") var scripts: [String]

  @Option(help: ArgumentHelp("Data whose fields the scripts may name.", valueName: "file"))
  var schema: [String] = []

  @OptionGroup var input: InputOptions

  @Option(help: ArgumentHelp("text or json.", valueName: "form"))
  var diagnostics = DiagnosticsFormat.text

  @Flag(help: "Exit with 1 for warnings as well.")
  var strict = false

  func run() throws {
    var found = false
    // What stands in a file that several of the scripts use is told once.
    var told: Set<String> = []
    for script in scripts {
      let session = try input.session()
      if !schema.isEmpty { try session.load(schema, format: input.from) }
      let problems = session.check(
        try TextFile.read(script), named: script, knowsFields: !schema.isEmpty)
      for problem in problems where told.insert(problem.json).inserted {
        found = found || strict || problem.severity == .error
        StandardOutput.print(
          diagnostics == .json
            ? problem.json
            : problem.text(color: Coloring.auto.applies(toTerminal: StandardOutput.isTerminal)))
      }
    }
    if found { throw ExitCode(1) }
  }
}
