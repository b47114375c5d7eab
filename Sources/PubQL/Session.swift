internal import PubQLDiagnostics
internal import PubQLEngine
internal import PubQLModel
internal import PubQLRuntime
internal import PubQLSyntax

/// Records, bindings and definitions, and the texts that are run over them.
///
/// A session is used by one thread at a time; any number of sessions may exist side by side, and
/// they share nothing.
public final class Session {
  let interpreter: Interpreter
  private let memory: MemoryHost?
  /// Stops what runs; may be used from any thread.
  public let cancellation: Cancellation
  /// What was loaded, in order.
  public private(set) var sources: [LoadReport] = []
  /// The rows of the last query that gave some.
  public private(set) var lastResult: QueryResult?

  /// A session without records.
  public init(options: SessionOptions = SessionOptions()) {
    switch options.files {
    case .system:
      interpreter = Interpreter(host: SystemHost())
      memory = nil
    case .none:
      let host = MemoryHost(files: [:], mayWrite: false, today: SystemHost().today)
      interpreter = Interpreter(host: host)
      memory = nil
    case .memory(let files):
      let host = MemoryHost(files: files, mayWrite: true, today: SystemHost().today)
      interpreter = Interpreter(host: host)
      memory = host
    }
    interpreter.mayReplace = options.mayReplaceFiles
    interpreter.explainsEmptyResults = options.explainsEmptyResults
    interpreter.timing = options.timedRuns.map { QueryTiming(repeats: $0) }
    interpreter.budget.rows = max(0, options.limits.rows)
    interpreter.budget.steps = max(0, options.limits.steps)
    if let memory = options.limits.memory { interpreter.budget.memory = max(0, memory) }
    interpreter.budget.stack = max(0, options.limits.stack)
    interpreter.vocabulary = Vocabulary(file: options.vocabulary)
    cancellation = Cancellation(interpreter.cancellation)
  }

  /// The files of a session whose files are in memory, with those that `save` wrote.
  public var memoryFiles: [String: [UInt8]] { memory?.files ?? [:] }

  // MARK: Records

  /// Reads records of files, folders (all files in them) and patterns such as `papers/*.txt`;
  /// `-` is standard input.
  ///
  /// - Parameters:
  ///   - format: of `Reference.inputFormats`; nil finds it out for each file.
  ///   - name: what `from` calls these records.
  /// - Throws: `.input` when a file cannot be read. What is odd in the data is no error, see
  ///   `LoadReport.problems`.
  @discardableResult
  public func load(
    _ paths: [String], format: String? = nil, as name: String? = nil
  ) throws(PubQLError) -> LoadReport {
    try report { interpreter throws(InterpreterError) in
      try interpreter.load(paths, format: format, named: name)
    }
  }

  /// Reads records of a text; `named` is what messages and `source` call it.
  /// - Throws: `.input` when its format is not known.
  @discardableResult
  public func load(
    bytes: [UInt8], named file: String = "<text>", format: String? = nil, as name: String? = nil
  ) throws(PubQLError) -> LoadReport {
    try report { interpreter throws(InterpreterError) in
      try interpreter.load(bytes: bytes, called: file, format: format, named: name)
    }
  }

  /// Adds records that a host holds as values.
  ///
  /// The standard fields are `id title authors date type institutions abstract topics regions`,
  /// also by their singular; any other name is a field of its own. A field of many values takes a
  /// list or a single value, a date a date, a year or a text.
  /// - Throws: `.usage` when a value is no record, or a field holds what it cannot.
  @discardableResult
  public func add(_ records: [Value], as name: String? = nil) throws(PubQLError) -> LoadReport {
    var values: [PubQLEngine.Value] = []
    for record in records {
      guard case .record = record else {
        throw PubQLError(.usage, "a record is wanted, with named fields")
      }
      values.append(try record.engineValue())
    }
    let built: Corpus
    do throws(RecordError) {
      built = try RecordBuilder.corpus(of: values, named: "<values>")
    } catch { throw PubQLError(.usage, error.sentence) }
    return try report { interpreter throws(InterpreterError) in
      interpreter.add(built, named: name)
    }
  }

  private func report(
    _ load: (Interpreter) throws(InterpreterError) -> PubQLRuntime.LoadReport
  ) throws(PubQLError) -> LoadReport {
    do throws(InterpreterError) {
      let report = LoadReport(try load(interpreter))
      sources.append(report)
      return report
    } catch { throw PubQLError(error, interpreter.sources) }
  }

