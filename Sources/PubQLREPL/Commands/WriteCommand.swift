import Glibc
import PubQL

extension Command {
  /// `:write out.csv`
  static let write = Command(
    "write", "w", usage: "FILE", summary: "keep the last result in a file (.csv .json …)",
    argument: .file
  ) { repl, path in
    repl.writeResult(to: path, replacing: false)
  }

  /// `:write! out.csv`
  static let replace = Command(
    "write!", "w!", usage: "FILE", summary: "the same, also over a file that is there",
    argument: .file
  ) { repl, path in
    repl.writeResult(to: path, replacing: true)
  }
}

extension REPL {
  fileprivate func writeResult(to path: String, replacing: Bool) {
    guard let result = session.lastResult else {
      return terminal.writeLine("there is no result yet")
    }
    guard !path.isEmpty else { return terminal.writeLine("to which file? :write out.csv") }
    guard let format = Reference.outputFormat(forPath: path) else {
      let endings = Reference.outputFormats.flatMap(\.extensions).map { "." + $0 }
      return terminal.writeLine(
        "the ending of `\(path)` names no format; known: \(endings.joined(separator: " "))")
    }
    if !replacing && access(path, F_OK) == 0 {
      return terminal.writeLine("\(path) exists; :write! \(path) replaces it")
    }
    do throws(PubQLError) {
      try OutputFile.write(to: path) { (take) throws(PubQLError) in
        try result.write(format: format, take)
      }
      terminal.writeLine("wrote \(result.rowCount.counted("row")) to \(path) (\(format))")
    } catch {
      for diagnostic in error.diagnostics {
        terminal.writeLine(diagnostic.text(color: terminal.hasColor, width: terminal.width))
      }
    }
  }
}

/// A file that is there whole or not at all: written under another name, then renamed.
private enum OutputFile {
  typealias Take = (UnsafeBufferPointer<UInt8>) throws(PubQLError) -> Void

  static func write(
    to path: String, _ body: (Take) throws(PubQLError) -> Void
  ) throws(PubQLError) {
    let partPath = "\(path).\(getpid()).part"
    let file = open(partPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(path) }
    do throws(PubQLError) {
      try body { (bytes) throws(PubQLError) in
        var rest = bytes[...]
        while !rest.isEmpty {
          let part = UnsafeBufferPointer(rebasing: rest)
          let count = Glibc.write(file, part.baseAddress, part.count)
          if count > 0 {
            rest = rest.dropFirst(count)
          } else if errno != EINTR {
            throw failure(path)
          }
        }
      }
    } catch {
      close(file)
      unlink(partPath)
      throw error
    }
    guard close(file) == 0, rename(partPath, path) == 0 else {
      let error = failure(path)
      unlink(partPath)
      throw error
    }
  }

  private static func failure(_ path: String) -> PubQLError {
    PubQLError(.output, "`\(path)` cannot be written: \(String(cString: strerror(errno)))")
  }
}
