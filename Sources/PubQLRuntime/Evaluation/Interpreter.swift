package import PubQLDiagnostics
package import PubQLEngine
import PubQLFormats
package import PubQLModel
import PubQLSyntax

/// Runs texts: parses and checks the whole of each before any of it runs, then carries its
/// statements out one by one. One thread at a time.
package final class Interpreter {
  package let host: any Host
  package let cancellation = CancellationFlag()
  package internal(set) var environment: Environment
  package internal(set) var sources = SourceMap()
  /// Names that contain *and*, beyond those that are built in.
  package var vocabulary = Vocabulary()
  /// Whether `save` may replace a file.
  package var mayReplace = false
  /// Whether a query without rows is told why it has none.
  package var explainsEmptyResults = false
  /// The queries of which that was told in a run.
  var toldEmpty: Set<SourceSpan> = []

  package init(host: any Host) {
    self.host = host
    environment = Environment(today: host.today)
  }

  /// What a running text gives, in order.
  package enum Event {
    case result(Table)
    /// What `print` writes, a line without its end
    case printed(String)
    case note(Diagnostic)
    case saved(path: String, rows: Int)
    case loaded(LoadReport)
  }

  package typealias Receiver = (Event) throws(InterpreterError) -> Void

  /// Of so many values that occur nowhere a statement tells: each takes a look at all values.
  private static let noteLimit = 10

  /// How much a run may do.
  package var budget = RunBudget()
  /// Counts what functions of the script do in a run.
  private lazy var meter = StepMeter(
    limit: budget.steps, stack: budget.stack, cancellation: cancellation)

  var context: ExecutionContext {
    ExecutionContext(cancellation: cancellation, rowBudget: budget.rows, meter: meter)
  }

  /// Runs a text.
  ///
  /// - Parameter given: values that the text reads as `$name`, also those of its parameters.
  package func run(
    _ file: SourceFile, allowsLastResult: Bool, given: [String: Value] = [:], _ receive: Receiver
  ) throws(InterpreterError) {
    try runChecked(file, allowsLastResult: allowsLastResult, given: given) {
      event throws(InterpreterError) in
      try requireUndamaged()
      try receive(event)
    }
  }

  private func runChecked(
    _ file: SourceFile, allowsLastResult: Bool, given: [String: Value], _ receive: Receiver
  ) throws(InterpreterError) {
    meter.reset()
    toldEmpty = []
    let script = try parse(file, allowsLastResult)
    let files = try usedFiles(by: script.statements, in: file.name)
    environment.given = given
    for (name, value) in given { environment.variables[name] = .value(value) }
    let outer = environment.names
    do throws(InterpreterError) {
      try checkOpen(script, files)
      try requireParameters(of: script, files)
      let loaded = try preload(script, files)
      for note in try checkAll(script, loaded, files) { try receive(.note(note)) }
      for (index, statement) in script.statements.enumerated() {
        try execute(statement, loaded[index], files, receive)
      }
    } catch {
      // A loop that was left on its way has no variable any more.
      environment.locals = [:]
      if error.kind == .compile || error.kind == .usage { environment.names = outer }
      throw error
    }
  }

  /// The parameters that a text declares, in order.
  package func parameters(of file: SourceFile) throws(InterpreterError) -> [ScriptParameter] {
    let script = try parse(file, false)
    var outline = ScriptOutline(environment, context)
    for statement in script.statements {
      if case .param = statement.kind { outline.check(statement, loaded: nil) }
    }
    try throwErrors(outline.diagnostics)
    return outline.parameters
  }

  /// All problems of a text, without running it, and what it says that is likely not meant, behind
  /// that what the files say that it uses; data that is loaded already gives the fields.
  ///
  /// - Parameter knowsFields: whether what the text loads has no other fields than that data.
  package func check(_ file: SourceFile, knowsFields: Bool = false) -> [Diagnostic] {
    let parsed = PubQLSyntax.parse(
      file, id: sources.add(file), options: ParserOptions(allowsLastResult: false))
    var checked = environment
    checked.isLinting = true
    checked.knowsFields = knowsFields && environment.hasLoaded
    var problems: [Diagnostic] = []
    var files: UsedFiles = [:]
    var toldOfFiles: [Diagnostic] = []
    do throws(InterpreterError) {
      files = try lintedFiles(usedBy: parsed.script.statements, in: file.name, &toldOfFiles)
    } catch { problems = error.diagnostics }
    problems += allProblems(of: parsed, checked, files)
    // A name that was misspelt where it is used is not told twice.
    if !problems.contains(where: { $0.severity == .error }) {
      let told =
        UnusedNames(parsed.script, file).problems
        + NeverRun.problems(of: parsed.script.statements)
      problems += told.map(\.diagnostic)
      problems.sort { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
    }
    return problems.filter { !toldOfFiles.tells($0) } + toldOfFiles
  }

  // MARK: Before running

  private func parse(
    _ file: SourceFile, _ allowsLastResult: Bool
  ) throws(InterpreterError) -> Script {
    let id = sources.add(file)
    let parsed = PubQLSyntax.parse(
      file, id: id, options: ParserOptions(allowsLastResult: allowsLastResult))
    if parsed.diagnostics.contains(where: { $0.severity == .error }) {
      throw InterpreterError(.compile, allProblems(of: parsed, environment, [:]))
    }
    return parsed.script
  }

  /// The problems of a text in one go: those of reading it, and what the checker finds in the
  /// statements that could be read.
  private func allProblems(
    of parsed: ParsedScript, _ environment: Environment, _ files: UsedFiles
  ) -> [Diagnostic] {
    let statements = parsed.script.statements
    var outline = ScriptOutline(environment, context, files)
    outline.environment.isOpen =
      !environment.hasLoaded || !environment.knowsFields && statements.contains(where: \.loads)
    for statement in statements { outline.check(statement, loaded: nil) }
    let errors = parsed.diagnostics.filter { $0.severity == .error }.compactMap(\.span)
    let broken = statements.filter { statement in
      errors.contains { $0.start <= statement.span.end && statement.span.start <= $0.end }
    }
    // Kinds that do not fit are wrong in any case, but names may be missed for another reason: a
    // statement that could not be read may have bound them, or lost the stage that makes them.
    let hidesNames = broken.contains { if case .query = $0.kind { false } else { true } }
    let found = outline.diagnostics.filter { diagnostic in
      guard let span = diagnostic.span else { return errors.isEmpty }
      guard diagnostic.code.description < "PQ0200" else { return true }
      return !hidesNames
        && !broken.contains { $0.span.start <= span.start && span.end <= $0.span.end }
    }
    return (parsed.diagnostics + found).sorted {
      ($0.span?.start ?? 0) < ($1.span?.start ?? 0)
    }
  }

  /// Finds the mistakes that need no data, before any is read.
  private func checkOpen(
    _ script: Script, _ files: UsedFiles
  ) throws(InterpreterError) {
    guard script.statements.contains(where: \.loads) else { return }
    var outline = ScriptOutline(environment, context, files)
    outline.environment.isOpen = true
    for statement in script.statements { outline.check(statement, loaded: nil) }
    try throwErrors(outline.diagnostics)
  }

  /// Makes sure that each parameter has a value that it can take, before anything is read.
  private func requireParameters(
    of script: Script, _ files: UsedFiles
  ) throws(InterpreterError) {
    let declares = script.statements.contains { if case .param = $0.kind { true } else { false } }
    guard declares else { return }
    var outline = ScriptOutline(environment, context, files)
    outline.environment.isOpen = true
    for statement in script.statements { outline.check(statement, loaded: nil) }
    try throwErrors(outline.diagnostics)
    for parameter in outline.parameters {
      if let value = environment.given[parameter.name] {
        guard parameter.type.accept(value) == nil else { continue }
        throw InterpreterError.parameter(parameter, found: value)
      } else if parameter.value == nil {
        throw InterpreterError.parameter(parameter, found: nil)
      }
    }
  }

  /// Reads what the script loads before it saves anything, so that all of it can be checked
  /// against the fields that there will be.
  private func preload(
    _ script: Script, _ files: UsedFiles
  ) throws(InterpreterError) -> [Int: LoadedFiles] {
    guard script.statements.contains(where: \.loads) else { return [:] }
    var loaded: [Int: LoadedFiles] = [:]
    var outline = ScriptOutline(environment, context, files)
    outline.environment.isOpen = true
    for (index, statement) in script.statements.enumerated() {
      if statement.saves { break }
      if case .load(let paths, _) = statement.kind, let texts = outline.texts(paths) {
        loaded[index] = try read(texts, spans: paths.map(\.span))
      } else {
        outline.check(statement, loaded: nil)
      }
    }
    return loaded
  }

  private func checkAll(
    _ script: Script, _ loaded: [Int: LoadedFiles], _ files: UsedFiles
  ) throws(InterpreterError) -> [Diagnostic] {
    var outline = ScriptOutline(environment, context, files)
    for (index, statement) in script.statements.enumerated() {
      outline.check(statement, loaded: loaded[index])
    }
    try throwErrors(outline.diagnostics)
    return outline.diagnostics
  }

  func throwErrors(_ diagnostics: [Diagnostic]) throws(InterpreterError) {
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw InterpreterError(.compile, diagnostics)
    }
  }

  // MARK: Running

  func execute(
    _ statement: Statement, _ loaded: LoadedFiles?, _ used: UsedFiles, _ receive: Receiver
  ) throws(InterpreterError) {
    switch statement.kind {
    case .load(let paths, let name):
      let files: LoadedFiles
      if let loaded {
        files = loaded
      } else {
        let outline = ScriptOutline(environment, context)
        files = try read(outline.texts(paths) ?? [], spans: paths.map(\.span))
      }
      try receive(.loaded(add(files, named: name?.text)))
    case .let(let name, let pipeline):
      environment.variables[name.text] = try bind(pipeline, receive)
    case .def(let name, let parameters, let body):
      environment.definitions[name.text] = Definition(
        name: name, parameters: parameters, body: body)
    case .query(let pipeline):
      guard let (table, wasSaved, trace) = try evaluate(pipeline, receive) else { return }
      environment.lastResult = table
      remember(trace, of: pipeline)
      if !wasSaved { try receive(.result(table)) }
    case .use(let path, let name): environment.names.files[name.text] = used[path.span] ?? Names()
    case .invalid: break
    default: try executeScripted(statement, used, receive)
    }
  }

  private func bind(
    _ pipeline: Pipeline, _ receive: Receiver
  ) throws(InterpreterError) -> Binding {
    guard let (table, _, _) = try evaluate(pipeline, receive) else { return .value(.missing) }
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

  /// The rows of a pipeline, whether they went into a file at its end, and how they came about.
  private func evaluate(
    _ pipeline: Pipeline, _ receive: Receiver
  ) throws(InterpreterError) -> (Table, wasSaved: Bool, QueryTrace?)? {
    let checker = Checker(environment, context)
    let checked = checker.check(pipeline)
    try throwErrors(checker.diagnostics)
    if let failure = checker.failures.first { throw InterpreterError(failure) }
    var told = checker.diagnostics.compactMap(\.span)
    let before = told.count
    for probe in checker.probes where told.count - before < Self.noteLimit {
      if let note = ValueSuggestion(environment.corpus).note(for: probe) {
        told.append(probe.span)
        try receive(.note(note))
      }
    }
    switch checked {
    case .invalid: return nil
    case .value(let typed): return (try value(typed), false, nil)
    case .query(let query):
      let start = ContinuousClock.now
      let (table, wasSaved) = try run(query.plan, receive)
      let trace = QueryTrace(query, of: pipeline)
      let time = ContinuousClock.now - start
      if let note = explainEmpty(trace, table, told: told, after: time) {
        try receive(.note(note))
      }
      return (table, wasSaved, trace)
    }
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

  private func run(
    _ plan: Plan, _ receive: Receiver
  ) throws(InterpreterError) -> (Table, wasSaved: Bool) {
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
              try run(columns, table)
            } ?? table))
        wasSaved = true
      default: table = try run(step, table)
      }
    }
    return (table, wasSaved)
  }

  private func run(_ step: any Operator, _ table: Table) throws(InterpreterError) -> Table {
    do throws(RunError) {
      return try step.step(table, context)
    } catch { throw InterpreterError(error) }
  }

  private func write(_ table: Table, _ save: SaveStep) throws(InterpreterError) -> Int {
    guard let writer = FormatRegistry.writer(forPath: save.path) else {
      throw InterpreterError.unknownOutputFormat(save.path, .source(save.span))
    }
    if writer.needsChart, table.chart == nil {
      let problem = ChartProblem.nothingToDraw(save.path, save.span)
      throw InterpreterError(.output, [problem.diagnostic])
    }
    let file: any HostFile
    do throws(HostError) {
      file = try host.create(save.path, replacing: mayReplace)
    } catch { throw InterpreterError(error, at: save.span) }
    do throws(OutputError) {
      try writer.write(ResultTable(table), to: file)
    } catch {
      file.discard()
      throw InterpreterError(HostError.unwritable(save.path, cause: error.cause), at: save.span)
    }
    do throws(InterpreterError) { try requireUndamaged() } catch {
      file.discard()
      throw error
    }
    do throws(HostError) { try file.commit() } catch {
      throw InterpreterError(error, at: save.span)
    }
    return table.rowCount
  }
}

extension OutputError {
  /// The cause in words.
  package var cause: String {
    switch self {
    case .closed: "nobody reads it"
    case .failed(let cause): cause
    }
  }
}

extension Statement {
  /// Whether it writes a file.
  fileprivate var saves: Bool {
    switch kind {
    case .let(_, let pipeline), .query(let pipeline):
      pipeline.stages.contains { $0.name.text == "save" || $0.grammar == nil }
    case .branch(let branches, let otherwise):
      (branches.flatMap(\.body) + (otherwise ?? [])).contains(where: \.saves)
    case .loop(_, _, let body): body.contains(where: \.saves)
    case .load, .def, .use, .param, .print, .assert, .explain, .why, .invalid: false
    }
  }

  /// Whether it reads records.
  fileprivate var loads: Bool {
    switch kind {
    case .load: true
    case .branch(let branches, let otherwise):
      (branches.flatMap(\.body) + (otherwise ?? [])).contains(where: \.loads)
    case .loop(_, _, let body): body.contains(where: \.loads)
    default: false
    }
  }
}
