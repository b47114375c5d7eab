import PubQLEngine
import PubQLText

extension Builtin {
  /// Functions of searches.
  static let searchFunctions = [snippet]

  /// The passage that a search found.
  private static let snippet = Builtin(
    "snippet",
    [
      Parameter("text", .text), Parameter("words", .text, optional: true),
      Parameter("width", .number, optional: true), Parameter("mark", .text, optional: true),
    ],
    gives: .one(.text),
    summary: "The passage of a text that shows best what was searched for, about 30 words long",
    notes: "Behind `search` the words are those of the search and may be left out: "
      + "`snippet(abstract)`, `snippet(abstract, 40, \"*\")`. The words are written as for "
      + "`search`; the mark stands before and behind each that was found. A text without any of "
      + "them gives its beginning, a missing one is missing, and of several texts the best is "
      + "taken.",
    examples: [
      (
        "snippet(\"In spring water is scarce. Everybody looks at the sky.\", \"water\", 4)",
        "In spring water is…"
      ),
      (
        "snippet(\"Plans for smart cities\", \"smart cities\", mark: \"*\")",
        "Plans for *smart* *cities*"
      ),
      (
        "snippet(\"Plans for smart cities\", \"\\\"smart cities\\\"\", 2, \"*\")",
        "…*smart cities*"
      ),
    ]
  ) { call throws(RunError.Reason) in
    let search = SearchText(call[1].textual ?? "")
    guard !search.isEmpty else {
      throw .badArgument(function: "snippet", "there is no word to look for")
    }
    var width = PassageFinder.usualWidth
    if !call[2].isMissing {
      guard let words = call[2].wholeNumber, 1...PassageFinder.widthLimit ~= words else {
        throw .badArgument(
          function: "snippet", "the width is 1 to \(PassageFinder.widthLimit) words")
      }
      width = words
    }
    let finder = PassageFinder(search, width: width, mark: call[3].textual ?? "")
    return passage(of: call.first, finder)
  }

  /// The function with everything but the text known.
  static func snippet(_ finder: PassageFinder) -> ScalarFunction {
    ScalarFunction("snippet") { values throws(RunError.Reason) in
      passage(of: values.first ?? .missing, finder)
    }
  }

  /// The best passage of a text, or of any of several.
  private static func passage(of value: Value, _ finder: PassageFinder) -> Value {
    var best: PassageFinder.Passage?
    for text in value.members.compactMap(\.textual) {
      let passage = finder.passage(of: text)
      if best.map({ $0.terms < passage.terms }) ?? true { best = passage }
    }
    return best.map { .text($0.text) } ?? .missing
  }
}