  /// How many records are loaded.
  public var recordCount: Int { interpreter.environment.corpus.recordCount }

  /// The first and the last certain year of the records' dates.
  public var years: ClosedRange<Int>? {
    let corpus = interpreter.environment.corpus
    guard let field = corpus.field(named: "date"), !corpus.segments.isEmpty else { return nil }
    let years = corpus.coded(field).dictionary.dates.compactMap(\.year)
    guard let first = years.min(), let last = years.max() else { return nil }
    return first...last
  }

  /// Why a list in prose is split as it is, by the built-in and the session's own names: a
  /// sentence for each topic or place. What a corpus shows besides counts only for its records.
  public func explainSplit(_ text: String) -> [String] {
    var names = Vocabulary.topics
    names.formUnion(Vocabulary.places)
    names.formUnion(interpreter.vocabulary)
    return ProseList.explain(text, vocabulary: names)
  }

  // MARK: Running

  /// Runs a text: the whole of it is checked first, then each statement's result is handed over
  /// as soon as it is there.
  ///
  /// - Parameters:
  ///   - name: what messages call the text.
  ///   - allowsContinuation: whether it may begin with `|` and go on from the last result.
  ///   - parameters: values that the text reads as `$name`; for a `param` they have to be of its
  ///     type.
  ///   - receive: takes results and remarks; what it throws ends the run.
  /// - Throws: `.compile` before anything has run, and what else its kinds say while it runs.
  public func run(
    _ text: String, named name: String = "<query>", allowsContinuation: Bool = false,
    parameters: [String: Value] = [:], _ receive: (Output) throws(PubQLError) -> Void
  ) throws(PubQLError) {
    try run(
      utf8: Array(text.utf8), named: name, allowsContinuation: allowsContinuation,
      parameters: parameters, receive)
  }

  /// As `run(_:)`, for bytes that may be anything.
  public func run(
    utf8 bytes: [UInt8], named name: String = "<query>", allowsContinuation: Bool = false,
    parameters: [String: Value] = [:], _ receive: (Output) throws(PubQLError) -> Void
  ) throws(PubQLError) {
    var bound: [String: PubQLEngine.Value] = [:]
    for (key, value) in parameters { bound[key] = try value.engineValue() }
    var failure: PubQLError?
    do throws(InterpreterError) {
      try interpreter.run(
        SourceFile(name: name, bytes: bytes), allowsLastResult: allowsContinuation, given: bound
      ) { event throws(InterpreterError) in
        do throws(PubQLError) {
          try receive(output(event))
        } catch {
          failure = error
          throw InterpreterError(.closed, [])
        }
      }
    } catch {
      // A wish to stop is for one run.
      if error.kind == .interrupted { cancellation.reset() }
      throw failure ?? PubQLError(error, interpreter.sources)
    }
  }

  /// The last result of a text.
  /// - Throws: as `run(_:)`, and `.usage` when the text gives no result.
  public func query(
    _ text: String, parameters: [String: Value] = [:]
  ) throws(PubQLError) -> QueryResult {
    var last: QueryResult?
    try run(text, parameters: parameters) { output in
      if case .result(let result) = output { last = result }
    }
    guard let last else { throw PubQLError(.usage, "the text gives no result") }
    return last
  }

  /// All problems of a text, without running it: errors, and as warnings what it says that is
  /// likely not meant, such as a condition that never holds or a name that nothing uses.
  ///
  /// - Parameters:
  ///   - name: what messages call the text.
  ///   - knowsFields: whether what the text loads has the fields of the records that are loaded
  ///     in this session and no others; then a field that these lack is an error.
  public func check(
    _ text: String, named name: String = "<query>", knowsFields: Bool = false
  ) -> [Diagnostic] {
    let problems = interpreter.check(
      SourceFile(name: name, text: text), knowsFields: knowsFields)
    return problems.map { Diagnostic($0, interpreter.sources) }
  }

  /// Makes sure of a text as far as that can be done without running it.
  /// - Throws: `.compile` with all its problems when it has an error.
  public func requireValid(_ text: String, named name: String = "<query>") throws(PubQLError) {
    let file = SourceFile(name: name, text: text)
    let isError = { (problem: PubQLDiagnostics.Diagnostic) in problem.severity == .error }
    guard interpreter.check(file, lints: false).contains(where: isError) else { return }
    let problems = interpreter.check(file)
    throw PubQLError(InterpreterError(.compile, problems), interpreter.sources)
  }

