import PubQLText

/// What a search saw in the rows that it looked at.
struct SearchFindings: Sendable {
  private let columnCount: Int
  private let termCount: Int
  private(set) var totals: SearchTotals
  /// The rows that were found, ascending.
  private(set) var rows: [Int] = []
  /// Words of each found row, column by column.
  private var lengths: [Int] = []
  /// Occurrences in each found row: column by column, in it term by term.
  private var occurrences: [Int] = []

  init(columns: Int, terms: Int) {
    columnCount = columns
    termCount = terms
    totals = SearchTotals(columns: columns, terms: terms)
  }

  /// Words of a found row in a column; `index` counts found rows.
  func length(_ index: Int, column: Int) -> Int { lengths[index * columnCount + column] }

  /// Occurrences of a term in a found row and column.
  func occurrences(_ index: Int, column: Int, term: Int) -> Int {
    occurrences[(index * columnCount + column) * termCount + term]
  }

  mutating func look(at range: Range<Int>, _ texts: [ColumnTexts], for search: SearchText) {
    var buffer: [UInt8] = []
    var rowLengths = [Int](repeating: 0, count: columnCount)
    var counts = [Int](repeating: 0, count: columnCount * termCount)
    for row in range {
      var isExcluded = false
      for index in counts.indices { counts[index] = 0 }
      for (column, columnTexts) in texts.enumerated() {
        var length = 0
        columnTexts.forEach(row: row, &buffer) { text in
          length += Words.count(folded: text)
          for (number, term) in search.required.enumerated() {
            counts[column * termCount + number] += term.count(folded: text)
          }
          isExcluded = isExcluded || search.excluded.contains { $0.count(folded: text) > 0 }
        }
        rowLengths[column] = length
        totals.words[column] += length
        if length > 0 { totals.filledRows[column] += 1 }
      }
      var found = 0
      for term in 0..<termCount
      where (0..<columnCount).contains(where: { counts[$0 * termCount + term] > 0 }) {
        found += 1
        totals.rowsWithTerm[term] += 1
      }
      guard found == termCount, !isExcluded else { continue }
      rows.append(row)
      lengths.append(contentsOf: rowLengths)
      occurrences.append(contentsOf: counts)
    }
  }

  /// Takes in what was seen in later rows.
  mutating func merge(_ later: SearchFindings) {
    totals.add(later.totals)
    rows += later.rows
    lengths += later.lengths
    occurrences += later.occurrences
  }
}
