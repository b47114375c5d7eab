/// Numbers rows by what stands in a column: rows have one number when their values are equal as
/// wholes (see `GroupKey`), lists with their members in order.
struct WholeNumbers {
  /// The number of each row.
  private(set) var numbers: [UInt32]
  /// All numbers are below.
  private(set) var count: Int
  /// The number of rows that hold nothing, nor an empty list; nil where there is no such row.
  private(set) var missing: UInt32?

  /// What a value that was seen takes beside its own memory. Unit: bytes.
  private static let entrySize = 64
  /// The same for a pair of numbers. Unit: bytes.
  private static let pairSize = 48

  /// - Parameter table: with its records listed (`Table.indexed`).
  init(_ scalar: Scalar, of table: Table, _ context: ExecutionContext) throws(RunError) {
    if case .column(let column) = scalar {
      if let known = try Self(column: column, of: table, context) {
        self = known
        return
      }
      try self.init(count: table.rowCount, context) { table.value(row: $0, column: column) }
    } else {
      let values = try ColumnEvaluator.values(scalar, of: table, context)
      try self.init(count: table.rowCount, context) { values[$0] }
    }
  }

  private init(_ numbers: [UInt32], count: Int, missing: Int) {
    (self.numbers, self.count, self.missing) = (numbers, count, UInt32(missing))
  }

  /// Columns whose texts or codes tell which values are equal; nil for another.
  private init?(column: Int, of table: Table, _ context: ExecutionContext) throws(RunError) {
    guard table.columns[column].failures.isEmpty else { return nil }
    if let texts = try TextNumbers(table, column: column, context) {
      self.init(texts.numbers, count: texts.count + 1, missing: texts.count)
      return
    }
    switch table.columns[column].data {
    case .field(let field):
      guard let rows = table.rows, rows.corpus.fields[field].kind.isCoded else { return nil }
      try context.charge(rows: table.rowCount, of: 4)
      let coded = rows.corpus.coded(field)
      if rows.corpus.fields[field].isMultiple {
        try self.init(lists: coded, rows.list, context)
      } else {
        let groups = coded.dictionary.groups
        self.init(
          rows.list.map {
            coded.column.codes(of: Int($0)).first.map(groups.group) ?? UInt32(groups.count)
          }, count: groups.count + 1, missing: groups.count)
      }
    case .coded(let dictionary, let codes):
      try context.charge(rows: table.rowCount, of: 4)
      let groups = dictionary.groups
      self.init(
        codes.map { $0 == Column.missingCode ? UInt32(groups.count) : groups.group(of: $0) },
        count: groups.count + 1, missing: groups.count)
    case .texts, .wholes, .values: return nil
    }
  }

  /// Lists are one when a walk along their members leads to one place.
  private init(
    lists coded: CodedField, _ records: [UInt32], _ context: ExecutionContext
  ) throws(RunError) {
    let groups = coded.dictionary.groups
    var places = PairNumbers(groups: Int.max, values: groups.count)
    var numbers: [UInt32] = []
    numbers.reserveCapacity(records.count)
    var charged = 0
    for (row, record) in records.enumerated() {
      try context.check(at: row)
      try Self.charge(places, &charged, at: row, context)
      var place: UInt32 = 0
      for code in coded.column.codes(of: Int(record)) {
        place = places.number(place, groups.group(of: code)) + 1
      }
      numbers.append(place)
    }
    self.init(numbers, count: places.pairs.count + 1, missing: 0)
  }

  private init(
    count rowCount: Int, _ context: ExecutionContext, _ value: (Int) -> Value
  ) throws(RunError) {
    var known: [GroupKey: UInt32] = [:]
    var missing: UInt32?
    try context.charge(rows: rowCount, of: 4)
    numbers = []
    for row in 0..<rowCount {
      try context.check(at: row)
      let value = value(row)
      let key = GroupKey(value)
      let number = known[key] ?? UInt32(known.count)
      numbers.append(number)
      guard number == known.count else { continue }
      try context.memory.charge(Self.entrySize + value.memorySize)
      known[key] = number
      if value.members.isEmpty { missing = number }
    }
    (count, self.missing) = (known.count, missing)
  }

  /// Numbers rows by what stands in all of some columns.
  init(
    all columns: [WholeNumbers], rowCount: Int, _ context: ExecutionContext
  ) throws(RunError) {
    try context.charge(rows: rowCount, of: 4)
    numbers = [UInt32](repeating: 0, count: rowCount)
    count = 1
    for column in columns {
      var pairs = PairNumbers(groups: count, values: column.count)
      var charged = 0
      for row in numbers.indices {
        try context.check(at: row)
        try Self.charge(pairs, &charged, at: row, context)
        numbers[row] = pairs.number(numbers[row], column.numbers[row])
      }
      count = pairs.pairs.count
    }
  }

  /// Charges what pairs take that came since `charged` of them; looks at each so many rows.
  private static func charge(
    _ pairs: borrowing PairNumbers, _ charged: inout Int, at row: Int, _ context: ExecutionContext
  ) throws(RunError) {
    guard row & 0xFFF == 0 else { return }
    try context.charge(rows: pairs.pairs.count - charged, of: pairSize)
    charged = pairs.pairs.count
  }
}
