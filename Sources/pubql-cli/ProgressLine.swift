import PubQL

/// Tells on a terminal how far the making of a snapshot is, and how long it may take yet.
final class ProgressLine {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  init(isQuiet: Bool) { isShown = !isQuiet && StandardError.isTerminal }

  func tell(_ progress: SnapshotProgress) {
    let now = ContinuousClock.now
    // Nobody waits for what takes no longer, and the first guesses are wild; ten times in a second
    // is as fast as one can look.
    guard isShown, now - start > .seconds(2), last.map({ now - $0 > .milliseconds(100) }) ?? true
    else { return }
    last = now
    StandardError.write(
      "\r\u{1B}[K" + Self.words(progress, after: Double((now - start).components.seconds)))
  }

  /// - Parameter time: since the beginning. Unit: seconds.
  private static func words(_ progress: SnapshotProgress, after time: Double) -> String {
    let written = "\(progress.written >> 20) MB written"
    guard let fraction = progress.fraction else { return written }
    let done = "\(Int(fraction * 100)) %, \(written)"
    guard fraction > 0.02 else { return done }
    return "\(done), \(duration(time / fraction - time)) left"
  }

  private static func duration(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded(.up))
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }

  /// Takes the line away.
  func end() {
    guard last != nil else { return }
    last = nil
    StandardError.write("\r\u{1B}[K")
  }
}
