import PubQLDiagnostics
import PubQLEngine
import PubQLModel

/// Runs a query step by step and tells how many rows were expected and found, and how long each
/// step took: `explain topic = "Cities" | count`.
struct PlanTable {
  private var rows: [(what: String, estimate: Double?, found: Int, time: Duration)] = []

  init(
    _ trace: QueryTrace, _ sources: SourceMap, _ context: ExecutionContext
  ) throws(RunError) {
    var estimate = RowEstimate(trace.source)
    var table = trace.source
    rows.append((trace.headText(sources).text, estimate.rows, table.rowCount, .zero))
    for step in trace.steps {
      estimate.apply(step, context)
      let start = ContinuousClock.now
      table = try step.run(table, context)
      rows.append(
        (sources.line(step.span), estimate.rows, table.rowCount, ContinuousClock.now - start))
    }
  }

  /// Shape: `step` from 1; `what`, as it stands in the query; `estimated` and real `rows`;
  /// the time in `ms`.
  var table: Table {
    Table(
      columns: [
        Column(name: "step", type: .number, data: .wholes(Array(1...max(1, rows.count)))),
        Column(name: "what", type: .text, data: .values(rows.map { .text($0.what) })),
        Column(
          name: "estimated", type: .number,
          data: .values(
            rows.map { row in
              row.estimate.flatMap { Int(exactly: $0.rounded()) }.map { .whole($0) } ?? .missing
            })),
        Column(name: "rows", type: .number, data: .wholes(rows.map(\.found))),
        Column(
          name: "ms", type: .number, data: .values(rows.map { .decimal($0.time.milliseconds) })),
      ],
      rowCount: rows.count)
  }
}

extension Duration {
  /// To the thousandth.
  fileprivate var milliseconds: Double {
    let (seconds, rest) = components
    return (Double(seconds) * 1000 + Double(rest) / 1e15 * 1000).rounded() / 1000
  }
}
