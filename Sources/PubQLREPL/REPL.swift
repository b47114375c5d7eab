import CEditShim
import Dispatch
package import PubQL
import Synchronization

/// The prompt: reads statements, runs them, shows what comes of them.
///
/// Commands (`Commands/`) see the state that is kept between statements here.
package final class REPL {
  /// Rows that a result shows at once.
  static let pageRows = 20
  /// What diagnostics call the text of the prompt.
  static let sourceName = "<prompt>"

  let session: Session
  let terminal: Terminal
  let history: HistoryStore
  /// The statement that ran last and what was said about it, for `:fix` and `:explain`.
  var lastStatement = ""
  var lastDiagnostics: [Diagnostic] = []
  /// How many rows of the last result were shown.
  var shownRows = 0
  /// The fields as of so many loads: to look at them all takes a while.
  private var knownFields: (loads: Int, fields: [FieldInfo])?
  /// What the next line begins with.
  var nextInput: String?
  /// Whether a command asked to leave.
  var isLeaving = false

  private let running = RunningFlag()
  private var reader: StatementReader

  /// Shape: what is to be queried was loaded into the session.
  package init(session: Session, terminal: Terminal, history: HistoryStore) {
    self.session = session
    self.terminal = terminal
    self.history = history
    reader = StatementReader { [session] in session.completeness(of: $0) }
  }

  /// Reads and runs statements until the person leaves; gives the exit code.
  package func run() -> Int32 {
    let knowsUTF8 = pubql_set_utf8_locale()
    guard let editor = LineEditor(), pubql_signals_take() else {
      terminal.writeLine("the terminal cannot be used for a prompt")
      return 5
    }
    defer { pubql_signals_give_back() }
    watchForInterrupts()
    prepare(editor)
    terminal.write(banner)
    if !knowsUTF8 {
      terminal.writeLine("This system has no UTF-8 locale: only ASCII can be typed.")
    }
    while !isLeaving {
      if let text = nextInput {
        editor.prefill(text)
        nextInput = nil
      }
      guard let entry = readEntry(editor) else {
        terminal.writeLine("")
        return 0
      }
      take(entry, editor)
    }
    return 0
  }

  private func prepare(_ editor: LineEditor) {
    editor.completer = { [unowned self] line, offset in completions(in: line, at: offset) }
    editor.drawList = { [terminal] in $0.text(width: terminal.width, lineEnd: "\r\n") }
    history.corpus = session.sources.compactMap(\.name).joined(separator: " ")
    for entry in history.entries { editor.remember(entry.text) }
  }

  /// A second thread, since the one that runs a query cannot be asked.
  private func watchForInterrupts() {
    let cancellation = session.cancellation
    DispatchQueue.global().async { [running] in
      while pubql_signals_await_interrupt() {
        if running.isOn { cancellation.cancel() }
      }
    }
  }

  // MARK: Reading

  /// A whole statement or command.
  private enum Entry {
    case statement(String)
    case command(String)
  }

  /// The next entry; nil when the input ends.
  private func readEntry(_ editor: LineEditor) -> Entry? {
    reader.reset()
    var prompt = firstPrompt
    while true {
      switch editor.read(prompt: prompt) {
      case .endOfInput: return nil
      case .interrupted(let wasEmpty):
        if wasEmpty && reader.pending.isEmpty { terminal.writeLine("Ctrl-D or :q leaves") }
        reader.reset()
        prompt = firstPrompt
      case .text(let line):
        switch reader.add(line) {
        case .nothing: continue
        case .command(let text): return .command(text)
        case .run(let text):
          guard editor.pipeFollows() else { return .statement(text) }
          reader.reopen(text)
          prompt = continuationPrompt("|")
        case .more(let open): prompt = continuationPrompt(open)
        case .stuck(let open):
          terminal.writeLine(
            "`\(open)` is still open: go on, or press Ctrl-C to drop the statement")
        }
      }
    }
  }

  /// What stands in a prompt between two U+0001 takes no room.
  private func prompt(_ text: String) -> String {
    guard terminal.hasColor else { return text }
    return "\u{1}\u{1B}[1m\u{1}\(text)\u{1}\u{1B}[0m\u{1}"
  }

  private var firstPrompt: String { prompt("pubql> ") }

  /// Names what must be closed.
  private func continuationPrompt(_ open: String) -> String { prompt("   \(open) ...> ") }

  private func completions(in line: String, at offset: Int) -> Completions {
    let before = reader.pending.isEmpty ? "" : reader.pending + "\n"
    if before.isEmpty, let found = commandCompletions(in: line, at: offset) { return found }
    let shift = before.utf8.count
    var found = session.completions(in: before + line, at: shift + offset)
    let start = found.replace.lowerBound - shift
    guard start >= 0 else { return Completions(replace: offset..<offset) }
    found.replace = start..<max(start, found.replace.upperBound - shift)
    return found
  }

  // MARK: Running

  private func take(_ entry: Entry, _ editor: LineEditor) {
    let text =
      switch entry {
      case .statement(let text), .command(let text): text
      }
    if let warning = history.record(text) { terminal.writeLine("warning: \(warning)") }
    if text.utf8.first != UInt8(ascii: " ") { editor.remember(text.trimmed) }
    switch entry {
    case .command(let text): perform(text)
    case .statement(let text): execute(text)
    }
  }

  private func execute(_ text: String) {
    lastStatement = text
    lastDiagnostics = []
    let clock = ContinuousClock()
    let start = clock.now
    session.cancellation.reset()
    running.isOn = true
    defer {
      running.isOn = false
      pubql_signals_forget_interrupt()
    }
    do throws(PubQLError) {
      try session.run(text, named: REPL.sourceName, allowsContinuation: true) { output in
        show(output, after: clock.now - start)
      }
    } catch {
      report(error, after: clock.now - start)
    }
  }

  private func report(_ error: PubQLError, after time: Duration) {
    switch error.kind {
    case .interrupted:
      let kept = session.lastResult == nil ? "" : "; the previous result is kept"
      // The terminal has written ^C itself.
      terminal.writeLine("\ncancelled after \(REPL.seconds(time))\(kept)")
    case .closed: isLeaving = true
    default:
      for diagnostic in error.diagnostics { show(diagnostic) }
      let codes = error.diagnostics.map(\.code).filter { Reference.explanation(of: $0) != nil }
      var hints = lastFix == nil ? [] : [":fix applies it"]
      if let code = codes.first { hints.append(":explain \(code)") }
      if !hints.isEmpty { terminal.writeLine(terminal.dim("  " + hints.joined(separator: " · "))) }
    }
  }

  private static func seconds(_ time: Duration) -> String {
    let (whole, rest) = time.components
    let tenths = whole * 10 + rest / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) s"
  }

  // MARK: Showing

  private func show(_ output: Output, after time: Duration) {
    switch output {
    case .result(let result): show(result, after: time)
    case .printed(let text): terminal.writeLine(text)
    case .note(let diagnostic):
      show(diagnostic)
      if lastFix != nil { terminal.writeLine(terminal.dim("  :fix applies it")) }
    // The prompt tells times by itself.
    case .timed: break
    case .saved(let path, let rows): terminal.writeLine("wrote \(rows.counted("row")) to \(path)")
    case .loaded(let report): terminal.writeLine(REPL.summary(of: report))
    }
  }

  private func show(_ diagnostic: Diagnostic) {
    lastDiagnostics.append(diagnostic)
    terminal.writeLine(diagnostic.text(color: terminal.hasColor, width: terminal.width))
  }

  private func show(_ result: QueryResult, after time: Duration) {
    let drawn = result.text(display())
    if let damage = result.damage { return damage.diagnostics.forEach(show) }
    terminal.write(drawn.text)
    shownRows = drawn.isWhole ? result.rowCount : min(REPL.pageRows, result.rowCount)
    var parts = drawn.footer.map { [$0] } ?? []
    if time >= .seconds(1) { parts.append(REPL.seconds(time)) }
    if !parts.isEmpty { terminal.writeLine(terminal.dim("  " + parts.joined(separator: " · "))) }
  }

  /// The fields of what is loaded.
  var fields: [FieldInfo] {
    let loads = session.sources.count
    if let known = knownFields, known.loads == loads { return known.fields }
    let fields = session.fields
    knownFields = (loads, fields)
    return fields
  }

  /// How results are drawn now.
  func display() -> Display {
    var display = Display()
    display.width = terminal.width
    display.color = terminal.hasColor
    display.plain = terminal.isPlain
    display.maxRows = REPL.pageRows
    display.isAtPrompt = true
    return display
  }

  private static func summary(of report: LoadReport) -> String {
    var text = report.records.counted("publication")
    text += " from \(report.files.counted("file"))"
    return report.problemCount == 0
      ? text : text + " (\(report.problemCount.counted("oddity", "oddities")): :problems)"
  }
}

/// Whether a query runs, for the thread that may have to stop it.
private final class RunningFlag: Sendable {
  private let flag = Atomic(false)

  var isOn: Bool {
    get { flag.load(ordering: .acquiring) }
    set { flag.store(newValue, ordering: .releasing) }
  }
}

extension Int {
  /// `1 row`, `5,000 rows`
  func counted(_ noun: String, _ plural: String? = nil) -> String {
    "\(grouped) \(self == 1 ? noun : plural ?? noun + "s")"
  }

  /// `5,000`
  var grouped: String {
    let digits = String(magnitude)
    var text = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
