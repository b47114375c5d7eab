import Glibc

/// The terminal as the prompt sees it: how wide, how colourful, and where text goes.
package struct Terminal: Sendable {
  /// Whether a person sits there: both input and output are a terminal.
  package let isInteractive: Bool
  /// Whether colour is wanted and understood.
  package let hasColor: Bool
  /// No box characters and nothing drawn twice: for screen readers and plain terminals.
  package let isPlain: Bool
  private let fixedWidth: Int?

  package init(isInteractive: Bool, hasColor: Bool, isPlain: Bool, width: Int? = nil) {
    self.isInteractive = isInteractive
    self.hasColor = hasColor
    self.isPlain = isPlain
    fixedWidth = width
  }

  /// What the environment says; options of the command line go before it. Asks the terminal nothing.
  package init(
    color: Bool? = nil, isPlain: Bool = false, width: Int? = nil,
    environment: (String) -> String? = { getenv($0).map { String(cString: $0) } }
  ) {
    func isSet(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }
    func isOn(_ name: String) -> Bool { isSet(name) && environment(name) != "0" }
    let showsText = isatty(STDOUT_FILENO) == 1
    let isDumb = !isSet("TERM") || environment("TERM") == "dumb"
    let wantsColor = !isSet("NO_COLOR") && (isOn("CLICOLOR_FORCE") || showsText && !isDumb)
    self.init(
      isInteractive: showsText && isatty(STDIN_FILENO) == 1,
      hasColor: color ?? wantsColor,
      isPlain: isPlain || isOn("ACCESSIBLE"), width: width)
  }

  /// Unit: cells; 80 where the terminal does not say.
  package var width: Int {
    if let fixedWidth { return fixedWidth }
    var size = winsize()
    let asked = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    return asked == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// Writes text as it is.
  package func write(_ text: String) { writeToTerminal(text) }

  /// Writes text and a line end, unless it has one.
  package func writeLine(_ text: String) {
    writeToTerminal(text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n")
  }

  /// The text in bold, where there is colour.
  package func bold(_ text: String) -> String { hasColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// The text dimmed, where there is colour.
  package func dim(_ text: String) -> String { hasColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}

/// Writes to standard output; what a closed terminal does not take is lost.
func writeToTerminal(_ text: String) {
  var text = text
  text.withUTF8 { bytes in
    var done = 0
    while done < bytes.count {
      let rest = bytes.baseAddress.map { $0 + done }
      let count = Glibc.write(STDOUT_FILENO, rest, bytes.count - done)
      if count > 0 {
        done += count
      } else if errno != EINTR && errno != EAGAIN {
        return
      }
    }
  }
}
