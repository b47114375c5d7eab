/// Tells on a terminal how far the writing is.
final class ProgressLine {
  private let isShown: Bool
  private var hasLine = false
  private var told = 0

  init(isQuiet: Bool) { isShown = !isQuiet && StandardError.isTerminal }

  func tell(_ bytes: Int) {
    // A line for each 16 MB moves as fast as one can look.
    guard isShown, bytes - told >= 16 << 20 else { return }
    told = bytes
    hasLine = true
    StandardError.write("\rwriting … \(bytes >> 20) MB")
  }

  /// Takes the line away.
  func end() {
    guard hasLine else { return }
    hasLine = false
    StandardError.write("\r\u{1B}[K")
  }
}
