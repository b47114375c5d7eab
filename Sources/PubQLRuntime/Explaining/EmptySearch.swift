import PubQLEngine
import PubQLText

/// Why a search finds nothing, in words that go on a sentence.
struct EmptySearch {
  private let search: SearchOperator
  private let table: Table
  private let context: ExecutionContext

  /// Without an index, no nearest word is looked for in more rows.
  private static let rowLimit = 20_000
  /// Of more words it is not worked out what leaving them out would give.
  private static let termLimit = 20

  /// - Parameters:
  ///   - operators: of the step that keeps none, among them a search; else there is nothing to say.
  ///   - input: what flows into them.
  init?(
    _ operators: [any Operator], _ input: Table, _ context: ExecutionContext
  ) throws(RunError) {
    var rows = input
    for step in operators {
      if let search = step as? SearchOperator {
        (self.search, table, self.context) = (search, rows, context)
        return
      }
      rows = try step.run(rows, context)
    }
    return nil
  }

  func text() throws(RunError) -> String? {
    let terms = search.search.required
    let counts = try search.rowCounts(in: table, context)
    guard let nowhere = zip(terms, counts).first(where: { $0.1 == 0 })?.0 else {
      return try together(terms, counts)
    }
    let sentence = "no \(table.rowWord) has `\(nowhere.text)`"
    return nearest(to: nowhere).map { "\(sentence); the nearest word is `\($0)`" } ?? sentence
  }

  /// Every word occurs by itself.
  private func together(_ terms: [SearchTerm], _ counts: [Int]) throws(RunError) -> String? {
    if terms.count == 1 {
      return "what is left out with `-` is in each \(table.rowWord) that has `\(terms[0].text)`"
    }
    var best: (count: Int, term: SearchTerm)?
    if terms.count <= Self.termLimit {
      for (index, term) in terms.enumerated() {
        let count = try search.withoutTerm(index).run(table, context).rowCount
        if count > best?.count ?? 0 { best = (count, term) }
      }
    }
    let sentence = "no \(table.rowWord) has all of the words"
    return best.map { best in
      "\(sentence); without `\(best.term.text)` it finds \(table.counted(best.count))"
    } ?? sentence
  }

  private func nearest(to term: SearchTerm) -> String? {
    guard term.words.count == 1, !term.isPrefix else { return nil }
    return search.words(in: table, rowLimit: Self.rowLimit).flatMap {
      Suggestion.best(for: term.text, among: $0)
    }
  }
}
