import PubQL

extension Command {
  /// `:problems`
  static let problems = Command("problems", summary: "what was odd in the data that was read") {
    repl, _ in
    let sources = repl.session.sources
    let total = sources.reduce(0) { $0 + $1.problemCount }
    guard total > 0 else { return repl.terminal.writeLine("no oddities in the data") }
    let shown = sources.lazy.flatMap(\.problems).prefix(50)
    for problem in shown {
      let place = problem.line > 0 ? "\(problem.file):\(problem.line)" : problem.file
      repl.terminal.writeLine("  \(place): \(problem.message)")
    }
    if shown.count < total {
      repl.terminal.writeLine("  … \((total - shown.count).grouped) more: pubql check-data FILE")
    }
  }
}
