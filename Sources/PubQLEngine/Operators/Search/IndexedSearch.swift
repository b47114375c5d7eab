import PubQLText

/// A search of records by their indexes, zone by zone and on all cores.
struct IndexedSearch: Sendable {
  private let index: SearchIndex
  /// The records that are searched; nil for all.
  private let records: RecordSet?
  private let zones: [SearchZone]

  /// Nil where the rows are no set of records, or some texts have no word index.
  init?(_ search: SearchText, _ columns: [SearchOperator.SearchedColumn], _ input: Table) {
    guard input.isRecordSet, let rows = input.rows, case .set(let set) = rows.selection,
      let index = SearchIndex(search, input, columns: columns.map(\.column))
    else { return nil }
    self.index = index
    records = input.rowCount == rows.corpus.recordCount ? nil : set
    zones = SearchZone.zones(of: rows.corpus)
  }

  /// Whether all records of the corpus are searched.
  var searchesAll: Bool { records == nil }

  /// Calls `body` with each word of the columns, some of them several times.
  func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) { index.forEachWord(body) }

  /// What it finds, zone by zone; rows are records of the corpus.
  func findings(_ context: ExecutionContext) throws(RunError) -> [SearchFindings] {
    let found = Parallel.map(zones.count) { number -> SearchFindings? in
      context.cancellation.isSet ? nil : self.found(in: zones[number])
    }
    try context.check()
    var findings = found.compactMap { $0 }
    if records == nil, !findings.isEmpty {
      for column in index.columns.indices {
        guard let known = index.totals(of: column) else { continue }
        findings[0].totals.words[column] = known.words
        findings[0].totals.filledRows[column] = known.texts
      }
    }
    return findings
  }

  private func found(in zone: SearchZone) -> SearchFindings {
    let count = zone.local.count
    var findings = SearchFindings(columns: index.columns.count, terms: index.termCount)
    let searched = records.map { records in
      var set = WindowSet(count: count)
      set.insert((0..<count).lazy.filter { records.contains(zone.first + $0) })
      return set
    }
    var places = searched ?? WindowSet(count: count, full: true)
    var hits: [[TermHits]] = []
    for term in 0..<index.termCount {
      let found = index.hits(of: term, in: zone)
      var having = WindowSet(count: count)
      for column in found { having.insert(column.places) }
      if let searched { having.formIntersection(searched) }
      findings.totals.rowsWithTerm[term] = having.placeCount
      places.formIntersection(having)
      hits.append(found)
    }
    if !places.isEmpty {
      for excluded in index.excludedHits(in: zone) {
        var having = WindowSet(count: count)
        having.insert(excluded.places)
        places.subtract(having)
      }
    }
    describe(places, hits, zone, &findings)
    addTotals(of: searched, zone, &findings.totals)
    return findings
  }

  /// Takes the records in that were found, with all that scores need.
  private func describe(
    _ places: WindowSet, _ hits: [[TermHits]], _ zone: SearchZone,
    _ findings: inout SearchFindings
  ) {
    if places.isEmpty { return }
    let found = places.places
    findings.begin(found.map { UInt32(zone.first) &+ $0 })
    found.withUnsafeBufferPointer { found in
      let slots = WindowSlots(found)
      for (term, columns) in hits.enumerated() {
        for (column, hits) in columns.enumerated() {
          findings.setOccurrences(column: column, term: term, hits, slots)
        }
      }
    }
    for column in index.columns.indices {
      guard let lengths = index.lengths(of: column, in: zone) else { continue }
      findings.setLengths(column: column) { lengths[Int(found[$0])] }
    }
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
