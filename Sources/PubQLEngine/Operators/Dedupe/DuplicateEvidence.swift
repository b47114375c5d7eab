import PubQLModel

/// Why two records are taken for one.
struct DuplicateEvidence {
  /// How alike the titles are, up to 1.
  let title: Double
  /// How many years lie between them; nil where one has no date.
  let yearsApart: Int?
  /// How many authors they have in common, and how many the longer list has; nil where one has none.
  let authors: (shared: Int, of: Int)?

  /// `title 0.97, same year, 2 of 2 authors`
  var sentence: String {
    let hundredths = Int((title * 100).rounded(.down))
    let titleText = title == 1 ? "same title" : "title \(Double(hundredths) / 100)"
    let yearText =
      switch yearsApart {
      case nil: "year unknown"
      case 0: "same year"
      case let years?: years == 1 ? "one year apart" : "\(years) years apart"
      }
    let authorText = authors.map { "\($0.shared) of \($0.of) \($0.of == 1 ? "author" : "authors")" }
    return "\(titleText), \(yearText), \(authorText ?? "authors unknown")"
  }
}

/// What of each row, beside its title, tells whether two are one record.
struct RecordTraits {
  /// The date of each row.
  private let dates: [PartialDate?]
  /// The authors of each row, as numbers of names.
  private let authors: [[Int]]
  private let names: [PersonName]

  /// Where nothing is known of the authors, titles must be at least so much alike.
  static let leastWithoutAuthors = 0.95
  /// Shorter titles say too little by themselves.
  static let fewestWords = 3
  /// So many authors of a record are looked at.
  private static let authorLimit = 50

  init(
    _ table: Table, date: Int?, authors: Int?, _ context: ExecutionContext
  ) throws(RunError) {
    var dates = [PartialDate?](repeating: nil, count: table.rowCount)
    if let date {
      for row in dates.indices {
        try context.check(at: row)
        dates[row] = table.value(row: row, column: date).asDate
      }
    }
    self.dates = dates
    var lists = [[Int]](repeating: [], count: table.rowCount)
    var names: [PersonName] = []
    if let authors {
      var numbers: [String: Int] = [:]
      for row in lists.indices {
        try context.check(at: row)
        let members = table.value(row: row, column: authors).members.prefix(Self.authorLimit)
        lists[row] = members.compactMap(\.textual).map { name in
          if let known = numbers[name] { return known }
          numbers[name] = names.count
          names.append(PersonName(name))
          return names.count - 1
        }
      }
    }
    self.authors = lists
    self.names = names
  }

  /// What makes rows of one title the same in every respect that counts.
  struct Profile: Hashable {
    let date: PartialDate?
    let authors: [Int]
  }

  func profile(of row: Int) -> Profile { Profile(date: dates[row], authors: authors[row]) }

  /// The words under which the authors can be found: names that match share one. None where there
  /// are no authors.
  func authorKeys(of row: Int) -> Set<String> {
    Set(authors[row].flatMap { names[$0].familyKeys })
  }

  /// Why rows with titles so much alike are one record; nil when they are not.
  ///
  /// Years may be one apart, for a paper often appears twice. Of the authors of the shorter list at
  /// least half must be in the other. Where a record has no authors, the titles must be nearly the
  /// same, and for one of few words the dates too.
  /// - Parameter words: how many words the shorter title has.
  func evidence(_ a: Int, _ b: Int, title: Double, words: Int) -> DuplicateEvidence? {
    var yearsApart: Int?
    if let first = years(a), let second = years(b) {
      let apart = max(0, first.lowerBound - second.upperBound, second.lowerBound - first.upperBound)
      guard apart <= 1 else { return nil }
      yearsApart = apart
    }
    guard !authors[a].isEmpty, !authors[b].isEmpty else {
      guard title >= Self.leastWithoutAuthors else { return nil }
      if words < Self.fewestWords {
        guard dates[a] != nil, dates[a] == dates[b] else { return nil }
      }
      return DuplicateEvidence(title: title, yearsApart: yearsApart, authors: nil)
    }
    let shared = sharedAuthors(authors[a], authors[b])
    let (fewer, more) = (
      min(authors[a].count, authors[b].count), max(authors[a].count, authors[b].count)
    )
    guard shared > 0, shared * 2 >= fewer else { return nil }
    return DuplicateEvidence(title: title, yearsApart: yearsApart, authors: (shared, more))
  }

  /// The years that a row's date may stand for.
  private func years(_ row: Int) -> ClosedRange<Int>? {
    guard let date = dates[row] else { return nil }
    let first = date.hasOpenStart ? Int.min / 2 : CivilDay(number: date.firstDay).year
    let last = date.hasOpenEnd ? Int.max / 2 : CivilDay(number: date.lastDay).year
    return first...max(first, last)
  }

  /// How many names of one list have a partner in the other.
  private func sharedAuthors(_ a: [Int], _ b: [Int]) -> Int {
    if a == b { return a.count }
    var free = b
    var count = 0
    for name in a {
      guard
        let place = free.firstIndex(where: { $0 == name || names[$0].matches(names[name]) })
      else { continue }
      free.remove(at: place)
      count += 1
    }
    return count
  }
}
