import PubQLDiagnostics
import PubQLEngine
import PubQLModel
import PubQLSyntax

/// Walks through a script without running it: what statements bind is known by its columns only.
struct ScriptOutline {
  var environment: Environment
  private(set) var diagnostics: [Diagnostic] = []
  private let context: ExecutionContext

  init(_ environment: Environment, _ context: ExecutionContext) {
    self.environment = environment
    self.context = context
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
      if let name { checkName(name, as: "source") }
      if let loaded {
        environment.add(loaded.loaded.corpus, named: name?.text)
      } else {
        environment.isOpen = true
        environment.add(.empty, named: name?.text)
      }
    case .let(let name, let pipeline):
      bind(name, pipeline)
    case .def(let name, let parameters, let body):
      define(name, parameters, body)
    case .query(let pipeline):
      let checker = Checker(environment, context)
      let checked = checker.check(pipeline)
      report(checker.diagnostics)
      if case .query(let query) = checked { environment.lastResult = query.outline }
    case .invalid: break
    }
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
    environment.outlines[name.text] = nil
    switch checked {
    case .query(let query) where query.schema.shape == .list:
      environment.variables[name.text] = .value(.list([]))
    case .query(let query):
      environment.variables[name.text] = .table(query.outline)
      environment.outlines[name.text] = query.schema
    case .value(let typed):
      environment.variables[name.text] = .value(typed.constant ?? .missing)
    case .invalid:
      environment.variables[name.text] = .table(Table(columns: [], rowCount: 0))
    }
  }

  private mutating func define(_ name: Name, _ parameters: [Name], _ body: Pipeline) {
    checkName(name, as: "definition")
    for parameter in parameters { checkName(parameter, as: "parameter") }
    let definition = Definition(name: name, parameters: parameters, body: body)
    var open = environment
    open.isOpen = true
    // It knows itself, so that it is told here when it leads back to itself.
    open.definitions[name.text] = definition
    let checker = Checker(open, context)
    checker.checkBody(of: definition)
    report(checker.diagnostics)
    environment.definitions[name.text] = definition
  }

  /// A name of one's own may not hide what is built in.
  private mutating func checkName(_ name: Name, as role: String) {
    let owner: String? =
      if Builtin.named(name.text) != nil || AggregateKind.named(name.text) != nil
        || WindowKind.named(name.text) != nil
      {
        "a function"
      } else if StageGrammar.named(name.text) != nil {
        "a stage"
      } else if Schema(Table(all: .empty)).index(of: name.text) != nil
        || ["year", "source", "corpus", "missing", "true", "false"].contains(name.text)
      {
        "a field or word of the language"
      } else {
        nil
      }
    if let owner {
      diagnostics.append(CheckProblem.nameIsTaken(name.text, name.span, by: owner).diagnostic)
    }
  }
}

extension CheckedQuery {
  /// An empty table with the columns that the query will have.
  var outline: Table {
    Table(
      columns: schema.columns.map {
        Column(name: $0.name, type: $0.type, field: $0.field, data: .values([]))
      },
      rowCount: 0,
      rows: schema.hasSource ? RecordRows(corpus: .empty, selection: .list([])) : nil,
      shape: schema.shape)
  }
}

extension Checker {
  /// Checks a definition where it is made; its parameters may be anything.
  func checkBody(of definition: Definition) {
    var scope = Scope()
    for parameter in definition.parameters {
      let anything = Expression(.invalid, span: parameter.span)
      scope.arguments[parameter.text] = Scope.ArgumentBinding(
        expression: anything, scope: ScopeBox(Scope()))
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
