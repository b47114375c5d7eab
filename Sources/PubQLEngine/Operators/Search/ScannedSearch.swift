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
    try context.check()
    return found.compactMap { $0 }
  }

  private func found(in range: Range<Int>) -> SearchFindings {
    let terms = search.required.count
    var findings = SearchFindings(columns: texts.count, terms: terms)
    var buffer: [UInt8] = []
    var lengths = [UInt32](repeating: 0, count: texts.count)
    var counts = [UInt16](repeating: 0, count: texts.count * terms)
    for row in range {
      var isExcluded = false
      for column in texts.indices {
        var length = 0
        var occurrences = [Int](repeating: 0, count: terms)
        texts[column].forEach(row: row, &buffer) { text in
          length += Words.count(folded: text)
          for (number, term) in search.required.enumerated() {
            occurrences[number] += term.count(folded: text)
          }
          isExcluded = isExcluded || search.excluded.contains { $0.count(folded: text) > 0 }
        }
        findings.totals.add(length, to: column)
        lengths[column] = UInt32(clamping: length)
        for term in 0..<terms {
          counts[column * terms + term] = UInt16(clamping: occurrences[term])
        }
      }
      var found = 0
      for term in 0..<terms where texts.indices.contains(where: { counts[$0 * terms + term] > 0 }) {
        found += 1
        findings.totals.rowsWithTerm[term] += 1
      }
      guard found == terms, !isExcluded else { continue }
      findings.append(UInt32(row), lengths: lengths, occurrences: counts)
    }
    return findings
  }
}
