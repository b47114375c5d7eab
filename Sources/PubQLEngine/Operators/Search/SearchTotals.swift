/// What the scores of a search depend on, over all rows that are searched.
struct SearchTotals: Sendable {
  /// Words in each column, and how many rows have any.
  var words: [Int]
  var filledRows: [Int]
  /// How many rows have each term.
  var rowsWithTerm: [Int]

  init(columns: Int, terms: Int) {
    words = [Int](repeating: 0, count: columns)
    filledRows = words
    rowsWithTerm = [Int](repeating: 0, count: terms)
  }

  mutating func add(_ other: SearchTotals) {
    for column in words.indices {
      words[column] += other.words[column]
      filledRows[column] += other.filledRows[column]
    }
    for term in rowsWithTerm.indices { rowsWithTerm[term] += other.rowsWithTerm[term] }
  }

  mutating func add(_ length: Int, to column: Int) {
    words[column] += length
    if length > 0 { filledRows[column] += 1 }
  }
}
