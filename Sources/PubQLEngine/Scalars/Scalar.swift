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
  case lambda(ScriptFunction)
  /// A call of a function that is a value
  case apply(Scalar, [Scalar], SourceSpan)
  /// A call of a function of the script that calls itself
  case invoke(ScriptFunction, [Scalar], SourceSpan)
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
  package let reach: Reach
  /// What tells it from other functions; nil where functions of one name may differ.
  package let identity: String?
  package let body: @Sendable ([Value]) throws(RunError.Reason) -> Value

  /// What a function looks at of a list that is its first argument; from this follows whether a
  /// field can be worked on by its codes.
  package enum Reach: Sendable {
    /// At all of it
    case whole
    /// At each value for itself: it gives the list of the results
    case each
    /// At each two values: it gives `ValuePairs` of the list
    case pairs
  }

  package init(
    _ name: String, reach: Reach = .whole, identity: String? = nil,
    _ body: @escaping @Sendable ([Value]) throws(RunError.Reason) -> Value
  ) {
    self.name = name
    self.reach = reach
    self.identity = identity
    self.body = body
  }
}

extension RunError.Reason: Error {}
