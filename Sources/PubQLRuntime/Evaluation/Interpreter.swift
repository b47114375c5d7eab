package import PubQLDiagnostics
package import PubQLEngine
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
  /// Whether it is told how long queries take.
  package var timing: QueryTiming?
  /// How long it took to parse the text that runs.
  var parseTime = Duration.zero
  /// How much of snapshots had been looked at when it began, or a query of it was told of.
  var bytesSeen = 0
  var prepared = PreparedTexts()
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
    /// How long a query took; before its result
    case timed(QueryTime)
  }

  package typealias Receiver = (Event) throws(InterpreterError) -> Void

  /// How much a run may do.
  package var budget = RunBudget()
  /// Counts what functions of the script do in a run.
  private lazy var meter = StepMeter(
    limit: budget.steps, stack: budget.stack, cancellation: cancellation)

  private lazy var memory = MemoryMeter(limit: budget.memory)

  var context: ExecutionContext {
    ExecutionContext(
      cancellation: cancellation, rowBudget: budget.rows, meter: meter, memory: memory)
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
    memory.reset()
    toldEmpty = []
    if timing != nil { bytesSeen = environment.corpus.bytesSeen }
    let start = ContinuousClock.now
    let script = try parse(file, allowsLastResult)
    parseTime = ContinuousClock.now - start
    if given.isEmpty, environment.given.isEmpty,
      let query = prepared.query(of: file, environment)
    {
      for note in query.notes { try receive(.note(note)) }
      return try run(query.pipeline, query.checked, receive)
    }
    let files = try usedFiles(by: script.statements, in: file.name)
    take(given)
    let outer = environment.names
    do throws(InterpreterError) {
      try checkOpen(script, files)
      try requireParameters(of: script, files)
      let loaded = try preload(script, files)
      let notes = try checkAll(script, loaded, files)
      for note in notes { try receive(.note(note)) }
      if let pipeline = script.onlyQuery {
        // What ran for the check does not count for the run.
        memory.reset()
        return try run(pipeline, prepare(pipeline, notes, of: file), receive)
      }
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

  /// Makes the values known that whoever runs a text gives to it.
  private func take(_ given: [String: Value]) {
    // What is the same is no change, after which all had to be checked anew.
    guard !given.isEmpty || !environment.given.isEmpty else { return }
    environment.given = given
    for (name, value) in given { environment.variables[name] = .value(value) }
  }

  /// The parameters that a text declares, in order.
  package func parameters(of file: SourceFile) throws(InterpreterError) -> [ScriptParameter] {
    let script = try parse(file, false)
    // A default may name what stands before it. A file that cannot be used is told when it runs.
    let files = (try? usedFiles(by: script.statements, in: file.name)) ?? [:]
    var outline = ScriptOutline(environment, context, files)
    outline.environment.isOpen = true
    var declarations: [SourceSpan] = []
    for statement in script.statements {
      switch statement.kind {
      case .param: declarations.append(statement.span)
      case .let, .def, .use: break
      default: continue
      }
      outline.check(statement, loaded: nil)
    }
    let inDeclarations = outline.diagnostics.filter { problem in
      guard let span = problem.span else { return true }
      return declarations.contains { $0.start <= span.start && span.end <= $0.end }
    }
    try inDeclarations.throwErrors()
    return outline.parameters
  }

  /// All problems of a text, without running it, and what it says that is likely not meant, behind
  /// that what the files say that it uses; data that is loaded already gives the fields.
  ///
  /// - Parameters:
  ///   - knowsFields: whether what the text loads has no other fields than that data.
  ///   - lints: whether to look also for what is likely not meant.
  package func check(
    _ file: SourceFile, knowsFields: Bool = false, lints: Bool = true
  ) -> [Diagnostic] {
    let parsed = PubQLSyntax.parse(
      file, id: sources.add(file), options: ParserOptions(allowsLastResult: false))
    var checked = environment
    checked.isLinting = lints
    checked.knowsFields = knowsFields && environment.hasLoaded
    var problems: [Diagnostic] = []
    var files: UsedFiles = [:]
    var toldOfFiles: [Diagnostic] = []
    do throws(InterpreterError) {
      files = try lintedFiles(usedBy: parsed.script.statements, in: file.name, &toldOfFiles)
    } catch { problems = error.diagnostics }
    problems += allProblems(of: parsed, checked, files)
    // A name that was misspelt where it is used is not told twice.
    if lints, !problems.contains(where: { $0.severity == .error }) {
      let told =
        UnusedNames(parsed.script, file).problems
        + NeverRun.problems(of: parsed.script.statements)
      problems += told.map(\.diagnostic)
      problems.sort { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
    }
    return problems.filter { !toldOfFiles.tells($0) } + toldOfFiles
  }

  func execute(
    _ statement: Statement, _ loaded: LoadedFiles?, _ used: UsedFiles, _ receive: Receiver
  ) throws(InterpreterError) {
    memory.reset()
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
      try run(pipeline, check(pipeline), receive)
    case .use(let path, let name): environment.names.files[name.text] = used[path.span] ?? Names()
    case .invalid: break
    default: try executeScripted(statement, used, receive)
    }
  }
}
