/// The loops of `GroupCounts`: one for each shape that keys have.
struct CountKernel: Sendable {
  /// Keys of single values.
  private let singles: [SingleKey]
  /// The key of several values, if there is one.
  private let several: SeveralKey?
  private let cells: Int
  private let context: ExecutionContext

  /// A key that gives each record one number.
  fileprivate struct SingleKey {
    let column: CodeColumn
    /// Whether record `r` has `codes[r]`.
    let hasOneEach: Bool
    /// The cell of each code's number, among those of this key.
    let cells: [UInt32]
    let missing: UInt32
  }

  /// A key that gives each record several numbers, or each two of them.
  fileprivate struct SeveralKey {
    let column: CodeColumn
    let numbers: [UInt32]
    let missing: Int
    let stride: Int
    /// How many groups there are, where a record may have one of them twice.
    let repeating: Int?
    let pairs: Pairs?

    struct Pairs {
      let groups: Int
      let error: RunError
    }
  }

  init(_ keys: [CountKey], strides: [Int], cells: Int, _ context: ExecutionContext) {
    self.cells = cells
    self.context = context
    var singles: [SingleKey] = []
    var several: SeveralKey?
    for (key, stride) in zip(keys, strides) {
      let column = key.coded.column
      if column.isMultiple {
        let groups = key.coded.dictionary.groups.count
        several = SeveralKey(
          column: column, numbers: key.numbers, missing: Int(key.missing), stride: stride,
          repeating: column.hasRepeatedGroups ? groups : nil,
          pairs: key.pairsAt.map {
            SeveralKey.Pairs(groups: groups, error: RunError(ValuePairs.tooMany, at: $0))
          })
      } else {
        singles.append(
          SingleKey(
            column: column, hasOneEach: column.hasOneEach,
            cells: key.numbers.map { $0 * UInt32(stride) },
            missing: key.missing * UInt32(stride)))
      }
    }
    self.singles = singles
    self.several = several
  }

  /// A part is about as much work as it takes to begin one.
  private static let leastPart = 1 << 15
  /// Tables of more cells are not made once more for each part.
  private static let sharedCells = 1 << 16

  func counts(of selection: RecordRows.Selection) throws(RunError) -> CellCounts {
    let parts: [CountedPart]
    switch selection {
    case .set(let set):
      let size = cells > Self.sharedCells ? set.universe : Self.leastPart
      parts = set.parts(ofAtLeast: size).map { .set(set, $0) }
    case .list(let records): parts = [.list(records)]
    }
    let counted = Parallel.map(parts.count) { index -> Result<CellCounts, RunError> in
      let counts = CellCounts(cells: cells)
      do throws(RunError) {
        try add(parts[index], to: counts)
        return .success(counts)
      } catch { return .failure(error) }
    }
    var result: CellCounts?
    for part in counted {
      let counts = try part.get()
      if let result { result.add(counts) } else { result = counts }
    }
    return result ?? CellCounts(cells: cells)
  }

  private func add(_ part: CountedPart, to counts: CellCounts) throws(RunError) {
    for piece in part.pieces {
      try context.check()
      var seen = LastSeen(count: several?.repeating ?? 0)
      if let several {
        if let pairs = several.pairs {
          try addPairs(piece, several, pairs, &seen, counts)
        } else {
          addSeveral(piece, several, &seen, counts)
        }
      } else {
        addSingles(piece, counts)
      }
    }
  }

  private func addSingles(_ piece: CountedPart, _ counts: CellCounts) {
    switch singles.count {
    case 1:
      let key = singles[0]
      piece.forEach { counts.add(Int(key.cell($0))) }
    case 2:
      let (first, second) = (singles[0], singles[1])
      piece.forEach { counts.add(Int(first.cell($0) &+ second.cell($0))) }
    default:
      piece.forEach { record in counts.add(Int(base(record))) }
    }
  }

  @inline(__always)
  private func base(_ record: Int) -> UInt32 {
    var cell: UInt32 = 0
    for key in singles { cell &+= key.cell(record) }
    return cell
  }

  private func addSeveral(
    _ piece: CountedPart, _ key: SeveralKey, _ seen: inout LastSeen, _ counts: CellCounts
  ) {
    let (starts, codes) = (key.column.starts.buffer, key.column.codes.buffer)
    key.numbers.withUnsafeBufferPointer { numbers in
      var row: UInt32 = 0
      piece.forEach { record in
        row &+= 1
        let base = Int(base(record))
        let (first, end) = (Int(starts[record]), Int(starts[record + 1]))
        if first == end { counts.add(base &+ key.missing &* key.stride) }
        for place in first..<end {
          let number = numbers[Int(codes[place])]
          if key.repeating != nil, !seen.insert(number, row) { continue }
          counts.add(base &+ Int(number) &* key.stride)
        }
      }
    }
  }

  private func addPairs(
    _ piece: CountedPart, _ key: SeveralKey, _ pairs: SeveralKey.Pairs, _ seen: inout LastSeen,
    _ counts: CellCounts
  ) throws(RunError) {
    var numbers: [Int] = []
    var hasTooMany = false
    var row: UInt32 = 0
    piece.forEach { record in
      row &+= 1
      numbers.removeAll(keepingCapacity: true)
      for code in key.column.codes(of: record) {
        let number = key.numbers[Int(code)]
        if key.repeating != nil, !seen.insert(number, row) { continue }
        numbers.append(Int(number))
      }
      if ValuePairs.count(of: numbers.count) > ValuePairs.limit {
        hasTooMany = true
        return
      }
      if numbers.count < 2 { counts.add(key.missing) }
      numbers.withUnsafeBufferPointer { numbers in
        for place in numbers.indices {
          let a = numbers[place]
          for b in numbers[(place &+ 1)...] {
            counts.add(min(a, b) &* pairs.groups &+ max(a, b))
          }
        }
      }
    }
    if hasTooMany { throw pairs.error }
  }
}

extension CountKernel.SingleKey {
  @inline(__always)
  fileprivate func cell(_ record: Int) -> UInt32 {
    if hasOneEach { return cells[Int(column.codes[record])] }
    let (first, end) = (column.starts[record], column.starts[record + 1])
    return first == end ? missing : cells[Int(column.codes[Int(first)])]
  }
}

/// Records that are counted on one core.
enum CountedPart: Sendable {
  case set(RecordSet, Range<Int>)
  case list([UInt32])
  case slice(ArraySlice<UInt32>)

  /// The same in pieces, between which somebody may ask to stop.
  var pieces: [CountedPart] {
    switch self {
    case .set(let set, let range):
      stride(from: range.lowerBound, to: range.upperBound, by: 1 << 16).map {
        .set(set, $0..<min(range.upperBound, $0 + 1 << 16))
      }
    case .list(let records):
      stride(from: 0, to: records.count, by: 1 << 16).map {
        .slice(records[$0..<min(records.count, $0 + 1 << 16)])
      }
    case .slice: [self]
    }
  }

  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    switch self {
    case .set(let set, let range): set.forEach(in: range, body)
    case .list(let records): for record in records { body(Int(record)) }
    case .slice(let records): for record in records { body(Int(record)) }
    }
  }
}
