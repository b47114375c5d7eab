/// Works out expressions that look at one coded field of single values, such as `date.year`: once
/// for each value of its dictionary rather than for each record.
struct DictionaryEvaluator {
  private let evaluator: ScalarEvaluator
  private let dictionary: ValueDictionary

  /// - Parameter field: of `soleField(of:in:)`.
  init(_ table: Table, _ field: Int, _ corpus: Corpus) {
    dictionary = corpus.coded(field).dictionary
    let codes = (0..<UInt32(dictionary.count)) + [Column.missingCode]
    let dictionary = dictionary
    let columns = table.columns.map { column -> Column in
      guard case .field(field) = column.data else { return column }
      return Column(name: column.name, type: column.type, data: .coded(dictionary, Array(codes)))
    }
    evaluator = ScalarEvaluator(Table(columns: columns, rowCount: codes.count))
  }

  /// The value for records with that code, or for records without one.
  func value(_ scalar: Scalar, code: Int?) throws(RunError) -> Value {
    try evaluator.value(scalar, row: code ?? dictionary.count)
  }

  func holds(_ scalar: Scalar, code: Int?) throws(RunError) -> Bool {
    try evaluator.holds(scalar, row: code ?? dictionary.count)
  }

  /// The coded field of single values that an expression looks at, if it looks at nothing else.
  static func soleField(of scalar: Scalar, in table: Table) -> Int? {
    var columns: Set<Int> = []
    scalar.collectColumns(into: &columns)
    guard let corpus = table.rows?.corpus, columns.count == 1, let column = columns.first,
      column != Scalar.recordItself, case .field(let field) = table.columns[column].data,
      corpus.fields[field].kind.isCoded, !corpus.fields[field].isMultiple
    else { return nil }
    return field
  }
}

extension Scalar {
  /// Stands for the record among the columns that an expression looks at.
  static let recordItself = Int.max

  /// Adds the columns that the expression looks at.
  package func collectColumns(into columns: inout Set<Int>) {
    switch self {
    case .column(let column): columns.insert(column)
    case .source: columns.insert(Self.recordItself)
    default: for operand in operands { operand.collectColumns(into: &columns) }
    }
  }
}
