package import PubQL

/// Joins lines to statements: a line ends one unless something is open in it.
package struct StatementReader {
  /// What to do after a line.
  package enum Step: Equatable {
    /// Nothing was typed.
    case nothing
    /// The statement is complete.
    case run(String)
    /// A `:command`, or one of the words that people type for help and to leave.
    case command(String)
    /// It goes on in the next line; the text names what is open.
    case more(String)
    /// Such a word was typed while something is open; the line is not part of the statement.
    case stuck(String)
  }

  /// The lines of a statement that is not complete.
  package private(set) var pending = ""
  private var open = ""
  private let completeness: (String) -> Completeness

  /// Shape: `completeness` tells whether a text can run as it is.
  package init(completeness: @escaping (String) -> Completeness) {
    self.completeness = completeness
  }

  /// Takes the next line, which may hold line ends of its own.
  package mutating func add(_ line: String) -> Step {
    let word = line.trimmed
    if pending.isEmpty {
      if word.isEmpty { return .nothing }
      if word.utf8.first == UInt8(ascii: ":") || StatementReader.plainWords.contains(word) {
        return .command(word)
      }
    } else if StatementReader.plainWords.contains(word) || word.isMetaCommand {
      return .stuck(open)
    }
    let text = pending.isEmpty ? line : pending + "\n" + line
    switch completeness(text) {
    case .complete:
      pending = ""
      return .run(text)
    case .open(let what):
      (pending, open) = (text, what)
      return .more(what)
    }
  }

  /// Takes a statement back that was complete: more lines of it are coming.
  package mutating func reopen(_ text: String) {
    (pending, open) = (text, "|")
  }

  /// Forgets the lines so far.
  package mutating func reset() {
    (pending, open) = ("", "")
  }

  /// What newcomers type, whatever the program.
  static let plainWords: Set<String> = ["help", "?", "quit", "exit"]
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether it is `:` and a letter: no statement goes on like that.
  var isMetaCommand: Bool {
    let start = unicodeScalars.prefix(2)
    return start.first == ":" && start.count == 2 && start.last?.properties.isAlphabetic == true
  }
}
