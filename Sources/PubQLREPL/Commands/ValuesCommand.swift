import PubQL

extension Command {
  /// `:values topic`, `:values institution World`
  static let values = Command(
    "values", usage: "FIELD [BEGINNING]", summary: "the values of a field, most frequent first",
    argument: .field
  ) { repl, argument in
    let name = String(argument.prefix { !$0.isWhitespace })
    guard !name.isEmpty else {
      return repl.terminal.writeLine("which field? :values topics")
    }
    guard let field = repl.field(named: name) else { return }
    let rest = String(argument.dropFirst(name.count)).trimmed
    let beginning = rest.filter { $0 != "\"" && $0 != "\\" }
    // The same list as Tab shows behind `topics = "`, so that both find alike.
    let query = "where `\(field.name)` = \"\(beginning)"
    let found = repl.session.completions(in: query, at: query.utf8.count)
    let width = repl.terminal.width
    repl.terminal.writeLine(
      found.items.isEmpty ? "no values of `\(field.name)` to list" : found.text(width: width))
  }
}
