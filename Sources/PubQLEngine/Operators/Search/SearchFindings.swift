/// What a search saw in some of the rows, and what it found there.
///
/// Shape: for each found row the words of each column, and the occurrences of terms: column by
/// column, in it term by term.
struct SearchFindings: Sendable {
  let columnCount: Int
  let termCount: Int
  var totals: SearchTotals
  /// The rows that were found, ascending.
  private(set) var rows: [UInt32] = []
  private var lengths: [UInt32] = []
  private var occurrences: [UInt16] = []

  init(columns: Int, terms: Int) {
    columnCount = columns
    termCount = terms
    totals = SearchTotals(columns: columns, terms: terms)
  }

  /// Takes rows in, of which nothing is known yet, where there are none yet.
  mutating func begin(_ rows: [UInt32]) {
    self.rows = rows
    lengths = Array(repeating: 0, count: rows.count * columnCount)
    // What is told of other rows goes to one behind the last.
    occurrences = Array(repeating: 0, count: (rows.count + 1) * columnCount * termCount)
  }

  /// Takes a row in with what is known of it.
  mutating func append(_ row: UInt32, lengths: [UInt32], occurrences: [UInt16]) {
    rows.append(row)
    self.lengths += lengths
    self.occurrences += occurrences
  }

  /// Tells how often a term occurs in a column, in the rows that were found.
  /// - Parameters:
  ///   - slots: of the rows' places in their zone.
  mutating func setOccurrences(column: Int, term: Int, _ hits: TermHits, _ slots: WindowSlots) {
    let (slot, step) = (column * termCount + term, columnCount * termCount)
    occurrences.withUnsafeMutableBufferPointer { occurrences in
      hits.packed.withUnsafeBufferPointer { packed in
        // To write for all is quicker than to ask of each whether it is a row that was found.
        slots.forEach(packed.lazy.map { $0 &>> 16 }) { index, hit in
          occurrences[index &* step &+ slot] = UInt16(truncatingIfNeeded: packed[hit])
        }
      }
    }
  }

  /// Tells how many words a column has in the rows that have a term in it; in others that does not
  /// count.
  /// - Parameter length: of a row, by its number among those that were found.
  @inline(__always)
  mutating func setLengths(column: Int, _ length: (Int) -> UInt32) {
    let (rowCount, columnCount, termCount) = (rows.count, columnCount, termCount)
    lengths.withUnsafeMutableBufferPointer { lengths in
      occurrences.withUnsafeBufferPointer { occurrences in
        for row in 0..<rowCount {
          let place = row &* columnCount &+ column
          var all: UInt16 = 0
          for term in 0..<termCount { all |= occurrences[place &* termCount &+ term] }
          if all != 0 { lengths[place] = length(row) }
        }
      }
    }
  }

  /// The best of the rows.
  /// - Parameters:
  ///   - limit: how many are wanted; nil wants all.
  ///   - floor: scores below it need not be given; it is raised to what is reached here.
  func best(_ limit: Int?, by ranking: BM25, _ floor: SharedFloor) -> TopScores {
    var best = TopScores(limit: limit)
    var least = floor.value
    let step = columnCount * termCount
    lengths.withUnsafeBufferPointer { lengths in
      occurrences.withUnsafeBufferPointer { occurrences in
        guard let lengths = lengths.baseAddress, let occurrences = occurrences.baseAddress
        else { return }
        for (index, row) in rows.enumerated() {
          let (words, counts) = (lengths + index &* columnCount, occurrences + index &* step)
          if least > 0, ranking.isBelow(least, words, counts) { continue }
          best.add(Int(row), ranking.score(words, counts))
          if best.floor > least {
            floor.raise(to: best.floor)
            least = floor.value
          }
        }
      }
    }
    return best
  }
}

/// What the scores of a search depend on, over all rows that are searched.
struct SearchTotals: Sendable {
  /// Words in each column, and how many rows have any.
  var words: [Int]
  var filledRows: [Int]
  /// How many rows have each term.
  var rowsWithTerm: [Int]

  init(columns: Int, terms: Int) {
    words = [Int](repeating: 0, count: columns)
    filledRows = words
    rowsWithTerm = [Int](repeating: 0, count: terms)
  }

  mutating func add(_ other: SearchTotals) {
    for column in words.indices {
      words[column] += other.words[column]
      filledRows[column] += other.filledRows[column]
    }
    for term in rowsWithTerm.indices { rowsWithTerm[term] += other.rowsWithTerm[term] }
  }

  mutating func add(_ length: Int, to column: Int) {
    words[column] += length
    if length > 0 { filledRows[column] += 1 }
  }
}
