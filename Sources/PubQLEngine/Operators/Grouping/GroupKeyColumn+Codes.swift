/// Keys that are worked out by the codes of a field.
extension GroupKeyColumn {
  /// The values of a key, and the numbers of each row.
  struct Numbered {
    var values: [Value] = []
    var starts: [UInt32] = [0]
    /// `UInt32.max` for missing, until `finish`.
    var codes: [UInt32] = []

    fileprivate mutating func endRow() {
      if codes.count == Int(starts[starts.count - 1]) { codes.append(UInt32.max) }
      starts.append(UInt32(codes.count))
    }

    /// Missing is the number of values.
    fileprivate mutating func finish() {
      let missing = UInt32(values.count)
      for index in codes.indices where codes[index] == UInt32.max { codes[index] = missing }
    }
  }

  /// Nil for a key of another kind.
  static func numbersByCodes(
    _ scalar: Scalar, _ table: Table, _ context: ExecutionContext
  ) throws(RunError) -> Numbered? {
    if let numbered = try numbersByValue(scalar, table, context) { return numbered }
    return try numbersOfPairs(scalar, table, context)
  }

  /// A function of each value of a field: `count by country(region)`.
  private static func numbersByValue(
    _ scalar: Scalar, _ table: Table, _ context: ExecutionContext
  ) throws(RunError) -> Numbered? {
    guard let valuewise = ValuewiseScalar(scalar, in: table), let rows = table.rows else {
      return nil
    }
    var distinct = DistinctValues()
    var known = [[UInt32]?](repeating: nil, count: valuewise.coded.dictionary.count)
    var seen = LastSeen(count: 0)
    var result = Numbered()
    for (row, record) in rows.list.enumerated() {
      try context.check(at: row)
      for code in valuewise.coded.column.codes(of: Int(record)) {
        var numbers = known[Int(code)]
        if numbers == nil {
          let values = try valuewise.values(code: Int(code)).filter { !$0.isMissing }
          numbers = values.map { distinct.number($0) }
          known[Int(code)] = numbers
        }
        for number in numbers ?? [] where seen.insert(number, UInt32(row)) {
          result.codes.append(number)
        }
      }
      result.endRow()
      try context.checkRows(result.codes.count)
    }
    result.values = distinct.values
    result.finish()
    return result
  }

  /// Each two values of a field: `count by pairs(topic)`.
  private static func numbersOfPairs(
    _ scalar: Scalar, _ table: Table, _ context: ExecutionContext
  ) throws(RunError) -> Numbered? {
    guard case .call(let function, let arguments, let span) = scalar, function.reach == .pairs,
      case .column(let column)? = arguments.first,
      case .field(let field) = table.columns[column].data, let rows = table.rows,
      rows.corpus.fields[field].kind.isCoded, rows.corpus.fields[field].isMultiple
    else { return nil }
    let coded = rows.corpus.coded(field)
    let groups = coded.dictionary.groups
    let (starts, numbers) = numbers(coded, rows.list)
    guard let starts else { return nil }
    var pairs = PairNumbers(groups: groups.count, values: groups.count)
    var result = Numbered()
    for row in 0..<rows.list.count {
      try context.check(at: row)
      let values = numbers[Int(starts[row])..<Int(starts[row + 1])]
      guard ValuePairs.count(of: values.count) <= ValuePairs.limit else {
        throw RunError(ValuePairs.tooMany, at: span)
      }
      for (place, a) in zip(values.indices, values) {
        for b in values[(place + 1)...] { result.codes.append(pairs.number(min(a, b), max(a, b))) }
      }
      result.endRow()
      try context.checkRows(result.codes.count)
    }
    result.values = pairs.pairs.map { pair in
      ValuePairs.pair(
        coded.dictionary.value(Int(groups.representative(of: pair.group))),
        coded.dictionary.value(Int(groups.representative(of: pair.value))))
    }
    result.finish()
    return result
  }
}
