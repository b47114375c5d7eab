import PubQL

#if canImport(Glibc)
  import Glibc
#endif

/// Standard output: bytes, and a closed pipe as an error rather than a signal.
enum StandardOutput {
  static func print(_ text: String) {
    var line = text.hasSuffix("\n") || text.isEmpty ? text : text + "\n"
    line.withUTF8 { try? write($0) }
  }

  static func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(PubQLError) {
    var offset = 0
    while offset < bytes.count {
      let count = Glibc.write(
        STDOUT_FILENO, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
      if count > 0 {
        offset += count
      } else if errno == EPIPE {
        throw PubQLError(.closed, "standard output was closed")
      } else if errno != EINTR {
        throw PubQLError(
          .output, "standard output cannot be written: \(String(cString: strerror(errno)))",
          code: "PQ0509")
      }
    }
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal, 80 where that is not known.
  static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return environment("COLUMNS").flatMap { Int($0) } ?? 80
  }
}

/// Standard error: for everything that is no result.
enum StandardError {
  static func print(_ text: String) {
    write(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n")
  }

  /// As it is, without an end of the line.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var offset = 0
      while offset < bytes.count {
        let count = Glibc.write(
          STDERR_FILENO, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
        if count > 0 {
          offset += count
        } else if errno != EINTR {
          return
        }
      }
    }
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Standard input as a whole.
enum StandardInput {
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  static func bytes() throws(PubQLError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = piece.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += piece[..<count]
      } else if errno != EINTR {
        throw PubQLError(
          .input, "standard input cannot be read: \(String(cString: strerror(errno)))",
          code: "PQ0502")
      }
    }
  }
}

/// A variable of the environment, nil when it is not set or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}

/// Ends the process.
func leave(_ code: Int32) -> Never { exit(code) }

/// What signals do to a command.
enum Signals {
  /// A closed pipe is told by the write that meets it.
  static func prepare() { signal(SIGPIPE, SIG_IGN) }
}
