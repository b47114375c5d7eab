import PubQL

extension Command {
  /// `:more`
  static let more = Command("more", "m", summary: "the next rows of the last result") { repl, _ in
    repl.showRows(from: repl.shownRows, atMost: REPL.pageRows)
  }

  /// `:all`
  static let all = Command("all", summary: "all rows of the last result") { repl, _ in
    repl.showRows(from: 0, atMost: nil)
  }
}

extension REPL {
  fileprivate func showRows(from first: Int, atMost count: Int?) {
    guard let result = session.lastResult else {
      return terminal.writeLine("there is no result yet")
    }
    guard first < result.rowCount else {
      return terminal.writeLine("that was all: \(result.rowCount.counted("row"))")
    }
    var display = display()
    display.firstRow = first
    display.maxRows = count
    terminal.write(result.text(display).text)
    shownRows = min(result.rowCount, first + (count ?? result.rowCount))
    let rest = shownRows < result.rowCount ? " · :more  :all" : ""
    let footer = "rows \((first + 1).grouped)–\(shownRows.grouped) of \(result.rowCount.grouped)"
    terminal.writeLine(terminal.dim("  \(footer)\(rest)"))
  }
}
