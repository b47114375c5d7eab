extension ConditionKernel {
  /// As many texts are looked at before it is seen whether there are enough records.
  private static let firstPart = 1 << 14

  /// The first records among `candidates` that meet `condition`, as many as `limit` or more.
  ///
  /// Where texts are read, a part of the candidates after another is looked at, each much larger than
  /// the one before, until there are enough: few parts, for each may ask a word index.
  func records(
    where condition: Scalar, among candidates: RecordSet, limit: Int?
  ) throws(RunError) -> RecordSet {
    guard let limit, readsTexts(condition), candidates.count > 2 * Self.firstPart else {
      return try records(where: condition, among: candidates)
    }
    var result = RecordSet(universe: candidates.universe)
    var rest = Block(candidates.records)
    var size = Self.firstPart
    while rest.count > 0 {
      let part = rest.slice(0..<min(size, rest.count))
      rest = rest.slice(part.count..<rest.count)
      size *= 8
      result.formUnion(
        try records(
          where: condition,
          among: RecordSet(universe: candidates.universe, ascending: part)))
      if result.count >= limit { break }
    }
    return result
  }
}
