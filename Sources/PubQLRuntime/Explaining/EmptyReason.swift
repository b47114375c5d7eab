import PubQLEngine
import PubQLModel
import PubQLText

/// Why no row of a table meets a condition, in words that go on a sentence.
struct EmptyReason {
  let table: Table
  let context: ExecutionContext

  /// Of more rows the values are not looked at one by one.
  private static let valueLimit = 100_000

  /// The reason; nil where there is none but that no row meets the condition.
  func text(_ condition: Scalar) -> String? {
    switch condition {
    case .constant: "it holds for no \(table.rowWord) whatever"
    case .isMissing(.column(let column)): "every \(table.rowWord) has `\(name(column))`"
    case .not(.isMissing(.column(let column))): "`\(name(column))` is missing everywhere"
    case .not: "every \(table.rowWord) meets what stands behind `not`"
    case .comparison(_, let comparison) where comparison.isNegated:
      "every \(table.rowWord) meets its opposite"
    case .comparison(let left, let comparison):
      if case .constant(let test) = comparison.right { compare(left, test) } else { nil }
    default: nil
    }
  }

  private func compare(_ left: Scalar, _ test: ValueTest) -> String? {
    if test.values.isEmpty { return "there is nothing to compare with" }
    if case .column(let column) = left, count(.not(.isMissing(left))) == 0 {
      return "`\(name(column))` is missing everywhere"
    }
    if test.values.allSatisfy({ $0.textual == nil }), test.relation != .matches {
      return tooCoarse(left, test) ?? extent(left)
    }
    return switch test.relation {
    case .exactlyEqual: looser(left, test, .equal).map { "`=` finds \($0)" }
    case .equal: nearest(left, test)
    case .starts, .ends:
      looser(left, test, .contains).map { "`contains` finds \($0)" } ?? elsewhere(left, test)
    case .has: missingWords(left, test) ?? elsewhere(left, test)
    case .contains, .matches, .like, .edits: elsewhere(left, test)
    default: nil
    }
  }

  private func name(_ column: Int) -> String {
    let column = table.columns[column]
    return column.field?.singular ?? column.name
  }

  /// How many rows meet a condition.
  private func count(_ condition: Scalar) -> Int {
    (try? FilterOperator(condition: condition).run(table, context).rowCount) ?? 0
  }

  private func count(_ left: Scalar, _ test: ValueTest) -> Int {
    count(
      .comparison(
        left,
        ScalarComparison(
          test.relation, quantifier: test.quantifier, isNegated: false, right: .constant(test))))
  }

  /// What another relation to the same values would find.
  private func looser(
    _ left: Scalar, _ test: ValueTest, _ relation: ValueTest.Relation
  ) -> String? {
    let found = count(left, ValueTest(relation, .list(test.values), test.quantifier))
    return found == 0 ? nil : table.counted(found)
  }

  // MARK: Dates and numbers

  /// Dates that may lie where they are wanted, but are not certain to.
  private func tooCoarse(_ left: Scalar, _ test: ValueTest) -> String? {
    guard test.relation == .equal || test.relation == .within || test.relation == .exactlyEqual,
      test.values.allSatisfy({ $0.asDate != nil }),
      case .column(let column) = left, table.columns[column].type.element == .date
    else { return nil }
    return looser(left, test, .overlaps).map {
      "the dates of \($0) are too coarse to be certain; `overlaps` finds what may lie there"
    }
  }

  /// From where to where the values go.
  private func extent(_ left: Scalar) -> String? {
    let values = values(left)
    let dates = values.compactMap(\.asDate)
    if !values.isEmpty, dates.count == values.count, values.allSatisfy({ $0.number == nil }) {
      guard let first = dates.min(), let last = dates.max(by: { $0.lastDay < $1.lastDay }) else {
        return nil
      }
      return "the dates go from \(first.edtf) to \(last.edtf)"
    }
    let numbers = values.filter { $0.number.map { !$0.isNaN } ?? false }
    guard let least = numbers.min(by: { ValueOrder.compare($0, $1) < 0 }),
      let most = numbers.max(by: { ValueOrder.compare($0, $1) < 0 })
    else { return nil }
    let subject =
      switch left {
      case .column(let column): "`\(name(column))` goes"
      case .call(let function, _, _): "`\(function.name)` goes"
      default: "the values go"
      }
    return "\(subject) from \(least.plainText) to \(most.plainText)"
  }

  /// The values of an expression; of very many rows those that the corpus has.
  private func values(_ scalar: Scalar) -> [Value] {
    guard table.rowCount <= Self.valueLimit else { return corpusValues(scalar) }
    let rows = table.indexed
    let evaluator = ScalarEvaluator(rows)
    return (0..<rows.rowCount).flatMap { row in
      (try? evaluator.value(scalar, row: row))?.members ?? []
    }
  }

  /// The values of a coded field, or of a function of one; none where there are too many.
  private func corpusValues(_ scalar: Scalar) -> [Value] {
    switch scalar {
    case .column(let column):
      guard case .field(let field) = table.columns[column].data, let corpus = table.rows?.corpus,
        corpus.fields[field].kind.isCoded
      else { return [] }
      let dictionary = corpus.coded(field).dictionary
      return dictionary.count > Self.valueLimit
        ? [] : (0..<dictionary.count).map { dictionary.value($0) }
    case .call(let function, let arguments, _) where arguments.count == 1:
      return corpusValues(arguments[0]).flatMap { (try? function.body([$0]))?.members ?? [] }
    default: return []
    }
  }

  // MARK: Texts

  private func nearest(_ left: Scalar, _ test: ValueTest) -> String? {
    guard let wanted = test.values.first?.textual, test.values.count == 1 else { return nil }
    return Suggestion.best(for: wanted, among: Set(values(left).compactMap(\.textual)).sorted())
      .map { "the nearest is \"\($0)\"" }
  }

  /// Which words of a phrase occur nowhere, or that they do not stand together.
  private func missingWords(_ left: Scalar, _ test: ValueTest) -> String? {
    guard case .column(let column) = left, test.values.count == 1,
      let text = test.values.first?.textual
    else { return nil }
    let words = Words.words(text).map { String(decoding: $0, as: UTF8.self) }
    guard words.count > 1, words.count <= 20 else { return nil }
    let nowhere = words.first { count(left, ValueTest(.has, .text($0))) == 0 }
    if let nowhere { return "no \(name(column)) has the word \"\(nowhere)\"" }
    let all = ValueTest(.has, .list(words.map { .text($0) }), .allOfOne)
    let found = count(left, all)
    return found == 0
      ? nil : "not in this order; `has all` finds the words in \(table.counted(found))"
  }

  /// Whether the other one of title and abstract has what is asked for.
  private func elsewhere(_ left: Scalar, _ test: ValueTest) -> String? {
    guard case .column(let column) = left else { return nil }
    let texts: [StandardField] = [.title, .abstract]
    for (other, candidate) in table.columns.enumerated() where other != column {
      guard let field = candidate.field, texts.contains(field) else { continue }
      let found = count(.column(other), test)
      if found > 0 {
        return "no \(name(column)) meets it, but the \(name(other)) of \(table.counted(found)) does"
      }
    }
    return nil
  }
}
