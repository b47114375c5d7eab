/// An expression that looks at each value of a coded field of many values for itself, such as
/// `country(region)`: it is worked out once for each value, and not once for each record.
struct ValuewiseScalar {
  /// The field of the corpus.
  let field: Int
  let coded: CodedField
  private let scalar: Scalar
  private let evaluator = ScalarEvaluator(Table(columns: [], rowCount: 1))

  /// Nil where the expression is none of those.
  init?(_ scalar: Scalar, in table: Table) {
    guard case .call = scalar, let column = Self.column(of: scalar),
      case .field(let field) = table.columns[column].data, let corpus = table.rows?.corpus,
      corpus.fields[field].kind.isCoded, corpus.fields[field].isMultiple
    else { return nil }
    self.field = field
    self.scalar = scalar
    coded = corpus.coded(field)
  }

  /// What the expression gives for one value of the field: the part of a record's list that comes
  /// from it.
  func values(code: Int) throws(RunError) -> [Value] {
    try value(scalar, of: .list([coded.dictionary.value(code)])).members
  }

  /// The column that functions of each value, one around the other, are applied to.
  private static func column(of scalar: Scalar) -> Int? {
    switch scalar {
    case .column(let column): column
    case .call(let function, let arguments, _):
      if function.reach == .each, let first = arguments.first,
        arguments.dropFirst().allSatisfy({ if case .constant = $0 { true } else { false } })
      {
        column(of: first)
      } else {
        nil
      }
    default: nil
    }
  }

  private func value(_ scalar: Scalar, of list: Value) throws(RunError) -> Value {
    guard case .call(let function, let arguments, let span) = scalar, let first = arguments.first
    else { return list }
    let inner = Scalar.constant(try value(first, of: list))
    return try evaluator.value(.call(function, [inner] + arguments.dropFirst(), span), row: 0)
  }
}

/// The values of `ValuewiseScalar`, each worked out when it is first asked for.
struct ValuewiseValues {
  private let scalar: ValuewiseScalar
  private var known: [[Value]?]

  init(_ scalar: ValuewiseScalar) {
    self.scalar = scalar
    known = Array(repeating: nil, count: scalar.coded.dictionary.count)
  }

  /// What a record has; nil where its field is empty.
  mutating func values(record: UInt32) throws(RunError) -> [Value]? {
    let codes = scalar.coded.column.codes(of: Int(record))
    if codes.isEmpty { return nil }
    var result: [Value] = []
    for code in codes {
      if let values = known[Int(code)] {
        result += values
      } else {
        let values = try scalar.values(code: Int(code))
        known[Int(code)] = values
        result += values
      }
    }
    return result
  }
}
