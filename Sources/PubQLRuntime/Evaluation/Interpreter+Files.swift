import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

/// What the files hold that a text uses, by the place where their path stands.
typealias UsedFiles = [SourceSpan: Names]

extension Interpreter {
  /// Reads the files that statements use, and those that they use in turn, each once.
  ///
  /// - Parameter path: of the text; paths in it are relative to its folder.
  func usedFiles(
    by statements: [Statement], in path: String
  ) throws(InterpreterError) -> UsedFiles {
    var reader = FileReader(interpreter: self, open: [FilePath.normal(path)])
    return try reader.files(usedBy: statements, in: path)
  }

  /// As `usedFiles`, for a text that is not to run.
  ///
  /// - Parameter told: gains what the files say that is likely not meant, those of each file
  ///   together; also what was found before a file turned out to be wrong.
  func lintedFiles(
    usedBy statements: [Statement], in path: String, _ told: inout [Diagnostic]
  ) throws(InterpreterError) -> UsedFiles {
    var reader = FileReader(interpreter: self, open: [FilePath.normal(path)], isLinting: true)
    defer { told += reader.told }
    return try reader.files(usedBy: statements, in: path)
  }
}

/// Reads files of definitions.
private struct FileReader {
  let interpreter: Interpreter
  /// The files that are being read, each used by the one before.
  var open: [String]
  /// Whether it is to be told what the files say that is likely not meant.
  let isLinting: Bool
  /// That, as far as they were read: each is read once.
  private(set) var told: [Diagnostic] = []
  private var read: [String: Names] = [:]

  init(interpreter: Interpreter, open: [String], isLinting: Bool = false) {
    self.interpreter = interpreter
    self.open = open
    self.isLinting = isLinting
  }

  /// How deep files may use each other.
  private static let depthLimit = 50

  mutating func files(
    usedBy statements: [Statement], in path: String
  ) throws(InterpreterError) -> UsedFiles {
    var files: UsedFiles = [:]
    for case .use(let used, let name) in statements.map(\.kind) {
      files[used.span] = try names(of: used, as: name, in: path)
    }
    return files
  }

  private mutating func names(
    of used: Expression, as name: Name, in path: String
  ) throws(InterpreterError) -> Names {
    let checker = Checker(interpreter.environment, interpreter.context)
    guard let written = checker.check(used, Scope()).constant?.textual else {
      throw Self.problem("the path has to be known beforehand", used.span)
    }
    let target = FilePath.joined(FilePath.folder(of: path), written)
    if let known = read[target] { return known }
    if open.contains(target) {
      throw Self.problem(
        "`\(written)` uses itself: "
          + (open.drop { $0 != target } + [target]).joined(separator: " → "),
        used.span)
    }
    guard open.count < Self.depthLimit else {
      throw Self.problem("files use each other more than \(Self.depthLimit) deep", used.span)
    }
    let file = try source(target, at: used.span)
    let parsed = PubQLSyntax.parse(file, id: interpreter.sources.add(file))
    if parsed.diagnostics.contains(where: { $0.severity == .error }) {
      throw InterpreterError(.compile, parsed.diagnostics)
    }
    open.append(target)
    let nested = try files(usedBy: parsed.script.statements, in: target)
    open.removeLast()
    let (names, notes) = try interpreter.names(
      of: parsed.script, files: nested, isLinting: isLinting)
    if isLinting {
      let unused = UnusedNames(parsed.script, file).problems.map(\.diagnostic)
      // What stands in a definition is found again where another file uses that.
      told += (parsed.diagnostics + notes + unused).filter { !told.tells($0) }.sorted {
        ($0.span?.start ?? 0) < ($1.span?.start ?? 0)
      }
    }
    read[target] = names
    return names
  }

  private func source(_ path: String, at span: SourceSpan) throws(InterpreterError) -> SourceFile {
    var store = ByteStoreBuilder()
    do throws(HostError) {
      try interpreter.host.read(path, into: &store)
    } catch { throw InterpreterError(error, at: span) }
    let finished = store.finish()
    return withExtendedLifetime(finished) {
      SourceFile(name: path, bytes: Array(finished.bytes))
    }
  }

  private static func problem(_ message: String, _ span: SourceSpan) -> InterpreterError {
    InterpreterError(
      .compile, [Diagnostic(DiagnosticCode("PQ0127"), .error, message, at: .source(span))])
  }
}

extension Interpreter {
  /// The names that a file of definitions gives, and what was found in it that is no error. Nothing
  /// in it sees records, or names of the text that uses it.
  fileprivate func names(
    of script: Script, files: UsedFiles, isLinting: Bool
  ) throws(InterpreterError) -> (Names, [Diagnostic]) {
    let outer = environment
    defer { environment = outer }
    environment = Environment(today: host.today)
    var outline = ScriptOutline(environment, context, files)
    outline.environment.isLinting = isLinting
    for statement in script.statements {
      switch statement.kind {
      case .def, .let, .use: outline.check(statement, loaded: nil)
      default: outline.refuse(statement)
      }
    }
    try outline.diagnostics.throwErrors()
    for statement in script.statements {
      try execute(statement, nil, files) { _ in }
      guard case .def(let name, _, _) = statement.kind else { continue }
      // A snapshot: what its text can name is what stands before it, and itself.
      let names = environment.names
      environment.definitions[name.text]?.home = names
    }
    return (environment.names, outline.diagnostics)
  }
}

extension [Diagnostic] {
  /// Whether the same is told here of the same place.
  func tells(_ problem: Diagnostic) -> Bool {
    contains { $0.code == problem.code && $0.place == problem.place }
  }
}

/// Paths of files, without asking a disk.
enum FilePath {
  /// The folder of a file, with its `/`; empty for one without.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  static func joined(_ folder: String, _ path: String) -> String {
    normal(path.hasPrefix("/") ? path : folder + path)
  }

  /// Without `.` and, where that is possible, without `..`.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
