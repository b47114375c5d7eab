import ArgumentParser

/// `pubql-bench spawn FILE -- COMMAND…`: runs a command and prints its exit code, the seconds that it
/// took, and the most bytes of memory that it had.
struct Spawn: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a command and print what it took.", shouldDisplay: false)

  @Argument(help: "The file for the command's standard output.") var output: String
  @Argument(parsing: .postTerminator, help: "The command.") var command: [String] = []

  func run() throws {
    let child = try Child.start(command, output: output)
    print(child.code, child.seconds, child.peakMemory)
  }
}
