import PubQLDiagnostics
import PubQLEngine
import PubQLSyntax

// Statements of scripts: parameters, branches, loops, prints and assertions.

extension Interpreter {
  func executeScripted(
    _ statement: Statement, _ used: UsedFiles, _ receive: Receiver
  ) throws(InterpreterError) {
    switch statement.kind {
    case .param(let declaration):
      let parameter = try checked { $0.parameter(declaration) }
      guard let parameter else { return }
      let given = environment.given[parameter.name].flatMap { parameter.type.accept($0) }
      environment.variables[parameter.name] = .value(given ?? parameter.value ?? .missing)
    case .branch(let branches, let otherwise):
      for branch in branches where try holds(branch.condition) {
        return try execute(block: branch.body, used, receive)
      }
      try execute(block: otherwise ?? [], used, receive)
    case .loop(let name, let values, let body):
      let members = try checked { $0.members(of: values) }
      let outer = environment.locals
      // What cannot be worked out before fails now.
      let list = try members.typed.map { typed throws(InterpreterError) in try value(of: typed) }
      for value in list?.members ?? [] {
        environment.locals[name.text] = Typed(.constant(value), ValueType(of: value))
        try execute(block: body, used, receive)
      }
      environment.locals = outer
    case .print(let values):
      var texts: [String] = []
      for value in values {
        texts.append(try self.value(of: try checked { $0.printed(value) }).plainText)
      }
      try receive(.printed(texts.joined(separator: " ")))
    case .assert(let condition, let message):
      guard try !holds(condition) else { return }
      let told = try message.map { message throws(InterpreterError) in
        try value(of: try checked { $0.check(message, Scope()) }).plainText
      }
      throw InterpreterError.assertion(told, condition, sides: sides(of: condition))
    case .explain(let pipeline): try receive(.result(try explain(pipeline)))
    case .why(let id):
      let (table, note) = try why(id)
      if let note { try receive(.note(note)) }
      try receive(.result(table))
    default: break
    }
  }

  /// A statement is checked and planned each time: that takes as long as some hundred calls.
  private static let stepsOfStatement = 500

  /// What a block names is gone behind it.
  private func execute(
    block statements: [Statement], _ used: UsedFiles, _ receive: Receiver
  ) throws(InterpreterError) {
    let outer = environment.names
    for statement in statements {
      do throws(RunError) {
        try context.meter.charge(Self.stepsOfStatement)
      } catch { throw InterpreterError(error.placed(at: statement.span)) }
      try execute(statement, nil, used, receive)
    }
    environment.names = outer
  }

  private func holds(_ condition: Expression) throws(InterpreterError) -> Bool {
    let typed = try checked { $0.condition(condition, Scope()) }
    if case .bool(let holds) = try value(of: typed) { return holds }
    return false
  }

  /// What a check gives, when it finds no mistake.
  func checked<Result>(_ check: (Checker) -> Result) throws(InterpreterError) -> Result {
    let checker = Checker(environment, context)
    let result = check(checker)
    try checker.requireValid()
    return result
  }

  /// The sides of a comparison that does not hold, and their values where those are short.
  private func sides(of condition: Expression) -> [(span: SourceSpan, value: String)] {
    guard case .comparison(_, _, _, let left, let right) = condition.kind else { return [] }
    return [left, right].compactMap { side in
      let checker = Checker(environment, context)
      let typed = checker.check(side, Scope())
      guard !checker.hasErrors, typed.type != .table, let value = try? value(of: typed) else {
        return nil
      }
      let text = value.isMissing ? "missing" : value.plainText
      return text.utf8.count <= 60 ? (side.span, text) : nil
    }
  }
}
