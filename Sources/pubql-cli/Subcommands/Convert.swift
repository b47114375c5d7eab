import ArgumentParser
import PubQL

/// `pubql convert IN… OUT`
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Change the format of records.",
    discussion: "Example: pubql convert papers.txt papers.jsonl")

  @Argument(help: "Files to read, and last the file to write; - is standard input or output.")
  var files: [String]

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp("The format to write, when the ending does not tell.", valueName: "name"))
  var to: String?

  @Flag(help: "Replace the file that is written.") var force = false

  func validate() throws {
    if files.count < 2 { throw ValidationError("Name files to read and a file to write.") }
    if let to, !Reference.outputFormats.contains(where: { $0.name == to && !$0.isHuman }) {
      throw ValidationError("There is no output format '\(to)'.")
    }
  }

  func run() throws {
    guard let target = files.last else { return }
    guard let format = to ?? Reference.outputFormat(forPath: target) else {
      throw ValidationError("The ending of '\(target)' names no format; name it with --to.")
    }
    let session = try input.session()
    let report = try session.load(Array(files.dropLast()), format: input.from)
    if report.problemCount > 0 { StandardError.print(report.summary) }
    let records = try session.query("from corpus")
    if target == "-" {
      return try records.write(format: format) { bytes throws(PubQLError) in
        try StandardOutput.write(bytes)
      }
    }
    let file = try OutputFile(target, replacing: force)
    try records.write(format: format) { bytes throws(PubQLError) in try file.write(bytes) }
    try file.commit()
  }
}
