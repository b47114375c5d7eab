import Synchronization

/// One step of a query: takes a table and gives a table.
package protocol Operator: Sendable {
  /// - Throws: `RunError` when values do not allow it, a budget is used up or the run is cancelled.
  func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table
  /// Whether each row of its input has one row in what it gives.
  var keepsAllRows: Bool { get }
  /// What it asks of the rows of its input.
  var conditions: [Scalar] { get }
  /// Other plans whose rows it brings in.
  var plans: [Plan] { get }
  /// How it gets at what it has to know; nil where there is nothing to choose.
  func access(of input: Table, _ context: ExecutionContext) -> Access?
}

extension Operator {
  package var keepsAllRows: Bool { false }

  package var conditions: [Scalar] { [] }

  package var plans: [Plan] { [] }

  package func access(of input: Table, _ context: ExecutionContext) -> Access? { nil }

  /// As `run`, on rows without the chart of what they came from.
  package func step(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    try context.check()
    var input = input
    input.chart = nil
    if !keepsAllRows { input.hasAllGroups = false }
    let level = context.memory.level
    var result = try run(input, context)
    let size = result.memorySize
    context.memory.settle(to: level - input.heldMemory)
    try context.memory.charge(size)
    result.heldMemory = size
    return result
  }
}

/// A checked query: where rows come from and what happens to them, in order.
package struct Plan: Sendable {
  package var source: Table
  package var operators: [any Operator]
  /// Conditions that occur in it more than once, found when it was optimised.
  package let repeated: Set<ConditionID>

  package init(
    source: Table, operators: [any Operator] = [], repeated: Set<ConditionID> = []
  ) {
    self.source = source
    self.operators = operators
    self.repeated = repeated
  }

  package func run(_ context: ExecutionContext) throws(RunError) -> Table {
    let plan = optimised
    let context = context.sharing(plan)
    var table = source
    for step in plan.operators { table = try step.step(table, context) }
    return table
  }
}

/// What a running query obeys.
package struct ExecutionContext: Sendable {
  package let cancellation: CancellationFlag
  /// The most rows that an operator may make.
  package let rowBudget: Int
  /// Counts what functions of the script do.
  package let meter: StepMeter
  /// Counts the memory that a query takes.
  package let memory: MemoryMeter
  /// What is worked out once for several places; nil where nothing is.
  var shared: SharedConditions?

  package init(
    cancellation: CancellationFlag, rowBudget: Int = 100_000_000, meter: StepMeter? = nil,
    memory: MemoryMeter? = nil
  ) {
    self.cancellation = cancellation
    self.rowBudget = rowBudget
    self.memory = memory ?? MemoryMeter(limit: Int.max)
    self.meter = meter ?? StepMeter(limit: 100_000_000, cancellation: cancellation)
  }

  /// - Throws: `.cancelled` once somebody has asked to stop.
  package func check() throws(RunError) {
    if cancellation.isSet { throw RunError(.cancelled) }
  }

  /// Looks at each so many rows whether to stop: often enough for rows of long texts.
  @inline(__always)
  func check(at row: Int) throws(RunError) {
    if row & 0xFF == 0 { try check() }
  }

  /// - Throws: `.budget` when an operator is about to make too many rows.
  func checkRows(_ count: Int) throws(RunError) {
    if count > rowBudget { throw RunError(.budget(rowBudget == 1 ? "1 row" : "\(rowBudget) rows")) }
  }
}

/// A wish to stop, which may come from another thread or a signal.
package final class CancellationFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  package var isSet: Bool { flag.load(ordering: .relaxed) }
  package func set() { flag.store(true, ordering: .relaxed) }
  package func clear() { flag.store(false, ordering: .relaxed) }
}
