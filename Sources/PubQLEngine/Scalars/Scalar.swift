package import PubQLDiagnostics

/// An expression over the row in hand, names resolved and kinds checked.
package indirect enum Scalar: Sendable {
  case constant(Value)
  /// The cell of a column of the input
  case column(Int)
  /// File and line of the row's record
  case source
  case comparison(Scalar, ScalarComparison)
  /// True when all are
  case and([Scalar])
  /// True when any is
  case or([Scalar])
  case not(Scalar)
  /// Whether there is no value, or an empty list
  case isMissing(Scalar)
  case arithmetic(Arithmetic, Scalar, Scalar, SourceSpan)
  case negate(Scalar, SourceSpan)
  case call(ScalarFunction, [Scalar], SourceSpan)
  case list([Scalar])
  case record([(name: String, value: Scalar)])
  case range(Scalar, Scalar)
  /// Parts of a text with values between them
  case joined([Scalar])
  /// A name bound close by: a place of the frame
  case local(Int)
  /// The second where the first holds, else the third
  case choice(Scalar, Scalar, Scalar)
  /// The second where the first fails
  case attempt(Scalar, Scalar)
  /// A function as a value
  case lambda(LambdaFunction)
  /// A call of a function that is a value
  case apply(Scalar, [Scalar], SourceSpan)
  /// A call of a function of the script that calls itself
  case invoke(RecursiveFunction, [Scalar], SourceSpan)
  /// A call of the recursive function in whose body it stands
  case recurse([Scalar], SourceSpan)
  /// The content of a definition, and the call that it stands for: told when it fails
  case traced(Scalar, SourceSpan)
}

/// A comparison with its right side: a test made once where that is constant.
package struct ScalarComparison: Sendable {
  package let relation: ValueTest.Relation
  package let quantifier: ValueTest.Quantifier
  package let isNegated: Bool
  package let right: Right

  package init(
    _ relation: ValueTest.Relation, quantifier: ValueTest.Quantifier = .any, isNegated: Bool,
    right: Right
  ) {
    self.relation = relation
    self.quantifier = quantifier
    self.isNegated = isNegated
    self.right = right
  }

  /// What a value is compared with.
  package indirect enum Right: Sendable {
    case constant(ValueTest)
    /// Worked out for each row
    case scalar(Scalar)
  }
}

/// `+ - * / %`
package enum Arithmetic: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
}

/// A function of values, without any other effect.
package struct ScalarFunction: Sendable {
  package let name: String
  package let body: @Sendable ([Value]) throws(RunError.Reason) -> Value

  package init(
    _ name: String, _ body: @escaping @Sendable ([Value]) throws(RunError.Reason) -> Value
  ) {
    self.name = name
    self.body = body
  }
}

extension RunError.Reason: Error {}

/// Works an expression out for rows of a table.
package struct ScalarEvaluator: Sendable {
  let table: Table
  /// The values of names bound close by, from the outermost.
  var frame: [Value] = []
  /// The recursive function that is running, and how deep its calls nest.
  var running: RecursiveFunction?
  var callDepth = 0

  /// - Parameter table: its records should be listed (`Table.indexed`) when rows are looked at
  ///   one by one.
  package init(_ table: Table) { self.table = table }

  /// The value for a row.
  package func value(_ scalar: Scalar, row: Int) throws(RunError) -> Value {
    switch scalar {
    case .constant(let value): return value
    case .column(let column): return table.value(row: row, column: column)
    case .source: return table.source(row: row)
    case .comparison, .and, .or, .not, .isMissing:
      return .bool(try holds(scalar, row: row))
    case .arithmetic(let operation, let left, let right, let span):
      return try ArithmeticRules.apply(
        operation, try value(left, row: row), try value(right, row: row), at: span)
    case .negate(let operand, let span):
      return try ArithmeticRules.negate(try value(operand, row: row), at: span)
    case .call(let function, let arguments, let span):
      return try call(function, try values(arguments, row: row), span)
    case .list(let members): return .list(try values(members, row: row))
    case .record(let members):
      var result: [RecordMember] = []
      for member in members {
        result.append(
          RecordMember(name: member.name, value: try value(member.value, row: row)))
      }
      return .record(result)
    case .range(let low, let high):
      return .range(try value(low, row: row), try value(high, row: row))
    case .joined(let parts):
      var text = ""
      for part in try values(parts, row: row) { text += part.plainText }
      return .text(text)
    case .local(let slot): return frame.indices.contains(slot) ? frame[slot] : .missing
    case .choice, .attempt: return try chosen(scalar, row: row)
    case .lambda, .apply, .invoke, .recurse, .traced: return try called(scalar, row: row)
    }
  }

  /// Whether a condition holds for a row.
  package func holds(_ scalar: Scalar, row: Int) throws(RunError) -> Bool {
    switch scalar {
    case .and(let terms):
      for term in terms where try !holds(term, row: row) { return false }
      return true
    case .or(let terms):
      for term in terms where try holds(term, row: row) { return true }
      return false
    case .not(let operand): return try !holds(operand, row: row)
    case .isMissing(let operand):
      return try value(operand, row: row).members.isEmpty
    case .comparison(let left, let comparison):
      let test =
        switch comparison.right {
        case .constant(let test): test
        case .scalar(let right):
          ValueTest(
            comparison.relation, try value(right, row: row), comparison.quantifier)
        }
      return test.holds(try value(left, row: row)) != comparison.isNegated
    default:
      if case .bool(let flag) = try value(scalar, row: row) { return flag }
      return false
    }
  }

  func call(
    _ function: ScalarFunction, _ arguments: [Value], _ span: SourceSpan
  ) throws(RunError) -> Value {
    do throws(RunError.Reason) {
      return try function.body(arguments)
    } catch {
      if case .inFunction(let inner) = error { throw inner }
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
