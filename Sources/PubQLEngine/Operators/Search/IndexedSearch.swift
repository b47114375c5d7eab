import PubQLText

/// A search of records by their indexes: zone by zone, on all cores.
struct IndexedSearch: Sendable {
  private let index: SearchIndex
  private let weights: [Double]
  /// The records that are searched; nil for all.
  private let records: RecordSet?
  private let recordCount: Int
  private let zones: [SearchZone]

  /// Nil where the rows are no set of records, or some texts have no word index.
  init?(_ search: SearchText, _ columns: [SearchOperator.SearchedColumn], _ input: Table) {
    guard input.isRecordSet, let rows = input.rows, case .set(let set) = rows.selection,
      let index = SearchIndex(search, input, columns: columns.map(\.column))
    else { return nil }
    self.index = index
    weights = columns.map(\.weight)
    records = input.rowCount == rows.corpus.recordCount ? nil : set
    recordCount = input.rowCount
    zones = SearchZone.zones(of: rows.corpus)
  }

  /// The records found and their scores, the best first; nil where numbers get too large.
  /// - Parameter limit: how many are wanted.
  func best(
    _ limit: Int?, _ context: ExecutionContext
  ) throws(RunError) -> [(row: Int, score: Double)]? {
    guard let (found, totals) = try found(context) else { return nil }
    let ranking = BM25(totals, weights: weights, rowCount: recordCount)
    let floor = SharedFloor()
    let parts = Parallel.map(zones.count) { number -> TopScores? in
      if context.cancellation.isSet { return nil }
      let scorer = ZoneScorer(index, found[number], zones[number], ranking)
      return scorer.best(limit, floor)
    }
    try context.check()
    var best = TopScores(limit: limit)
    for case let part? in parts { best.add(part) }
    return best.sorted()
  }

  /// In how many rows each required term occurs; nil as above.
  func rowsWithTerm(_ context: ExecutionContext) throws(RunError) -> [Int]? {
    try found(context)?.totals.rowsWithTerm
  }

  /// Whether all records of the corpus are searched.
  var searchesAll: Bool { records == nil }

  /// Calls `body` with each word of the columns, some of them several times.
  func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) { index.forEachWord(body) }

  private func found(
    _ context: ExecutionContext
  ) throws(RunError) -> (zones: [ZoneFindings], totals: SearchTotals)? {
    let found = Parallel.map(zones.count) { number -> ZoneFindings? in
      context.cancellation.isSet ? nil : ZoneFindings(index, zones[number], among: records)
    }
    try context.check()
    var totals = SearchTotals(columns: weights.count, terms: index.termCount)
    for case let zone? in found {
      if zone.isOverfull { return nil }
      totals.add(zone.totals)
    }
    if records == nil {
      for column in weights.indices {
        guard let known = index.totals(of: column) else { continue }
        (totals.words[column], totals.filledRows[column]) = known
      }
    }
    return (found.compactMap { $0 }, totals)
  }
}

/// What a search found in a zone.
struct ZoneFindings: Sendable {
  /// The places of records that have all terms and none that is excluded.
  private(set) var places: WindowSet
  /// By term, then by column.
  private(set) var hits: [[TermHits]] = []
  private(set) var totals: SearchTotals
  private(set) var isOverfull = false

  /// - Parameter records: those that are searched; nil for all.
  init(_ index: SearchIndex, _ zone: SearchZone, among records: RecordSet?) {
    let count = zone.local.count
    totals = SearchTotals(columns: index.columns.count, terms: index.termCount)
    var searched = WindowSet(count: count, full: records == nil)
    if let records {
      searched.insert((0..<count).lazy.filter { records.contains(zone.first + $0) })
    }
    places = searched
    for term in 0..<index.termCount {
      let hits = index.hits(of: term, in: zone)
      var having = WindowSet(count: count)
      for column in hits { having.insert(column.places) }
      if records != nil { having.formIntersection(searched) }
      totals.rowsWithTerm[term] = having.placeCount
      places.formIntersection(having)
      self.hits.append(hits)
    }
    for hits in index.excludedHits(in: zone) {
      var having = WindowSet(count: count)
      having.insert(hits.places)
      places.subtract(having)
      isOverfull = isOverfull || hits.isOverfull
    }
    isOverfull = isOverfull || hits.contains { $0.contains(where: \.isOverfull) }
    addLengths(index, zone, searched, isAll: records == nil)
  }

  private mutating func addLengths(
    _ index: SearchIndex, _ zone: SearchZone, _ searched: WindowSet, isAll: Bool
  ) {
    for column in index.columns.indices {
      if isAll, index.totals(of: column) != nil { continue }
      let lengths = index.lengths(of: column, in: zone)
      searched.forEach { place in
        totals.words[column] += Int(lengths[place])
        if lengths[place] > 0 { totals.filledRows[column] += 1 }
      }
    }
  }
}
