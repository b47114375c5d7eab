/// Works out the scores of what a search found in a zone.
struct ZoneScorer {
  private let index: SearchIndex
  private let found: ZoneFindings
  private let zone: SearchZone
  private let ranking: BM25
  private let columnCount: Int
  private let termCount: Int

  init(_ index: SearchIndex, _ found: ZoneFindings, _ zone: SearchZone, _ ranking: BM25) {
    self.index = index
    self.found = found
    self.zone = zone
    self.ranking = ranking
    columnCount = index.columns.count
    termCount = index.termCount
  }

  /// The best records of the zone.
  /// - Parameter floor: scores below it need not be given.
  func best(_ limit: Int?, _ floor: SharedFloor) -> TopScores {
    var best = TopScores(limit: limit)
    if found.places.isEmpty { return best }
    let lengths = (0..<columnCount).map { index.lengths(of: $0, in: zone) }
    let size = zone.local.count
    let counts = scattered(size)
    counts.withUnsafeBufferPointer { counts in
      found.places.forEach { place in
        let score = ranking.score(
          length: { Int(lengths[$0][place]) },
          occurrences: { Int(counts[($1 * columnCount + $0) * size + place]) })
        best.add(zone.first + place, score)
      }
    }
    return best
  }

  /// The occurrences of each term in each column, record by record.
  private func scattered(_ size: Int) -> [UInt16] {
    var counts = [UInt16](repeating: 0, count: termCount * columnCount * size)
    for term in 0..<termCount {
      for column in 0..<columnCount {
        let base = (term * columnCount + column) * size
        for hit in found.hits[term][column].packed where Int(hit >> 16) < size {
          counts[base + Int(hit >> 16)] = UInt16(truncatingIfNeeded: hit)
        }
      }
    }
    return counts
  }
}
