import PubQLModel

/// A key of a grouping: for each row the numbers of the values that it stands under.
struct GroupKeyColumn {
  let name: String
  let type: ValueType
  /// The standard field whose values it shows.
  let field: StandardField?
  /// How many values there are; this very number stands for missing.
  let valueCount: Int
  /// The numbers of each row lie in `codes[starts[row]..<starts[row + 1]]`; nil means one a row.
  private let starts: [UInt32]?
  private let codes: [UInt32]
  private let values: Values

  private enum Values {
    case dictionary(ValueDictionary)
    case list([Value])
    case texts(TextNumbers)
  }

  /// - Parameter table: with its records listed (`Table.indexed`).
  init(_ key: DerivedColumn, of table: Table, _ context: ExecutionContext) throws(RunError) {
    name = key.name
    type = key.type.element
    field = if case .column(let column) = key.scalar { table.columns[column].field } else { nil }
    if case .column(let column) = key.scalar, case .field(let field) = table.columns[column].data,
      let rows = table.rows, rows.corpus.fields[field].kind.isCoded
    {
      let coded = rows.corpus.coded(field)
      values = .dictionary(coded.dictionary)
      valueCount = coded.dictionary.groups.count
      (starts, codes) = Self.numbers(coded, rows.list)
    } else if case .column(let column) = key.scalar,
      case .coded(let dictionary, let rowCodes) = table.columns[column].data
    {
      values = .dictionary(dictionary)
      valueCount = dictionary.groups.count
      starts = nil
      let missing = UInt32(dictionary.groups.count)
      codes = rowCodes.map { $0 == Column.missingCode ? missing : dictionary.groups.group(of: $0) }
    } else if case .column(let column) = key.scalar,
      let texts = try TextNumbers(table, column: column, context)
    {
      values = .texts(texts)
      valueCount = texts.count
      (starts, codes) = (nil, texts.numbers)
    } else if let (distinct, numbers) = try Self.numbersByDictionary(key.scalar, table) {
      values = .list(distinct.values)
      valueCount = distinct.values.count
      starts = nil
      codes = numbers
    } else if let numbered = try Self.numbersByCodes(key.scalar, table, context) {
      values = .list(numbered.values)
      valueCount = numbered.values.count
      (starts, codes) = (numbered.starts, numbered.codes)
    } else {
      var distinct = DistinctValues()
      (starts, codes) = try distinct.numbers(
        try ColumnEvaluator.values(key.scalar, of: table, context), context)
      values = .list(distinct.values)
      valueCount = distinct.values.count
    }
  }

  /// The numbers that a row stands under, each once; never none.
  @inline(__always)
  func numbers(_ row: Int) -> ArraySlice<UInt32> {
    guard let starts else { return codes[row...row] }
    return codes[Int(starts[row])..<Int(starts[row + 1])]
  }

  /// The key's column of a result whose groups have these numbers.
  func column(_ numbers: [UInt32]) -> Column {
    switch values {
    case .dictionary(let dictionary):
      let missing = UInt32(valueCount)
      return Column(
        name: name, type: type, field: field,
        data: .coded(
          dictionary,
          numbers.map {
            $0 == missing ? Column.missingCode : dictionary.groups.representative(of: $0)
          }))
    case .list(let values):
      return Column(
        name: name, type: type, field: field,
        data: .values(numbers.map { Int($0) < values.count ? values[Int($0)] : .missing }))
    case .texts(let texts):
      return Column(name: name, type: type, field: field, data: .texts(texts.texts(of: numbers)))
    }
  }

