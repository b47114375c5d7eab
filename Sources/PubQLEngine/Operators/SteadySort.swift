/// Sorting on all cores, in pieces between which somebody may ask to stop.
enum SteadySort {
  /// Even where each comparison folds long texts, a piece takes no more than some hundredths of a
  /// second.
  private static let pieceSize = 1 << 11

  /// The items in order.
  ///
  /// - Parameter isBefore: an order in which no two items are equal.
  /// - Throws: `.cancelled`.
  static func sorted<Item: Sendable>(
    _ items: [Item], _ context: ExecutionContext, by isBefore: @Sendable (Item, Item) -> Bool
  ) throws(RunError) -> [Item] {
    guard items.count > pieceSize else { return items.sorted(by: isBefore) }
    return try withoutActuallyEscaping(isBefore) { isBefore throws(RunError) in
      var runs = Parallel.map((items.count + pieceSize - 1) / pieceSize) { piece -> [Item] in
        if context.cancellation.isSet { return [] }
        let end = min(items.count, (piece + 1) * pieceSize)
        return items[piece * pieceSize..<end].sorted(by: isBefore)
      }
      try context.check()
      while runs.count > 1 {
        let pairs = runs
        runs = Parallel.map((pairs.count + 1) / 2) { pair in
          guard 2 * pair + 1 < pairs.count else { return pairs[2 * pair] }
          return merged(pairs[2 * pair], pairs[2 * pair + 1], context, by: isBefore)
        }
        try context.check()
      }
      return runs.first ?? []
    }
  }

  /// Two runs as one; a part of it once somebody asked to stop.
  private static func merged<Item>(
    _ a: [Item], _ b: [Item], _ context: ExecutionContext, by isBefore: (Item, Item) -> Bool
  ) -> [Item] {
    var result: [Item] = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if result.count & 0xFFF == 0, context.cancellation.isSet { return result }
      if isBefore(b[j], a[i]) {
        result.append(b[j])
        j += 1
      } else {
        result.append(a[i])
        i += 1
      }
    }
    result.append(contentsOf: a[i...])
    result.append(contentsOf: b[j...])
    return result
  }
}
