import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

// What is made sure of before any of a text runs.

extension Interpreter {
  func parse(
    _ file: SourceFile, _ allowsLastResult: Bool
  ) throws(InterpreterError) -> Script {
    if let script = prepared.script(of: file) { return script }
    let id = sources.add(file)
    let parsed = PubQLSyntax.parse(
      file, id: id, options: ParserOptions(allowsLastResult: allowsLastResult))
    if parsed.diagnostics.contains(where: { $0.severity == .error }) {
      throw InterpreterError(.compile, allProblems(of: parsed, environment, [:]))
    }
    prepared.keep(parsed.script, of: file)
    return parsed.script
  }

  /// The problems of a text in one go: those of reading it, and what the checker finds in the
  /// statements that could be read.
  func allProblems(
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
  func checkOpen(
    _ script: Script, _ files: UsedFiles
  ) throws(InterpreterError) {
    guard script.statements.contains(where: \.loads) else { return }
    var outline = ScriptOutline(environment, context, files)
    outline.environment.isOpen = true
    for statement in script.statements { outline.check(statement, loaded: nil) }
    try outline.diagnostics.throwErrors()
  }

  /// Makes sure that each parameter has a value that it can take, before anything is read.
  func requireParameters(
    of script: Script, _ files: UsedFiles
  ) throws(InterpreterError) {
    let declares = script.statements.contains { if case .param = $0.kind { true } else { false } }
    guard declares else { return }
    var outline = ScriptOutline(environment, context, files)
    outline.environment.isOpen = true
    for statement in script.statements { outline.check(statement, loaded: nil) }
    try outline.diagnostics.throwErrors()
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
  func preload(
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

  func checkAll(
    _ script: Script, _ loaded: [Int: LoadedFiles], _ files: UsedFiles
  ) throws(InterpreterError) -> [Diagnostic] {
    var outline = ScriptOutline(environment, context, files)
    for (index, statement) in script.statements.enumerated() {
      outline.check(statement, loaded: loaded[index])
    }
    try outline.diagnostics.throwErrors()
    return outline.diagnostics
  }
}

extension [Diagnostic] {
  /// - Throws: `.compile` with all of them, where one is an error.
  func throwErrors() throws(InterpreterError) {
    if contains(where: { $0.severity == .error }) { throw InterpreterError(.compile, self) }
  }
}

extension Checker {
  /// - Throws: `.compile` with its mistakes, `.run` where a query in parentheses failed.
  func requireValid() throws(InterpreterError) {
    try diagnostics.throwErrors()
    if let failure = failures.first { throw InterpreterError(failure) }
  }
}

extension Statement {
  /// Whether it writes a file.
  var saves: Bool {
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
