/// Goes back and forth in the history while a line is edited: Up finds the last statement that
/// begins with what stands before the cursor.
package struct HistoryNavigator {
  private var entries: [String] = []
  /// What was typed when the search began, and the part before the cursor.
  private var draft = ""
  private var prefix = ""
  private var position = 0
  private var shown: String?

  package init() {}

  /// Adds the newest statement; an equal older one goes.
  /// - Complexity: O(entries).
  package mutating func add(_ text: String) {
    entries.removeAll { $0 == text }
    entries.append(text)
    stop()
  }

  /// The next search begins anew.
  package mutating func stop() {
    shown = nil
    position = entries.count
  }

  /// The next older statement, or nil at the oldest.
  package mutating func earlier(than line: String, cursor before: String) -> String? {
    begin(line, before)
    var index = position - 1
    while index >= 0 {
      if matches(entries[index], line) { return show(index) }
      index -= 1
    }
    return nil
  }

  /// The next newer statement, at last what was typed; nil behind that.
  package mutating func later(than line: String, cursor before: String) -> String? {
    begin(line, before)
    guard position < entries.count else { return nil }
    var index = position + 1
    while index < entries.count {
      if matches(entries[index], line) { return show(index) }
      index += 1
    }
    stop()
    return draft
  }

  /// A line that is not the one shown last was edited: the search begins there.
  private mutating func begin(_ line: String, _ before: String) {
    guard shown != line else { return }
    (draft, prefix, position) = (line, before, entries.count)
  }

  private func matches(_ entry: String, _ line: String) -> Bool {
    entry.utf8.starts(with: prefix.utf8) && entry != line
  }

  private mutating func show(_ index: Int) -> String {
    position = index
    shown = entries[index]
    return entries[index]
  }
}
