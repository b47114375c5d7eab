import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

/// Walks through a script without running it: what statements bind is known by its columns only.
struct ScriptOutline {
  var environment: Environment
  private(set) var diagnostics: [Diagnostic] = []
  private let context: ExecutionContext
  /// What the files hold that are used, by the place where their path stands.
  private let files: UsedFiles
  /// In how many blocks the statement in hand stands.
  private var level = 0
  /// The parameters that were declared, in order.
  private(set) var parameters: [ScriptParameter] = []
  /// The values that this text binds and the parameters that it declares, by their names.
  private var bound: [String: Name] = [:]
  private var declared: [String: Name] = [:]

  init(_ environment: Environment, _ context: ExecutionContext, _ files: UsedFiles = [:]) {
    self.environment = environment
    self.environment.isOutline = true
    self.context = context
    self.files = files
  }

  /// - Parameter loaded: what a `load` gave, where it was read already.
  mutating func check(_ statement: Statement, loaded: LoadedFiles?) {
    switch statement.kind {
    case .load(let paths, let name):
      let checker = Checker(environment, context)
      for path in paths {
        let typed = checker.check(path, Scope())
        if typed.type != .text && typed.type != .any {
          checker.report(
            .argumentKind("load", path.span, expected: "names of files", found: typed.type))
        }
      }
      report(checker.diagnostics)
      if let name { checkName(name) }
      if let loaded {
        environment.add(loaded.loaded.corpus, named: name?.text)
      } else if environment.knowsFields {
        if let name { environment.sources[name.text] = environment.corpus }
      } else {
        environment.isOpen = true
        environment.add(.empty, named: name?.text)
      }
    case .let(let name, let pipeline):
      if level == 0, bound[name.text] == nil { bound[name.text] = name }
      bind(name, pipeline)
    case .def(let name, let parameters, let body):
      define(name, parameters, body)
    case .query(let pipeline):
      let checker = Checker(environment, context)
      let checked = checker.check(pipeline)
      report(checker.diagnostics)
      if case .query(let query) = checked { environment.lastResult = query.outline }
    case .invalid: break
    default: checkScripted(statement)
    }
  }

  /// Statements of scripts.
  private mutating func checkScripted(_ statement: Statement) {
    let checker = Checker(environment, context)
    switch statement.kind {
    case .use(let path, let name):
      checkName(name)
      requireTop("use", statement)
      environment.names.files[name.text] = files[path.span] ?? Names()
    case .param(let declaration):
      requireTop("param", statement)
      declare(declaration.name)
      if let parameter = checker.parameter(declaration) {
        parameters.append(parameter)
        let value = environment.given[parameter.name].flatMap { parameter.type.accept($0) }
        environment.variables[parameter.name] = .value(
          value ?? parameter.value ?? parameter.type.sample)
      } else {
        environment.variables[declaration.name.text] = .unknown
      }
    case .branch(let branches, let otherwise):
      for branch in branches {
        _ = checker.condition(branch.condition, Scope())
        checkBlock(branch.body)
      }
      checkBlock(otherwise ?? [])
    case .loop(let name, let values, let body):
      checkName(name, isClose: true)
      let outer = environment.locals
      environment.locals[name.text] = checker.members(of: values).sample
      checkBlock(body)
      environment.locals = outer
    case .print(let values):
      for value in values { _ = checker.printed(value) }
    case .assert(let condition, let message):
      _ = checker.condition(condition, Scope())
      if let message { _ = checker.check(message, Scope()) }
    case .explain(let pipeline):
      if case .value = checker.check(pipeline) {
        checker.report(ExplainProblem.noQuery(pipeline.span).diagnostic)
      }
    case .why(let id):
      _ = checker.check(id, Scope())
      if environment.lastResult == nil {
        checker.report(ExplainProblem.noLastQuery(id.span).diagnostic)
      }
    default: break
    }
    report(checker.diagnostics)
  }

  /// A parameter would be lost behind another value of its name, and its default would take the
  /// place of the value. A `let` behind it may give its name to what is made of it.
  private mutating func declare(_ name: Name) {
    if name.text == "help" { report([NameProblem.unreachableOption(name).diagnostic]) }
    if let first = declared[name.text] {
      report([NameProblem.givenTwice(name, first: first, .scriptParameters).diagnostic])
    } else if let first = bound[name.text] {
      report([NameProblem.boundBefore(name, first: first).diagnostic])
    }
    declared[name.text] = name
  }

  /// What a block names is gone behind it.
  private mutating func checkBlock(_ statements: [Statement]) {
    let outer = environment.names
    level += 1
    for statement in statements { check(statement, loaded: nil) }
    level -= 1
    environment.names = outer
  }

  /// Reports a statement that a file of definitions may not hold.
  mutating func refuse(_ statement: Statement) {
    if case .invalid = statement.kind { return }
    report([
      CheckProblem.misplacedStatement(
        statement.span, what: "a file that is used holds definitions",
        help: "it may hold `def`, `let` and `use`; run other statements as a script"
      ).diagnostic
    ])
  }

