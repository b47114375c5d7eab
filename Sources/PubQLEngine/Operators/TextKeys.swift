import PubQLText

/// The texts of a field as keys of an order: the first letters of each, and only where these do not
/// tell two texts apart the whole of them.
struct TextKeys: Sendable {
  /// The first 16 bytes of the folded text, in the order of its bytes, then zeros.
  private struct Beginning: Equatable {
    var first: UInt64
    var second: UInt64

    /// Folded texts are UTF-8, which has no byte of ones only.
    static let missing = Beginning(first: .max, second: .max)
  }

  private let texts: ColumnTexts
  private let beginnings: [Beginning]

  /// - Parameter table: with its records listed (`Table.indexed`).
  init(_ table: Table, column: Int, _ context: ExecutionContext) throws(RunError) {
    let texts = ColumnTexts(table, column: column)
    beginnings = try Parallel.rows(table.rowCount, context) { rows in
      var buffer: [UInt8] = []
      return rows.map { row in
        var beginning = Beginning.missing
        texts.forEach(row: row, &buffer) {
          beginning = Beginning(first: Self.word($0, at: 0), second: Self.word($0, at: 8))
        }
        return beginning
      }
    }
    self.texts = texts
  }

  private static func word(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt64 {
    var word: UInt64 = 0
    for offset in start..<start + 8 {
      word = word << 8 | (offset < text.count ? UInt64(text[offset]) : 0)
    }
    return word
  }

  func isMissing(_ row: Int) -> Bool { beginnings[row] == .missing }

  /// Below, at or above zero as one text comes before, with or after another; none is missing.
  func compare(_ left: Int, _ right: Int) -> Int {
    let (a, b) = (beginnings[left], beginnings[right])
    if a.first != b.first { return a.first < b.first ? -1 : 1 }
    if a.second != b.second { return a.second < b.second ? -1 : 1 }
    var order = 0
    withText(left) { left in
      withText(right) { right in order = ByteOrder.compare(left, right) }
    }
    return order
  }

  private func withText(_ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var buffer: [UInt8] = []
    texts.forEach(row: row, &buffer, body)
  }
}
