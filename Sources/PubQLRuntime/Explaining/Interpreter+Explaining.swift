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
  ///
  /// - Returns: with the table a remark, where several records have that id.
  func why(_ expression: Expression) throws(InterpreterError) -> (Table, note: Diagnostic?) {
    guard let first = environment.lastQuery.first else {
      throw InterpreterError(.compile, [ExplainProblem.noLastQuery(expression.span).diagnostic])
    }
    let id = try value(of: try checked { $0.check(expression, Scope()) }).plainText
    guard let corpus = first.source.rows?.corpus, let field = corpus.field(named: "id") else {
      throw InterpreterError(
        .run, [ExplainProblem.noRecords(first.headText(sources).text, expression.span).diagnostic])
    }
    let found: [Int]
    do throws(RunError) { found = try records(id, corpus, field) } catch {
      throw InterpreterError(error)
    }
    guard !found.isEmpty else {
      throw InterpreterError(
        .run,
        [
          ExplainProblem.unknownRecord(
            id, expression.span, nearest: nearest(to: id, corpus, field)
          ).diagnostic
        ])
    }
    do throws(RunError) {
      let told = try why(found, corpus)
      let others = found.filter { $0 != told.record.number }
      guard !others.isEmpty else { return (told.table, nil) }
      let places = ([told.record.number] + others).map { corpus.source(of: $0) }
      return (
        told.table,
        ExplainProblem.severalRecords(
          id, expression.span, places: places.map { "\($0.file):\($0.line)" }
        ).diagnostic
      )
    } catch { throw InterpreterError(error) }
  }

  /// What is told of one of some records: of one that the last result shows, else of one that
  /// meets all conditions, else of the first.
  private func why(_ found: [Int], _ corpus: Corpus) throws(RunError) -> WhyTable {
    let shown = environment.lastResult?.rows.flatMap { $0.corpus === corpus ? $0.list : nil }
    let isShown = Set(shown ?? [])
    let inResult = found.first { isShown.contains(UInt32($0)) }
    var told: WhyTable?
    for record in inResult.map({ [$0] }) ?? Array(found.prefix(Self.lookLimit)) {
      let table = try WhyTable(
        environment.lastQuery, WhyTable.RecordPlace(corpus: corpus, number: record), sources,
        context)
      if told == nil || table.isMet { told = table }
      if table.isMet { break }
    }
    guard let told else { throw RunError(.noSuchRecord(id: "", nearest: nil)) }
    return told
  }

  /// So many records of one id are followed through the query.
  private static var lookLimit: Int { 20 }

  /// The records that have an id, by their numbers.
  private func records(_ id: String, _ corpus: Corpus, _ field: Int) throws(RunError) -> [Int] {
    let isMeant = Scalar.comparison(
      .column(field),
      ScalarComparison(
        .equal, isNegated: false, right: .constant(ValueTest(.equal, .text(id)))))
    let found = try FilterOperator(condition: isMeant).run(Table(all: corpus), context).rows?.list
    return (found ?? []).map(Int.init)
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
