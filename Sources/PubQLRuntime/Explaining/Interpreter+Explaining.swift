import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax
import PubQLText

// `why` and `explain`. Neither changes what the next line goes on from.

extension Interpreter {
  /// Of more records the ids are not compared with one that is unknown.
  private static var suggestionLimit: Int { 100_000 }

  /// Keeps what the last query did, for `why`.
  func remember(_ trace: QueryTrace?, of pipeline: Pipeline) {
    let goesOn = if case .lastResult = pipeline.head { true } else { false }
    environment.lastQuery = (goesOn ? environment.lastQuery : []) + (trace.map { [$0] } ?? [])
  }

  /// `why 1971`: which conditions of the last query the record meets.
  func why(_ expression: Expression) throws(InterpreterError) -> Table {
    guard let first = environment.lastQuery.first else {
      throw InterpreterError(.compile, [ExplainProblem.noLastQuery(expression.span).diagnostic])
    }
    let id = try value(of: try checked { $0.check(expression, Scope()) }).plainText
    guard let corpus = first.source.rows?.corpus, let field = corpus.field(named: "id") else {
      throw InterpreterError(
        .run, [ExplainProblem.noRecords(first.headText(sources).text, expression.span).diagnostic])
    }
    let table: Table?
    do throws(RunError) { table = try why(id, corpus, field) } catch {
      throw InterpreterError(error)
    }
    guard let table else {
      throw InterpreterError(
        .run,
        [
          ExplainProblem.unknownRecord(
            id, expression.span, nearest: nearest(to: id, corpus, field)
          ).diagnostic
        ])
    }
    return table
  }

  /// Nil where no record has that id; of several one that is in the last result, else the first.
  private func why(_ id: String, _ corpus: Corpus, _ field: Int) throws(RunError) -> Table? {
    let isMeant = Scalar.comparison(
      .column(field),
      ScalarComparison(
        .equal, isNegated: false, right: .constant(ValueTest(.equal, .text(id)))))
    let found = try FilterOperator(condition: isMeant).run(Table(all: corpus), context).rows?.list
    guard let found, let first = found.first else { return nil }
    var record = first
    if found.count > 1, let rows = environment.lastResult?.rows, rows.corpus === corpus {
      let shown = Set(rows.list)
      record = found.first { shown.contains($0) } ?? first
    }
    return try WhyTable(
      environment.lastQuery, WhyTable.RecordPlace(corpus: corpus, number: Int(record)), sources,
      context
    ).table
  }

  private func nearest(to id: String, _ corpus: Corpus, _ field: Int) -> String? {
    guard corpus.recordCount <= Self.suggestionLimit else { return nil }
    let ids = (0..<corpus.recordCount).lazy.compactMap { corpus.value(field, $0).textual }
    return Suggestion.best(for: id, among: ids)
  }

  /// `explain topic = "Cities" | count`: how a query is carried out. Nothing is written or shown.
  func explain(_ pipeline: Pipeline) throws(InterpreterError) -> Table {
    guard case .query(let query) = try checked({ $0.check(pipeline) }) else {
      throw InterpreterError(.compile, [ExplainProblem.noQuery(pipeline.span).diagnostic])
    }
    do throws(RunError) {
      return try PlanTable(
        QueryTrace(query, of: pipeline), sources, context
      ).table
    } catch { throw InterpreterError(error) }
  }
}
