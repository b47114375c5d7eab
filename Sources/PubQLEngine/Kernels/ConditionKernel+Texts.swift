import PubQLText

extension ConditionKernel {
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
    if let pattern = test.targets.first?.pattern {
      return try scan(field, for: pattern, among: candidates)
    }
    return try inChunks(candidates) { chunk throws(RunError) in
      var folded: [UInt8] = []
      var result: [UInt32] = []
      for (row, record) in chunk.enumerated() {
        try context.check(at: row)
        guard let text = corpus.text(field, Int(record)) else { continue }
        folded.removeAll(keepingCapacity: true)
        Folding.fold(text, into: &folded)
        let holds = folded.withUnsafeBufferPointer { folded in
          let meets = { TextTest.holds(text, folded: folded, test.relation, $0) }
          return test.quantifier == .any
            ? test.targets.contains(where: meets) : test.targets.allSatisfy(meets)
        }
        if holds { result.append(record) }
      }
      return result
    }
  }

  /// Looks for a pattern in the texts of a field; each chunk keeps the automaton that it has built.
  private func scan(
    _ field: Int, for pattern: Pattern, among candidates: RecordSet
  ) throws(RunError) -> RecordSet {
    try inChunks(candidates) { chunk throws(RunError) in
      let matcher = PatternMatcher(pattern)
      return chunk.filter { record in
        corpus.text(field, Int(record)).map { matcher.isFound(in: $0) } ?? false
      }
    }
  }

  /// The records that `test` finds in chunks of the candidates, worked on by all cores.
  func inChunks(
    _ candidates: RecordSet, _ test: @Sendable ([UInt32]) throws(RunError) -> [UInt32]
  ) throws(RunError) -> RecordSet {
    let chunks = candidates.chunks
    let found = withoutActuallyEscaping(test) { test in
      Parallel.map(chunks.count) { index -> Swift.Result<[UInt32], RunError> in
        if context.cancellation.isSet { return .failure(RunError(.cancelled)) }
        let chunk = candidates.records(in: chunks[index])
        do throws(RunError) { return .success(try test(chunk)) } catch { return .failure(error) }
      }
    }
    var result = RecordSet(universe: candidates.universe)
    for chunk in found { for record in try chunk.get() { result.insert(Int(record)) } }
    return result
  }
}
