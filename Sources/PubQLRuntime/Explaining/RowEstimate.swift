import PubQLEngine
import PubQLModel

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

  /// How many rows a step is tried on.
  private static let trials = 200

  init(_ source: Table) {
    self.source = source
    rows = Double(source.rowCount)
    let step = max(1, source.rowCount / Self.trials)
    tried = source.indexed.taking(
      Array(stride(from: 0, to: source.rowCount, by: step).prefix(Self.trials)))
  }

  /// Goes past a step.
  mutating func apply(_ step: QueryTrace.Step, _ context: ExecutionContext) {
    if let condition = step.condition {
      let part = hasSourceColumns ? part(condition) : nil
      rows = rows.flatMap { rows in part.map { rows * $0 } }
      return
    }
    for step in step.operators { apply(step, context) }
  }

  private mutating func apply(_ step: any Operator, _ context: ExecutionContext) {
    switch step {
    case is SortOperator, is SaveStep, is ShowStep: break
    case is ProjectOperator, is WindowOperator: hasSourceColumns = false
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
    case let pivot as PivotOperator:
      rows = groups(pivot.rows)
      hasSourceColumns = false
    case let search as SearchOperator:
      scale(byTrying: search, context)
      hasSourceColumns = false
    case let join as JoinOperator:
      scale(byTrying: join.tryable(context), context)
      if join.kind == .inner || join.kind == .left { hasSourceColumns = false }
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

  /// Expects of all rows what a step makes of some; nothing where that cannot be tried.
  private mutating func scale(byTrying step: (any Operator)?, _ context: ExecutionContext) {
    guard hasSourceColumns, tried.rowCount > 0, let step,
      let made = try? step.run(tried, context.forTrial)
    else {
      rows = nil
      return
    }
    let part = Double(made.rowCount) / Double(tried.rowCount)
    rows = rows.map { $0 * part }
  }

  /// How many combinations of keys there may be at most, missing ones among them.
  private func groups(_ keys: [DerivedColumn]) -> Double? {
    guard hasSourceColumns else { return nil }
    var product = 1.0
    for key in keys {
      guard let coded = coded(key.scalar) else { return nil }
      let missing = coded.missingCount > 0 ? 1 : 0
      product *= Double(coded.dictionary.groups.count + missing)
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

extension JoinOperator {
  /// The same with the other table worked out, which a few rows are then joined with; nil where that
  /// fails.
  fileprivate func tryable(_ context: ExecutionContext) -> JoinOperator? {
    guard let table = try? other.run(context.forTrial) else { return nil }
    return JoinOperator(kind: kind, other: Plan(source: table), keys: keys, added: added)
  }
}

extension ExecutionContext {
  /// For what runs once more in earnest: its steps are not counted twice.
  fileprivate var forTrial: ExecutionContext {
    ExecutionContext(
      cancellation: cancellation, rowBudget: rowBudget, memory: MemoryMeter(limit: memory.limit))
  }
}