  private mutating func requireTop(_ word: String, _ statement: Statement) {
    guard level > 0 else { return }
    report([
      CheckProblem.misplacedStatement(
        statement.span, what: "`\(word)` cannot stand in braces",
        help: "put it at the top of the script"
      ).diagnostic
    ])
  }

  /// A definition is checked where it is made and where it is used: its mistakes are told once.
  private mutating func report(_ found: [Diagnostic]) {
    for diagnostic in found
    where !diagnostics.contains(where: {
      $0.code == diagnostic.code && $0.place == diagnostic.place
    }) { diagnostics.append(diagnostic) }
  }

  /// The texts of some expressions, where they are known.
  func texts(_ paths: [Expression]) -> [String]? {
    let checker = Checker(environment, context)
    let texts = paths.compactMap { checker.check($0, Scope()).constant?.textual }
    return texts.count == paths.count ? texts : nil
  }

  private mutating func bind(_ name: Name, _ pipeline: Pipeline) {
    let checker = Checker(environment, context)
    let checked = checker.check(pipeline)
    report(checker.diagnostics)
    environment.names.outlines[name.text] = nil
    switch checked {
    case .query(let query):
      environment.variables[name.text] = .table(query.outline)
      environment.names.outlines[name.text] = query.schema
    case .value(let typed):
      environment.variables[name.text] = typed.constant.map { .value($0) } ?? .unknown
    case .invalid:
      environment.variables[name.text] = .unknown
    }
  }

  private mutating func define(_ name: Name, _ parameters: [Parameter], _ body: Pipeline) {
    checkName(name)
    for parameter in parameters { checkName(parameter.name, isClose: true) }
    for (name, first) in parameters.map(\.name).repeated {
      report([NameProblem.givenTwice(name, first: first, .parameters).diagnostic])
    }
    let definition = Definition(name: name, parameters: parameters, body: body)
    var open = environment
    open.isOpen = true
    // It knows itself, so that it is told here when it leads back to itself.
    open.definitions[name.text] = definition
    let checker = Checker(open, context)
    checker.checkBody(of: definition)
    report(checker.diagnostics)
    explainOrder(of: name)
    environment.definitions[name.text] = definition
  }

  /// A name that was not known before its definition: the order of the two is wrong.
  private mutating func explainOrder(of name: Name) {
    let codes = ["PQ0102", "PQ0103", "PQ0104", "PQ0105"]
    for index in diagnostics.indices
    where codes.contains(diagnostics[index].code.description)
      && diagnostics[index].message.hasSuffix(" `\(name.text)`")
    {
      diagnostics[index].help =
        "`\(name.text)` is defined below; put its definition before this"
      diagnostics[index].edit = nil
      diagnostics[index].secondary.append((name.span, "defined here"))
    }
  }

  /// A name of one's own may not hide what is built in.
  private mutating func checkName(_ name: Name, isClose: Bool = false) {
    let owner =
      isClose ? ReservedNames.owner(ofCloseName: name.text) : ReservedNames.owner(of: name.text)
    if let owner {
      diagnostics.append(CheckProblem.nameIsTaken(name.text, name.span, by: owner).diagnostic)
    }
  }
}

extension CheckedQuery {
  /// An empty table with the columns that the query will have.
  var outline: Table {
    var table = Table(
      columns: schema.columns.map {
        var column = Column(name: $0.name, type: $0.type, field: $0.field, data: .values([]))
        column.isMade = $0.isMade
        return column
      },
      rowCount: 0,
      rows: schema.hasSource ? RecordRows(corpus: .empty, selection: .list([])) : nil,
      shape: schema.shape)
    table.search = schema.search
    return table
  }
}

extension Checker {
  /// Checks a definition where it is made; its parameters may be anything.
  func checkBody(of definition: Definition) {
    var scope = Scope()
    for parameter in definition.parameters {
      let anything = Expression(.invalid, span: parameter.name.span)
      scope.arguments[parameter.name.text] = Scope.ArgumentBinding(
        expression: anything, scope: ScopeBox(Scope()))
      if let value = parameter.value { _ = check(value, Scope()) }
    }
    if definition.isRecursive, let lone = definition.lone {
      var body = ofBody(of: definition)
      body.schema = corpusSchema
      body.recursion = definition.name
      body.frameSize = definition.parameters.count
      for (slot, parameter) in definition.parameters.enumerated() {
        body.locals[parameter.name.text] = (slot, .any)
      }
      if lone.kind.alwaysUses(definition.name.text) {
        report(.endlessDefinition(definition.name.text, definition.name.span))
      }
      _ = checkValue(lone, body, of: definition.name.text)
      return
    }
    scope.expanding = [definition.name.text]
    guard let lone = definition.lone, rowsIfAny(lone, scope) == nil else {
      if definition.lone == nil { _ = check(definition.body, scope) }
      return
    }
    // A value of a row, `def size = length(topics)`, or of a group, `def part(c) = count(c) /
    // count()`.
    scope.schema = corpusSchema
    scope.aggregates = AggregateCollector(offset: 0, rows: corpusSchema)
    scope.windows = WindowCollector(offset: 0)
    _ = check(lone, scope)
  }
}
