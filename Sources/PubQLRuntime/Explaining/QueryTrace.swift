import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

/// A query for those who explain it: where its rows come from, and a step for each stage and each
/// condition that `and` joins. Nothing of it is worked out before somebody asks.
package struct QueryTrace: Sendable {
  private let query: CheckedQuery
  private let head: PipelineHead
  /// Of the whole query.
  private let span: SourceSpan

  init(_ query: CheckedQuery, of pipeline: Pipeline) {
    self.query = query
    head = pipeline.head
    span = pipeline.span
  }

  var source: Table { plan.source }

  var plan: Plan { query.plan }

  /// A stage, or one term of a condition.
  struct Step {
    let operators: [any Operator]
    let span: SourceSpan?
    /// The condition, where it is one.
    let condition: Scalar?

    /// The rows that are left behind the step.
    func run(_ table: Table, _ context: ExecutionContext) throws(RunError) -> Table {
      var table = table
      for step in operators {
        try context.check()
        table = try step.run(table, context)
      }
      return table
    }
  }

  var steps: [Step] {
    var steps: [Step] = []
    for (index, step) in query.plan.operators.enumerated() {
      let span = query.places.indices.contains(index) ? query.places[index] : nil
      if let filter = step as? FilterOperator {
        let terms = filter.terms.map { ($0.scalar, Optional($0.span)) }
        for (scalar, span) in terms.isEmpty ? [(filter.condition, span)] : terms {
          steps.append(
            Step(operators: [FilterOperator(condition: scalar)], span: span, condition: scalar))
        }
      } else if let last = steps.last, last.condition == nil, let span, last.span == span {
        // A stage may be carried out by several operators.
        steps[steps.count - 1] = Step(
          operators: last.operators + [step], span: span, condition: nil)
      } else {
        steps.append(Step(operators: [step], span: span, condition: nil))
      }
    }
    return steps
  }

  /// Whether the last stage counts.
  var endsWithCount: Bool { query.plan.operators.last is CountOperator }

  /// Where its rows come from, as text, and where that stands.
  func headText(_ sources: SourceMap) -> (text: String, span: SourceSpan) {
    switch head {
    case .from(_, let span): (sources.line(span), span)
    case .expression(let expression) where !beginsWithCondition:
      (sources.line(expression.span), expression.span)
    case .expression, .corpus: ("from corpus", span)
    case .lastResult: ("the last result", span)
    }
  }

  /// Whether a condition stands at the head: it asks of all records.
  private var beginsWithCondition: Bool {
    guard case .expression(let expression) = head, let first = query.places.first else {
      return false
    }
    return first == expression.span && query.plan.operators.first is FilterOperator
  }
}

extension Table {
  /// So many of its rows in words: `3 records`.
  func counted(_ count: Int) -> String { count == 1 ? "1 \(rowWord)" : "\(count) \(rowWord)s" }

  /// What messages call a row.
  var rowWord: String { shape == .records ? "record" : "row" }
}

extension SourceMap {
  /// A part of a text on one line, cut where it is long.
  func line(_ span: SourceSpan?, limit: Int = 60) -> String {
    guard let span else { return "?" }
    let words = text(span).split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }
    let line = words.joined(separator: " ")
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }
}

extension CheckedQuery {
  /// What all of its rows have met, as far as the columns are still those of the conditions.
  var conditions: [ConditionTerm] {
    plan.operators.reversed().prefix {
      $0 is FilterOperator || $0 is SortOperator || $0 is LimitOperator
    }.reversed().flatMap { ($0 as? FilterOperator)?.terms ?? [] }
  }
}
