import PubQLDiagnostics

/// Counts records under combinations of keys, in a plain table with a cell for each, on all cores
/// and without a list of who belongs where.
struct GroupCounts {
  private let keys: [CountKey]
  /// How far the cells of a key's next number are apart.
  private let strides: [Int]
  private let counts: CellCounts

  /// Larger tables are no plain ones.
  private static let cellLimit = 1 << 22

  /// Nil where the keys are of another kind, or too many for a plain table.
  init?(
    _ keys: [DerivedColumn], of input: Table, _ context: ExecutionContext
  ) throws(RunError) {
    guard let rows = input.rows, input.rowCount > 0,
      let countKeys = try Self.keys(keys, of: input, context)
    else { return nil }
    guard let strides = Self.strides(of: countKeys, rowCount: input.rowCount) else { return nil }
    self.keys = countKeys
    self.strides = strides.each
    let kernel = CountKernel(countKeys, strides: strides.each, cells: strides.cells, context)
    counts = try kernel.counts(of: rows.selection)
    // A group takes about as much memory as eight rows.
    try context.checkRows(counts.total &+ 8 &* counts.order.count)
  }

  /// The keys as codes; nil where one has none.
  static func keys(
    _ keys: [DerivedColumn], of input: Table, _ context: ExecutionContext
  ) throws(RunError) -> [CountKey]? {
    guard !keys.isEmpty else { return nil }
    var result: [CountKey] = []
    for key in keys {
      guard let key = try CountKey(key.scalar, of: input, context) else { return nil }
      result.append(key)
    }
    return result
  }

  /// The last key's cells lie side by side; nil where there are too many.
  private static func strides(
    of keys: [CountKey], rowCount: Int
  ) -> (each: [Int], cells: Int)? {
    let several = keys.filter { $0.coded.column.isMultiple }.count
    // Of two fields of many values each record has their combinations.
    guard several <= 1, keys.count == 1 || keys.allSatisfy({ $0.pairsAt == nil }) else {
      return nil
    }
    var cells = 1
    var strides: [Int] = []
    for key in keys.reversed() {
      strides.insert(cells, at: 0)
      guard key.valueCount < cellLimit else { return nil }
      cells *= key.valueCount + 1
      guard cells <= min(cellLimit, max(4096, 8 * rowCount)) else { return nil }
    }
    return (strides, cells)
  }

  /// The keys' columns and that of the counts.
  ///
  /// - Parameter limit: only so many groups of most rows are wanted, with all that equal the last
  ///   of them.
  func table(
    _ names: [DerivedColumn], counted: [String], limit: Int?, of input: Table
  ) -> Table {
    var cells = Array(counts.order)
    if let limit, limit < cells.count {
      let least = Self.least(of: cells.map { counts.count(Int($0)) }, keeping: limit)
      cells.removeAll { counts.count(Int($0)) < least }
    }
    var columns: [Column] = []
    for (index, key) in keys.enumerated() {
      let numbers = cells.map {
        UInt32(truncatingIfNeeded: Int($0) / strides[index] % (key.valueCount + 1))
      }
      let field: Column? =
        if case .column(let column) = names[index].scalar { input.columns[column] } else { nil }
      columns.append(
        Column(
          name: names[index].name, type: names[index].type.element, field: field?.field,
          data: key.data(numbers)))
    }
    let numbers = cells.map { counts.count(Int($0)) }
    columns += counted.map { Column(name: $0, type: .number, data: .wholes(numbers)) }
    return Table(columns: columns, rowCount: cells.count)
  }

  /// The least of the greatest numbers, so many of them.
  static func least(of numbers: [Int], keeping limit: Int) -> Int {
    guard limit > 0 else { return Int.max }
    var best: [Int] = []
    var least = Int.min
    for number in numbers where number > least || best.count < limit {
      best.append(number)
      if best.count >= 2 * limit {
        best.sort(by: >)
        best.removeLast(best.count - limit)
        least = best[limit - 1]
      }
    }
    best.sort(by: >)
    return best.count >= limit ? best[limit - 1] : Int.min
  }
}
