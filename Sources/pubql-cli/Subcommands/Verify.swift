import ArgumentParser
import PubQL

/// `pubql verify corpus.pubdb`
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Look at every byte of snapshots.",
    discussion: "Leaves with 4 when a snapshot is damaged, and says what of it.")

  @Argument(help: ArgumentHelp("Snapshots.", valueName: "file")) var files: [String]

  func run() throws {
    let session = Session()
    var code: Int32 = 0
    for file in files {
      do throws(PubQLError) {
        let (records, segments) = try session.verify(file)
        StandardOutput.print(
          "\(file): \(records.counted("record")) in \(segments.counted("segment")), whole"
        )
      } catch {
        Report.failure(error, style: Report.errorStyle)
        code = error.exitCode
      }
    }
    if code != 0 { throw ExitCode(code) }
  }
}
