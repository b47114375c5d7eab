import PubQL
import PubQLREPL

/// Starts the prompt.
enum Prompt {
  static func run(_ session: Session, _ options: OutputOptions) throws(PubQLError) {}
}
