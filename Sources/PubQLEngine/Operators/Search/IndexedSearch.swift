import PubQLText

/// A search of records by their indexes, zone by zone and on all cores.
struct IndexedSearch: Sendable {
  private let index: SearchIndex
  /// The records that are searched, 64 a word; nil for all.
  private let searched: [UInt64]?
  private let zones: [SearchZone]

  /// Nil where the rows are no set of records, or some texts have no word index.
  init?(_ search: SearchText, _ columns: [SearchOperator.SearchedColumn], _ input: Table) {
    guard input.isRecordSet, let rows = input.rows, case .set(let set) = rows.selection,
      let index = SearchIndex(search, input, columns: columns.map(\.column))
    else { return nil }
    self.index = index
    searched = input.rowCount == rows.corpus.recordCount ? nil : set.words
    zones = SearchZone.zones(of: rows.corpus)
  }

  /// Whether all records of the corpus are searched.
  var searchesAll: Bool { searched == nil }

  /// Calls `body` with each word of the columns, some of them several times.
  func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) { index.forEachWord(body) }

  /// What it finds, zone by zone; rows are records of the corpus.
  func findings(_ context: ExecutionContext) throws(RunError) -> [SearchFindings] {
    // Each core has a map for each term in each column.
    try context.charge(
      rows: min(zones.count, Parallel.cores) * index.mapCount, of: ZoneCounts.mapSize)
    let found = Parallel.map(zones.count, with: { ZoneCounts() }) {
      (number, counts: inout ZoneCounts) -> SearchFindings? in
      self.found(in: zones[number], &counts, context.cancellation)
    }
    var findings = try found.allThere()
    if searched == nil, !findings.isEmpty {
      for column in index.columns.indices {
        guard let known = index.totals(of: column) else { continue }
        findings[0].totals.words[column] = known.words
        findings[0].totals.filledRows[column] = known.texts
      }
    }
    return findings
  }

  /// Nil once somebody has asked to stop.
  private func found(
    in zone: SearchZone, _ counts: inout ZoneCounts, _ cancellation: CancellationFlag
  ) -> SearchFindings? {
    if cancellation.isSet { return nil }
    let searched = searched.map { words in
      words.withUnsafeBufferPointer {
        WindowSet($0, from: zone.first, count: zone.local.count)
      }
    }
    var findings = SearchFindings(
      SearchTotals(columns: index.columns.count, terms: index.termCount), first: zone.first,
      lengths: .zone(index, zone))
    // Where none of the records is searched, there is nothing to count either.
    if let searched, searched.isEmpty { return findings }
    var search = ZoneSearch(index, zone, searched: searched)
    guard search.run(&counts, &findings, cancellation) else { return nil }
    addTotals(of: searched, zone, &findings.totals)
    return findings
  }

  /// Counts the words of the records that are searched, where that is not known beforehand.
  private func addTotals(
    of searched: WindowSet?, _ zone: SearchZone, _ totals: inout SearchTotals
  ) {
    for column in index.columns.indices {
      if searched == nil, index.totals(of: column) != nil { continue }
      guard let lengths = index.lengths(of: column, in: zone) else { continue }
      let all = searched ?? WindowSet(count: zone.local.count, full: true)
      all.forEach { totals.add(Int(lengths[$0]), to: column) }
    }
  }
}
