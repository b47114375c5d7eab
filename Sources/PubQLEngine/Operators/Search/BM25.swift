#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How well rows fit a search: BM25 over weighted fields.
///
/// The occurrences of a term are added up over the fields, each weighed, and set against how long
/// the field is in this row: `f = Σ weight · count / (1 − b + b · length / average)`; the average is
/// over the rows that have the field. A term adds `idf · f · (k1 + 1) / (k1 + f)`, where
/// `idf = ln(1 + (N − n + 0.5) / (n + 0.5))` for a term in n of N rows, so that it is never
/// negative. A phrase counts as one term.
/// - Source: S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond
///   (2009), section 3.6 (BM25F).
struct BM25: Sendable {
  /// How soon further occurrences of a term stop to matter.
  static let k1 = 1.2
  /// How much the length of a text counts, from 0 to 1.
  static let b = 0.75

  private let weights: [Double]
  private let averages: [Double]
  private let idf: [Double]

  init(_ totals: SearchTotals, weights: [Double], rowCount: Int) {
    self.weights = weights
    averages = zip(totals.words, totals.filledRows).map { total, rows in
      rows == 0 ? 1 : Double(total) / Double(rows)
    }
    idf = totals.rowsWithTerm.map { count in
      log(1 + (Double(rowCount - count) + 0.5) / (Double(count) + 0.5))
    }
  }

  /// The score of a row.
  /// - Parameters:
  ///   - length: words in a column.
  ///   - occurrences: of a term in a column.
  func score(
    length: (_ column: Int) -> Int, occurrences: (_ column: Int, _ term: Int) -> Int
  ) -> Double {
    var parts: [Double] = []
    for term in idf.indices {
      var frequency = 0.0
      for column in weights.indices {
        let count = occurrences(column, term)
        if count > 0 { frequency += Double(count) * norm(column, length: length(column)) }
      }
      parts.append(gain(term, frequency))
    }
    return parts.sumFromLeast()
  }

  /// What one occurrence in a column of so many words counts.
  @inline(__always)
  func norm(_ column: Int, length: Int) -> Double {
    weights[column] / (1 - Self.b + Self.b * (Double(length) / averages[column]))
  }

  /// What so many weighed occurrences of a term add to the score.
  @inline(__always)
  func gain(_ term: Int, _ frequency: Double) -> Double {
    idf[term] * (frequency * (Self.k1 + 1) / (Self.k1 + frequency))
  }
}

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
}

extension [Double] {
  /// Their sum, which is the same in whatever order they stand: rows that are equally good get equal
  /// scores, and no rounding puts one before the other.
  func sumFromLeast() -> Double {
    // Of two, the sum does not depend on the order.
    count <= 2 ? reduce(0, +) : sorted().reduce(0, +)
  }
}
