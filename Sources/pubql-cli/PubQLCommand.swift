import ArgumentParser
import PubQL

/// The command `pubql`: without a subcommand it opens files and answers queries, or prompts.
@main
struct PubQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pubql",
    abstract: "Ask questions of publication metadata.",
    usage: """
      pubql [FILE…]               open files and prompt; a piped script is run
      pubql [FILE…] -c 'QUERY'    answer queries and leave
      pubql run SCRIPT [FILE…]    run a script
      """,
    discussion: """
      EXAMPLES
        pubql papers/*.txt -c 'topic = "Cities" | count by author | top 10'
        pubql run trends.pubql --format csv -o trends.csv
        pubql convert papers.txt papers.jsonl
        pubql explain PQ0104

      COMMON OPTIONS (pubql help query lists all)
        -c QUERY           a query to answer; may be given more than once
        -f, --format NAME  table, card, csv, tsv, json, jsonl, md or ciao
        -o, --output FILE  write here; --force replaces a file
        -n, --limit N      rows shown to people; 0 for all
        --color WHEN       auto, always or never
        --width N          instead of the terminal's width
        --plain            no boxes and bars

      EXIT CODES
        0 done             1 problems found       2 wrong call
        3 no valid query   4 unreadable input     5 failed while running
        6 unwritable output                     130 interrupted
      """,
    version: Reference.version,
    subcommands: [
      Query.self, Run.self, Check.self, Fmt.self, CheckData.self, Explain.self, Schema.self,
      Convert.self, Build.self, Delete.self, Compact.self, Verify.self,
    ],
    defaultSubcommand: Query.self)

  /// The subcommand that a mistyped name likely meant, where it is no file.
  static func nearest(to name: String) -> String? {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !name.contains("/"), !name.contains("."), !known.contains(name) else { return nil }
    return NearestName.match(name, among: known)
  }

  /// Parses the arguments and leaves with the exit codes of this program: 2 for a wrong call.
  static func main() {
    Signals.prepare()
    do {
      let given = try ScriptArguments(Arguments.normalised(CommandLine.arguments.dropFirst()))
      if let help = given.help {
        StandardOutput.print(help)
        leave(0)
      }
      var command = try parseAsRoot(given.rest)
      if let script = command as? Run {
        try script.run(given)
      } else {
        try command.run()
      }
    } catch let error as ExitCode {
      leave(error.rawValue)
    } catch let error as PubQLError {
      Report.failure(error, style: Report.errorStyle)
      leave(error.exitCode)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code.isSuccess {
        StandardOutput.print(message)
        leave(0)
      }
      StandardError.print(message)
      leave(2)
    }
  }
}
