/// Works out the scores of what a search found in a zone.
struct ZoneScorer {
  private let found: ZoneFindings
  private let zone: SearchZone
  private let ranking: BM25
  /// Words of each record, column by column.
  private let lengths: [UInt32]
  /// What an occurrence counts in a text of few words: column by column.
  private let norms: [Double]
  /// Occurrences in each record: term by term, in it column by column.
  private let counts: [UInt16]
  private let columnCount: Int
  private let termCount: Int
  private let size: Int

  /// The norms of texts up to so many words lie in a table.
  private static let normCount = 1024

  init(_ index: SearchIndex, _ found: ZoneFindings, _ zone: SearchZone, _ ranking: BM25) {
    self.found = found
    self.zone = zone
    self.ranking = ranking
    columnCount = index.columns.count
    termCount = index.termCount
    size = zone.local.count
    lengths = (0..<columnCount).flatMap { index.lengths(of: $0, in: zone) }
    norms = (0..<columnCount).flatMap { column in
      (0..<Self.normCount).map { ranking.norm(column, length: $0) }
    }
    counts = Self.scattered(found.hits, size)
  }

  /// The occurrences of terms as a table.
  private static func scattered(_ hits: [[TermHits]], _ size: Int) -> [UInt16] {
    let columns = hits.first?.count ?? 0
    var counts = [UInt16](repeating: 0, count: hits.count * columns * size)
    counts.withUnsafeMutableBufferPointer { counts in
      for (number, column) in hits.joined().enumerated() {
        let target = UnsafeMutableBufferPointer(
          rebasing: counts[number * size..<(number + 1) * size])
        for hit in column.packed where Int(hit &>> 16) < size {
          target[Int(hit &>> 16)] = UInt16(truncatingIfNeeded: hit)
        }
      }
    }
    return counts
  }

  /// The best records of the zone.
  /// - Parameter floor: scores below it need not be given; it is raised to what is reached here.
  func best(_ limit: Int?, _ floor: SharedFloor) -> TopScores {
    var best = TopScores(limit: limit)
    var least = floor.value
    counts.withUnsafeBufferPointer { counts in
      lengths.withUnsafeBufferPointer { lengths in
        norms.withUnsafeBufferPointer { norms in
          found.places.forEach { place in
            if limit != nil, isBelow(least, place, counts, lengths, norms) { return }
            let score = ranking.score(
              length: { Int(lengths[$0 &* size &+ place]) },
              occurrences: { Int(counts[($1 &* columnCount &+ $0) &* size &+ place]) })
            best.add(zone.first + place, score)
            if best.floor > least {
              floor.raise(to: best.floor)
              least = floor.value
            }
          }
        }
      }
    }
    return best
  }

  /// Whether a score is certainly below `least`, worked out in less time and nearly exactly.
  @inline(__always)
  private func isBelow(
    _ least: Double, _ place: Int, _ counts: UnsafeBufferPointer<UInt16>,
    _ lengths: UnsafeBufferPointer<UInt32>, _ norms: UnsafeBufferPointer<Double>
  ) -> Bool {
    var score = 0.0
    for term in 0..<termCount {
      var frequency = 0.0
      for column in 0..<columnCount {
        let count = counts[(term &* columnCount &+ column) &* size &+ place]
        guard count > 0 else { continue }
        let length = Int(lengths[column &* size &+ place])
        let norm =
          length < Self.normCount
          ? norms[column &* Self.normCount &+ length] : ranking.norm(column, length: length)
        frequency += Double(count) * norm
      }
      score += ranking.gain(term, frequency)
    }
    // Far more than rounding can make of it.
    return score * (1 + 1e-9) < least
  }
}
