/// How far the making of a snapshot is.
package struct SnapshotProgress: Sendable {
  /// How much of the work is done, as far as can be told: from 0 to 1, never less than before; nil
  /// where it is not known how much there is.
  package let fraction: Double?
  /// How many bytes are written.
  package let written: Int

  package typealias Receiver = (SnapshotProgress) -> Void
}

/// Adds up what is done.
///
/// Unit of work: about what it takes to copy a byte. What else is done with the bytes of a text is
/// set in relation to that, as measured.
final class ProgressMeter {
  /// What it takes to take a byte of a text apart, and to write it with its words.
  static let loading = 4
  static let writing = 8

  private let receive: SnapshotProgress.Receiver
  private var work: Int?
  private var done = 0
  private var told = 0.0
  private var written = 0
  /// What is being written: what it is worth, from which byte on, and about how many bytes it takes.
  private var current: (work: Int, start: Int, length: Int)?

  /// - Parameter work: all that is to be done; nil where that is not known.
  init(_ receive: @escaping SnapshotProgress.Receiver, work: Int? = nil) {
    self.receive = receive
    self.work = work
  }

  /// There is more to be done than was known.
  func expects(_ more: Int) { work = work.map { $0 + more } }

  /// Some work is done, beside writing.
  func did(_ work: Int) {
    done += work
    tell()
  }

  /// What is written from now on, until it ends.
  /// - Parameter bytes: about how many bytes it takes.
  func beginsWriting(_ bytes: Int, work: Int) {
    current = (work, written, max(1, bytes))
  }

  func endsWriting() {
    done += current?.work ?? 0
    current = nil
  }

  /// - Parameter bytes: how many are written altogether.
  func wrote(_ bytes: Int) {
    written = bytes
    tell()
  }

  private func tell() {
    guard let work, work > 0 else {
      return receive(SnapshotProgress(fraction: nil, written: written))
    }
    var sum = Double(done)
    if let current {
      let part = Double(written - current.start) / Double(current.length)
      sum += Double(current.work) * min(1, max(0, part))
    }
    told = max(told, min(1, sum / Double(work)))
    receive(SnapshotProgress(fraction: told, written: written))
  }
}
