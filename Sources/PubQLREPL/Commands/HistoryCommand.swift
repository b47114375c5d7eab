extension Command {
  /// `:history`, `:history climate`, `:history 12`
  static let history = Command(
    "history", usage: "[WORD | N]", summary: "earlier statements; N brings one back"
  ) { repl, argument in
    if let number = Int(argument) {
      guard (1...max(1, repl.history.entries.count)).contains(number),
        repl.history.entries.indices.contains(number - 1)
      else { return repl.terminal.writeLine("there is no statement \(number) in the history") }
      repl.nextInput = repl.history.entries[number - 1].text
      return
    }
    let found = repl.history.entries(with: argument).suffix(30)
    if found.isEmpty { return repl.terminal.writeLine("nothing found in the history") }
    for (number, entry) in found {
      let lines = entry.text.split(separator: "\n", omittingEmptySubsequences: false)
      let indented = lines.joined(separator: "\n         ")
      repl.terminal.writeLine("  \(String(number).leftPadded(to: 5))  \(indented)")
    }
  }
}
