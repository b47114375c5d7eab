import CEditShim
package import PubQL

/// Lets a person edit one line after another at the terminal, with libedit where it is there.
///
/// Not for several at once: libedit and the terminal are the process's own.
package final class LineEditor {
  /// What came of reading a line.
  package enum Line: Equatable {
    /// May hold line ends: a paste, or a statement of several lines that was recalled.
    case text(String)
    /// Ctrl-C; what was typed is gone.
    case interrupted(wasEmpty: Bool)
    /// Ctrl-D on an empty line, or no terminal any more.
    case endOfInput
  }

  /// What can stand before the cursor, of the line and the cursor's UTF-8 offset in it.
  package var completer: (String, Int) -> Completions = { _, offset in
    Completions(replace: offset..<offset)
  }
  /// Draws a list of completions.
  package var drawList: (Completions) -> String = { _ in "" }
  /// What Up and Down recall, oldest first.
  package var history = HistoryNavigator()

  private var edit: OpaquePointer?

  /// Takes the terminal; nil if there is none, or no memory.
  package init?() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    edit = pubql_edit_open("pubql", serveKey, context)
    guard edit != nil else { return nil }
    for (keys, function) in LineEditor.bindings {
      pubql_edit_bind(edit, keys.zeroTerminated, function.zeroTerminated)
    }
  }

  deinit { pubql_edit_close(edit) }

  /// Whether lines can be edited; else keys have no meaning and plain lines are read.
  package static var canEdit: Bool { pubql_edit_is_rich() }

  /// Reads a line; in the prompt, what stands between two U+0001 takes no room.
  package func read(prompt: String) -> Line {
    guard LineEditor.canEdit else { return readPlainly(prompt: prompt) }
    history.stop()
    var line: UnsafePointer<UInt32>?
    var count = 0
    switch Int(pubql_edit_read(edit, prompt.zeroTerminated, &line, &count)) {
    case PUBQL_READ_LINE:
      return .text(String(codePoints: UnsafeBufferPointer(start: line, count: count)))
    case PUBQL_READ_INTERRUPTED: return .interrupted(wasEmpty: count == 0)
    default: return .endOfInput
    }
  }

  /// The next line begins with this text, as if it had been typed.
  package func prefill(_ text: String) {
    pubql_edit_prefill(edit, text.zeroTerminated)
  }

  /// Up, Down and Ctrl-R find this text from now on.
  package func remember(_ text: String) {
    history.add(text)
    pubql_edit_remember(edit, text.zeroTerminated)
  }

  /// Whether a line that begins with `|` was sent already: a paste that the terminal did not mark.
  ///
  /// Waits 15 ms at most.
  package func pipeFollows() -> Bool {
    var seen = -1
    for wait: Int32 in [15, 5, 5] {
      var bytes: UnsafePointer<UInt8>?
      let count = pubql_edit_waiting(edit, wait, &bytes)
      let sent = UnsafeBufferPointer(start: bytes, count: count)
      if let first = sent.first(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) {
        return first == UInt8(ascii: "|")
      }
      if count == 0 || count == seen { return false }
      seen = count
    }
    return false
  }

  private func readPlainly(prompt: String) -> Line {
    writeToTerminal(prompt.withoutUncounted)
    var scalars: [UInt32] = []
    var scalar: UInt32 = 0
    while true {
      let status = Int(pubql_edit_next(edit, &scalar))
      if status == PUBQL_READ_INTERRUPTED {
        writeToTerminal("\n")
        return .interrupted(wasEmpty: scalars.isEmpty)
      }
      if status <= 0 && scalars.isEmpty { return .endOfInput }
      if status <= 0 || scalar == 0x0A { return .text(String(codePoints: scalars)) }
      scalars.append(scalar)
    }
  }

  private static let bindings: [(keys: String, function: String)] = [
    ("^I", "pubql-complete"), ("\\e[200~", "pubql-paste"), ("^R", "em-inc-search-prev"),
    ("^P", "pubql-previous"), ("\\e[A", "pubql-previous"), ("\\eOA", "pubql-previous"),
    ("^N", "pubql-next"), ("\\e[B", "pubql-next"), ("\\eOB", "pubql-next"),
    ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
    ("\\e[H", "ed-move-to-beg"), ("\\eOH", "ed-move-to-beg"), ("\\e[1~", "ed-move-to-beg"),
    ("\\e[F", "ed-move-to-end"), ("\\eOF", "ed-move-to-end"), ("\\e[4~", "ed-move-to-end"),
    ("\\e[3~", "ed-delete-next-char"), ("^W", "ed-delete-prev-word"),
  ]
}

// MARK: Keys that are served here

/// What libedit calls; `context` is the editor, which outlives the call.
private func serveKey(_ context: UnsafeMutableRawPointer?, _ key: Int32) -> Int32 {
  guard let context else { return KeyOutcome.refused.code }
  let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
  return editor.serve(key).code
}

/// What a key did.
private enum KeyOutcome {
  case done
  case changed
  case refused
  case ended

  var code: Int32 {
    switch self {
    case .done: Int32(PUBQL_KEY_DONE)
    case .changed: Int32(PUBQL_KEY_CHANGED)
    case .refused: Int32(PUBQL_KEY_REFUSED)
    case .ended: Int32(PUBQL_KEY_ENDED)
    }
  }
}

