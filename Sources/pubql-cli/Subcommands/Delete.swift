import ArgumentParser
import PubQL

/// `pubql delete corpus.pubdb 17 18`
struct Delete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete records of a snapshot by their ids.",
    discussion: """
      Examples:
        pubql delete papers.pubdb 17 18
        pubql papers.pubdb -c 'missing(title) | select id' -f csv | tail -n +2 \\
          | pubql delete papers.pubdb -

      All records that have one of the ids are deleted. When an id is missing, nothing is deleted.
      """)

  @Argument(help: ArgumentHelp("The snapshot.", valueName: "file")) var file: String

  @Argument(help: ArgumentHelp("Ids of records; - reads them from standard input, one a line."))
  var ids: [String] = []

  @Option(help: ArgumentHelp("Read ids from a file, one a line.", valueName: "file"))
  var idsFrom: [String] = []

  @Flag(name: [.short, .long], help: "Do not tell what was deleted.") var quiet = false

  func validate() throws {
    if ids.isEmpty, idsFrom.isEmpty {
      throw ValidationError("Name the ids of the records to delete, or a file that lists them.")
    }
  }

  func run() throws {
    var wanted = ids.filter { $0 != "-" }
    for path in (ids.contains("-") ? ["-"] : []) + idsFrom {
      wanted += Self.lines(try TextFile.read(path))
    }
    let progress = ProgressLine(isQuiet: quiet)
    defer { progress.end() }
    let change = try Session().delete(wanted, from: file, progress: progress.tell)
    progress.end()
    guard !quiet else { return }
    StandardError.print(
      "deleted \(change.deleted.counted("record")) of \(file), which has \(change.records) now"
    )
  }

  /// The ids in a text; blank lines are none.
  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { line in
      let words = line.drop { $0.isWhitespace }
      return String(words.reversed().drop { $0.isWhitespace }.reversed())
    }.filter { !$0.isEmpty }
  }
}
