import PubQLDiagnostics
import PubQLEngine
import PubQLModel

/// Tells why a query has no rows: which step took the last of them and why, and how many there
/// would be without each of the conditions.
///
/// It runs the query's steps again, so it is asked only of queries that were quick.
struct EmptyResult {
  private let trace: QueryTrace
  private let steps: [QueryTrace.Step]
  private let sources: SourceMap
  private let context: ExecutionContext
  /// Values in the text of which it was told already that they occur nowhere.
  private let told: [SourceSpan]

  /// How long leaving out one condition after the other may take.
  private static let timeLimit = Duration.seconds(1)
  /// Of more conditions it is not worked out what leaving them out would give.
  private static let termLimit = 20

  init(
    _ trace: QueryTrace, _ sources: SourceMap, _ context: ExecutionContext, told: [SourceSpan]
  ) {
    self.trace = trace
    steps = trace.steps
    self.sources = sources
    self.context = context
    self.told = told
  }

  /// The remark; nil when there is nothing to say that was not told.
  func note() throws(RunError) -> Diagnostic? {
    if trace.source.rowCount == 0 {
      let head = trace.headText(sources)
      return ExplainProblem.emptySource(head.text, head.span).diagnostic
    }
    var table = trace.source
    var left: [Int] = []
    for (index, step) in steps.enumerated() {
      let next = try step.run(table, context)
      if next.rowCount == 0 { return try note(on: index, table, left) }
      left.append(next.rowCount)
      table = next
    }
    return nil
  }

  /// - Parameters:
  ///   - index: of the step behind which no row is left.
  ///   - input: what went into it.
  ///   - left: how many rows were left behind each step before it.
  private func note(on index: Int, _ input: Table, _ left: [Int]) throws(RunError) -> Diagnostic? {
    let step = steps[index]
    guard let span = step.span else { return nil }
    guard let condition = step.condition else {
      if let reason = try EmptySearch(step.operators, input, context)?.text() {
        return ExplainProblem.conditionKeepsNone(
          sources.line(span), span, reason: reason, without: nil
        ).diagnostic
      }
      return ExplainProblem.stageKeepsNone(
        sources.line(span), span, input.counted(input.rowCount)
      ).diagnostic
    }
    let conditions = steps.indices.filter { steps[$0].condition != nil }
    let wasTold = told.contains {
      span.file == $0.file && span.start <= $0.start && $0.end <= span.end
    }
    if wasTold && conditions.count == 1 { return nil }
    var diagnostic = ExplainProblem.conditionKeepsNone(
      sources.line(span), span,
      reason: wasTold ? nil : try reason(condition, index, input),
      without: conditions.count == 1 ? nil : try without(conditions)
    ).diagnostic
    if conditions.count > 1 {
      diagnostic.label = "none left"
      diagnostic.secondary = conditions.prefix { $0 < index }.compactMap { before in
        steps[before].span.map { ($0, "\(left[before]) left") }
      }
    }
    return diagnostic
  }

  /// Why nothing meets the condition, by itself or together with those before it.
  private func reason(
    _ condition: Scalar, _ index: Int, _ input: Table
  ) throws(RunError) -> String? {
    var rows = trace.source
    for step in steps[..<index] where step.condition == nil {
      rows = try step.run(rows, context)
    }
    let alone = try FilterOperator(condition: condition).run(rows, context).rowCount
    if alone == 0 {
      return EmptyReason(table: rows, context: context).text(condition)
        ?? "no \(input.rowWord) meets it"
    }
    return alone == 1
      ? "1 \(input.rowWord) meets it, which is none of the \(input.rowCount) left before it"
      : "\(input.counted(alone)) meet it, none of them among the \(input.rowCount) left before it"
  }

  /// How many rows there would be without each of the conditions, and its text; nil when that
  /// would take long.
  private func without(_ conditions: [Int]) throws(RunError) -> [(text: String, count: String)]? {
    guard conditions.count <= Self.termLimit, let last = conditions.last else { return nil }
    let start = ContinuousClock.now
    var result: [(String, String)] = []
    for omitted in conditions {
      var table = trace.source
      for (index, step) in steps[...last].enumerated() where index != omitted {
        table = try step.run(table, context)
      }
      if ContinuousClock.now - start > Self.timeLimit { return nil }
      guard table.rowCount > 0 else { continue }
      result.append((sources.line(steps[omitted].span), table.counted(table.rowCount)))
    }
    return result
  }
}

extension Interpreter {
  /// A query that took longer is not run again to explain it.
  private static var quick: Duration { .milliseconds(500) }

  /// Why a query gave nothing, if it did.
  func explainEmpty(
    _ trace: QueryTrace, _ result: Table, told: [SourceSpan], after time: Duration
  ) -> Diagnostic? {
    guard explainsEmptyResults, time < Self.quick, result.isEmptyAnswer(of: trace) else {
      return nil
    }
    // In a loop one remark is enough.
    guard toldEmpty.insert(trace.headText(sources).span).inserted else { return nil }
    return try? EmptyResult(trace, sources, context, told: told).note()
  }
}

extension Table {
  /// Whether there are no rows, or only the number that says so.
  fileprivate func isEmptyAnswer(of trace: QueryTrace) -> Bool {
    if rowCount == 0 { return shape != .value && shape != .record }
    guard rowCount == 1, trace.endsWithCount,
      case .wholes(let counts) = columns.first?.data
    else { return false }
    return counts == [0]
  }
}
