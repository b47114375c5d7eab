import ArgumentParser
import PubQL

/// `pubql build FILE… -o corpus.pubdb`
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make a snapshot of records, which opens at once.",
    discussion: """
      Examples:
        pubql build papers/*.txt -o papers.pubdb
        pubql build --append new.txt -o papers.pubdb
        pubql build --replace corrected.txt -o papers.pubdb
        pubql papers.pubdb -c 'topic = "Cities" | count by author'
      """)

  @Argument(help: ArgumentHelp("Files, folders and patterns to read.", valueName: "file"))
  var files: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The snapshot to write; its name ends in .pubdb.", valueName: "file"))
  var output: String

  @Flag(help: "Add the records to those that the snapshot has.") var append = false

  @Flag(help: "As --append, in place of the records that have the same ids.") var replace = false

  @Flag(help: "Replace the file that is written.") var force = false

  @Flag(name: [.short, .long], help: "Do not tell what was read and written.") var quiet = false

  @OptionGroup var input: InputOptions

  func validate() throws {
    guard output.hasSuffix(".pubdb") else {
      throw ValidationError("The name of a snapshot ends in '.pubdb', and '\(output)' does not.")
    }
    if append || replace, force {
      throw ValidationError("--append and --replace keep the file, --force replaces it.")
    }
    if append, replace {
      throw ValidationError("--append keeps all records, --replace those with other ids.")
    }
  }

  func run() throws {
    let session = try input.session()
    let report = try session.load(files, format: input.from)
    if report.problemCount > 0 || !quiet { StandardError.print(report.summary) }
    let progress = ProgressLine(isQuiet: quiet)
    defer { progress.end() }
    var replaced = 0
    if append {
      try session.append(to: output, progress: progress.tell)
    } else if replace {
      replaced = try session.replace(in: output, progress: progress.tell).deleted
    } else {
      try session.build(output, replacing: force, progress: progress.tell)
    }
    progress.end()
    guard !quiet else { return }
    let instead = replaced > 0 ? " in place of \(replaced)" : ""
    StandardError.print("wrote \(session.recordCount) records to \(output)\(instead)")
  }
}
