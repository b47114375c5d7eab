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

  @inline(__always)
  func add(_ cell: Int, _ number: UInt32 = 1) {
    let count = counts[cell]
    if count == 0 {
      cells[met] = UInt32(truncatingIfNeeded: cell)
      met &+= 1
    }
    counts[cell] = count &+ number
  }

  func count(_ cell: Int) -> Int { Int(counts[cell]) }

  /// Adds what was counted behind it.
  func add(_ other: CellCounts) {
    for cell in other.order { add(Int(cell), other.counts[Int(cell)]) }
  }

  /// How many were counted in all.
  var total: Int { order.reduce(0) { $0 + count(Int($1)) } }
}
