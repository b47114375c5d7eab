import PubQL

/// A `:command` of the prompt; help and completion are made from it.
struct Command: Sendable {
  /// What can be completed behind its name.
  enum Argument: Sendable {
    case nothing
    case field
    case file
    case topic
    case code
  }

  /// Without the colon; the first is the one that help shows.
  let names: [String]
  /// What follows the name, as help shows it.
  let usage: String
  /// A few words.
  let summary: String
  let argument: Argument
  /// Carries it out, with what was typed behind its name.
  let run: @Sendable (REPL, String) -> Void

  init(
    _ names: String..., usage: String = "", summary: String, argument: Argument = .nothing,
    run: @escaping @Sendable (REPL, String) -> Void
  ) {
    self.names = names
    self.usage = usage
    self.summary = summary
    self.argument = argument
    self.run = run
  }

  /// All commands, in the order of the help. To add one: a file here, and its name in this list.
  static let registered: [Command] = [
    .help, .schema, .values, .show, .more, .all, .problems, .write, .replace, .history, .fix,
    .explain, .quit,
  ]

  /// The command of a name without its colon.
  static func named(_ name: String) -> Command? { registered.first { $0.names.contains(name) } }
}

extension REPL {
  /// Carries out `:name argument`, or one of the plain words such as `help`.
  func perform(_ text: String) {
    let body = text.utf8.first == UInt8(ascii: ":") ? String(text.dropFirst()) : text
    let name = String(body.prefix { !$0.isWhitespace })
    let argument = String(body.dropFirst(name.count)).trimmed
    if let command = Command.named(name) { return command.run(self, argument) }
    let names = Command.registered.flatMap(\.names)
    let nearest = NearestName.match(name, among: names).map { "; did you mean :\($0)?" }
    terminal.writeLine("there is no command :\(name)\(nearest ?? "")  (help lists them)")
  }

  /// What can stand at a place of a line that begins with a colon; nil for other lines.
  func commandCompletions(in line: String, at offset: Int) -> Completions? {
    guard line.utf8.first == UInt8(ascii: ":") else { return nil }
    let before = String(decoding: line.utf8.prefix(offset), as: UTF8.self)
    guard let blank = before.utf8.firstIndex(of: UInt8(ascii: " ")) else {
      let items = Command.registered.flatMap { command in
        command.names.prefix(1).map { name in
          Completion(
            text: ":" + name + (command.usage.isEmpty ? "" : " "), label: ":" + name,
            kind: .command, detail: command.summary)
        }
      }
      return .fitting(items, typed: before, replacing: 0..<offset)
    }
    let name = String(before[before.index(after: before.startIndex)..<blank])
    let argument = String(before[before.index(after: blank)...])
    return completions(ofArgument: argument, of: Command.named(name), endingAt: offset)
  }

  private func completions(
    ofArgument typed: String, of command: Command?, endingAt offset: Int
  ) -> Completions {
    let range = (offset - typed.utf8.count)..<offset
    func items(_ names: [String], _ kind: Completion.Kind) -> Completions {
      .fitting(names.map { Completion(text: $0, kind: kind) }, typed: typed, replacing: range)
    }
    switch command?.argument {
    case .field: return items(fields.map(\.name), .field)
    case .topic: return items(helpTopics, .keyword)
    case .code: return items(Reference.codes, .keyword)
    case .file:
      // The session knows files, and lists them within quotes.
      let found = session.completions(in: "save \"" + typed, at: 6 + typed.utf8.count)
      let bare = found.items.map { item in
        let path = item.text.dropFirst().prefix { $0 != "\"" }
        return Completion(text: String(path), label: item.label, kind: .file)
      }
      return Completions(
        replace: range, items: bare, more: found.more, common: String(found.common.dropFirst()))
    case .nothing, nil: return Completions(replace: offset..<offset)
    }
  }
}
