/// What word indexes say about a test of texts.
struct IndexedTexts {
  /// Records that meet it.
  private(set) var met: RecordSet
  /// Records whose texts have to be looked at.
  private(set) var open: RecordSet

  /// So many occurrences are looked at in the time that a text takes.
  private static let occurrencesPerText = 200

  /// Nil where there is no index, or where it is more work than to look at the texts.
  init?(
    _ kernel: ConditionKernel, _ field: Int, _ test: ValueTest, among candidates: RecordSet
  ) throws(RunError) {
    guard let questions = test.wordQuestions else { return nil }
    let corpus = kernel.corpus
    let queries = corpus.segments.indices.map { segment in
      corpus.words(field, segment: segment).map { index in
        questions.map { WordQuery(index, $0) }
      }
    }
    guard queries.contains(where: { $0 != nil }) else { return nil }
    let cost = queries.reduce(0) { $0 + ($1?.reduce(0) { $0 + $1.cost } ?? 0) }
    guard cost / Self.occurrencesPerText <= candidates.count else { return nil }
    met = RecordSet(universe: corpus.recordCount)
    open = met
    for (segment, queries) in queries.enumerated() {
      let (base, count) = (corpus.bases[segment], corpus.segments[segment].recordCount)
      guard let queries else {
        open.insert(base..<base + count)
        continue
      }
      let found = try Self.records(of: queries, test.quantifier, count, kernel.context)
      let isExact = queries.allSatisfy(\.isExact)
      for records in found {
        for record in records {
          if isExact { met.insert(base + Int(record)) } else { open.insert(base + Int(record)) }
        }
      }
    }
    met.formIntersection(candidates)
    open.formIntersection(candidates)
  }

  /// The records of a segment that meet one of the queries, or all of them.
  private static func records(
    of queries: [WordQuery], _ quantifier: ValueTest.Quantifier, _ count: Int,
    _ context: ExecutionContext
  ) throws(RunError) -> [[UInt32]] {
    let window = PostingBlock.window
    let found = Parallel.map((count + window - 1) / window) { number -> [[UInt32]]? in
      if context.cancellation.isSet { return nil }
      let range = number * window..<min(count, (number + 1) * window)
      if quantifier == .any { return queries.map { $0.records(in: range) } }
      var shared = queries.first?.records(in: range) ?? []
      for query in queries.dropFirst() where !shared.isEmpty {
        let other = Set(query.records(in: range))
        shared.removeAll { !other.contains($0) }
      }
      return [shared]
    }
    try context.check()
    return found.flatMap { $0 ?? [] }
  }
}
