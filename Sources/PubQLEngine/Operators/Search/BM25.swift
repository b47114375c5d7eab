import PubQLText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a search saw in the rows that it looked at.
struct SearchFindings: Sendable {
  private let columnCount: Int
  private let termCount: Int
  /// Words in each column, over all rows, and how many rows have any.
  private(set) var wordTotals: [Int]
  private(set) var filledRows: [Int]
  /// How many rows have each term.
  private(set) var rowsWithTerm: [Int]
  /// The rows that were found, ascending.
  private(set) var rows: [Int] = []
  /// Words of each found row, column by column.
  private var lengths: [Int] = []
  /// Occurrences in each found row: column by column, in it term by term.
  private var occurrences: [Int] = []

  init(columns: Int, terms: Int) {
    columnCount = columns
    termCount = terms
    wordTotals = [Int](repeating: 0, count: columns)
    filledRows = wordTotals
    rowsWithTerm = [Int](repeating: 0, count: terms)
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
        wordTotals[column] += length
        if length > 0 { filledRows[column] += 1 }
      }
      var found = 0
      for term in 0..<termCount
      where (0..<columnCount).contains(where: { counts[$0 * termCount + term] > 0 }) {
        found += 1
        rowsWithTerm[term] += 1
      }
      guard found == termCount, !isExcluded else { continue }
      rows.append(row)
      lengths.append(contentsOf: rowLengths)
      occurrences.append(contentsOf: counts)
    }
  }

  /// Takes in what was seen in later rows.
  mutating func merge(_ later: SearchFindings) {
    for column in 0..<columnCount {
      wordTotals[column] += later.wordTotals[column]
      filledRows[column] += later.filledRows[column]
    }
    for term in 0..<termCount { rowsWithTerm[term] += later.rowsWithTerm[term] }
    rows += later.rows
    lengths += later.lengths
    occurrences += later.occurrences
  }
}

/// How well rows fit a search: BM25 over weighted fields.
///
/// The occurrences of a term are added up over the fields, each weighed, and set against how long
/// the field is in this row: `f = Σ weight · count / (1 − b + b · length / average)`; the average is
/// over the rows that have the field. A term adds `idf · f · (k1 + 1) / (k1 + f)`, where
/// `idf = ln(1 + (N − n + 0.5) / (n + 0.5))` for a term in n of N rows, so that it is never
/// negative. A phrase counts as one term.
/// - Source: S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond
///   (2009), section 3.6 (BM25F).
struct BM25 {
  /// How soon further occurrences of a term stop to matter.
  static let k1 = 1.2
  /// How much the length of a text counts, from 0 to 1.
  static let b = 0.75

  private let findings: SearchFindings
  private let weights: [Double]
  private let averages: [Double]
  private let idf: [Double]

  init(_ findings: SearchFindings, weights: [Double], rowCount: Int) {
    self.findings = findings
    self.weights = weights
    averages = zip(findings.wordTotals, findings.filledRows).map { total, rows in
      rows == 0 ? 1 : Double(total) / Double(rows)
    }
    idf = findings.rowsWithTerm.map { count in
      log(1 + (Double(rowCount - count) + 0.5) / (Double(count) + 0.5))
    }
  }

  /// The score of a found row; `index` counts found rows.
  func score(_ index: Int) -> Double {
    var parts: [Double] = []
    for (term, idf) in idf.enumerated() {
      var frequency = 0.0
      for (column, weight) in weights.enumerated() {
        let count = findings.occurrences(index, column: column, term: term)
        guard count > 0 else { continue }
        let length = Double(findings.length(index, column: column)) / averages[column]
        frequency += weight * Double(count) / (1 - Self.b + Self.b * length)
      }
      parts.append(idf * frequency * (Self.k1 + 1) / (Self.k1 + frequency))
    }
    return parts.sumFromLeast()
  }
}

extension [Double] {
  /// Their sum, which is the same in whatever order they stand: rows that are equally good get equal
  /// scores, and no rounding puts one before the other.
  func sumFromLeast() -> Double { sorted().reduce(0, +) }
}
