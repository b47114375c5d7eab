import PubQL

extension Command {
  /// `:explain PQ0104`, `:explain`
  static let explain = Command(
    "explain", usage: "[CODE]", summary: "more about an error; the last one without a code",
    argument: .code
  ) { repl, argument in
    guard let code = argument.isEmpty ? repl.lastDiagnostics.first?.code : argument else {
      return repl.terminal.writeLine("there was no error; :explain PQ0104 tells about that code")
    }
    let nearest = NearestName.match(code.uppercased(), among: Reference.codes)
    repl.terminal.writeLine(
      Reference.explanation(of: code)
        ?? "there is no code \(code)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
  }
}
