import PubQLText

/// A term in a column of texts that have a word index in each segment.
struct TextTermIndex: Sendable {
  private let corpus: Corpus
  private let field: Int
  private let term: SearchTerm

  init(_ corpus: Corpus, field: Int, term: SearchTerm) {
    self.corpus = corpus
    self.field = field
    self.term = term
  }

  func hits(in zone: SearchZone) -> TermHits {
    guard let index = corpus.words(field, segment: zone.segment) else { return .none }
    if term.words.count == 1 {
      guard term.isPrefix else {
        return index.word(term.words[0]).map { TermHits(index, word: $0, zone) } ?? .none
      }
      return hits(index, words: Array(index.words(beginning: term.words[0])), zone)
    }
    if term.isPrefix { return looked(at: WordQuery(index, begun: term.words), zone) }
    return hits(index, phrase: term.words, zone)
  }

  private func hits(_ index: WordIndex, words: [Int], _ zone: SearchZone) -> TermHits {
    if words.count == 1 { return TermHits(index, word: words[0], zone) }
    var counts = [Int](repeating: 0, count: PostingBlock.window)
    for word in words {
      TermHits(index, word: word, zone).forEach { counts[$0] += Int($1) }
    }
    var hits = HitList()
    for (place, count) in counts.enumerated() where count > 0 { hits.append(place, count) }
    return .listed(hits)
  }

  private func hits(_ index: WordIndex, phrase: [[UInt8]], _ zone: SearchZone) -> TermHits {
    let words = phrase.compactMap { index.word($0) }
    guard words.count == phrase.count else { return .none }
    var hits = HitList()
    let search = PhraseSearch(index, words: words, in: zone.local, onlyWhether: false)
    search.forEach { record, count in
      hits.append(Int(record) - zone.local.lowerBound, count)
    }
    return .listed(hits)
  }

  /// What the texts that a query leaves hold.
  private func looked(at query: WordQuery, _ zone: SearchZone) -> TermHits {
    var hits = HitList()
    var folded: [UInt8] = []
    for record in query.records(in: zone.local) {
      let place = Int(record) - zone.local.lowerBound
      guard let text = corpus.text(field, zone.first + place) else { continue }
      folded.removeAll(keepingCapacity: true)
      Folding.fold(text, into: &folded)
      let count = folded.withUnsafeBufferPointer { term.count(folded: $0) }
      if count > 0 { hits.append(place, count) }
    }
    return .listed(hits)
  }
}

/// A term in a column of values that lie in a dictionary.
struct CodedTermIndex: Sendable {
  private let coded: CodedField
  /// Occurrences in each value.
  private let counts: [UInt32]
  /// The values that have any.
  private let codes: [Int]

  init(_ coded: CodedField, term: SearchTerm) {
    self.coded = coded
    let counts = (0..<coded.dictionary.count).map { code in
      coded.dictionary.withFolded(code) { UInt32(term.count(folded: $0)) }
    }
    self.counts = counts
    codes = counts.indices.filter { counts[$0] > 0 }
  }

  func hits(in zone: SearchZone) -> TermHits {
    let end = zone.first + zone.local.count
    var places = WindowSet(count: zone.local.count)
    for code in codes {
      let records = coded.column.records(of: code)
      let first = records.indices.partitioningIndex { Int(records[$0]) >= zone.first }
      places.insert(
        records[first...].lazy.map { Int($0) }.prefix { $0 < end }.map { $0 - zone.first })
    }
    var hits = HitList()
    places.forEach { place in
      let total = coded.column.codes(of: zone.first + place).reduce(0) {
        $0 + Int(counts[Int($1)])
      }
      hits.append(place, total)
    }
    return .listed(hits)
  }
}
