/// The loops of `GroupCounts`: one for each shape that keys have.
struct CountKernel: Sendable {
  /// Keys of single values.
  let singles: [SingleKey]
  /// The key of several values, if there is one.
  private let several: SeveralKey?
  let cells: Int
  private let context: ExecutionContext

  /// A key that gives each record several numbers, or each two of them.
  struct SeveralKey {
    let column: CodeColumn
    let numbers: [UInt32]
    /// The cell of each code's number, among those of this key.
    let cells: [UInt32]
    let missing: UInt32
    /// How many groups there are, where a record may have one of them twice.
    let repeating: Int?
    let pairs: Pairs?

    struct Pairs {
      let groups: Int
      let error: RunError
      /// So many values never make too many pairs.
      let few = 1000
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
          column: column, numbers: key.numbers,
          cells: key.numbers.map { $0 &* UInt32(stride) }, missing: key.missing * UInt32(stride),
          repeating: column.hasRepeatedGroups ? groups : nil,
          pairs: key.pairsAt.map {
            SeveralKey.Pairs(groups: groups, error: RunError(ValuePairs.tooMany, at: $0))
          })
      } else {
        singles.append(
          SingleKey(
            starts: column.hasOneEach ? nil : column.starts, codes: column.codes,
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
    let counts = result ?? CellCounts(cells: cells)
    guard let several, let pairs = several.pairs else { return counts }
    // The two of a pair stand in either order in a record.
    return counts.joined { cell in
      if cell == Int(several.missing) { return cell }
      let (a, b) = (cell / pairs.groups, cell % pairs.groups)
      return min(a, b) * pairs.groups + max(a, b)
    }
  }

  private func add(_ part: CountedPart, to counts: CellCounts) throws(RunError) {
    for piece in part.pieces {
      try context.check()
      if let several, let pairs = several.pairs {
        try addPairs(piece, several, pairs, counts)
      } else if let several {
        addSeveral(piece, several, counts)
      } else {
        addSingles(piece, counts)
      }
    }
  }

  private func addSeveral(_ piece: CountedPart, _ key: SeveralKey, _ counts: CellCounts) {
    guard singles.isEmpty, key.repeating == nil else {
      addCombinations(piece, key, counts)
      return
    }
    let (starts, codes) = (key.column.starts.buffer, key.column.codes.buffer)
    key.cells.withUnsafeBufferPointer { cellOfCode in
      counts.fill { cells in
        piece.forEach { record in
          let (first, end) = (Int(starts[record]), Int(starts[record + 1]))
          if first == end { cells.add(Int(key.missing)) }
          for place in first..<end { cells.add(Int(cellOfCode[Int(codes[place])])) }
        }
      }
    }
  }

  /// With keys of single values, or where a record may have a value twice.
  private func addCombinations(_ piece: CountedPart, _ key: SeveralKey, _ counts: CellCounts) {
    let (starts, codes) = (key.column.starts.buffer, key.column.codes.buffer)
    var seen = LastSeen(count: key.repeating ?? 0)
    var row: UInt32 = 0
    key.cells.withUnsafeBufferPointer { cellOfCode in
      counts.fill { cells in
        piece.forEach { record in
          row &+= 1
          let base = base(record)
          let (first, end) = (Int(starts[record]), Int(starts[record + 1]))
          if first == end { cells.add(Int(base &+ key.missing)) }
          for place in first..<end {
            let code = Int(codes[place])
            if key.repeating != nil, !seen.insert(key.numbers[code], row) { continue }
            cells.add(Int(base &+ cellOfCode[code]))
          }
        }
      }
    }
  }
}
