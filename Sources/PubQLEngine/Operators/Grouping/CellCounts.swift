/// Counts in numbered cells, and the order in which the cells were met.
///
/// One thread at a time.
final class CellCounts: @unchecked Sendable {
  // Sendable: each part of a count has its own, and they are brought together when all are done.
  private let counts: UnsafeMutableBufferPointer<UInt32>
  private let cells: UnsafeMutableBufferPointer<UInt32>
  private var met = 0

  init(cells count: Int) {
    counts = .allocate(capacity: count)
    counts.initialize(repeating: 0)
    cells = .allocate(capacity: count)
  }

  deinit {
    counts.deallocate()
    cells.deallocate()
  }

  /// The cells that were met, in the order of their first sight.
  var order: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: cells[..<met]) }

  func count(_ cell: Int) -> Int { Int(counts[cell]) }

  /// How many were counted in all.
  var total: Int { order.reduce(0) { $0 + count(Int($1)) } }

  /// Lets `body` count.
  @inline(__always)
  func fill(_ body: (inout Writer) -> Void) {
    var writer = Writer(counts: counts, cells: cells, met: met)
    body(&writer)
    met = writer.met
  }

  /// Adds what was counted behind it.
  func add(_ other: CellCounts) {
    fill { writer in
      for cell in other.order { writer.add(Int(cell), other.counts[Int(cell)]) }
    }
  }

  /// The same for counts in lanes.
  func add(_ other: borrowing LaneCounts) {
    fill { writer in
      for cell in other.order { writer.add(Int(cell), other.number(cell)) }
    }
  }

  /// The counts of cells that `cell` says are one, under its number.
  func joined(_ cell: (Int) -> Int) -> CellCounts {
    let result = CellCounts(cells: counts.count)
    result.fill { writer in
      for old in order { writer.add(cell(Int(old)), counts[Int(old)]) }
    }
    return result
  }

  /// Counts; a value of its own, so that loops hold it in registers.
  struct Writer: CellCounter {
    fileprivate let counts: UnsafeMutableBufferPointer<UInt32>
    fileprivate let cells: UnsafeMutableBufferPointer<UInt32>
    fileprivate var met: Int

    @inline(__always)
    mutating func add(_ cell: UInt32) { add(Int(cell)) }

    @inline(__always)
    mutating func add(_ cell: Int, _ number: UInt32 = 1) {
      let count = counts[cell]
      if count == 0 {
        cells[met] = UInt32(truncatingIfNeeded: cell)
        met &+= 1
      }
      counts[cell] = count &+ number
    }
  }
}
