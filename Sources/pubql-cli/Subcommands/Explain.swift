import ArgumentParser
import PubQL

/// `pubql explain PQ0104`, `pubql explain split "Science and Technology and Trade"`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain an error code, or how a list in prose is split.",
    discussion: """
      Examples:
        pubql explain PQ0104
        pubql explain split "Science and Technology and Trade"
      """)

  @Argument(help: "A code such as PQ0104, or the word split.") var subject: String

  @Argument(help: "The lists to split.") var lists: [String] = []

  @OptionGroup var input: InputOptions

  func validate() throws {
    if subject != "split", !lists.isEmpty { throw ValidationError("Explain one code at a time.") }
    if subject == "split", lists.isEmpty { throw ValidationError("Name a list to split.") }
  }

  func run() throws {
    if subject == "split" {
      let session = try input.session()
      for list in lists {
        for sentence in session.explainSplit(list) { StandardOutput.print(sentence) }
      }
    } else if let explanation = Reference.explanation(of: subject) {
      StandardOutput.print(explanation)
    } else {
      throw ValidationError("There is no code '\(subject)'.")
    }
  }
}
