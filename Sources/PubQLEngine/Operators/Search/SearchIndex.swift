import PubQLText

/// The columns of a search as indexes know them.
struct SearchIndex: Sendable {
  let corpus: Corpus
  let columns: [Column]
  /// By column, then by term.
  private let required: [[Term]]
  private let excluded: [[Term]]

  enum Column: Sendable {
    case text(field: Int)
    /// A field, and the words of each of its values
    case coded(CodedField, words: [UInt32])
  }

  private enum Term: Sendable {
    case text(TextTermIndex)
    case coded(CodedTermIndex)

    func hits(in zone: SearchZone) -> TermHits {
      switch self {
      case .text(let index): index.hits(in: zone)
      case .coded(let index): index.hits(in: zone)
      }
    }
  }

  /// Nil where some text has no word index.
  init?(_ search: SearchText, _ table: Table, columns: [Int]) {
    guard let rows = table.rows else { return nil }
    let corpus = rows.corpus
    var kept: [Column] = []
    for column in columns {
      guard case .field(let field) = table.columns[column].data else { return nil }
      if corpus.fields[field].kind.isCoded {
        kept.append(Self.coded(corpus.coded(field)))
      } else if corpus.hasWordIndex(field) {
        kept.append(.text(field: field))
      } else {
        return nil
      }
    }
    func indexes(_ terms: [SearchTerm]) -> [[Term]] {
      kept.map { column in
        terms.map { term in
          switch column {
          case .text(let field): .text(TextTermIndex(corpus, field: field, term: term))
          case .coded(let coded, _): .coded(CodedTermIndex(coded, term: term))
          }
        }
      }
    }
    self.corpus = corpus
    self.columns = kept
    required = indexes(search.required)
    excluded = indexes(search.excluded)
  }

  private static func coded(_ coded: CodedField) -> Column {
    .coded(
      coded,
      words: (0..<coded.dictionary.count).map { code in
        coded.dictionary.withFolded(code) { UInt32(Words.count(folded: $0)) }
      })
  }

  var termCount: Int { required.first?.count ?? 0 }

  /// The hits of a required term in each column.
  func hits(of term: Int, in zone: SearchZone) -> [TermHits] {
    required.map { $0[term].hits(in: zone) }
  }

  /// How many hits a zone has at most: those of each term in each column.
  var mapCount: Int { columns.count * (termCount + excluded.count) }

  /// The hits of all excluded terms.
  func excludedHits(in zone: SearchZone) -> [TermHits] {
    excluded.flatMap { terms in terms.map { $0.hits(in: zone) } }
  }

  /// Calls `body` with each word of the columns, some of them several times.
  func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    for column in columns {
      switch column {
      case .text(let field):
        for segment in corpus.segments.indices {
          corpus.words(field, segment: segment)?.forEachWord(body)
        }
      case .coded(let coded, _):
        for code in 0..<coded.dictionary.count {
          coded.dictionary.withFolded(code) { text in
            var scanner = WordScanner(text)
            while let word = scanner.next() { body(UnsafeBufferPointer(rebasing: text[word])) }
          }
        }
      }
    }
  }

  /// How many words a column has at least in those records of a zone that have any.
  func leastLength(of column: Int, in zone: SearchZone) -> UInt32 {
    switch columns[column] {
    case .text(let field):
      corpus.words(field, segment: zone.segment)?.leastLength(in: zone.local) ?? 0
    case .coded: 1
    }
  }

  /// How many words a column has in the records of a zone; nil where it has none.
  func lengths(of column: Int, in zone: SearchZone) -> SearchLengths? {
    switch columns[column] {
    case .text(let field):
      corpus.words(field, segment: zone.segment)?.lengths(of: zone.local).map { .known($0) }
    case .coded(let coded, let words): .added(coded, words: words, first: zone.first)
    }
  }

  /// Words in a column of all records, and how many have any, where that is known.
  func totals(of column: Int) -> (words: Int, texts: Int)? {
    guard case .text(let field) = columns[column] else { return nil }
    var sum = (words: 0, texts: 0)
    for segment in corpus.segments.indices {
      guard let totals = corpus.words(field, segment: segment)?.totals else { continue }
      sum = (sum.words + totals.words, sum.texts + totals.texts)
    }
    return sum
  }
}

extension Corpus {
  /// Whether each segment that has a field of texts has its words.
  func hasWordIndex(_ field: Int) -> Bool {
    segments.indices.allSatisfy {
      fields[field].slots[$0] == nil || words(field, segment: $0) != nil
    }
  }
}
