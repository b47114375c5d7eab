import PubQLModel

/// The values of a key in the rows of a table, each different one numbered.
///
/// Texts that differ in a letter's case have numbers of their own: as names of people they may
/// mean different things.
struct KeyValues {
  /// The value of each number.
  private(set) var values: [Value] = []
  /// The numbers of row `r` are `numbers[starts[r]..<starts[r + 1]]`, none where it is missing.
  private var starts: [UInt32] = [0]
  private var numbers: [UInt32] = []
  /// The number of missing, where it counts as a value.
  private var missing: UInt32?

  /// - Parameters:
  ///   - table: with its records listed (`Table.indexed`).
  ///   - keepsMissing: whether missing counts as a value.
  init(
    _ scalar: Scalar, of table: Table, keepsMissing: Bool, _ context: ExecutionContext
  ) throws(RunError) {
    if keepsMissing {
      missing = 0
      values.append(.missing)
    }
    starts.reserveCapacity(table.rowCount + 1)
    if case .column(let column) = scalar {
      switch table.columns[column].data {
      case .field(let field):
        if let rows = table.rows, rows.corpus.fields[field].kind.isCoded {
          try add(rows.corpus.coded(field), rows.list, context)
          return
        }
      case .coded(let dictionary, let codes):
        var used = UsedCodes(dictionary)
        for code in codes {
          if code != Column.missingCode { numbers.append(used.number(code, &values)) }
          endRow()
        }
        return
      case .texts, .values, .wholes: break
      }
    }
    try add(try ColumnEvaluator.values(scalar, of: table, context), context)
  }

  /// The numbers of a row's values; none where it has none.
  @inline(__always)
  func numbers(_ row: Int) -> ArraySlice<UInt32> {
    numbers[Int(starts[row])..<Int(starts[row + 1])]
  }

  private mutating func endRow() {
    if let missing, Int(starts[starts.count - 1]) == numbers.count { numbers.append(missing) }
    starts.append(UInt32(numbers.count))
  }

  private mutating func add(
    _ field: CodedField, _ records: [UInt32], _ context: ExecutionContext
  ) throws(RunError) {
    var used = UsedCodes(field.dictionary)
    for (row, record) in records.enumerated() {
      try context.check(at: row)
      for code in field.column.codes(of: Int(record)) {
        numbers.append(used.number(code, &values))
      }
      try context.checkRows(numbers.count)
      endRow()
    }
  }

  private mutating func add(_ cells: [Value], _ context: ExecutionContext) throws(RunError) {
    var texts: [String: UInt32] = [:]
    var others: [GroupKey: UInt32] = [:]
    for (row, cell) in cells.enumerated() {
      try context.check(at: row)
      for value in cell.members where !value.isMissing {
        let new = UInt32(values.count)
        let number: UInt32
        if let text = value.textual {
          number = texts[text] ?? new
          if number == new { texts[text] = new }
        } else {
          let key = GroupKey(value)
          number = others[key] ?? new
          if number == new { others[key] = new }
        }
        if number == new { values.append(value) }
        numbers.append(number)
      }
      try context.checkRows(numbers.count)
      endRow()
    }
  }
}

/// Numbers the codes of a dictionary that occur.
private struct UsedCodes {
  private let dictionary: ValueDictionary
  private var numbers: [UInt32]

  init(_ dictionary: ValueDictionary) {
    self.dictionary = dictionary
    numbers = [UInt32](repeating: UInt32.max, count: dictionary.count)
  }

  mutating func number(_ code: UInt32, _ values: inout [Value]) -> UInt32 {
    if numbers[Int(code)] == UInt32.max {
      numbers[Int(code)] = UInt32(values.count)
      values.append(dictionary.value(Int(code)))
    }
    return numbers[Int(code)]
  }
}
