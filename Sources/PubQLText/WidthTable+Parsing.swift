/// The terminal cells of every scalar. Made from `source` at the first use.
struct WidthTable: Sendable {
  static let shared = WidthTable()

  private let table: ScalarTable

  @inline(__always)
  subscript(scalar: Unicode.Scalar) -> Int { Int(table[scalar.value]) }

  private init() {
    var reader = RecordReader(Self.source)
    var runs: [(value: UInt8, count: UInt32)] = []
    runs.reserveCapacity(2000)
    while let width = reader.number(radix: 10), reader.skip(UInt8(ascii: ":")),
      let count = reader.number(radix: 16)
    {
      runs.append((UInt8(min(width, 2)), count))
    }
    table = ScalarTable(runs: runs)
  }
}
