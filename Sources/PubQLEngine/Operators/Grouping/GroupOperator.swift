/// Brings rows with equal keys together and works out aggregates over them: `group`, `count by`,
/// `distinct`.
///
/// Shape: a column a key and a column an aggregate. A row with several values in a key stands
/// once under each, a row without one under missing. Without keys there is one row for all.
package struct GroupOperator: Operator {
  package let keys: [DerivedColumn]
  package let aggregates: [Aggregate]
  package let order: Order
  /// Only so many groups are looked at afterwards, those of most rows: others may be left out.
  package var limit: Int?

  /// In which order groups come.
  package enum Order: Sendable {
    /// As their first rows do
    case appearance
    /// By their keys, missing last
    case keys
    /// By the last aggregate, most first; then by their keys
    case frequency
    /// By their keys where these turn out to be numbers and dates, else by frequency: for keys of
    /// no known kind
    case found
  }

  package init(keys: [DerivedColumn], aggregates: [Aggregate], order: Order) {
    self.keys = keys
    self.aggregates = aggregates
    self.order = order
  }

  package var conditions: [Scalar] { aggregates.compactMap(\.condition) }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    var result = try grouped(input, context)
    if aggregates.last?.isPlainCount == true { result.countedRows = input.rowCount }
    result.hasAllGroups = true
    for (index, aggregate) in aggregates.enumerated() {
      result.columns[keys.count + index].isCount = aggregate.function == .count
    }
    return try sorted(result, context)
  }

  private func grouped(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    if let counted = countFromPostings(input) { return counted }
    if aggregates.allSatisfy(\.isPlainCount),
      let counts = try GroupCounts(keys, of: input, context)
    {
      return counts.table(keys, counted: aggregates.map(\.name), limit: limit, of: input)
    }
    let table = input.indexed
    var columns: [GroupKeyColumn] = []
    for key in keys { columns.append(try GroupKeyColumn(key, of: table, context)) }
    let groups = try RowGroups(columns, rowCount: table.rowCount, context)
    var result = Table(
      columns: columns.enumerated().map { index, column in
        column.column(groups.keys.map { $0[index] })
      },
      rowCount: groups.keys.count)
    for aggregate in aggregates {
      try context.check()
      let rows = AggregatedRows(input: input, table: table, groups: groups, context: context)
      result.columns.append(try aggregate.column(rows))
    }
    return aggregates.allSatisfy(\.isPlainCount) ? keepingMost(result) : result
  }

  /// The groups that may be looked at afterwards.
  private func keepingMost(_ table: Table) -> Table {
    guard let limit, limit < table.rowCount,
      case .wholes(let counts)? = table.columns.last?.data
    else { return table }
    let least = GroupCounts.least(of: counts, keeping: limit)
    return table.taking(counts.indices.filter { counts[$0] >= least })
  }

  private func sorted(_ table: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let byKeys = keys.indices.map { SortKey(scalar: .column($0), isDescending: false) }
    let byLast = SortKey(scalar: .column(table.columns.count - 1), isDescending: true)
    switch order {
    case .appearance: return table
    case .keys where keys.isEmpty: return table
    case .found where hasOrderedKeys(table), .keys:
      return try SortOperator(keys: byKeys).run(table, context)
    case .frequency, .found: return try SortOperator(keys: [byLast] + byKeys).run(table, context)
    }
  }

  /// Whether all keys that were found are numbers or dates.
  private func hasOrderedKeys(_ table: Table) -> Bool {
    keys.indices.allSatisfy { key in
      (0..<table.rowCount).allSatisfy { table.value(row: $0, column: key).hasOrder }
    }
  }

  /// Counting all records by one field needs no look at the records: the count of each value is
  /// known.
  func indexedCounts(of input: Table) -> CodedField? {
    guard keys.count == 1, aggregates.count == 1, aggregates[0].isPlainCount,
      case .column(let column) = keys[0].scalar,
      case .field(let field) = input.columns[column].data,
      let rows = input.rows, case .set = rows.selection,
      input.rowCount == rows.corpus.recordCount,
      rows.corpus.fields[field].kind.isCoded
    else { return nil }
    let coded = rows.corpus.coded(field)
    return coded.column.hasRepeatedGroups ? nil : coded
  }

  private func countFromPostings(_ input: Table) -> Table? {
    guard let coded = indexedCounts(of: input), case .column(let column) = keys[0].scalar else {
      return nil
    }
    let groups = coded.dictionary.groups
    var counts = [Int](repeating: 0, count: groups.count)
    for code in 0..<coded.dictionary.count {
      counts[Int(groups.group(of: UInt32(code)))] += coded.column.count(of: code)
    }
    var codes = (0..<UInt32(groups.count)).map(groups.representative)
    let missing = coded.missingCount
    if missing > 0 {
      codes.append(Column.missingCode)
      counts.append(missing)
    }
    if let limit, limit < counts.count {
      let least = GroupCounts.least(of: counts, keeping: limit)
      codes = zip(codes, counts).filter { $1 >= least }.map { $0.0 }
      counts.removeAll { $0 < least }
    }
    return Table(
      columns: [
        Column(
          name: keys[0].name, type: keys[0].type.element, field: input.columns[column].field,
          data: .coded(coded.dictionary, codes)),
        Column(name: aggregates[0].name, type: .number, data: .wholes(counts)),
      ],
      rowCount: codes.count)
  }
}

