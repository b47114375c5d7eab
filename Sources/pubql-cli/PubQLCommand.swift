import ArgumentParser
import PubQL

/// The command `pubql`: without a subcommand it opens files and answers queries, or prompts.
@main
struct PubQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pubql",
    abstract: "Ask questions of publication metadata.",
    usage: """
      pubql [FILE…]                      open files and prompt (standard input as a script when it is no terminal)
      pubql -c 'QUERY' [FILE…]           answer queries and leave
      pubql run SCRIPT [FILE…]           run a script
      """,
    discussion: """
      EXAMPLES
        pubql papers/*.txt -c 'topic = "Cities" and date >= 2019 | count by author | top 10'
        pubql run trends.pubql --format csv -o trends.csv
        pubql convert papers.txt papers.jsonl
        pubql explain PQ0104

      EXIT CODES
        0 done   1 problems found   2 usage   3 the query does not compile
        4 input cannot be read   5 it failed while it ran   6 output cannot be written
        130 interrupted
      """,
    version: Reference.version,
    subcommands: [
      Query.self, Run.self, Check.self, CheckData.self, Explain.self, Schema.self, Convert.self,
    ],
    defaultSubcommand: Query.self)

  /// Parses the arguments and leaves with the exit codes of this program: 2 for a wrong call.
  static func main() {
    Signals.prepare()
    do {
      var command = try parseAsRoot(Arguments.normalised(CommandLine.arguments.dropFirst()))
      try command.run()
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
