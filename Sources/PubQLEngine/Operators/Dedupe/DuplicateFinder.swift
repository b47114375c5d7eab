import PubQLModel

/// Finds records that are one work recorded several times: by title, year and authors.
struct DuplicateFinder {
  private let titles: TitleTable
  private let traits: RecordTraits
  private let context: ExecutionContext
  private var sets: DisjointSets
  /// The pairs that brought sets together, by their rows.
  private var links: [Int: [Link]] = [:]
  private var comparisons = 0

  /// So many pairs of records are compared at most: many records of one title that agree in nothing
  /// else need as many comparisons as there are pairs.
  static let comparisonLimit = 50_000_000
  /// More pairs than this are narrowed down by the authors' names first.
  private static let plainPairs = 4096

  private struct Link {
    let other: Int
    let evidence: DuplicateEvidence
  }

  init(_ table: Table, _ fields: DedupeFields, _ context: ExecutionContext) throws(RunError) {
    self.context = context
    titles = try TitleTable(table, column: fields.title, context)
    traits = try RecordTraits(table, date: fields.date, authors: fields.authors, context)
    sets = DisjointSets(count: table.rowCount)
    try findAll()
  }

  /// The rows that belong together, at least two each.
  mutating func groups() -> [[Int]] { sets.groups() }

  /// Why a row is taken for another one of its group; the other is not always the one that is kept,
  /// for likeness may go through a third.
  func reason(_ row: Int, keeping kept: Int, name: (Int) -> String) -> String {
    let found = links[row] ?? []
    if let direct = found.first(where: { $0.other == kept }) { return direct.evidence.sentence }
    if let direct = compared(row, kept) { return direct.sentence }
    return found.first.map { "as \(name($0.other)): \($0.evidence.sentence)" } ?? ""
  }

  // MARK: Finding

  private mutating func findAll() throws(RunError) {
    var representatives: [[Int]] = []
    for title in titles.titles {
      let rows = try distinctRows(of: title)
      representatives.append(rows)
      try compare(rows, rows, title: 1, words: title.words.count)
    }
    let likeness = TitleLikeness(titles)
    var alike: Set<[Int]> = []
    var looked = 0
    try TitlePairs(titles).forEach(context) { (a: Int, b: Int) throws(RunError) in
      looked += 1
      try context.check(at: looked)
      let (first, second) = (titles.titles[a], titles.titles[b])
      guard let value = likeness.likeness(first, second), alike.insert([a, b]).inserted else {
        return
      }
      try compare(
        representatives[a], representatives[b], title: value,
        words: min(first.words.count, second.words.count))
    }
  }

  /// Brings rows together that agree in title, date and authors; one of each such set, and rows that
  /// nevertheless say too little to be one.
  private mutating func distinctRows(of title: TitleTable.Title) throws(RunError) -> [Int] {
    if title.rows.count == 1 { return title.rows }
    var first: [RecordTraits.Profile: Int] = [:]
    var result: [Int] = []
    for row in title.rows {
      let profile = traits.profile(of: row)
      if let known = first[profile] {
        try compare(known, row, title: 1, words: title.words.count)
      } else {
        first[profile] = row
        result.append(row)
      }
    }
    return result
  }

  /// Compares each of `a` with each of `b`; pairs within one list once.
  private mutating func compare(
    _ a: [Int], _ b: [Int], title: Double, words: Int
  ) throws(RunError) {
    let isOneList = a == b
    guard a.count * b.count > Self.plainPairs else {
      for first in a {
        for second in b where !isOneList || first < second {
          try compare(first, second, title: title, words: words)
        }
      }
      return
    }
    var byName: [String: [Int]] = [:]
    var nameless: [Int] = []
    for row in b {
      let keys = traits.authorKeys(of: row)
      if keys.isEmpty { nameless.append(row) }
      for key in keys { byName[key, default: []].append(row) }
    }
    for first in a {
      let keys = traits.authorKeys(of: first)
      for second in keys.isEmpty ? b : nameless where !isOneList || first != second {
        try compare(first, second, title: title, words: words)
      }
      for key in keys.sorted() {
        for second in byName[key] ?? [] where !isOneList || first < second {
          try compare(first, second, title: title, words: words)
        }
      }
    }
  }

  private mutating func compare(
    _ a: Int, _ b: Int, title: Double, words: Int
  ) throws(RunError) {
    comparisons += 1
    try context.check(at: comparisons)
    guard comparisons <= Self.comparisonLimit else {
      throw RunError(.budget("\(Self.comparisonLimit) comparisons of records"))
    }
    guard sets.find(a) != sets.find(b),
      let evidence = traits.evidence(a, b, title: title, words: words)
    else { return }
    _ = sets.join(a, b)
    links[a, default: []].append(Link(other: b, evidence: evidence))
    links[b, default: []].append(Link(other: a, evidence: evidence))
  }

  /// What two rows of a group have in common themselves.
  private func compared(_ a: Int, _ b: Int) -> DuplicateEvidence? {
    guard let first = titles.titleOfRow[a], let second = titles.titleOfRow[b],
      let value = TitleLikeness(titles).likeness(titles.titles[first], titles.titles[second])
    else { return nil }
    return traits.evidence(
      a, b, title: value,
      words: min(titles.titles[first].words.count, titles.titles[second].words.count))
  }
}