  /// Whether a text is a whole one, or goes on in the next line.
  public func completeness(of text: String) -> Completeness {
    switch PubQLSyntax.completeness(of: text) {
    case .complete: .complete
    case .open(let what): .open(what)
    }
  }

  private func output(_ event: Interpreter.Event) -> Output {
    switch event {
    case .result(let table):
      let result = QueryResult(table)
      lastResult = result
      return .result(result)
    case .printed(let text): return .printed(text)
    case .note(let note): return .note(Diagnostic(note, interpreter.sources))
    case .saved(let path, let rows): return .saved(path: path, rows: rows)
    case .timed(let time): return .timed(QueryTime(time))
    case .loaded(let report):
      let report = LoadReport(report)
      sources.append(report)
      return .loaded(report)
    }
  }
}

/// How a session reaches the world.
public struct SessionOptions: Sendable {
  /// Which files there are.
  public enum Files: Sendable {
    /// Those of the operating system
    case system
    /// None: nothing is read or written
    case none
    /// These, by name; `save` adds to them
    case memory([String: [UInt8]])
  }

  /// Which files `load` and `save` reach.
  public var files = Files.system
  /// Whether `save` may replace a file.
  public var mayReplaceFiles = false
  /// Whether a note (`PQ0222`) tells why a query gave nothing: which condition took the last rows,
  /// and what there would be without it. It runs the query again, if that was quick.
  public var explainsEmptyResults = false
  /// How often each query runs to be timed, and is told as `.timed`; nil for no timing. What it
  /// gives is given once.
  public var timedRuns: Int?
  /// Names that contain *and*, one a line, beyond those that are built in: `War and Peace` is one
  /// topic, and with `!` before it never is.
  public var vocabulary = ""
  /// How much a text may do.
  public var limits = RunLimits()

  /// The files of the operating system, none replaced.
  public init() {}
}

/// How much a text may do before it ends with an error of the kind `.runtime`.
public struct RunLimits: Sendable {
  /// Rows that a stage may make.
  public var rows = 100_000_000
  /// Calls of functions that the text defines, and the members of what these make; a call of a
  /// definition that calls itself counts as 10, a statement in braces as 500.
  public var steps = 100_000_000
  /// What a query may take of the memory beside the records that it asks of, about: its tables, and
  /// what is collected on the way. Unit: bytes; nil for half of the machine's memory.
  public var memory: Int?
  /// What calls of functions within each other may take of the stack of a thread. Unit: bytes.
  ///
  /// A small thread has 512 KB; a main thread usually 8 MB, which allows for more.
  public var stack = 384 << 10

  /// Enough for any query that a person waits for.
  public init() {}
}

/// Stops what a session runs.
public final class Cancellation: Sendable {
  private let flag: CancellationFlag

  init(_ flag: CancellationFlag) { self.flag = flag }

  /// Asks what runs to stop; it ends with an error of the kind `.interrupted`.
  public func cancel() { flag.set() }
  /// Allows to run again.
  public func reset() { flag.clear() }
}

/// What a running text gives.
public enum Output: Sendable {
  case result(QueryResult)
  /// What `print` writes: a line without its end
  case printed(String)
  /// Something worth knowing, such as a value that occurs nowhere
  case note(Diagnostic)
  /// A file was written
  case saved(path: String, rows: Int)
  /// Records were read
  case loaded(LoadReport)
  /// How long a query took, when the session times queries; it comes before the result
  case timed(QueryTime)
}

/// Whether a text is complete.
public enum Completeness: Sendable, Equatable {
  case complete
  /// It goes on; what is open, such as `(` or `|`
  case open(String)
}

/// What reading records gave.
public struct LoadReport: Sendable {
  /// What `from` calls the records.
  public let name: String?
  /// How many files were read.
  public let files: Int
  /// How many records were found.
  public let records: Int
  /// Lines outside of records, which were skipped.
  public let skippedLines: Int
  /// What was odd, in order; of very many only the first.
  public let problems: [Diagnostic]
  /// How many oddities there were.
  public let problemCount: Int

  init(_ report: PubQLRuntime.LoadReport) {
    name = report.name
    files = report.fileCount
    records = report.recordCount
    skippedLines = report.skippedLines
    problems = report.problems.map { Diagnostic($0, SourceMap()) }
    problemCount = report.problemCount
  }
}
