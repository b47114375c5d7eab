extension CountKernel {
  /// A key that gives each record one number.
  struct SingleKey {
    /// Where the code of each record is among `codes`; nil where record `r` has `codes[r]`.
    let starts: Block<UInt32>?
    let codes: Block<UInt32>
    /// The cell of each code's number, among those of this key.
    let cells: [UInt32]
    let missing: UInt32
  }

  /// Counts a number of each key.
  func addSingles(_ piece: CountedPart, _ counts: CellCounts) {
    guard var lanes = LaneCounts(cells: cells) else {
      counts.fill { addSingles(piece, &$0) }
      return
    }
    lanes.fill { addSingles(piece, &$0) }
    counts.add(lanes)
  }

  @inline(__always)
  private func addSingles(_ piece: CountedPart, _ counter: inout some CellCounter) {
    switch singles.count {
    case 1: singles[0].read { Self.add(piece, &counter, $0.cell) }
    case 2:
      singles[0].read { first in
        singles[1].read { second in
          if first.hasOneEach, second.hasOneEach {
            Self.add(piece, &counter) { first.onlyCell($0) &+ second.onlyCell($0) }
          } else {
            Self.add(piece, &counter) { first.cell($0) &+ second.cell($0) }
          }
        }
      }
    default: Self.add(piece, &counter, base)
    }
  }

  @inline(__always)
  private static func add<Counter: CellCounter>(
    _ piece: CountedPart, _ counter: inout Counter, _ cell: (Int) -> UInt32
  ) {
    // What has no address stays in registers.
    var own = counter
    piece.forEach { own.add(cell($0)) }
    counter = own
  }

  /// The cell of a record's numbers under all single keys.
  @inline(__always)
  func base(_ record: Int) -> UInt32 {
    var cell: UInt32 = 0
    for key in singles { cell &+= key.cell(record) }
    return cell
  }
}

extension CountKernel.SingleKey {
  /// The key as plain memory, valid during `body`.
  struct Reader {
    fileprivate let starts: UnsafeBufferPointer<UInt32>?
    fileprivate let codes: UnsafeBufferPointer<UInt32>
    fileprivate let cells: UnsafeBufferPointer<UInt32>
    fileprivate let missing: UInt32

    var hasOneEach: Bool { starts == nil }

    /// Where each record has one code.
    @inline(__always)
    func onlyCell(_ record: Int) -> UInt32 { cells[Int(codes[record])] }

    @inline(__always)
    func cell(_ record: Int) -> UInt32 {
      guard let starts else { return onlyCell(record) }
      let first = starts[record]
      return first == starts[record + 1] ? missing : cells[Int(codes[Int(first)])]
    }
  }

  @inline(__always)
  fileprivate func read(_ body: (Reader) -> Void) {
    cells.withUnsafeBufferPointer { cells in
      withExtendedLifetime((starts, codes)) {
        body(
          Reader(starts: starts?.buffer, codes: codes.buffer, cells: cells, missing: missing))
      }
    }
  }

  @inline(__always)
  func cell(_ record: Int) -> UInt32 {
    guard let starts else { return cells[Int(codes[record])] }
    let first = starts[record]
    return first == starts[record + 1] ? missing : cells[Int(codes[Int(first)])]
  }
}
