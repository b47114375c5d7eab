import PubQL

extension Command {
  /// `:help`, `help`, `?`
  static let help = Command(
    "help", "h", "?", usage: "[WORD]", summary: "this, or about a stage, function or command",
    argument: .topic
  ) { repl, word in
    repl.terminal.writeLine(word.isEmpty ? repl.generalHelp : repl.help(about: word))
  }
}

extension REPL {
  /// What `:help` can tell about.
  var helpTopics: [String] {
    ["functions"] + helpEntries.map(\.name)
      + Command.registered.compactMap { $0.names.first.map { ":" + $0 } }
  }

  private var helpEntries: [Reference.Entry] {
    Reference.stages + Reference.functions + Reference.aggregates + Reference.runningColumns
  }

  fileprivate var generalHelp: String {
    let commands = Command.registered.map { command in
      let name = ":" + [command.names.first ?? "", command.usage].joined(separator: " ").trimmed
      return "    " + name.padded(to: 28) + command.summary
    }
    return """
        A query is a condition, or stages joined by |
          topic = "Cities" and date >= 2019 | count by institution
        A line that begins with | goes on from the last result
          | sort count desc | take 5
        Why a record is in the last answer or not, and what a query does
          why 1971 · explain count by topic
        Stages: \(Reference.stages.map(\.name).joined(separator: " "))
        Functions: :help functions
      \(commands.joined(separator: "\n"))
        Ctrl-C stops a query or clears the line; Ctrl-R searches the history
      """
  }

  /// All functions by family, and the aggregates.
  private var functionList: String {
    let families = Reference.functionFamilies.map { ($0.name, $0.functions.map(\.name)) }
    let all =
      families + [
        ("groups", Reference.aggregates.map(\.name)),
        ("running columns", Reference.runningColumns.map(\.name)),
      ]
    return all.map { family, names in
      "  " + family.padded(to: 17) + names.joined(separator: " ")
    }.joined(separator: "\n") + "\n  :help NAME tells about one"
  }

  fileprivate func help(about word: String) -> String {
    let name = word.utf8.first == UInt8(ascii: ":") ? String(word.dropFirst()) : word
    if name == "functions" { return functionList }
    if name == word {
      let entries = helpEntries.filter { $0.name == name }
      if !entries.isEmpty { return entries.map(\.help).joined(separator: "\n") }
      if let field = fields.first(where: { $0.name == name }) { return describe(field) }
    }
    if let command = Command.named(name) {
      let names = command.names.map { ":" + $0 }.joined(separator: " ")
      return "  \(names) \(command.usage)\n    \(command.summary)"
    }
    if let text = Reference.explanation(of: name) { return text }
    let nearest = NearestName.match(name, among: helpTopics + fields.map(\.name))
    return "there is no help about `\(word)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
  }
}

extension String {
  /// The text with blanks to that many characters, at least one.
  func padded(to count: Int) -> String {
    self + String(repeating: " ", count: Swift.max(1, count - self.count))
  }
}
