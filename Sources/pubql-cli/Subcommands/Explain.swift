import ArgumentParser
import PubQL

/// `pubql explain PQ0104`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain an error code, with wrong and right.")

  @Argument(help: "The code, such as PQ0104.") var code: String

  func run() throws {
    guard let explanation = Reference.explanation(of: code) else {
      throw ValidationError("There is no code '\(code)'.")
    }
    StandardOutput.print(explanation)
  }
}
