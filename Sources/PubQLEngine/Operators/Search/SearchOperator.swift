import PubQLModel
package import PubQLText

/// Keeps the rows that have all words of a search, the best first, with a column `score`.
///
/// A row is found when each required term occurs in one of the columns searched, and no excluded
/// one does. Shape: the columns of the input and `score`, descending; equal ones keep their order.
package struct SearchOperator: Operator {
  package let search: SearchText
  package let columns: [SearchedColumn]
  /// So many of the best rows are kept; nil keeps all.
  package var limit: Int?

  package init(search: SearchText, columns: [SearchedColumn], limit: Int? = nil) {
    self.search = search
    self.columns = columns
    self.limit = limit
  }

  /// A column that is searched, and how much an occurrence in it weighs.
  package struct SearchedColumn: Sendable {
    package let column: Int
    package let weight: Double

    package init(column: Int, weight: Double) {
      self.column = column
      self.weight = weight
    }
  }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    guard !search.isEmpty else {
      throw RunError(.badArgument(function: "search", "there is no word to look for"))
    }
    var result = input
    let best: [(row: Int, score: Double)]
    if let search = IndexedSearch(search, columns, input) {
      best = try ranked(try search.findings(context), of: input, context)
      result.show(best.map { UInt32($0.row) })
    } else {
      let table = input.indexed
      best = try ranked(
        try ScannedSearch(search, columns, table).findings(context), of: input, context)
      result = table.taking(best.map(\.row))
    }
    result.search = search
    return result.adding(scores: best.map(\.score))
  }

  /// The best of the rows that were found, the best first.
  private func ranked(
    _ findings: [SearchFindings], of table: Table, _ context: ExecutionContext
  ) throws(RunError) -> [(row: Int, score: Double)] {
    let ranking = BM25(
      totals(findings), weights: columns.map(\.weight), rowCount: table.rowCount)
    let floor = SharedFloor()
    let parts = Parallel.map(findings.count) { number -> TopScores? in
      if context.cancellation.isSet { return nil }
      return findings[number].best(limit, by: ranking, floor)
    }
    var best = TopScores(limit: limit)
    for part in try parts.allThere() { best.add(part) }
    return best.sorted()
  }

  private func totals(_ findings: [SearchFindings]) -> SearchTotals {
    var totals = SearchTotals(columns: columns.count, terms: search.required.count)
    for part in findings { totals.add(part.totals) }
    return totals
  }
}

extension SearchOperator {
  /// In how many rows each required term occurs.
  package func rowCounts(
    in table: Table, _ context: ExecutionContext
  ) throws(RunError) -> [Int] {
    let findings =
      if let search = IndexedSearch(search, columns, table) {
        try search.findings(context)
      } else {
        try ScannedSearch(search, columns, table.indexed).findings(context)
      }
    return totals(findings).rowsWithTerm
  }

  /// The same search without one of the required terms.
  package func withoutTerm(_ index: Int) -> SearchOperator {
    SearchOperator(search: search.leavingOut(index), columns: columns, limit: limit)
  }

  /// The words of the searched columns, sorted; nil where more than `rowLimit` rows would have to
  /// be looked at.
  package func words(in table: Table, rowLimit: Int) -> [String]? {
    var words: Set<[UInt8]> = []
    if let index = IndexedSearch(search, columns, table), index.searchesAll {
      index.forEachWord { words.insert(Array($0)) }
    } else if table.rowCount <= rowLimit {
      let table = table.indexed
      var buffer: [UInt8] = []
      for column in columns {
        let texts = ColumnTexts(table, column: column.column)
        for row in 0..<table.rowCount {
          texts.forEach(row: row, &buffer) { text in
            var scanner = WordScanner(text)
            while let word = scanner.next() { words.insert(Array(text[word])) }
          }
        }
      }
    } else {
      return nil
    }
    return words.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }
}

extension Table {
  /// The rows with a column `score`.
  func adding(scores: [Double]) -> Table {
    var column = Column(name: "score", type: .number, data: .values(scores.map { .decimal($0) }))
    column.isMade = true
    var result = self
    result.columns.append(column)
    if result.shape == .list { result.shape = .table }
    return result
  }
}
