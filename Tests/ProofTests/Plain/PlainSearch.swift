/// What a search asks for: `smart "silk road" -covid water*`.
struct PlainSearch {
  private(set) var required: [Term] = []
  private(set) var excluded: [Term] = []

  struct Term: Equatable {
    let words: [String]
    /// Whether the last word stands for all that begin with it
    let isPrefix: Bool

    /// How many words of a text it takes from a place on; nil where it does not stand there.
    func length(at place: Int, in text: [String]) -> Int? {
      guard place + words.count <= text.count else { return nil }
      for (offset, word) in words.enumerated() {
        let found = text[place + offset]
        let isOpen = isPrefix && offset == words.count - 1
        guard isOpen ? found.utf8.starts(with: word.utf8) : found == word else { return nil }
      }
      return words.count
    }

    /// How often it occurs; occurrences do not overlap.
    func count(in text: [String]) -> Int {
      var count = 0
      var place = 0
      while place < text.count {
        guard let length = length(at: place, in: text) else {
          place += 1
          continue
        }
        count += 1
        place += length
      }
      return count
    }
  }

  init(_ text: String) {
    // Every other part stands in quotes.
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    var isNegated = false
    for (number, part) in parts.enumerated() {
      if number % 2 == 1 {
        let isOpen = number + 1 < parts.count && parts[number + 1].hasPrefix("*")
        add(part, isPrefix: isOpen, isExcluded: isNegated)
        continue
      }
      isNegated = part == "-" || part.hasSuffix(" -")
      for piece in part.split(separator: " ") {
        let isExcluded = piece.hasPrefix("-")
        add(
          String(piece.drop { $0 == "-" }), isPrefix: piece.hasSuffix("*"), isExcluded: isExcluded)
      }
    }
  }

  private mutating func add(_ text: String, isPrefix: Bool, isExcluded: Bool) {
    let term = Term(words: PlainFunction.words(text), isPrefix: isPrefix)
    guard !term.words.isEmpty else { return }
    if isExcluded {
      excluded.append(term)
    } else if !required.contains(term) {
      required.append(term)
    }
  }

  // MARK: Ranking

  /// A field of the rows: how much it counts, and for each row the words of each of its values.
  typealias Field = (weight: Double, rows: [[[String]]])

  /// The rows that have all terms and none of the excluded ones, with BM25 over weighted fields.
  func scores(_ fields: [Field], rowCount: Int) -> [(row: Int, score: Double)] {
    func count(_ term: Term, _ field: Field, _ row: Int) -> Int {
      field.rows[row].reduce(0) { $0 + term.count(in: $1) }
    }
    func has(_ term: Term, _ row: Int) -> Bool { fields.contains { count(term, $0, row) > 0 } }
    func length(_ field: Field, _ row: Int) -> Int { field.rows[row].reduce(0) { $0 + $1.count } }
    let averages = fields.map { field in
      let lengths = (0..<rowCount).map { length(field, $0) }.filter { $0 > 0 }
      return Double(lengths.reduce(0, +)) / Double(max(lengths.count, 1))
    }
    let found = (0..<rowCount).filter { row in
      required.allSatisfy { has($0, row) } && !excluded.contains { has($0, row) }
    }
    let rarities = required.map { term in
      let rows = Double((0..<rowCount).count { has(term, $0) })
      return PlainLikeness.logarithm(1 + (Double(rowCount) - rows + 0.5) / (rows + 0.5))
    }
    return found.map { row in
      let parts = zip(required, rarities).map { term, rarity in
        let frequency = zip(fields, averages).reduce(0.0) { sum, pair in
          let (field, average) = pair
          let count = Double(count(term, field, row))
          if count == 0 { return sum }
          let length = Double(length(field, row)) / average
          return sum + field.weight * count / (0.25 + 0.75 * length)
        }
        return rarity * frequency * 2.2 / (frequency + 1.2)
      }
      // From the least: equally good rows get equal scores.
      return (row, parts.sorted().reduce(0, +))
    }
  }
}

extension PlainTable {
  /// The rows with their scores in a column, the best first; equal ones keep their order.
  func ranked(_ scores: [(row: Int, score: Double)]) -> PlainTable {
    var ranked: [(row: Int, score: Double)] = []
    for item in scores {
      // Scores that differ only in rounding count as equal.
      let place = ranked.lastIndex { $0.score > item.score - 1e-12 } ?? -1
      ranked.insert(item, at: place + 1)
    }
    var result = with(
      rows: ranked.map { item in
        var row = rows[item.row]
        row.cells["score"] = .decimal(item.score)
        return row
      })
    result.columns.append(PlainColumn("score", .number))
    if result.shape == .list { result.shape = .table }
    return result
  }
}

extension PlainStage {
  /// A column that is searched, under one of its names.
  struct Searched {
    let column: PlainColumn
    let name: String
    let weight: Int
  }

  /// - Parameters:
  ///   - text: the literal.
  ///   - isUsual: whether the fields are what is searched when none are named.
  static func search(
    _ text: String, for search: PlainSearch, in fields: [Searched], isUsual: Bool
  ) -> PlainStage {
    let block = fields.map { "\($0.name): \($0.weight)" }.joined(separator: ", ")
    return PlainStage("search \(text)" + (isUsual ? "" : " { \(block) }")) { table in
      let searched = try fields.map { field in
        (
          Double(field.weight),
          try table.rows.map { row in
            try row[field.column.name].members.map { PlainFunction.words($0.text ?? "") }
          }
        )
      }
      var result = table.ranked(search.scores(searched, rowCount: table.rows.count))
      result.search = search
      return result
    }
  }
}
