import Glibc

/// The statements that were typed, in this session and before, kept in a file.
///
/// Each is appended as soon as it has run, so that a crash loses none and several prompts can share
/// the file; of equal ones the newest counts.
package final class HistoryStore {
  /// Older statements go when the file has twice as many.
  package static let limit = 5_000
  /// Longer ones are not kept: they were pasted, and live somewhere else.
  package static let longestStatement = 100_000
  /// What is read of a file at most, from its end.
  private static let longestFile = 32 << 20

  /// Oldest first, each text once.
  package private(set) var entries: [HistoryEntry] = []
  /// What is loaded; new entries carry it.
  package var corpus = ""
  private let path: String?
  private var hasWarned = false

  /// Reads the file, if there is one; with no path nothing outlives the process.
  package init(path: String?) {
    self.path = path
    guard let path, let bytes = readEnd(of: path, atMost: HistoryStore.longestFile) else { return }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    entries = HistoryStore.newestOfEqual(lines.compactMap { HistoryEntry(line: $0) })
    if lines.count > 2 * HistoryStore.limit || bytes.count == HistoryStore.longestFile {
      _ = rewrite(path)
    }
  }

  /// `$XDG_STATE_HOME/pubql/history`, or the same below `~/.local/state`; nil without a home.
  package static func defaultPath(
    environment: (String) -> String? = { getenv($0).map { String(cString: $0) } }
  ) -> String? {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/pubql/history"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/pubql/history"
  }

  /// Keeps a statement, unless it begins with a space.
  ///
  /// Gives a warning the first time that the file cannot be written.
  package func record(_ text: String) -> String? {
    let isTooLong = text.utf8.count > HistoryStore.longestStatement
    guard text.utf8.first != UInt8(ascii: " "), !isTooLong else { return nil }
    let body = text.trimmed
    guard !body.isEmpty else { return nil }
    let entry = HistoryEntry(time: Glibc.time(nil), corpus: corpus, text: body)
    entries.removeAll { $0.text == body }
    entries.append(entry)
    guard let path, !append(entry.line + "\n", to: path), !hasWarned else { return nil }
    hasWarned = true
    return "the history cannot be kept in \(path): \(String(cString: strerror(errno)))"
  }

  /// The entries that hold a word, with their numbers, oldest first.
  package func entries(with word: String) -> [(number: Int, entry: HistoryEntry)] {
    let word = word.lowercased()
    return entries.enumerated().compactMap { index, entry in
      word.isEmpty || entry.text.lowercased().contains(word) ? (index + 1, entry) : nil
    }
  }

  private static func newestOfEqual(_ entries: [HistoryEntry]) -> [HistoryEntry] {
    var seen: Set<String> = []
    var newest: [HistoryEntry] = []
    for entry in entries.reversed() where newest.count < limit {
      if seen.insert(entry.text).inserted { newest.append(entry) }
    }
    return newest.reversed()
  }

  private func append(_ line: String, to path: String) -> Bool {
    makeFolders(above: path)
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    return writeAll(line, to: file)
  }

  /// Writes what is kept to a new file, which then takes the place of the old one.
  private func rewrite(_ path: String) -> Bool {
    let newPath = path + ".\(getpid())"
    let file = open(newPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    let isWritten = writeAll(entries.map { $0.line + "\n" }.joined(), to: file)
    close(file)
    guard isWritten, rename(newPath, path) == 0 else {
      unlink(newPath)
      return false
    }
    return true
  }
}

/// Makes the folders that a file is to lie in; one that cannot be made shows when it is written.
private func makeFolders(above path: String) {
  for (index, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
    mkdir(String(decoding: path.utf8.prefix(index), as: UTF8.self), 0o700)
  }
}

private func writeAll(_ text: String, to file: Int32) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    var done = 0
    while done < bytes.count {
      let count = write(file, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count > 0 {
        done += count
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

/// The last bytes of a file; nil if it cannot be read, or is no file that ends (a pipe, a device).
private func readEnd(of path: String, atMost limit: Int) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var facts = stat()
  guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
  if Int(facts.st_size) > limit { lseek(file, -limit, SEEK_END) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count < limit {
    let count = read(file, &block, min(block.count, limit - bytes.count))
    if count > 0 {
      bytes.append(contentsOf: block[..<count])
    } else if count == 0 || errno != EINTR {
      break
    }
  }
  return bytes
}
