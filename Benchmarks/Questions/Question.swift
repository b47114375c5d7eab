import PubQLCorpusGenerator

/// A question asked of the engine, with the answer that it must get.
struct Question: Sendable {
  /// As the command line names the row.
  let name: String
  let title: String
  let text: String
  /// What the architecture aims at, for 1,000,000 records. Unit: milliseconds.
  var goal: Double?
  /// The format in which the result is written to nowhere; nil where all its cells are read.
  var format: String?
  let expectation: @Sendable () -> any Expectation

  static func all(records: Int) -> [Question] { fields(records: records) + texts }

  /// An author of whom there are some papers, not one of the most frequent.
  static func author(records: Int) -> String {
    CorpusGenerator.author(min(1000, records / 8))
  }

  /// The same name with a letter too few.
  static func misspelt(records: Int) -> String { String(author(records: records).dropLast()) }
}

/// A row of the table: a question, or work on files.
enum Row {
  static let files = ["load", "build", "open"]
  static var names: [String] { files + Question.all(records: 1).map(\.name) }
}