extension Value {
  /// Whether it is no name: a number, a date, or missing.
  fileprivate var hasOrder: Bool {
    switch self {
    case .whole, .decimal, .date, .missing: true
    default: false
    }
  }
}

/// Which groups each row of a table belongs to.
struct RowGroups {
  /// The key numbers of each group, in the order in which the groups were met.
  private(set) var keys: [[UInt32]] = [[]]
  /// Each membership of a row in a group, by row.
  private(set) var rows: [UInt32] = []
  private(set) var groups: [UInt32] = []

  init(
    _ columns: [GroupKeyColumn], rowCount: Int, _ context: ExecutionContext
  ) throws(RunError) {
    rows = [UInt32](0..<UInt32(rowCount))
    groups = [UInt32](repeating: 0, count: rowCount)
    for column in columns {
      try context.check()
      try refine(by: column, context)
    }
    if !columns.isEmpty && rowCount == 0 { keys = [] }
  }

  /// Parts each group by the numbers of one more key.
  private mutating func refine(
    by column: GroupKeyColumn, _ context: ExecutionContext
  ) throws(RunError) {
    var numbers = PairNumbers(groups: keys.count, values: column.valueCount + 1)
    var newRows: [UInt32] = []
    var newGroups: [UInt32] = []
    newRows.reserveCapacity(rows.count)
    newGroups.reserveCapacity(rows.count)
    var charged = 0
    for (place, row) in rows.enumerated() {
      try context.check(at: place)
      // A group takes about as much memory as eight rows.
      try context.checkRows(newRows.count &+ 8 &* numbers.pairs.count)
      if place & 0xFFF == 0 {
        try context.charge(rows: newRows.count - charged, of: 16)
        charged = newRows.count
      }
      let group = groups[place]
      for number in column.numbers(Int(row)) {
        newRows.append(row)
        newGroups.append(numbers.number(group, number))
      }
    }
    var newKeys: [[UInt32]] = []
    newKeys.reserveCapacity(numbers.pairs.count)
    for (place, pair) in numbers.pairs.enumerated() {
      try context.check(at: place)
      newKeys.append(keys[Int(pair.group)] + [pair.value])
    }
    keys = newKeys
    rows = newRows
    groups = newGroups
  }
}

/// Numbers the pairs of a group and a key number that occur, from 0 in the order of first sight.
struct PairNumbers {
  private(set) var pairs: [(group: UInt32, value: UInt32)] = []
  private var dense: [UInt32] = []
  private var sparse: [Int: UInt32] = [:]
  private let values: Int

  /// Up to so many pairs are numbered in a plain table.
  private static let denseLimit = 1 << 22

  init(groups: Int, values: Int) {
    self.values = values
    let (product, overflow) = groups.multipliedReportingOverflow(by: values)
    if !overflow && product <= Self.denseLimit {
      dense = [UInt32](repeating: UInt32.max, count: product)
    }
  }

  @inline(__always)
  mutating func number(_ group: UInt32, _ value: UInt32) -> UInt32 {
    let place = Int(group) &* values &+ Int(value)
    if !dense.isEmpty {
      if dense[place] == UInt32.max {
        dense[place] = UInt32(pairs.count)
        pairs.append((group, value))
      }
      return dense[place]
    }
    if let known = sparse[place] { return known }
    sparse[place] = UInt32(pairs.count)
    pairs.append((group, value))
    return UInt32(pairs.count - 1)
  }

  /// The number of a pair that occurred; nil for another.
  func known(_ group: UInt32, _ value: UInt32) -> UInt32? {
    let place = Int(group) &* values &+ Int(value)
    if dense.isEmpty { return sparse[place] }
    return dense[place] == UInt32.max ? nil : dense[place]
  }
}
