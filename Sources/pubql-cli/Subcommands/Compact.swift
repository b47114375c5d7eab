import ArgumentParser
import PubQL

/// `pubql compact corpus.pubdb`
struct Compact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact", abstract: "Bring the segments of a snapshot together in one.",
    discussion: """
      Each `build --append` adds a segment; one segment opens and answers faster than several.
      """)

  @Argument(help: ArgumentHelp("The snapshot.", valueName: "file")) var file: String

  @Flag(name: [.short, .long], help: "Do not tell what was written.") var quiet = false

  func run() throws {
    let progress = ProgressLine(isQuiet: quiet)
    defer { progress.end() }
    let change = try Session().compact(file, progress: progress.tell)
    progress.end()
    guard !quiet else { return }
    StandardError.print(
      "\(file): \(change.records.counted("record")) in \(change.segments.counted("segment"))")
  }
}
