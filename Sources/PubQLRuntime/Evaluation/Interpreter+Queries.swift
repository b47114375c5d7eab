import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

// Pipelines are carried out here, and their rows bound to names.

extension Interpreter {
  func bind(
    _ pipeline: Pipeline, _ receive: Receiver
  ) throws(InterpreterError) -> Binding {
    guard let (table, _, _) = try evaluate(pipeline, check(pipeline), receive) else {
      return .value(.missing)
    }
    let binding = self.binding(of: table)
    if case .value(let value) = binding {
      do throws(RunError) { try context.meter.charge(for: value) } catch {
        throw InterpreterError(error)
      }
    }
    return binding
  }

  private func binding(of table: Table) -> Binding {
    switch table.shape {
    case .value: return .value(table.value(row: 0, column: 0))
    case .record: return .value(table.record(at: 0))
    case .list where table.columns.count == 1:
      let indexed = table.indexed
      return .value(
        .list((0..<table.rowCount).map { indexed.value(row: $0, column: 0) }))
    default: return .table(table)
    }
  }

  /// Runs a query, and gives what it gives.
  func run(
    _ pipeline: Pipeline, _ checked: CheckedPipeline, _ receive: Receiver
  ) throws(InterpreterError) {
    guard let (table, wasSaved, trace) = try evaluate(pipeline, checked, receive) else { return }
    environment.lastResult = table
    remember(trace, of: pipeline)
    if !wasSaved { try receive(.result(table)) }
  }

  func check(_ pipeline: Pipeline) throws(InterpreterError) -> CheckedPipeline {
    try CheckedPipeline(pipeline, Checker(environment, context))
  }

  /// Checks the query that a text is, and keeps it for the next time.
  func prepare(
    _ pipeline: Pipeline, _ notes: [Diagnostic], of file: SourceFile
  ) throws(InterpreterError) -> CheckedPipeline {
    let checked = try check(pipeline)
    // What ran for it would run only once, and its rows would stay in memory.
    if !checked.holdsRows {
      prepared.keep(
        PreparedQuery(pipeline: pipeline, notes: notes, checked: checked), of: file, environment)
    }
    return checked
  }

  /// The rows of a pipeline, whether they went into a file at its end, and how they came about.
  private func evaluate(
    _ pipeline: Pipeline, _ checked: CheckedPipeline, _ receive: Receiver
  ) throws(InterpreterError) -> (Table, wasSaved: Bool, QueryTrace?)? {
    var told = checked.told
    for note in checked.values.notes(environment.corpus) {
      told.append(note.span)
      try receive(.note(note.diagnostic))
    }
    switch checked.kind {
    case .invalid: return nil
    case .value(let typed): return (try value(typed), false, nil)
    case .query(let query, let plan):
      let start = ContinuousClock.now
      let (table, wasSaved) = try run(plan, receive)
      let time = ContinuousClock.now - start
      if let timing {
        let before = bytesSeen
        bytesSeen = environment.corpus.bytesSeen
        let bytes = bytesSeen - before
        let runs = try [time] + times(of: plan, timing.repeats - 1)
        try receive(
          .timed(
            QueryTime(
              text: sources.text(pipeline.span), parse: parseTime, plan: checked.time, runs: runs,
              rows: table.rowCount, bytes: bytes)))
      }
      let trace = QueryTrace(query, of: pipeline)
      if let note = explainEmpty(trace, table, told: told, after: time) {
        try receive(.note(note))
      }
      return (table, wasSaved, trace)
    }
  }

  /// How long a plan takes each of some times; not one that writes or shows something on its way.
  private func times(of plan: Plan, _ count: Int) throws(InterpreterError) -> [Duration] {
    guard !plan.operators.contains(where: { $0 is SaveStep || $0 is ShowStep }) else { return [] }
    var times: [Duration] = []
    for _ in 0..<count {
      let start = ContinuousClock.now
      do throws(RunError) { _ = try plan.run(context) } catch { throw InterpreterError(error) }
      times.append(ContinuousClock.now - start)
    }
    return times
  }

  /// The value of an expression that looks at no row.
  func value(of typed: Typed) throws(InterpreterError) -> Value {
    do throws(RunError) {
      return try ScalarEvaluator(Table(columns: [], rowCount: 1)).value(typed.scalar, row: 0)
    } catch { throw InterpreterError(error) }
  }

  private func value(_ typed: Typed) throws(InterpreterError) -> Table {
    if typed.type == .table, let table = typed.table { return table }
    switch try value(of: typed) {
    case .list(let values): return Table(list: values, of: typed.type.element)
    case .record(let members): return Table(record: members)
    case let value:
      return Table(
        columns: [Column(name: "value", type: ValueType(of: value), data: .values([value]))],
        rowCount: 1, shape: .value)
    }
  }

  /// - Parameter plan: as it is carried out.
  private func run(
    _ plan: Plan, _ receive: Receiver
  ) throws(InterpreterError) -> (Table, wasSaved: Bool) {
    let context = context.sharing(plan)
    var table = plan.source
    var wasSaved = false
    for step in plan.operators {
      wasSaved = false
      switch step {
      case let save as SaveStep:
        try receive(.saved(path: save.path, rows: try write(table, save)))
        wasSaved = true
      case let show as ShowStep:
        try receive(
          .result(
            try show.columns.map { columns throws(InterpreterError) in
              try run(columns, table, context)
            } ?? table))
        wasSaved = true
      default: table = try run(step, table, context)
      }
    }
    return (table, wasSaved)
  }

  private func run(
    _ step: any Operator, _ table: Table, _ context: ExecutionContext
  ) throws(InterpreterError) -> Table {
    do throws(RunError) {
      return try step.step(table, context)
    } catch { throw InterpreterError(error) }
  }
}
