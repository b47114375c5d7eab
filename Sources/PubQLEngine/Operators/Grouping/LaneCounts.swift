/// Counts one in a cell at a time.
protocol CellCounter {
  mutating func add(_ cell: UInt32)
}

/// Counts in few numbered cells, for loops that do little more than to find the cells.
///
/// Cells wait until there are some hundreds, so that finding them and counting them go each at its
/// own speed. Each is counted in lanes by turns, for a processor waits where it adds to what it has
/// just written, and of few groups each second record is of one of the last.
struct LaneCounts: ~Copyable {
  private let counts: UnsafeMutableBufferPointer<UInt32>
  private let cells: UnsafeMutableBufferPointer<UInt32>
  private let waiting: UnsafeMutableBufferPointer<UInt32>
  private var met = 0

  private static let lanes = 4
  private static let queued = 512
  /// The lanes of more cells would not stay in the nearest cache.
  private static let mostCells = 1 << 11

  /// Nil for more cells than it is good for.
  init?(cells count: Int) {
    guard count <= Self.mostCells else { return nil }
    counts = .allocate(capacity: count * Self.lanes)
    counts.initialize(repeating: 0)
    cells = .allocate(capacity: count)
    waiting = .allocate(capacity: Self.queued)
  }

  deinit {
    counts.deallocate()
    cells.deallocate()
    waiting.deallocate()
  }

  /// The cells that were met, in the order of their first sight.
  var order: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: cells[..<met]) }

  func number(_ cell: UInt32) -> UInt32 {
    (0..<Self.lanes).reduce(0) { $0 &+ counts[Int(cell) &* Self.lanes &+ $1] }
  }

  /// Lets `body` count.
  @inline(__always)
  mutating func fill(_ body: (inout Queue) -> Void) {
    var queue = Queue(
      waiting: waiting, table: Table(counts: counts, cells: cells, met: met))
    body(&queue)
    queue.countWaiting()
    met = queue.table.met
  }

  /// Takes cells that are to be counted. Nothing takes its address, so that loops hold it in
  /// registers.
  struct Queue: CellCounter {
    fileprivate let waiting: UnsafeMutableBufferPointer<UInt32>
    fileprivate var table: Table
    private var count = 0

    fileprivate init(waiting: UnsafeMutableBufferPointer<UInt32>, table: Table) {
      self.waiting = waiting
      self.table = table
    }

    @inline(__always)
    mutating func add(_ cell: UInt32) {
      waiting[count] = cell
      count &+= 1
      if count == LaneCounts.queued { countWaiting() }
    }

    @inline(__always)
    fileprivate mutating func countWaiting() {
      table.met = table.counted(UnsafeBufferPointer(rebasing: waiting[..<count]))
      count = 0
    }
  }

  fileprivate struct Table {
    let counts: UnsafeMutableBufferPointer<UInt32>
    let cells: UnsafeMutableBufferPointer<UInt32>
    var met: Int

    /// Counts one for each of these; gives how many cells were met by then.
    @inline(never)
    func counted(_ waiting: UnsafeBufferPointer<UInt32>) -> Int {
      var table = self
      let inTurns = waiting.count & ~(LaneCounts.lanes &- 1)
      var index = 0
      while index < inTurns {
        for lane in 0..<LaneCounts.lanes { table.add(waiting[index &+ lane], lane: lane) }
        index &+= LaneCounts.lanes
      }
      for cell in waiting[inTurns...] { table.add(cell, lane: 0) }
      return table.met
    }

    @inline(__always)
    private mutating func add(_ cell: UInt32, lane: Int) {
      let place = Int(cell) &* LaneCounts.lanes &+ lane
      let count = counts[place]
      if count == 0 { meet(cell) }
      counts[place] = count &+ 1
    }

    /// Keeps a cell unless another lane of it was counted in before.
    private mutating func meet(_ cell: UInt32) {
      let first = Int(cell) &* LaneCounts.lanes
      if (0..<LaneCounts.lanes).contains(where: { counts[first &+ $0] != 0 }) { return }
      cells[met] = cell
      met &+= 1
    }
  }
}
