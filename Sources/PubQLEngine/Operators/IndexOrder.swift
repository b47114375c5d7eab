/// Records in the order of a field's values, read from the index: the records of each value stand
/// together there.
struct IndexOrder {
  private let coded: CodedField
  private let set: RecordSet
  private let isDescending: Bool
  private let context: ExecutionContext

  /// Nil where the rows are no set of records, or the key is no coded field of single values.
  init?(_ keys: [SortKey], of table: Table, _ context: ExecutionContext) {
    guard keys.count == 1, let key = keys.first, case .column(let column) = key.scalar,
      table.isRecordSet, let rows = table.rows, case .set(let set) = rows.selection,
      case .field(let field) = table.columns[column].data,
      rows.corpus.fields[field].kind.isCoded, !rows.corpus.fields[field].isMultiple
    else { return nil }
    coded = rows.corpus.coded(field)
    self.set = set
    isDescending = key.isDescending
    self.context = context
  }

  /// A walk along the index looks at so many entries for each record of the set at most, before it
  /// would have been faster to look at the records.
  private static let entriesPerRecord = 8

  /// The first records in order; those of one value as in the corpus, those without one last.
  ///
  /// - Parameter limit: nil for all.
  /// - Returns: nil where the records are so few that it is faster to look at each.
  func first(_ limit: Int?) throws(RunError) -> [UInt32]? {
    let size = set.count
    let wanted = min(limit ?? size, size)
    var entries =
      size >= set.universe / Self.entriesPerRecord
      ? Int.max : size * Self.entriesPerRecord
    if limit == nil && entries < set.universe { return nil }
    var found: [UInt32] = []
    found.reserveCapacity(wanted)
    for codes in coded.dictionary.sameRanks(descending: isDescending) {
      if found.count >= wanted { break }
      let first = found.count
      for code in codes {
        let postings = coded.column.records(of: code)
        entries -= postings.count
        if entries < 0 { return nil }
        try add(postings, upTo: codes.count == 1 ? wanted : Int.max, to: &found)
      }
      if codes.count > 1 { found[first...].sort() }
    }
    if found.count < wanted {
      var missing = coded.missing
      missing.formIntersection(set)
      found += missing.first(wanted - found.count)
    }
    if found.count > wanted { found.removeLast(found.count - wanted) }
    return found
  }

  private func add(
    _ postings: UnsafeBufferPointer<UInt32>, upTo wanted: Int, to found: inout [UInt32]
  ) throws(RunError) {
    try context.check()
    for record in postings {
      if found.count >= wanted { return }
      if set.contains(Int(record)) { found.append(record) }
    }
  }
}

extension ValueDictionary {
  /// The codes that sort as equal, in the order of `sort`.
  func sameRanks(descending: Bool) -> some Sequence<Range<Int>> {
    sequence(state: descending ? count : 0) { place -> Range<Int>? in
      if descending {
        guard place > 0 else { return nil }
        var low = place - 1
        while low > 0, self.sortsAsBefore(low) { low -= 1 }
        defer { place = low }
        return low..<place
      }
      guard place < self.count else { return nil }
      var high = place + 1
      while high < self.count, self.sortsAsBefore(high) { high += 1 }
      defer { place = high }
      return place..<high
    }
  }

  /// Whether a value sorts as the one before it does: texts that are equal when folded.
  func sortsAsBefore(_ code: Int) -> Bool {
    guard kind != .date, code > 0 else { return false }
    return withFolded(code) { folded in
      withFolded(code - 1) { ByteOrder.compare(folded, $0) == 0 }
    }
  }

  /// The places of some codes in the order of `sort`.
  func ranks(of codes: [UInt32]) -> [Int] {
    // Of few codes, those before each are looked at one by one: there may be many that are equal.
    guard codes.count < min(1000, count / 4) else {
      let ranks = ranks
      return codes.map { $0 == Column.missingCode ? Int.max : ranks[Int($0)] }
    }
    return codes.map { code in
      guard code != Column.missingCode else { return Int.max }
      var rank = Int(code)
      while sortsAsBefore(rank) { rank -= 1 }
      return rank
    }
  }

  /// The place of each code in the order of `sort`; equal for texts that are equal when folded.
  var ranks: [Int] {
    if kind == .date { return Array(0..<count) }
    var ranks: [Int] = []
    ranks.reserveCapacity(count)
    for code in 0..<count { ranks.append(sortsAsBefore(code) ? ranks[code - 1] : code) }
    return ranks
  }
}
