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
        pubql papers.pubdb -c 'topic = "Cities" | count by author'
      """)

  @Argument(help: ArgumentHelp("Files, folders and patterns to read.", valueName: "file"))
  var files: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The snapshot to write; its name ends in .pubdb.", valueName: "file"))
  var output: String

  @Flag(help: "Add the records to those that the snapshot has.") var append = false

  @Flag(help: "Replace the file that is written.") var force = false

  @Flag(name: [.short, .long], help: "Do not tell what was read and written.") var quiet = false

  @OptionGroup var input: InputOptions

  func validate() throws {
    guard output.hasSuffix(".pubdb") else {
      throw ValidationError("The name of a snapshot ends in '.pubdb', and '\(output)' does not.")
    }
    if append, force { throw ValidationError("--append keeps the file, --force replaces it.") }
  }

  func run() throws {
    let session = try input.session()
    let report = try session.load(files, format: input.from)
    if report.problemCount > 0 || !quiet { StandardError.print(report.summary) }
    let progress = BuildProgress(isQuiet: quiet)
    defer { progress.end() }
    if append {
      try session.append(to: output, progress: progress.tell)
    } else {
      try session.build(output, replacing: force, progress: progress.tell)
    }
    progress.end()
    guard !quiet else { return }
    StandardError.print("wrote \(session.recordCount) records to \(output)")
  }
}

/// Tells on a terminal how far the writing is.
private final class BuildProgress {
  private let isShown: Bool
  private var hasLine = false
  private var told = 0

  init(isQuiet: Bool) { isShown = !isQuiet && StandardError.isTerminal }

  func tell(_ bytes: Int) {
    // A line for each 16 MB moves as fast as one can look.
    guard isShown, bytes - told >= 16 << 20 else { return }
    told = bytes
    hasLine = true
    StandardError.write("\rwriting … \(bytes >> 20) MB")
  }

  /// Takes the line away.
  func end() {
    guard hasLine else { return }
    hasLine = false
    StandardError.write("\r\u{1B}[K")
  }
}
