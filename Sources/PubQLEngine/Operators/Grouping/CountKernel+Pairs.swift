extension CountKernel {
  /// Counts each two numbers of a record in the order in which they stand there.
  func addPairs(
    _ piece: CountedPart, _ key: SeveralKey, _ pairs: SeveralKey.Pairs, _ counts: CellCounts
  ) throws(RunError) {
    let (starts, codes) = (key.column.starts.buffer, key.column.codes.buffer)
    var seen = LastSeen(count: key.repeating ?? 0)
    var row: UInt32 = 0
    var numbers: [UInt32] = []
    var hasTooMany = false
    key.numbers.withUnsafeBufferPointer { numberOfCode in
      counts.fill { cells in
        piece.forEach { record in
          let (first, end) = (Int(starts[record]), Int(starts[record + 1]))
          if key.repeating == nil, end - first <= pairs.few {
            if end - first < 2 { cells.add(Int(key.missing)) }
            Self.addPairs(codes, first..<end, numberOfCode, pairs.groups, &cells)
            return
          }
          row &+= 1
          numbers.removeAll(keepingCapacity: true)
          for place in first..<end {
            let number = numberOfCode[Int(codes[place])]
            if key.repeating == nil || seen.insert(number, row) { numbers.append(number) }
          }
          guard ValuePairs.count(of: numbers.count) <= ValuePairs.limit else {
            hasTooMany = true
            return
          }
          if numbers.count < 2 { cells.add(Int(key.missing)) }
          for (place, a) in numbers.enumerated() {
            for b in numbers[(place + 1)...] { cells.add(Int(a) &* pairs.groups &+ Int(b)) }
          }
        }
      }
    }
    if hasTooMany { throw pairs.error }
  }

  /// Few values are written out: how often a loop turns would be guessed wrong for most records.
  @inline(__always)
  private static func addPairs(
    _ codes: UnsafeBufferPointer<UInt32>, _ places: Range<Int>,
    _ numberOfCode: UnsafeBufferPointer<UInt32>, _ groups: Int, _ cells: inout CellCounts.Writer
  ) {
    @inline(__always) func number(_ offset: Int) -> Int {
      Int(numberOfCode[Int(codes[places.lowerBound &+ offset])])
    }
    switch places.count {
    case 0, 1: return
    case 2: cells.add(number(0) &* groups &+ number(1))
    case 3:
      let (first, second, third) = (number(0) &* groups, number(1), number(2))
      cells.add(first &+ second)
      cells.add(first &+ third)
      cells.add(second &* groups &+ third)
    case 4:
      let (first, second, third, fourth) = (number(0) &* groups, number(1), number(2), number(3))
      cells.add(first &+ second)
      cells.add(first &+ third)
      cells.add(first &+ fourth)
      cells.add(second &* groups &+ third)
      cells.add(second &* groups &+ fourth)
      cells.add(third &* groups &+ fourth)
    default:
      for offset in 0..<places.count {
        let first = number(offset) &* groups
        for other in offset &+ 1..<places.count { cells.add(first &+ number(other)) }
      }
    }
  }
}
