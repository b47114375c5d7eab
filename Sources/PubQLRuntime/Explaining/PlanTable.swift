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
      estimate.apply(step)
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

/// How many rows are expected behind each step, from what is known before it runs: the counts of
/// values in the dictionaries of a corpus, and else a few rows that are tried.
struct RowEstimate {
  /// The rows that are expected; nil where nothing is known.
  private(set) var rows: Double?
  private let source: Table
  /// Some of the source's rows, evenly spread.
  private let tried: Table
  /// Whether the columns are still those of the source.
  private var hasSourceColumns = true

  /// How many rows a condition is tried on.
  private static let trials = 200

  init(_ source: Table) {
    self.source = source
    rows = Double(source.rowCount)
    let step = max(1, source.rowCount / Self.trials)
    tried = source.indexed.taking(
      Array(stride(from: 0, to: source.rowCount, by: step).prefix(Self.trials)))
  }

  /// Goes past a step.
  mutating func apply(_ step: QueryTrace.Step) {
    if let condition = step.condition {
      let part = hasSourceColumns ? part(condition) : nil
      rows = rows.flatMap { rows in part.map { rows * $0 } }
      return
    }
    for step in step.operators { apply(step) }
  }

  private mutating func apply(_ step: any Operator) {
    switch step {
    case is SortOperator, is SaveStep, is ShowStep: break
    case is ProjectOperator: hasSourceColumns = false
    case is CountOperator:
      rows = 1
      hasSourceColumns = false
    case let limit as LimitOperator:
      guard limit.groups.isEmpty else {
        rows = nil
        return
      }
      rows = rows.map { max(0, $0 - Double(limit.skip)) }
      if let take = limit.take { rows = min(rows ?? .infinity, Double(take)) }
    case let group as GroupOperator:
      rows = group.keys.isEmpty ? 1 : groups(group.keys)
      hasSourceColumns = false
    case let each as EachOperator:
      let coded = hasSourceColumns ? coded(.column(each.column)) : nil
      rows = rows.flatMap { rows in
        coded.map { rows * Double($0.column.codes.count) / Double(max(1, $0.column.recordCount)) }
      }
      hasSourceColumns = false
    default:
      rows = nil
      hasSourceColumns = false
    }
  }

  /// How many combinations of keys there may be at most.
  private func groups(_ keys: [DerivedColumn]) -> Double? {
    guard hasSourceColumns else { return nil }
    var product = 1.0
    for key in keys {
      guard let coded = coded(key.scalar) else { return nil }
      product *= Double(coded.dictionary.groups.count)
    }
    return rows.map { min(product, $0) }
  }

  private func coded(_ scalar: Scalar) -> CodedField? {
    guard case .column(let column) = scalar, source.columns.indices.contains(column),
      case .field(let field) = source.columns[column].data, let corpus = source.rows?.corpus,
      corpus.fields[field].kind.isCoded
    else { return nil }
    return corpus.coded(field)
  }

  /// Which part of the rows meets a condition. Unit: 0 to 1.
  private func part(_ condition: Scalar) -> Double? {
    if case .comparison(let left, let comparison) = condition, let coded = coded(left),
      comparison.quantifier == .any, case .constant(let test) = comparison.right
    {
      let found = coded.dictionary.codes(meeting: test).reduce(0) {
        $0 + coded.column.count(of: $1)
      }
      let part = min(1, Double(found) / Double(max(1, coded.column.recordCount)))
      return comparison.isNegated ? 1 - part : part
    }
    guard tried.rowCount > 0 else { return nil }
    let evaluator = ScalarEvaluator(tried)
    var met = 0
    for row in 0..<tried.rowCount where (try? evaluator.holds(condition, row: row)) == true {
      met += 1
    }
    return Double(met) / Double(tried.rowCount)
  }
}
