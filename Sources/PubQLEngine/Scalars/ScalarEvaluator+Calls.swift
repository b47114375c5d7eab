import PubQLDiagnostics

extension ScalarEvaluator {
  /// Values that depend on a condition, or on whether something fails.
  func chosen(_ scalar: Scalar, row: Int) throws(RunError) -> Value {
    switch scalar {
    case .choice(let condition, let value, let other):
      return try self.value(try holds(condition, row: row) ? value : other, row: row)
    case .attempt(let value, let other):
      do throws(RunError) {
        return try self.value(value, row: row)
      } catch {
        guard error.canBeCaught else { throw error }
        return try self.value(other, row: row)
      }
    default: return .missing
    }
  }

  /// Functions as values, and calls of what the script defines.
  func called(_ scalar: Scalar, row: Int) throws(RunError) -> Value {
    switch scalar {
    case .lambda(let function): return .function(closure(function, row: row))
    case .apply(let callee, let arguments, let span):
      let called = try value(callee, row: row)
      guard case .function(let function) = called else {
        throw RunError(.wrongKind(operation: "a function call", kind: called.kindName), at: span)
      }
      return try call(
        ScalarFunction("=>", function.reporting), try values(arguments, row: row), span)
    case .invoke(let function, let arguments, let span):
      return try run(function, try values(arguments, row: row), row: row, at: span)
    case .recurse(let arguments, let span):
      guard let running else { return .missing }
      return try run(running, try values(arguments, row: row), row: row, at: span)
    case .traced(let body, let span):
      do throws(RunError) {
        return try value(body, row: row)
      } catch { throw error.called(at: span) }
    default: return .missing
    }
  }

  /// A lambda with what was bound and in hand where it stands.
  private func closure(_ function: ScriptFunction, row: Int) -> FunctionValue {
    let outer = self
    return FunctionValue(parameterCount: function.parameterCount) { arguments throws(RunError) in
      var inner = outer
      inner.frame += arguments
      try function.meter.enter(function.levels)
      defer { function.meter.leave(function.levels) }
      try function.meter.charge(forArguments: arguments)
      let result = try inner.value(function.body, row: row)
      try function.meter.charge(for: result)
      return result
    }
  }

  /// A call of a definition by itself takes as long as so many steps of other kinds; where it calls
  /// itself twice, nobody waits for 100 million.
  private static let stepsOfCall = 9

  private func run(
    _ function: ScriptFunction, _ arguments: [Value], row: Int, at span: SourceSpan
  ) throws(RunError) -> Value {
    do throws(RunError) {
      try function.meter.enter(function.levels)
    } catch { throw RunError(error.reason, at: span) }
    defer { function.meter.leave(function.levels) }
    try function.meter.charge(Self.stepsOfCall)
    try function.meter.charge(forArguments: arguments)
    var inner = ScalarEvaluator(table)
    inner.frame = arguments
    inner.running = function
    let result = try inner.value(function.body, row: row)
    try function.meter.charge(for: result)
    return result
  }
}

extension FunctionValue {
  /// As functions of the language throw.
  fileprivate func reporting(_ arguments: [Value]) throws(RunError.Reason) -> Value {
    do throws(RunError) {
      return try self(arguments)
    } catch {
      throw error.span == nil ? error.reason : .inFunction(error)
    }
  }
}
