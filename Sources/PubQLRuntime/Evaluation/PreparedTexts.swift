import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

/// Texts that ran, so that who runs them again pays for neither parsing nor checking.
struct PreparedTexts {
  /// So many are kept; then all go, for whoever asks many different questions gains nothing here.
  private static let limit = 256
  /// A longer text takes more to run than to read. Unit: bytes.
  private static let longest = 4096

  private var scripts: [PreparedKey: Script] = [:]
  private var queries: [PreparedKey: PreparedQuery] = [:]
  /// The version of the environment in which the queries were checked.
  private var version = 0

  /// The script of a text that was read before.
  func script(of file: SourceFile) -> Script? { scripts[PreparedKey(file)] }

  /// The plan of a text that is one query, if nothing has changed that it may refer to.
  mutating func query(of file: SourceFile, _ environment: Environment) -> PreparedQuery? {
    follow(environment)
    return queries[PreparedKey(file)]
  }

  /// Old plans would keep records alive that nothing refers to any more.
  private mutating func follow(_ environment: Environment) {
    guard environment.version != version else { return }
    queries = [:]
    version = environment.version
  }

  mutating func keep(_ script: Script, of file: SourceFile) {
    // What goes on from the last result is another query each time.
    guard file.bytes.count <= Self.longest, !script.statements.contains(where: \.goesOn) else {
      return
    }
    if scripts.count == Self.limit { (scripts, queries) = ([:], [:]) }
    scripts[PreparedKey(file)] = script
  }

  /// - Parameter environment: in which the query was checked.
  mutating func keep(_ query: PreparedQuery, of file: SourceFile, _ environment: Environment) {
    follow(environment)
    let key = PreparedKey(file)
    if scripts[key] != nil { queries[key] = query }
  }
}

/// Two texts are the same when messages would say the same of them.
private struct PreparedKey: Hashable {
  let name: String
  let bytes: [UInt8]

  init(_ file: SourceFile) {
    name = file.name
    bytes = file.bytes
  }
}

/// A query that was checked.
struct PreparedQuery {
  let pipeline: Pipeline
  /// What checking the text found worth knowing.
  let notes: [Diagnostic]
  let checked: CheckedPipeline
}

/// A pipeline without mistakes.
struct CheckedPipeline {
  enum Kind {
    /// A query, and its plan as it is carried out
    case query(CheckedQuery, Plan)
    case value(Typed)
    case invalid
  }

  let kind: Kind
  /// The places of which something was told.
  let told: [SourceSpan]
  /// Values that its conditions ask for.
  let values: ProbedValues
  /// Whether queries ran for it: what they gave is part of it.
  let holdsRows: Bool
  /// How long it took.
  let time: Duration

  /// - Throws: `.compile` with its mistakes, `.run` when a query in parentheses fails.
  init(_ pipeline: Pipeline, _ checker: Checker) throws(InterpreterError) {
    let start = ContinuousClock.now
    let checked = checker.check(pipeline)
    try checker.requireValid()
    kind =
      switch checked {
      case .query(let query): .query(query, query.plan.optimised)
      case .value(let typed): .value(typed)
      case .invalid: .invalid
      }
    told = checker.diagnostics.compactMap(\.span)
    values = ProbedValues(checker.probes)
    holdsRows = checker.hasRunQueries
    time = ContinuousClock.now - start
  }
}

extension Script {
  /// The query that it is; nil for one of several statements, and one that does something besides.
  var onlyQuery: Pipeline? {
    guard statements.count == 1, case .query(let pipeline) = statements[0].kind,
      !statements[0].saves
    else { return nil }
    return pipeline
  }
}

extension Statement {
  fileprivate var goesOn: Bool {
    guard case .query(let pipeline) = kind, case .lastResult = pipeline.head else { return false }
    return true
  }
}
