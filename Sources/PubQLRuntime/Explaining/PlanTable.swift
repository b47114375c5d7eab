import PubQLDiagnostics
import PubQLEngine
import PubQLModel

/// Runs a query step by step and tells how many rows were expected and found, and how long each
/// step took: `explain topic = "Cities" | count`.
struct PlanTable {
  private var rows: [Row] = []

  private struct Row {
    let what: String
    let access: Access?
    let estimate: Double?
    let found: Int
    let time: Duration
  }

  init(
    _ trace: QueryTrace, _ sources: SourceMap, _ context: ExecutionContext
  ) throws(RunError) {
    var estimate = RowEstimate(trace.source)
    var table = trace.source
    rows.append(
      Row(
        what: trace.headText(sources).text, access: nil, estimate: estimate.rows,
        found: table.rowCount, time: .zero))
    let context = context.sharing(trace.plan.optimised)
    var sharing = SharingSteps(trace.plan)
    var rest = trace.steps[...]
    while !rest.isEmpty {
      for (step, access) in try Self.next(&rest, table, context) {
        estimate.apply(step, context)
        var access = access ?? step.operators.first?.access(of: table, context)
        for step in step.operators where sharing.shares(step) { access = .shared }
        let start = ContinuousClock.now
        table = try step.run(table, context)
        rows.append(
          Row(
            what: sources.line(step.span), access: access, estimate: estimate.rows,
            found: table.rowCount, time: ContinuousClock.now - start))
      }
    }
  }

  /// The next step, or conditions that follow one another, in the order in which they are worked on.
  private static func next(
    _ steps: inout ArraySlice<QueryTrace.Step>, _ table: Table, _ context: ExecutionContext
  ) throws(RunError) -> [(QueryTrace.Step, Access?)] {
    let conditions = Array(steps.prefix { $0.condition != nil })
    guard !conditions.isEmpty else { return steps.popFirst().map { [($0, nil)] } ?? [] }
    steps = steps.dropFirst(conditions.count)
    return try table.order(of: conditions.compactMap(\.condition), context).map {
      (conditions[$0.place], $0.access)
    }
  }

  /// Shape: `step` from 1; `what`, as it stands in the query; `by`, how it is worked out, missing
  /// where there is only one way; `estimated` and real `rows`;
  /// the time in `ms`.
  var table: Table {
    Table(
      columns: [
        Column(name: "step", type: .number, data: .wholes(Array(1...max(1, rows.count)))),
        Column(name: "what", type: .text, data: .values(rows.map { .text($0.what) })),
        Column(
          name: "by", type: .text,
          data: .values(rows.map { $0.access.map { .text($0.rawValue) } ?? .missing })),
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
