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

  /// So many rows are looked at in one go.
  private static let chunkSize = 4096

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    guard !search.isEmpty else {
      throw RunError(.badArgument(function: "search", "there is no word to look for"))
    }
    var best = try IndexedSearch(search, columns, input)?.best(limit, context)
    var result = input
    if let best {
      result.show(best.map { UInt32($0.row) })
    } else {
      let table = input.indexed
      let scanned = try scanned(table, context)
      result = table.taking(scanned.map(\.row))
      best = scanned
    }
    result.search = search
    return result.adding(scores: best?.map(\.score) ?? [])
  }

  /// The rows found and their scores, by looking at all texts.
  private func scanned(
    _ table: Table, _ context: ExecutionContext
  ) throws(RunError) -> [(row: Int, score: Double)] {
    let findings = try findings(in: table, context)
    let ranking = BM25(
      findings.totals, weights: columns.map(\.weight), rowCount: table.rowCount)
    var best = TopScores(limit: limit)
    for (index, row) in findings.rows.enumerated() {
      let score = ranking.score(
        length: { findings.length(index, column: $0) },
        occurrences: { findings.occurrences(index, column: $0, term: $1) })
      best.add(row, score)
    }
    return best.sorted()
  }

  private func findings(
    in table: Table, _ context: ExecutionContext
  ) throws(RunError) -> SearchFindings {
    let texts = columns.map { ColumnTexts(table, column: $0.column) }
    let count = (table.rowCount + Self.chunkSize - 1) / Self.chunkSize
    let found = Parallel.map(count) { chunk -> SearchFindings? in
      if context.cancellation.isSet { return nil }
      let first = chunk * Self.chunkSize
      var findings = SearchFindings(columns: columns.count, terms: search.required.count)
      findings.look(at: first..<min(table.rowCount, first + Self.chunkSize), texts, for: search)
      return findings
    }
    try context.check()
    var all = SearchFindings(columns: columns.count, terms: search.required.count)
    for case let chunk? in found { all.merge(chunk) }
    return all
  }
}

extension SearchOperator {
  /// In how many rows each required term occurs.
  package func rowCounts(
    in table: Table, _ context: ExecutionContext
  ) throws(RunError) -> [Int] {
    if let counts = try IndexedSearch(search, columns, table)?.rowsWithTerm(context) {
      return counts
    }
    return try findings(in: table.indexed, context).totals.rowsWithTerm
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
