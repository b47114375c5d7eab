/// Brings rows with equal keys together and works out aggregates over them: `group`, `count by`,
/// `distinct`.
///
/// Shape: a column a key and a column an aggregate. A row with several values in a key stands
/// once under each, a row without one under missing. Without keys there is one row for all.
package struct GroupOperator: Operator {
  package let keys: [DerivedColumn]
  package let aggregates: [Aggregate]
  package let order: Order

  /// In which order groups come.
  package enum Order: Sendable {
    /// As their first rows do
    case appearance
    /// By their keys, missing last
    case keys
    /// By the last aggregate, most first; then by their keys
    case frequency
  }

  package init(keys: [DerivedColumn], aggregates: [Aggregate], order: Order) {
    self.keys = keys
    self.aggregates = aggregates
    self.order = order
  }

  package func run(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    var result = try grouped(input, context)
    if aggregates.last?.isPlainCount == true { result.countedRows = input.rowCount }
    return try sorted(result, context)
  }

  private func grouped(_ input: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    if let counted = countFromPostings(input) { return counted }
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
    return result
  }

  private func sorted(_ table: Table, _ context: ExecutionContext) throws(RunError) -> Table {
    let byKeys = keys.indices.map { SortKey(scalar: .column($0), isDescending: false) }
    let byLast = SortKey(scalar: .column(table.columns.count - 1), isDescending: true)
    switch order {
    case .appearance: return table
    case .keys where keys.isEmpty: return table
    case .keys: return try SortOperator(keys: byKeys).run(table, context)
    case .frequency: return try SortOperator(keys: [byLast] + byKeys).run(table, context)
    }
  }

  /// Counting all records by one field needs no look at the records: the count of each value is
  /// known.
  private func countFromPostings(_ input: Table) -> Table? {
    guard keys.count == 1, aggregates.count == 1, aggregates[0].isPlainCount,
      case .column(let column) = keys[0].scalar,
      case .field(let field) = input.columns[column].data,
      let rows = input.rows, case .set = rows.selection,
      input.rowCount == rows.corpus.recordCount,
      rows.corpus.fields[field].kind.isCoded
    else { return nil }
    let coded = rows.corpus.coded(field)
    guard !coded.column.hasRepeatedGroups else { return nil }
    let groups = coded.dictionary.groups
    var counts = [Int](repeating: 0, count: groups.count)
    for code in 0..<coded.dictionary.count {
      counts[Int(groups.group(of: UInt32(code)))] += coded.column.count(of: code)
    }
    var codes = (0..<UInt32(groups.count)).map(groups.representative)
    let missing = coded.column.missingCount
    if missing > 0 {
      codes.append(Column.missingCode)
      counts.append(missing)
    }
    return Table(
      columns: [
        Column(
          name: keys[0].name, type: keys[0].type.element, data: .coded(coded.dictionary, codes)),
        Column(name: aggregates[0].name, type: .number, data: .wholes(counts)),
      ],
      rowCount: codes.count)
  }
}

extension CodeColumn {
  /// How many records have no value.
  var missingCount: Int {
    var count = 0
    for record in 0..<recordCount where starts[record] == starts[record + 1] { count &+= 1 }
    return count
  }
}

/// Which groups each row of a table belongs to.
struct RowGroups {
  /// The key numbers of each group, in the order in which the groups were met.
  private(set) var keys: [[UInt32]] = []
  /// Each membership of a row in a group, by row.
  private(set) var rows: [UInt32] = []
  private(set) var groups: [UInt32] = []

  /// Up to so many combinations of keys are numbered in a plain table.
  private static let denseLimit = 1 << 22

  init(
    _ columns: [GroupKeyColumn], rowCount: Int, _ context: ExecutionContext
  ) throws(RunError) {
    if columns.isEmpty {
      keys = [[]]
      rows = (0..<UInt32(rowCount)).map { $0 }
      groups = [UInt32](repeating: 0, count: rowCount)
      return
    }
    var numbers = CombinationNumbers(columns, denseLimit: Self.denseLimit)
    rows.reserveCapacity(rowCount)
    groups.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      if row & 0xFFFF == 0 {
        try context.check()
        try context.checkRows(rows.count)
      }
      addGroups(of: row, columns, &numbers)
    }
    keys = numbers.keys
  }

  /// All combinations of the row's numbers.
  @inline(__always)
  private mutating func addGroups(
    of row: Int, _ columns: [GroupKeyColumn], _ numbers: inout CombinationNumbers
  ) {
    if columns.count == 1 {
      for number in columns[0].numbers(row) {
        rows.append(UInt32(row))
        groups.append(numbers.group(single: number))
      }
      return
    }
    var combinations: [[UInt32]] = [[]]
    for column in columns {
      let values = column.numbers(row)
      combinations = combinations.flatMap { start in values.map { start + [$0] } }
    }
    for combination in combinations {
      rows.append(UInt32(row))
      groups.append(numbers.group(of: combination))
    }
  }
}

/// Numbers the combinations of key numbers that occur.
private struct CombinationNumbers {
  private(set) var keys: [[UInt32]] = []
  private var dense: [UInt32] = []
  private var sparse: [[UInt32]: UInt32] = [:]
  private let sizes: [Int]

  init(_ columns: [GroupKeyColumn], denseLimit: Int) {
    sizes = columns.map { $0.valueCount + 1 }
    var product = 1
    for size in sizes {
      let (next, overflow) = product.multipliedReportingOverflow(by: size)
      product = overflow ? Int.max : next
    }
    if product <= denseLimit { dense = [UInt32](repeating: UInt32.max, count: product) }
  }

  @inline(__always)
  mutating func group(single number: UInt32) -> UInt32 {
    if dense.isEmpty { return group(of: [number]) }
    if dense[Int(number)] == UInt32.max {
      dense[Int(number)] = UInt32(keys.count)
      keys.append([number])
    }
    return dense[Int(number)]
  }

  mutating func group(of combination: [UInt32]) -> UInt32 {
    if dense.isEmpty {
      if let known = sparse[combination] { return known }
      sparse[combination] = UInt32(keys.count)
      keys.append(combination)
      return UInt32(keys.count - 1)
    }
    var place = 0
    for (size, number) in zip(sizes, combination) { place = place * size + Int(number) }
    if dense[place] == UInt32.max {
      dense[place] = UInt32(keys.count)
      keys.append(combination)
    }
    return dense[place]
  }
}
