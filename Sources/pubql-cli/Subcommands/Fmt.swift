import ArgumentParser
import PubQL

/// `pubql fmt FILE…`
struct Fmt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Lay out scripts in the one way that PubQL has.",
    discussion: """
      Keeps comments and meaning. A script that cannot be read stays as it is, and the command
      exits with 3 when all others are done.
      """)

  @Argument(help: "Scripts; - reads standard input and writes standard output.")
  var scripts: [String] = []

  @Flag(help: "Change nothing: name the scripts that would change, and exit with 1.")
  var check = false

  @Flag(help: "The same as -.") var stdin = false

  func validate() throws {
    if scripts.isEmpty && !stdin { throw ValidationError("Name scripts, or give --stdin.") }
  }

  func run() throws {
    var differs = false
    var failure: Int32 = 0
    for script in scripts + (stdin ? ["-"] : []) {
      do throws(PubQLError) {
        let isChanged = try format(script)
        differs = differs || isChanged
      } catch {
        if error.kind == .closed { throw error }
        Report.failure(error, style: Report.errorStyle)
        failure = max(failure, error.exitCode)
      }
    }
    if failure > 0 { throw ExitCode(failure) }
    if check && differs { throw ExitCode(1) }
  }

  /// Formats a script, and tells whether that changes it.
  private func format(_ script: String) throws(PubQLError) -> Bool {
    let bytes = try TextFile.bytes(script)
    let formatted = Array(try Session.format(utf8: bytes, named: script).utf8)
    let isChanged = formatted != bytes
    if check {
      if isChanged { StandardOutput.print(script) }
    } else if script == "-" {
      try formatted.withUnsafeBufferPointer { (bytes) throws(PubQLError) in
        try StandardOutput.write(bytes)
      }
    } else if isChanged {
      try OutputFile.write(formatted, to: script, replacing: true)
    }
    return isChanged
  }
}
