import PubQL

extension Command {
  /// `:show 3`
  static let show = Command(
    "show", usage: "N", summary: "row N of the last result, with all it holds"
  ) { repl, argument in
    guard let result = repl.session.lastResult else {
      return repl.terminal.writeLine("there is no result yet")
    }
    guard let row = Int(argument), (1...max(1, result.rowCount)).contains(row), result.rowCount > 0
    else {
      return repl.terminal.writeLine(
        "the last result has \(result.rowCount.counted("row")): :show 1 is the first")
    }
    var display = repl.display()
    display.format = "card"
    display.firstRow = row - 1
    display.maxRows = 1
    repl.terminal.write(result.text(display).text)
  }
}
