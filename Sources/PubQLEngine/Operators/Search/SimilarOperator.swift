package import PubQLDiagnostics
import PubQLModel
import PubQLText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps the rows that are like a record, the most alike first, with a column `score`.
///
/// The likeness is the cosine between the terms of two records: words of the texts, people, and
/// values of other fields, each weighed by `(1 + ln count) · ln((N + 1) / n)` for a term in n of N
/// rows, so that words which all have say nothing. Shape: the columns of the input and `score`, 0 to
/// 1, descending; equal ones keep their order. Left out are the record itself and what is less alike
/// than `leastScore`.
package struct SimilarOperator: Operator {
  package let id: String
  package let idColumn: Int
  package let columns: LikenessColumns
  private let span: SourceSpan

  package init(id: String, idColumn: Int, columns: LikenessColumns, at span: SourceSpan) {
    self.id = id
    self.idColumn = idColumn
    self.columns = columns
    self.span = span
  }

  /// Rows below this have no more than common words with the record.
  static let leastScore = 0.01

  /// So many rows are looked at in one go.
  private static let chunkSize = 2048

  /// - Throws: `.noSuchRecord` when neither the rows nor the corpus behind them have the id.
  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let table = input.indexed
    let own = Self.row(of: id, in: table, idColumn)
    guard let wanted = own.map({ ($0, table) }) ?? behind(table) else {
      throw RunError(.noSuchRecord(id: id, nearest: nearest(in: table)), at: span)
    }
    var buffer: [UInt8] = []
    let model = RecordTerms(wanted.1, columns).terms(row: wanted.0, &buffer)
    let rows = RecordTerms(table, columns)

    // A record from outside of the rows counts as one of them.
    var rowsWithTerm: [TermHash: Int] = [:]
    if own == nil { for (term, _) in model { rowsWithTerm[term] = 1 } }
    for counts in try inChunks(of: table, context, { Self.countTerms(rows, $0) }) {
      rowsWithTerm.merge(counts) { $0 + $1 }
    }
    let weights = TermWeights(
      rowCount: table.rowCount + (own == nil ? 1 : 0), rowsWithTerm: rowsWithTerm)
    let query = TermVector(model, weights)
    var scored: [(row: Int, score: Double)] = []
    for found in try inChunks(of: table, context, { Self.compare(query, rows, $0, weights) }) {
      scored += found.filter { $0.row != own }
    }
    scored.sort { $0.score != $1.score ? $0.score > $1.score : $0.row < $1.row }
    return table.taking(scored.map(\.row)).adding(scores: scored.map(\.score))
  }

  // MARK: The record

  /// The first row with that id; case does not count.
  private static func row(of id: String, in table: Table, _ column: Int) -> Int? {
    let wanted = Folding.fold(id)
    let ids = ColumnTexts(table, column: column)
    var buffer: [UInt8] = []
    for row in 0..<table.rowCount {
      var isFound = false
      ids.forEach(row: row, &buffer) { isFound = isFound || $0.elementsEqual(wanted) }
      if isFound { return row }
    }
    return nil
  }

  /// The record in the corpus that the rows come from, where it was filtered out of them. Its
  /// columns are in the places that those of the rows have.
  private func behind(_ table: Table) -> (Int, Table)? {
    guard let corpus = table.rows?.corpus else { return nil }
    let all = Table(all: corpus).indexed
    guard let idField = corpus.field(named: "id"), let row = Self.row(of: id, in: all, idField)
    else { return nil }
    var found = all.taking([row])
    let whole = found.columns
    found.columns = table.columns.map { column in
      whole.first { $0.field != nil && $0.field == column.field }
        ?? Column(name: column.name, type: column.type, data: .values([.missing]))
    }
    return (0, found)
  }

  private func nearest(in table: Table) -> String? {
    var ids = (0..<table.rowCount).map { table.value(row: $0, column: idColumn).plainText }
    if let corpus = table.rows?.corpus, let field = corpus.field(named: "id") {
      ids += (0..<corpus.recordCount).map { corpus.value(field, $0).plainText }
    }
    return Suggestion.best(for: id, among: ids)
  }

  // MARK: All rows

  private func inChunks<T: Sendable>(
    of table: Table, _ context: ExecutionContext, _ body: @Sendable (Range<Int>) -> T
  ) throws(RunError) -> [T] {
    let size = Self.chunkSize
    let found = withoutActuallyEscaping(body) { body in
      Parallel.map((table.rowCount + size - 1) / size) { chunk -> T? in
        if context.cancellation.isSet { return nil }
        return body(chunk * size..<min(table.rowCount, (chunk + 1) * size))
      }
    }
    try context.check()
    return found.compactMap { $0 }
  }

  private static func countTerms(_ terms: RecordTerms, _ rows: Range<Int>) -> [TermHash: Int] {
    var buffer: [UInt8] = []
    var counts: [TermHash: Int] = [:]
    for row in rows {
      for (term, _) in terms.terms(row: row, &buffer) { counts[term, default: 0] += 1 }
    }
    return counts
  }

  private static func compare(
    _ query: TermVector, _ terms: RecordTerms, _ rows: Range<Int>, _ weights: TermWeights
  ) -> [(row: Int, score: Double)] {
    var buffer: [UInt8] = []
    var found: [(row: Int, score: Double)] = []
    for row in rows {
      let score = query.cosine(TermVector(terms.terms(row: row, &buffer), weights))
      if score >= leastScore { found.append((row, score)) }
    }
    return found
  }
}

/// How much each term says.
private struct TermWeights: Sendable {
  let rowCount: Int
  let rowsWithTerm: [TermHash: Int]

  func weight(_ term: TermHash, count: Double) -> Double {
    let rows = rowsWithTerm[term] ?? 1
    return (1 + log(max(1, count))) * log(Double(rowCount + 1) / Double(rows))
  }
}

/// The weighed terms of a record.
private struct TermVector: Sendable {
  /// Ascending.
  private let terms: [TermHash]
  private let weights: [Double]
  private let length: Double

  init(_ counts: [(term: TermHash, count: Double)], _ weights: TermWeights) {
    terms = counts.map(\.term)
    self.weights = counts.map { weights.weight($0.term, count: $0.count) }
    length = self.weights.map { $0 * $0 }.sumFromLeast().squareRoot()
  }

  /// 0 (nothing in common) to 1 (the same terms equally often).
  func cosine(_ other: TermVector) -> Double {
    guard length > 0, other.length > 0 else { return 0 }
    var products: [Double] = []
    var (i, j) = (0, 0)
    while i < terms.count, j < other.terms.count {
      if terms[i] == other.terms[j] { products.append(weights[i] * other.weights[j]) }
      let advances = terms[i] <= other.terms[j]
      if terms[i] >= other.terms[j] { j += 1 }
      if advances { i += 1 }
    }
    return min(1, products.sumFromLeast() / (length * other.length))
  }
}
