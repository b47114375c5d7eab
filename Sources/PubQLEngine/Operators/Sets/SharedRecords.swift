/// Where the records of one corpus stand in another: corpora that were put together from the same
/// segments share their records.
struct SharedRecords {
  private let corpus: Corpus
  /// For each segment the number of its first record in the other corpus; nil where that lacks it.
  private let bases: [Int?]

  init(of corpus: Corpus, in other: Corpus) {
    self.corpus = corpus
    bases = corpus.segments.map { segment in
      other.segments.firstIndex { $0 === segment }.map { other.bases[$0] }
    }
  }

  /// Whether all of them stand in the other.
  var isComplete: Bool { !bases.contains { $0 == nil } }

  /// The number of a record in the other corpus; nil when it is not there.
  func number(of record: Int) -> Int? {
    let (segment, local) = corpus.locate(record)
    return bases.indices.contains(segment) ? bases[segment].map { $0 + local } : nil
  }
}

extension Corpus {
  /// A corpus that holds the records of two: one of them or `known` where that will do.
  static func holding(_ first: Corpus, _ second: Corpus, known: Corpus) -> Corpus {
    if SharedRecords(of: second, in: first).isComplete { return first }
    if SharedRecords(of: first, in: second).isComplete { return second }
    if SharedRecords(of: first, in: known).isComplete,
      SharedRecords(of: second, in: known).isComplete
    {
      return known
    }
    let added = second.segments.filter { segment in
      !first.segments.contains { $0 === segment }
    }
    return Corpus(segments: first.segments + added)
  }
}
