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
/// negative. A phrase counts as one term. More than 65,535 occurrences in a text count as so many.
/// - Source: S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond
///   (2009), section 3.6 (BM25F).
struct BM25: Sendable {
  /// How soon further occurrences of a term stop to matter.
  static let k1 = 1.2
  /// How much the length of a text counts, from 0 to 1.
  private static let b = 0.75
  /// What an occurrence counts in texts up to so many words lies in a table.
  private static let normCount = 1024

  private let weights: [Double]
  private let averages: [Double]
  private let idf: [Double]
  private var norms: [Double] = []

  init(_ totals: SearchTotals, weights: [Double], rowCount: Int) {
    self.weights = weights
    averages = zip(totals.words, totals.filledRows).map { total, rows in
      rows == 0 ? 1 : Double(total) / Double(rows)
    }
    idf = totals.rowsWithTerm.map { count in
      log(1 + (Double(rowCount - count) + 0.5) / (Double(count) + 0.5))
    }
    norms = weights.indices.flatMap { column in
      (0..<Self.normCount).map { workedOutNorm(column, UInt32($0)) }
    }
  }

  /// The score of a row.
  /// - Parameters:
  ///   - lengths: words of each column.
  ///   - counts: occurrences in each column, term by term.
  func score(_ lengths: UnsafePointer<UInt32>, _ counts: UnsafePointer<UInt16>) -> Double {
    // Of two parts, the sum does not depend on the order.
    if idf.count <= 2 { return sum(lengths, counts) }
    return idf.indices.map { gain($0, lengths, counts) }.sumFromLeast()
  }

  /// Whether the score of a row is certainly below `least`.
  @inline(__always)
  func isBelow(
    _ least: Double, _ lengths: UnsafePointer<UInt32>, _ counts: UnsafePointer<UInt16>
  ) -> Bool {
    // Far more than rounding can make of it.
    sum(lengths, counts) * (1 + 1e-9) < least
  }

  @inline(__always)
  private func sum(_ lengths: UnsafePointer<UInt32>, _ counts: UnsafePointer<UInt16>) -> Double {
    var sum = 0.0
    for term in 0..<idf.count { sum += gain(term, lengths, counts) }
    return sum
  }

  /// What a term adds to the score.
  @inline(__always)
  private func gain(
    _ term: Int, _ lengths: UnsafePointer<UInt32>, _ counts: UnsafePointer<UInt16>
  ) -> Double {
    var frequency = 0.0
    for column in 0..<weights.count {
      let count = counts[column &* idf.count &+ term]
      if count > 0 { frequency += Double(count) * norm(column, lengths[column]) }
    }
    return idf[term] * (frequency * (Self.k1 + 1) / (Self.k1 + frequency))
  }

  /// What a term adds at most, however often it occurs.
  func limit(of term: Int) -> Double { idf[term] * (Self.k1 + 1) }

  /// What one occurrence in a column of so many words counts: the less, the more words.
  @inline(__always)
  func norm(_ column: Int, _ length: UInt32) -> Double {
    length < Self.normCount
      ? norms[column &* Self.normCount &+ Int(length)] : workedOutNorm(column, length)
  }

  /// An occurrence in a column counts `weight / (constant + slope · words)`; nearly so.
  func normParts(_ column: Int) -> (weight: Float, constant: Float, slope: Float) {
    (Float(weights[column]), Float(1 - Self.b), Float(Self.b / averages[column]))
  }

  private func workedOutNorm(_ column: Int, _ length: UInt32) -> Double {
    weights[column] / (1 - Self.b + Self.b * (Double(length) / averages[column]))
  }
}

extension [Double] {
  /// Their sum, which is the same in whatever order they stand: rows that are equally good get equal
  /// scores, and no rounding puts one before the other.
  func sumFromLeast() -> Double { sorted().reduce(0, +) }
}
