import PubQL

extension Command {
  /// `:fix`
  static let fix = Command("fix", summary: "the last statement with what was suggested") {
    repl, _ in
    if let text = repl.lastFix {
      repl.nextInput = text
    } else {
      repl.terminal.writeLine("there is nothing to fix")
    }
  }
}

extension REPL {
  /// The last statement with every change that was suggested for it; nil if there was none.
  var lastFix: String? {
    let edits = lastDiagnostics.filter { $0.file == REPL.sourceName }.flatMap(\.edits)
    return REPL.apply(edits, to: lastStatement)
  }

  /// Applies changes from the end of the text; of those that overlap the later one counts.
  static func apply(_ edits: [Diagnostic.Edit], to text: String) -> String? {
    var bytes = Array(text.utf8)
    var end = bytes.count
    var isChanged = false
    for edit in edits.sorted(by: { $0.start > $1.start }) {
      guard edit.start >= 0, edit.start <= edit.end, edit.end <= end else { continue }
      bytes.replaceSubrange(edit.start..<edit.end, with: edit.replacement.utf8)
      end = edit.start
      isChanged = true
    }
    let fixed = String(decoding: bytes, as: UTF8.self)
    return isChanged && fixed != text ? fixed : nil
  }
}
