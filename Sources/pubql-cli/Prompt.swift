import PubQL
import PubQLREPL

/// Starts the prompt.
enum Prompt {
  static func run(_ session: Session, _ options: OutputOptions) throws(PubQLError) {
    let display = options.display
    let terminal = Terminal(color: display.color, isPlain: display.plain, width: options.width)
    let history = HistoryStore(path: HistoryStore.defaultPath())
    guard REPL(session: session, terminal: terminal, history: history).run() == 0 else {
      throw PubQLError(.output, "the terminal cannot be used for a prompt")
    }
  }
}
