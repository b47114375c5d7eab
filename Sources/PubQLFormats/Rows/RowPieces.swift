import Dispatch
import PubQLModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rows of a table, cut into pieces that all cores write and the calling thread hands on in
/// order.
///
/// The calling thread writes as well while the piece that is next is not there, so that it never
/// waits for a thread that has not begun. Only so many pieces are there at a time, whether or not
/// the receiver keeps up.
final class RowPieces: Sendable {
  private let table: any TableSource
  private let format: any RowFormat
  private let state: Mutex<State>
  /// Signalled for each piece that a helper has written.
  private let written = DispatchSemaphore(value: 0)

  private struct State {
    /// Those that no piece has yet.
    var rows: Range<Int>
    /// Whether no piece was begun yet.
    var isFresh = true
    /// The pieces that were begun, the one that is handed on next first.
    var begun: [RowPiece] = []
    var spare: [RowPiece] = []
    /// How many bytes so many rows took.
    var size = (bytes: 0, rows: 0)
    /// Threads that write beside the calling one.
    var helpers = 0
  }

  /// What the calling thread does next.
  private enum Step {
    case hand(RowPiece)
    case write(RowPiece)
    case wait
    case end
  }

  private static let cores = min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  /// Pieces that are there at a time: each thread is at one, and one waits.
  private static let mostPieces = 2 * cores
  /// Rows of the first piece, by which the size of the next is chosen.
  private static let firstRows = 16
  /// Rows of a piece of the narrowest of tables.
  private static let mostRows = 4096

  init(_ table: any TableSource, _ format: any RowFormat) {
    self.table = table
    self.format = format
    state = Mutex(State(rows: format.rows(of: table)))
  }

  /// Writes everything.
  /// - Throws: what the sink throws; then no thread is at a piece any more.
  func write(to sink: any ByteSink) throws(OutputError) {
    defer { stop() }
    while true {
      switch nextStep() {
      case .hand(let piece):
        try piece.hand(to: sink)
        state.withLock { $0.spare.append(piece) }
      case .write(let piece): write(piece)
      case .wait: written.wait()
      case .end: return
      }
    }
  }

  private func nextStep() -> Step {
    let (step, helpers) = state.withLock { state -> (Step, Int) in
      let step: Step
      if let first = state.begun.first, first.isWritten {
        step = .hand(state.begun.removeFirst())
      } else if let piece = begin(&state) {
        step = .write(piece)
      } else {
        step = state.begun.isEmpty ? .end : .wait
      }
      return (step, Self.addHelpers(&state))
    }
    for _ in 0..<helpers { DispatchQueue.global().async { self.help() } }
    return step
  }

  /// The next piece; nil where no rows are left, or there is no room for it.
  private func begin(_ state: inout State) -> RowPiece? {
    guard state.isFresh || !state.rows.isEmpty, state.begun.count < Self.mostPieces else {
      return nil
    }
    let piece = state.spare.popLast() ?? RowPiece(table, format)
    let rows = state.rows.prefix(Self.rows(of: state.size))
    state.rows = rows.upperBound..<state.rows.upperBound
    piece.take(rows, isFirst: state.isFresh, isLast: state.rows.isEmpty)
    state.isFresh = false
    state.begun.append(piece)
    return piece
  }

  /// So many rows that they fill a piece, by those that were written.
  private static func rows(of size: (bytes: Int, rows: Int)) -> Int {
    guard size.rows > 0 else { return firstRows }
    return min(mostRows, max(1, OutputBuffer.pieceSize * size.rows / max(size.bytes, 1)))
  }

  /// How many threads are to begin: as many as there are cores, once more than a piece is left.
  private static func addHelpers(_ state: inout State) -> Int {
    guard state.size.rows > 0, state.rows.count > rows(of: state.size),
      state.begun.count < mostPieces
    else { return 0 }
    defer { state.helpers = cores - 1 }
    return cores - 1 - state.helpers
  }

  private func write(_ piece: RowPiece) {
    piece.write()
    state.withLock { state in
      piece.isWritten = true
      state.size.bytes += piece.size.bytes
      state.size.rows += piece.size.rows
    }
  }

  /// Writes pieces as long as there is room for more.
  private func help() {
    func next() -> RowPiece? {
      state.withLock { state in
        let piece = begin(&state)
        if piece == nil { state.helpers -= 1 }
        return piece
      }
    }
    while let piece = next() {
      write(piece)
      written.signal()
    }
  }

  /// Lets nobody begin a piece, and waits for those that are at one.
  private func stop() {
    func isBusy() -> Bool {
      state.withLock { state in
        state.rows = state.rows.upperBound..<state.rows.upperBound
        state.begun.removeAll { $0.isWritten }
        return !state.begun.isEmpty
      }
    }
    while isBusy() { written.wait() }
  }
}