  /// Works a key that looks at one coded field out once for each of its values; nil where it looks
  /// at more, or gives lists.
  private static func numbersByDictionary(
    _ scalar: Scalar, _ table: Table
  ) throws(RunError) -> (DistinctValues, [UInt32])? {
    guard let field = DictionaryEvaluator.soleField(of: scalar, in: table), let rows = table.rows
    else { return nil }
    let evaluator = DictionaryEvaluator(table, field, rows.corpus)
    let coded = rows.corpus.coded(field)
    var distinct = DistinctValues()
    // By code, and behind the last of them for records without a value.
    var known = [UInt32?](repeating: nil, count: coded.dictionary.count + 1)
    var numbers: [UInt32] = []
    numbers.reserveCapacity(rows.list.count)
    // In the order of the rows: of several spellings of a value the first stands for all.
    for record in rows.list {
      let code = coded.column.codes(of: Int(record)).first.map { Int($0) }
      let place = code ?? coded.dictionary.count
      if let number = known[place] {
        numbers.append(number)
        continue
      }
      let value = try evaluator.value(scalar, code: code)
      if case .list = value { return nil }
      let number = value.isMissing ? UInt32.max : distinct.number(value)
      known[place] = number
      numbers.append(number)
    }
    let missing = UInt32(distinct.values.count)
    for row in numbers.indices where numbers[row] == UInt32.max { numbers[row] = missing }
    return (distinct, numbers)
  }

  static func numbers(
    _ coded: CodedField, _ records: [UInt32]
  ) -> ([UInt32]?, [UInt32]) {
    let groups = coded.dictionary.groups
    let missing = UInt32(groups.count)
    guard coded.column.isMultiple else {
      return (
        nil,
        records.map { coded.column.codes(of: Int($0)).first.map(groups.group) ?? missing }
      )
    }
    var starts: [UInt32] = [0]
    var numbers: [UInt32] = []
    starts.reserveCapacity(records.count + 1)
    numbers.reserveCapacity(records.count * 2)
    var seen = LastSeen(count: coded.column.hasRepeatedGroups ? groups.count : 0)
    var row: UInt32 = 0
    for record in records {
      let first = numbers.count
      for code in coded.column.codes(of: Int(record)) {
        let group = groups.group(of: code)
        if coded.column.hasRepeatedGroups, !seen.insert(group, row) { continue }
        numbers.append(group)
      }
      row += 1
      if numbers.count == first { numbers.append(missing) }
      starts.append(UInt32(numbers.count))
    }
    return (starts, numbers)
  }
}

/// In which row each number was seen last, so that its repeats in one row are found at once.
struct LastSeen {
  private var rows: [UInt32]

  init(count: Int) { rows = [UInt32](repeating: UInt32.max, count: count) }

  /// Whether the number was not seen in this row before.
  mutating func insert(_ number: UInt32, _ row: UInt32) -> Bool {
    if Int(number) == rows.count { rows.append(UInt32.max) }
    guard rows[Int(number)] != row else { return false }
    rows[Int(number)] = row
    return true
  }
}

/// Numbers the distinct values that it is shown, in the order of first sight.
struct DistinctValues {
  private(set) var values: [Value] = []
  private var numbers: [GroupKey: UInt32] = [:]

  mutating func number(_ value: Value) -> UInt32 {
    let key = GroupKey(value)
    if let known = numbers[key] { return known }
    let number = UInt32(values.count)
    numbers[key] = number
    values.append(value)
    return number
  }

  /// For each row the numbers of the members of its value; the number of values for missing.
  mutating func numbers(
    _ rows: [Value], _ context: ExecutionContext
  ) throws(RunError) -> (starts: [UInt32], codes: [UInt32]) {
    var starts: [UInt32] = [0]
    var codes: [UInt32] = []
    var seen = LastSeen(count: values.count)
    for (row, value) in rows.enumerated() {
      try context.check(at: row)
      let first = codes.count
      for member in value.members where !member.isMissing {
        let number = number(member)
        if seen.insert(number, UInt32(row)) { codes.append(number) }
      }
      if codes.count == first { codes.append(UInt32.max) }
      starts.append(UInt32(codes.count))
    }
    let missing = UInt32(values.count)
    for index in codes.indices where codes[index] == UInt32.max { codes[index] = missing }
    return (starts, codes)
  }
}
