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

  @Option(
    help: ArgumentHelp(
      "Take no more memory than about this, such as 4GB; half of the machine's by default.",
      discussion: "Text that does not fit is written part by part, a segment for each.",
      valueName: "size"))
  var memory: MemorySize?

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
    let progress = ProgressLine(isQuiet: quiet)
    defer { progress.end() }
    let target: SnapshotTarget =
      append ? .append : replace ? .replace : .new(replacing: force)
    let (read, change) = try input.session().build(
      from: files, format: input.from, to: output, target,
      memory: (memory ?? MemorySize.halfOfMachine)?.bytes, progress: progress.tell)
    progress.end()
    if read.problemCount > 0 || !quiet { StandardError.print(read.summary) }
    guard !quiet else { return }
    let segments = change.segments > 1 && target.isNew
    StandardError.print(
      "wrote \(read.records.counted("record")) to \(output)"
        + (change.deleted > 0 ? " in place of \(change.deleted)" : "")
        + (segments ? " in \(change.segments.counted("segment")); `pubql compact` joins them" : ""))
  }
}

extension SnapshotTarget {
  fileprivate var isNew: Bool { if case .new = self { true } else { false } }
}
