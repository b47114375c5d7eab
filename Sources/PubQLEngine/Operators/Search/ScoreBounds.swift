/// Finds the rows whose scores may be among the best, many rows at once.
///
/// What a score is at most is worked out twice, each time in a few steps that the processor takes for
/// several rows together: first as if each text were as short as the shortest, which needs no look at
/// how long they are; then, for the rows that are left, as long as they are. What is left after that
/// is little more than what counts.
struct ScoreBounds: ~Copyable {
  /// So many rows are worked out together.
  static let capacity = 512

  private let rows: FoundRows
  private let ranking: BM25
  private let greatestNorms: [Float]
  private let terms: [Term]
  /// Of the rows that are left: their scores at most, and their numbers in the batch.
  private let scores: UnsafeMutablePointer<Float>
  private let numbers: UnsafeMutablePointer<UInt16>
  private let frequencies: UnsafeMutablePointer<Float>
  /// What an occurrence in each column counts, column by column.
  private let norms: UnsafeMutablePointer<Float>

  /// The rows in hand, how many are left of them, and how many of these were looked at.
  private var batch = 0..<0
  private var count = 0
  private var position = 0
  /// A row below it is none of the best.
  private(set) var least = 0.0
  /// The same for bounds, which are not exact.
  private var bound: Float = 0

  private struct Term {
    /// What an infinite number of occurrences would add.
    let limit: Float
    let lists: [FoundRows.List]
  }

  /// Far more than rounding can make of it.
  private static let slack = 1 + 1e-4
  /// Of less than this, rounding makes more.
  private static let leastNorm: Float = 1e-20
  private let canBound: Bool

  init(_ rows: FoundRows, _ ranking: BM25) {
    self.rows = rows
    self.ranking = ranking
    terms = Set(rows.lists.map(\.term)).sorted().map { term in
      Term(
        limit: Float(ranking.limit(of: term)), lists: rows.lists.filter { $0.term == term })
    }
    greatestNorms = rows.columns.enumerated().map { column, known in
      Float(ranking.norm(column, known?.least ?? 0))
    }
    canBound = greatestNorms.allSatisfy { $0 > Self.leastNorm }
    let capacity = Self.capacity
    scores = .allocate(capacity: capacity)
    numbers = .allocate(capacity: capacity)
    frequencies = .allocate(capacity: capacity)
    norms = .allocate(capacity: capacity * rows.columns.count)
  }

  deinit {
    scores.deallocate()
    numbers.deallocate()
    frequencies.deallocate()
    norms.deallocate()
  }

  /// Begins with other rows.
  /// - Parameters:
  ///   - batch: no more than `capacity` of them.
  ///   - least: scores below it are not asked for; 0 asks for all.
  mutating func begin(_ batch: Range<Int>, least: Double) {
    self.batch = batch
    count = batch.count
    position = 0
    raise(to: least)
    for row in 0..<count { numbers[row] = UInt16(truncatingIfNeeded: row) }
    if least > 0, canBound {
      boundByCounts()
      keep()
      boundByLengths()
    } else {
      scores.update(repeating: .infinity, count: count)
    }
  }

  mutating func raise(to least: Double) {
    self.least = least
    bound = Float(least / Self.slack)
  }

  /// The next row whose score may be as good.
  @inline(__always)
  mutating func next() -> Int? {
    while position < count {
      let row = position
      position &+= 1
      if scores[row] >= bound { return batch.lowerBound &+ Int(numbers[row]) }
    }
    return nil
  }

  private func boundByCounts() {
    let (frequencies, count) = (frequencies, count)
    scores.update(repeating: 0, count: count)
    for term in terms {
      frequencies.update(repeating: 0, count: count)
      for list in term.lists {
        let counts = list.counts + batch.lowerBound
        let norm = greatestNorms[list.column]
        for row in 0..<count { frequencies[row] += Float(counts[row]) * norm }
      }
      addGains(term)
    }
  }

  private func boundByLengths() {
    let (frequencies, numbers, count) = (frequencies, numbers, count)
    for column in rows.columns.indices { readNorms(column) }
    scores.update(repeating: 0, count: count)
    for term in terms {
      frequencies.update(repeating: 0, count: count)
      for list in term.lists {
        let counts = list.counts + batch.lowerBound
        let norms = norms + list.column * Self.capacity
        for row in 0..<count {
          frequencies[row] += Float(counts[Int(numbers[row])]) * norms[row]
        }
      }
      addGains(term)
    }
  }

  private func addGains(_ term: Term) {
    let (scores, frequencies, limit) = (scores, frequencies, term.limit)
    let k1 = Float(BM25.k1)
    for row in 0..<count {
      scores[row] += limit * (frequencies[row] / (k1 + frequencies[row]))
    }
  }

  private func readNorms(_ column: Int) {
    let norms = norms + column * Self.capacity
    guard let known = rows.columns[column] else {
      norms.update(repeating: greatestNorms[column], count: count)
      return
    }
    // All are asked for before any is waited for: most of them are in no cache.
    for row in 0..<count {
      norms[row] = Float(known.length(batch.lowerBound &+ Int(numbers[row]), rows))
    }
    let (weight, constant, slope) = ranking.normParts(column)
    for row in 0..<count { norms[row] = weight / (constant + slope * norms[row]) }
  }

  /// Leaves the rows that may be among the best.
  private mutating func keep() {
    // Positive numbers are in the order of their bits, so that this takes no branch.
    let (scores, numbers) = (scores, numbers)
    let below = bound.bitPattern &- 1
    var kept = 0
    for row in 0..<count {
      numbers[kept] = UInt16(truncatingIfNeeded: row)
      kept &+= Int((below &- scores[row].bitPattern) &>> 31)
    }
    count = kept
  }
}
