/// A search of the records of one zone.
///
/// The term with the fewest occurrences gives the places that may be found; maps of the others tell
/// which of these have them too, and how often.
struct ZoneSearch {
  private let index: SearchIndex
  private let zone: SearchZone
  /// Nil where all records are searched.
  private let searched: WindowSet?
  /// The required terms, the rarest first.
  private var terms: [Term]

  private struct Term {
    let number: Int
    /// The columns that have it, those with most records first.
    let columns: [(column: Int, hits: TermHits)]
    let hitCount: Int
    /// Its maps, in the order of the columns.
    var maps = 0..<0
  }

  init(_ index: SearchIndex, _ zone: SearchZone, searched: WindowSet?) {
    (self.index, self.zone, self.searched) = (index, zone, searched)
    terms = (0..<index.termCount).map { number in
      let columns = index.hits(of: number, in: zone).enumerated()
        .map { (column: $0, hits: $1, count: $1.count) }
        .filter { $0.count > 0 }
        .sorted { $0.count != $1.count ? $0.count > $1.count : $0.column < $1.column }
      return Term(
        number: number, columns: columns.map { ($0.column, $0.hits) },
        hitCount: columns.reduce(0) { $0 + $1.count })
    }
    terms.sort { $0.hitCount != $1.hitCount ? $0.hitCount < $1.hitCount : $0.number < $1.number }
  }

  /// - Parameter counts: memory that may have been used for other zones.
  /// - Returns: false when somebody has asked to stop before the end.
  mutating func run(
    _ counts: inout ZoneCounts, _ findings: inout SearchFindings, _ cancellation: CancellationFlag
  ) -> Bool {
    counts.removeAll()
    for place in terms.indices {
      if cancellation.isSet { return false }
      add(place, &counts, &findings.totals)
    }
    // What is damaged may tell of records that there are not.
    if zone.local.count < PostingBlock.window { counts.keepPlaces(below: zone.local.count) }
    for term in terms.dropFirst() where counts.placeCount > 0 {
      counts.keepPlaces(in: term.maps)
    }
    if counts.placeCount > 0 { leaveOutExcluded(&counts) }
    guard counts.placeCount > 0 else { return true }
    findings.begin(counts.keptPlaces)
    for term in terms {
      for (map, column) in zip(term.maps, term.columns) {
        findings.add(counts.counts(in: map), column: column.column, term: term.number)
      }
    }
    return true
  }

  /// Makes the maps of a term, and counts the records that have it.
  private mutating func add(
    _ place: Int, _ counts: inout ZoneCounts, _ totals: inout SearchTotals
  ) {
    let term = terms[place]
    // How many records have a term that is in one column, is known without a look at them. Then only
    // those are asked for in which the rarest term is.
    let isCounted = place > 0 && term.columns.count == 1 && searched == nil
    if isCounted { totals.rowsWithTerm[term.number] = term.hitCount }
    if isCounted, counts.placeCount == 0 { return }
    let isSparse = counts.placeCount < term.hitCount / Self.hitsAPlace
    let wanted = isCounted && isSparse ? counts.placeSet : nil
    let first = counts.count
    var recordCount = 0
    for (_, hits) in term.columns {
      recordCount += counts.add(
        hits, earlier: first..<counts.count, searched: searched, collecting: place == 0,
        wanted: wanted)
    }
    if !isCounted { totals.rowsWithTerm[term.number] = recordCount }
    terms[place].maps = first..<counts.count
  }

  /// For so many hits a place there are blocks that none of the places is in, enough of them that it
  /// pays to look.
  private static let hitsAPlace = PostingBlock.capacity / 2

  private func leaveOutExcluded(_ counts: inout ZoneCounts) {
    let first = counts.count
    for hits in index.excludedHits(in: zone) where hits.count > 0 {
      _ = counts.add(hits, earlier: 0..<0, searched: nil, collecting: false)
    }
    if counts.count > first { counts.keepPlaces(in: first..<counts.count, false) }
  }
}
