import PubQLText

/// A search that looks at the texts of all rows, on all cores.
struct ScannedSearch: Sendable {
  private let search: SearchText
  private let texts: [ColumnTexts]
  private let rowCount: Int

  /// So many rows are looked at in one go.
  private static let chunkSize = 4096

  /// - Parameter table: with its records listed (`Table.indexed`).
  init(_ search: SearchText, _ columns: [SearchOperator.SearchedColumn], _ table: Table) {
    self.search = search
    texts = columns.map { ColumnTexts(table, column: $0.column) }
    rowCount = table.rowCount
  }

  /// What it finds, chunk by chunk.
  func findings(_ context: ExecutionContext) throws(RunError) -> [SearchFindings] {
    let count = (rowCount + Self.chunkSize - 1) / Self.chunkSize
    let found = Parallel.map(count) { chunk -> SearchFindings? in
      if context.cancellation.isSet { return nil }
      let first = chunk * Self.chunkSize
      return self.found(in: first..<min(rowCount, first + Self.chunkSize))
    }
    return try found.allThere()
  }

  private func found(in range: Range<Int>) -> SearchFindings {
    let terms = search.required.count
    var totals = SearchTotals(columns: texts.count, terms: terms)
    var row = ScannedRow(columns: texts.count, terms: terms)
    var places: [UInt16] = []
    var lengths = [[UInt32]](repeating: [], count: texts.count)
    var occurrences = [[UInt16]](repeating: [], count: texts.count * terms)
    for number in range {
      row.scan(texts, row: number, search)
      for column in texts.indices { totals.add(row.lengths[column], to: column) }
      for term in 0..<terms where row.has(term) { totals.rowsWithTerm[term] += 1 }
      guard !row.isExcluded, (0..<terms).allSatisfy(row.has) else { continue }
      places.append(UInt16(number - range.lowerBound))
      for column in texts.indices { lengths[column].append(UInt32(clamping: row.lengths[column])) }
      for slot in occurrences.indices {
        occurrences[slot].append(UInt16(clamping: row.occurrences[slot]))
      }
    }
    var findings = SearchFindings(
      totals, first: range.lowerBound, lengths: .listed(lengths.map { Block($0) }))
    findings.begin(Block(places))
    for (slot, counts) in occurrences.enumerated() where !places.isEmpty {
      findings.add(Block(counts), column: slot / terms, term: slot % terms)
    }
    return findings
  }
}

/// What a search sees in a row.
private struct ScannedRow {
  /// Words of each column.
  private(set) var lengths: [Int]
  /// Of each required term, column by column.
  private(set) var occurrences: [Int]
  private(set) var isExcluded = false
  private let termCount: Int
  private var buffer: [UInt8] = []

  init(columns: Int, terms: Int) {
    lengths = Array(repeating: 0, count: columns)
    occurrences = Array(repeating: 0, count: columns * terms)
    termCount = terms
  }

  func has(_ term: Int) -> Bool {
    lengths.indices.contains { occurrences[$0 * termCount + term] > 0 }
  }

  mutating func scan(_ texts: [ColumnTexts], row: Int, _ search: SearchText) {
    for index in lengths.indices { lengths[index] = 0 }
    for index in occurrences.indices { occurrences[index] = 0 }
    isExcluded = false
    for (column, texts) in texts.enumerated() {
      texts.forEach(row: row, &buffer) { text in
        lengths[column] += Words.count(folded: text)
        for (number, term) in search.required.enumerated() {
          occurrences[column * termCount + number] += term.count(folded: text)
        }
        isExcluded = isExcluded || search.excluded.contains { $0.count(folded: text) > 0 }
      }
    }
  }
}
