import PubQLText

extension ConditionKernel {
  private static let chunkWords = 256

  /// Asks the word index of each segment, and looks at the texts that it leaves open.
  func test(
    _ field: Int, _ test: ValueTest, among candidates: RecordSet
  ) throws(RunError) -> RecordSet {
    guard let indexed = try IndexedTexts(self, field, test, among: candidates) else {
      return try scan(field, test, among: candidates)
    }
    var result = indexed.met
    if !indexed.open.isEmpty {
      result.formUnion(try scan(field, test, among: indexed.open))
    }
    return result
  }

  /// Tests the texts of a field one by one, on all cores.
  private func scan(
    _ field: Int, _ test: ValueTest, among candidates: RecordSet
  ) throws(RunError) -> RecordSet {
    try inChunks(candidates) { chunk throws(RunError) in
      var folded: [UInt8] = []
      var result: [UInt32] = []
      let matchers = test.targets.map { $0.pattern.map { PatternMatcher($0) } }
      for record in chunk {
        guard let text = corpus.text(field, Int(record)) else { continue }
        folded.removeAll(keepingCapacity: true)
        Folding.fold(text, into: &folded)
        let holds = folded.withUnsafeBufferPointer { folded in
          if case .matches = test.relation, let matcher = matchers.first ?? nil,
            let pattern = test.targets[0].pattern
          {
            return matcher.matches(pattern.ignoresCase ? folded : text)
          }
          let meets = { TextTest.holds(text, folded: folded, test.relation, $0) }
          return test.quantifier == .any
            ? test.targets.contains(where: meets) : test.targets.allSatisfy(meets)
        }
        if holds { result.append(record) }
      }
      return result
    }
  }

  /// The records that `test` finds in chunks of the candidates, worked on by all cores.
  func inChunks(
    _ candidates: RecordSet, _ test: @Sendable ([UInt32]) throws(RunError) -> [UInt32]
  ) throws(RunError) -> RecordSet {
    let records = candidates.records
    let size = 64 * Self.chunkWords
    let found = withoutActuallyEscaping(test) { test in
      Parallel.map((records.count + size - 1) / size) {
        index -> Swift.Result<[UInt32], RunError> in
        if context.cancellation.isSet { return .failure(RunError(.cancelled)) }
        let chunk = Array(records[index * size..<min(records.count, (index + 1) * size)])
        do throws(RunError) { return .success(try test(chunk)) } catch { return .failure(error) }
      }
    }
    var result = RecordSet(universe: candidates.universe)
    for chunk in found {
      for record in try chunk.get() { result.insert(Int(record)) }
    }
    return result
  }
}