extension LineEditor {
  /// The line and the cursor, both in code points.
  private var current: (scalars: [UInt32], cursor: Int) {
    var text: UnsafePointer<UInt32>?
    var (count, cursor) = (0, 0)
    pubql_edit_line(edit, &text, &count, &cursor)
    return (Array(UnsafeBufferPointer(start: text, count: count)), min(cursor, count))
  }

  fileprivate func serve(_ key: Int32) -> KeyOutcome {
    switch key {
    case Int32(PUBQL_KEY_COMPLETE): complete()
    case Int32(PUBQL_KEY_PREVIOUS): recall { $0.earlier(than: $1, cursor: $2) }
    case Int32(PUBQL_KEY_NEXT): recall { $0.later(than: $1, cursor: $2) }
    case Int32(PUBQL_KEY_PASTE): paste()
    default: .refused
    }
  }

  private func recall(_ step: (inout HistoryNavigator, String, String) -> String?) -> KeyOutcome {
    let (scalars, cursor) = current
    let line = String(codePoints: scalars)
    let before = String(codePoints: scalars[..<cursor])
    guard let text = step(&history, line, before) else { return .refused }
    pubql_edit_replace(edit, 0, scalars.count, text.zeroTerminated)
    return .changed
  }

  private func complete() -> KeyOutcome {
    let (scalars, cursor) = current
    let line = String(codePoints: scalars)
    let offset = String(codePoints: scalars[..<cursor]).utf8.count
    let found = completer(line, offset)
    guard let text = found.insertion(in: line) else {
      guard !found.items.isEmpty else { return .refused }
      pubql_edit_show(edit, drawList(found))
      return .done
    }
    let start = line.scalarCount(toUTF8Offset: found.replace.lowerBound)
    let end = line.scalarCount(toUTF8Offset: found.replace.upperBound)
    pubql_edit_replace(edit, start, end, text.zeroTerminated)
    if found.items.count == 1 && found.more == 0 { return .changed }
    pubql_edit_show(edit, drawList(found))
    return .done
  }

  /// Everything up to ESC [ 201 ~ goes into the line: line ends stay, other controls go.
  private func paste() -> KeyOutcome {
    var pasted = PastedText()
    var scalar: UInt32 = 0
    while !pasted.isComplete {
      guard pubql_edit_next(edit, &scalar) > 0 else { return .ended }
      pasted.add(scalar)
    }
    let text = pasted.text
    guard !text.isEmpty else { return .done }
    let (_, cursor) = current
    pubql_edit_replace(edit, cursor, cursor, text + [0])
    return .changed
  }
}

/// Collects what comes between the marks of a bracketed paste.
package struct PastedText {
  /// No query is longer; the rest is read and dropped.
  private static let longest = 4_000_000
  private static let end: [UInt32] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  private var scalars: [UInt32] = []
  private var matched = 0
  /// Whether the mark of the end came.
  package var isComplete: Bool { matched == PastedText.end.count }

  package init() {}

  /// Takes the next code point.
  package mutating func add(_ scalar: UInt32) {
    matched = scalar == PastedText.end[matched] ? matched + 1 : scalar == 0x1B ? 1 : 0
    // The letters of the mark are kept until it proves to be one; `text` drops them.
    if scalars.count < PastedText.longest { scalars.append(scalar) }
  }

  /// The text without the mark, control characters and empty lines at its end.
  package var text: [UInt32] {
    var body = scalars[...]
    if body.suffix(PastedText.end.count).elementsEqual(PastedText.end) {
      body = body.dropLast(PastedText.end.count)
    }
    var text: [UInt32] = []
    text.reserveCapacity(body.count + 1)
    var previous: UInt32 = 0
    for scalar in body {
      defer { previous = scalar }
      if scalar == 0x0A && previous == 0x0D { continue }
      let isControl = scalar < 0x20 || (0x7F..<0xA0).contains(scalar)
      switch scalar {
      case 0x0A, 0x0D: text.append(0x0A)
      case 0x09: text.append(0x20)
      case _ where isControl: continue
      default: text.append(scalar)
      }
    }
    while text.last == 0x0A || text.last == 0x20 { text.removeLast() }
    return text
  }
}

// MARK: Texts as libedit takes them

extension String {
  /// The code points and a zero; what follows a zero in the text is left out.
  var zeroTerminated: [UInt32] {
    var scalars = unicodeScalars.prefix { $0.value != 0 }.map(\.value)
    scalars.append(0)
    return scalars
  }

  /// A text of code points; what is none stands as U+FFFD.
  init(codePoints: some Sequence<UInt32>) {
    self.init(String.UnicodeScalarView(codePoints.map { Unicode.Scalar($0) ?? "\u{FFFD}" }))
  }

  /// How many code points stand before a UTF-8 offset.
  func scalarCount(toUTF8Offset offset: Int) -> Int {
    var seen = 0
    var count = 0
    for scalar in unicodeScalars {
      guard seen < offset else { break }
      seen += UTF8.width(scalar)
      count += 1
    }
    return count
  }

  /// The text without what stands between two U+0001.
  var withoutUncounted: String {
    var parts = ""
    var isCounted = true
    for scalar in unicodeScalars {
      if scalar.value == 1 {
        isCounted.toggle()
      } else if isCounted {
        parts.unicodeScalars.append(scalar)
      }
    }
    return parts
  }
}
