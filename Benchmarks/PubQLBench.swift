import ArgumentParser

/// Figures of PubQL on a generated corpus, each with an answer that is checked.
@main
struct PubQLBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pubql-bench",
    abstract: "Time PubQL on a generated corpus; every answer is checked.",
    subcommands: [Measure.self, Export.self, Serve.self, Spawn.self],
    defaultSubcommand: Measure.self)
}
