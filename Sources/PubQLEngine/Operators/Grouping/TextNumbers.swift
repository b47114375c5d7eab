/// Numbers the distinct texts of a column, from 0 in the order of first sight; texts are the same
/// when they are so folded. None of them is copied.
struct TextNumbers {
  /// The number of each row's text; `count` where it has none.
  private(set) var numbers: [UInt32] = []
  /// The first row of each number.
  private var firstRows: [UInt32] = []
  private let texts: RecordTexts

  var count: Int { firstRows.count }

  /// The first text of some numbers.
  func texts(of numbers: [UInt32]) -> RecordTexts {
    texts.taking(
      numbers.map { Int($0) < firstRows.count ? Int(firstRows[Int($0)]) : Table.noRow })
  }

  /// What is taken for each row while they are numbered. Unit: bytes.
  private static let rowSize = 56
  private static let none = UInt32.max

  /// Nil for columns of anything else than single texts.
  ///
  /// - Parameter table: with its records listed (`Table.indexed`).
  init?(_ table: Table, column: Int, _ context: ExecutionContext) throws(RunError) {
    guard let recordTexts = table.recordTexts(column), table.columns[column].failures.isEmpty else {
      return nil
    }
    self.texts = recordTexts
    try context.charge(rows: table.rowCount, of: Self.rowSize)
    let texts = ColumnTexts(table, column: column)
    let hashes = try Self.hashes(of: texts, count: table.rowCount, context)
    try number(hashes, texts, context)
  }

  /// A number for each row that is the same for equal texts, and hardly ever for others; nil where
  /// there is no text.
  private static func hashes(
    of texts: ColumnTexts, count: Int, _ context: ExecutionContext
  ) throws(RunError) -> [UInt64?] {
    try Parallel.rows(count, context) { rows in
      var buffer: [UInt8] = []
      return rows.map { row in
        var hash: UInt64?
        texts.forEach(row: row, &buffer) { hash = ByteHash.hash($0) }
        return hash
      }
    }
  }

  /// Open addressing: a place holds the number of a text plus one, or 0.
  private mutating func number(
    _ hashes: [UInt64?], _ texts: ColumnTexts, _ context: ExecutionContext
  ) throws(RunError) {
    let mask = (1 << (Int.bitWidth - max(hashes.count * 2 - 1, 1).leadingZeroBitCount)) - 1
    var places = [UInt32](repeating: 0, count: mask + 1)
    numbers.reserveCapacity(hashes.count)
    for row in hashes.indices {
      try context.check(at: row)
      guard let hash = hashes[row] else {
        numbers.append(Self.none)
        continue
      }
      var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
      while places[place] != 0 {
        let first = Int(firstRows[Int(places[place]) - 1])
        if hashes[first] == hash, texts.areEqual(first, row) { break }
        place = (place + 1) & mask
      }
      if places[place] == 0 {
        firstRows.append(UInt32(row))
        places[place] = UInt32(firstRows.count)
      }
      numbers.append(places[place] - 1)
    }
    let missing = UInt32(count)
    for row in numbers.indices where numbers[row] == Self.none { numbers[row] = missing }
  }
}

extension ColumnTexts {
  /// Whether the texts of two rows are the same when folded.
  fileprivate func areEqual(_ first: Int, _ second: Int) -> Bool {
    var (a, b): ([UInt8], [UInt8]) = ([], [])
    var buffer: [UInt8] = []
    forEach(row: first, &buffer) { a = Array($0) }
    forEach(row: second, &buffer) { b = Array($0) }
    return a == b
  }
}
