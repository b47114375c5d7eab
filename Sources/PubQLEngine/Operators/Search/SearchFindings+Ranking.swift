extension SearchFindings {
  /// The best of the rows.
  /// - Parameters:
  ///   - limit: how many are wanted; nil wants all.
  ///   - floor: scores below it need not be given; it is raised to what is reached here.
  func best(_ limit: Int?, by ranking: BM25, _ floor: SharedFloor) -> TopScores {
    var best = TopScores(limit: limit)
    if places.isEmpty { return best }
    let rows = FoundRows(self)
    var row = FoundRow(rows, terms: termCount)
    var bounds = ScoreBounds(rows, ranking)
    var start = 0
    while start < rows.count {
      let end = min(rows.count, start + ScoreBounds.capacity)
      bounds.begin(start..<end, least: floor.value)
      while let index = bounds.next() {
        row.read(index)
        if bounds.least > 0, ranking.isBelow(bounds.least, row.lengths, row.counts) { continue }
        best.add(first + Int(places[index]), ranking.score(row.lengths, row.counts))
        if best.floor > bounds.least {
          floor.raise(to: best.floor)
          bounds.raise(to: floor.value)
        }
      }
      start = end
    }
    return best
  }
}

/// What scores need to know of a row.
private struct FoundRow: ~Copyable {
  /// Words of each column; 0 in one that has none of the terms.
  let lengths: UnsafeMutablePointer<UInt32>
  /// Occurrences column by column, in it term by term.
  let counts: UnsafeMutablePointer<UInt16>
  private let rows: FoundRows
  private let termCount: Int

  init(_ rows: FoundRows, terms: Int) {
    self.rows = rows
    termCount = terms
    let columnCount = rows.columns.count
    lengths = .allocate(capacity: columnCount)
    counts = .allocate(capacity: columnCount * terms)
    counts.initialize(repeating: 0, count: columnCount * terms)
  }

  deinit {
    lengths.deallocate()
    counts.deallocate()
  }

  mutating func read(_ index: Int) {
    lengths.initialize(repeating: 0, count: rows.columns.count)
    for list in rows.lists {
      let count = list.counts[index]
      counts[list.column &* termCount &+ list.term] = count
      // The words of other columns do not count.
      if count > 0 { lengths[list.column] = rows.columns[list.column]?.length(index, rows) ?? 0 }
    }
  }
}
