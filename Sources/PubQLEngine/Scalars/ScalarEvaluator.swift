import PubQLDiagnostics

/// Works an expression out for rows of a table.
package struct ScalarEvaluator: Sendable {
  let table: Table
  private let hasFailures: Bool
  /// The values of names bound close by, from the outermost.
  var frame: [Value] = []
  /// The recursive function that is running.
  var running: ScriptFunction?

  /// - Parameter table: its records should be listed (`Table.indexed`) when rows are looked at
  ///   one by one.
  package init(_ table: Table) {
    self.table = table
    hasFailures = table.columns.contains { !$0.failures.isEmpty }
  }

  // Calls of functions nest as deep as the stack holds, so the methods between them have small
  // frames: each case has a method of its own.

  /// The value for a row.
  package func value(_ scalar: Scalar, row: Int) throws(RunError) -> Value {
    switch scalar {
    case .constant, .column, .source, .local:
      if hasFailures { try look(at: scalar, row: row) }
      return known(scalar, row: row)
    case .comparison, .and, .or, .not, .isMissing: return .bool(try holds(scalar, row: row))
    case .arithmetic, .negate: return try worked(scalar, row: row)
    case .call: return try function(scalar, row: row)
    case .list, .record, .range, .joined: return try made(scalar, row: row)
    case .choice, .attempt: return try chosen(scalar, row: row)
    case .lambda, .apply, .invoke, .recurse, .traced: return try called(scalar, row: row)
    }
  }

  /// Whether a condition holds for a row.
  package func holds(_ scalar: Scalar, row: Int) throws(RunError) -> Bool {
    switch scalar {
    case .and, .or, .not: return try connected(scalar, row: row)
    case .isMissing, .comparison: return try tested(scalar, row: row)
    default:
      if case .bool(let flag) = try value(scalar, row: row) { return flag }
      return false
    }
  }

  /// - Throws: why a cell could not be worked out, now that somebody looks at it.
  private func look(at scalar: Scalar, row: Int) throws(RunError) {
    if case .column(let column) = scalar, let failure = table.columns[column].failures[row] {
      throw failure
    }
  }

  /// What is there without any work.
  private func known(_ scalar: Scalar, row: Int) -> Value {
    switch scalar {
    case .constant(let value): value
    case .column(let column): table.value(row: row, column: column)
    case .source: table.source(row: row)
    case .local(let slot): frame.indices.contains(slot) ? frame[slot] : .missing
    default: .missing
    }
  }

  private func worked(_ scalar: Scalar, row: Int) throws(RunError) -> Value {
    switch scalar {
    case .arithmetic(let operation, let left, let right, let span):
      return try ArithmeticRules.apply(
        operation, try value(left, row: row), try value(right, row: row), at: span)
    case .negate(let operand, let span):
      return try ArithmeticRules.negate(try value(operand, row: row), at: span)
    default: return .missing
    }
  }

  private func function(_ scalar: Scalar, row: Int) throws(RunError) -> Value {
    guard case .call(let function, let arguments, let span) = scalar else { return .missing }
    return try call(function, try values(arguments, row: row), span)
  }

  /// Values that are put together of others.
  private func made(_ scalar: Scalar, row: Int) throws(RunError) -> Value {
    switch scalar {
    case .list(let members): return .list(try values(members, row: row))
    case .record(let members):
      let values = try values(members.map(\.value), row: row)
      return .record(zip(members, values).map { RecordMember(name: $0.name, value: $1) })
    case .range(let low, let high):
      return .range(try value(low, row: row), try value(high, row: row))
    case .joined(let parts):
      return .text(try values(parts, row: row).reduce(into: "") { $0 += $1.plainText })
    default: return .missing
    }
  }

  private func connected(_ scalar: Scalar, row: Int) throws(RunError) -> Bool {
    switch scalar {
    case .and(let terms):
      for term in terms where try !holds(term, row: row) { return false }
      return true
    case .or(let terms):
      for term in terms where try holds(term, row: row) { return true }
      return false
    case .not(let operand): return try !holds(operand, row: row)
    default: return false
    }
  }

  private func tested(_ scalar: Scalar, row: Int) throws(RunError) -> Bool {
    switch scalar {
    case .isMissing(let operand): return try value(operand, row: row).members.isEmpty
    case .comparison(let left, let comparison):
      return try test(comparison, row: row).holds(try value(left, row: row))
        != comparison.isNegated
    default: return false
    }
  }

  private func test(_ comparison: ScalarComparison, row: Int) throws(RunError) -> ValueTest {
    switch comparison.right {
    case .constant(let test): return test
    case .scalar(let right):
      return ValueTest(comparison.relation, try value(right, row: row), comparison.quantifier)
    }
  }

  func call(
    _ function: ScalarFunction, _ arguments: [Value], _ span: SourceSpan
  ) throws(RunError) -> Value {
    do throws(RunError.Reason) {
      return try function.body(arguments)
    } catch {
      if case .inFunction(let inner) = error { throw inner.placed(at: span) }
      throw RunError(error, at: span)
    }
  }

  func values(_ scalars: [Scalar], row: Int) throws(RunError) -> [Value] {
    var result: [Value] = []
    result.reserveCapacity(scalars.count)
    for scalar in scalars { result.append(try value(scalar, row: row)) }
    return result
  }
}
