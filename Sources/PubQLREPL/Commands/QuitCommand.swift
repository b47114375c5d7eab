extension Command {
  /// `:quit`, `quit`, `exit`, `:q`
  static let quit = Command("quit", "q", "exit", summary: "leave (Ctrl-D does too)") { repl, _ in
    repl.isLeaving = true
  }
}
