import ArgumentParser
import PubQL

/// `pubql check-data FILE…`
struct CheckData: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-data", abstract: "List what is odd in data files.",
    discussion: "Exits with 1 when there is anything. No record is lost to an oddity.")

  @Argument(help: ArgumentHelp("Files, folders and patterns.", valueName: "file"))
  var files: [String]

  @OptionGroup var input: InputOptions

  @Option(help: ArgumentHelp("text or json.", valueName: "form"))
  var diagnostics = DiagnosticsFormat.text

  func run() throws {
    let session = try input.session()
    let report = try session.load(files, format: input.from)
    for problem in report.problems {
      StandardOutput.print(diagnostics == .json ? problem.json : problem.text())
    }
    let hidden = report.problemCount - report.problems.count
    if hidden > 0 { StandardError.print("… and \(hidden) more") }
    StandardError.print(report.summary.replacingTail(" (pubql check-data lists them)"))
    if report.problemCount > 0 { throw ExitCode(1) }
  }
}

extension String {
  /// Without that ending.
  fileprivate func replacingTail(_ tail: String) -> String {
    hasSuffix(tail) ? String(dropLast(tail.count)) : self
  }
}
