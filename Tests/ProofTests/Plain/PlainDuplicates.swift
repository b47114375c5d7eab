/// Which records are one work, by comparing all with all.
struct PlainDuplicates {
  private let table: PlainTable

  init(_ table: PlainTable) { self.table = table }

  /// Groups of rows; one row that is like no other is a group.
  func groups(_ areOne: (PlainRow, PlainRow) throws -> Bool) rethrows -> [[Int]] {
    var group = Array(table.rows.indices)
    for a in table.rows.indices {
      for b in 0..<a where try group[a] != group[b] && areOne(table.rows[b], table.rows[a]) {
        let (from, to) = (max(group[a], group[b]), min(group[a], group[b]))
        for index in group.indices where group[index] == from { group[index] = to }
      }
    }
    return Set(group).sorted().map { first in group.indices.filter { group[$0] == first } }
  }

  /// The row of a group with the most fields, then with the longest abstract; then the first.
  func fullest(_ group: [Int]) throws -> Int {
    var best = (row: 0, filled: -1, length: -1)
    for row in group {
      let filled = try table.columns.count { !(try table.rows[row][$0.name].members.isEmpty) }
      let abstract = try table.columns.first { $0.name == "abstract" }
        .map { try table.rows[row][$0.name] }
      let length = abstract?.text?.utf8.count ?? 0
      if (filled, length) > (best.filled, best.length) { best = (row, filled, length) }
    }
    return best.row
  }

  // MARK: Likeness

  /// Like titles, years at most one apart, and authors in common as far as there are any.
  static func areOne(_ a: PlainRow, _ b: PlainRow) throws -> Bool {
    let titles = (words(try a["title"]), words(try b["title"]))
    guard !titles.0.isEmpty, !titles.1.isEmpty, let likeness = likeness(titles.0, titles.1) else {
      return false
    }
    if let first = years(try a["date"]), let second = years(try b["date"]),
      first.lowerBound - second.upperBound > 1 || second.lowerBound - first.upperBound > 1
    {
      return false
    }
    let authors = (try a["authors"].members, try b["authors"].members)
    if authors.0.isEmpty || authors.1.isEmpty {
      // Short titles say too little by themselves.
      let isSameDate = try !a["date"].isMissing && a["date"].shown == b["date"].shown
      return likeness >= 0.95 && (min(titles.0.count, titles.1.count) >= 3 || isSameDate)
    }
    var others = authors.1
    let shared = authors.0.count { author in
      guard let place = others.firstIndex(where: { PlainRelation.equal.meets(author, $0) }) else {
        return false
      }
      others.remove(at: place)
      return true
    }
    return shared > 0 && shared * 2 >= min(authors.0.count, authors.1.count)
  }

  private static func words(_ title: PlainValue) -> [String] {
    title.members.flatMap { PlainFunction.words($0.text ?? "") }
  }

  /// The years that a date may stand for.
  private static func years(_ date: PlainValue) -> ClosedRange<Int>? {
    guard case .date(let date) = date else { return nil }
    let first = PlainDates.first(date)?.year ?? -99_999
    return first...max(first, PlainDates.last(date)?.year ?? 99_999)
  }

  /// The part of the letters that need not change; nil where titles are not alike.
  private static func likeness(_ a: [String], _ b: [String]) -> Double? {
    if a.joined() == b.joined() { return 1 }
    let letters = max(a.joined().unicodeScalars.count, b.joined().unicodeScalars.count)
    guard a.filter(isNumber) == b.filter(isNumber), let cost = cost(a[...], b[...]),
      cost <= Int(Double(letters) * 0.2)
    else { return nil }
    return 1 - Double(cost) / Double(letters)
  }

  /// What tells works of one name apart: `2019`, `G20`, `III`.
  private static func isNumber(_ word: String) -> Bool {
    word.unicodeScalars.contains { "0"..."9" ~= $0 } || word.allSatisfy { "ivx".contains($0) }
  }

  /// Articles and the like; a title without them is the same.
  private static let minor = Set(
    """
    a an and as at by for from in into of on or the to with au aux d de des du en et l la le les un
    une y el los las del das dem den der die e im os und von zu
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// The least number of letters that must change; nil where whole words differ.
  private static func cost(_ a: ArraySlice<String>, _ b: ArraySlice<String>) -> Int? {
    guard let first = a.first, let second = b.first else {
      let rest = a + b
      return rest.allSatisfy(minor.contains) ? rest.reduce(0) { $0 + letters($1) } : nil
    }
    var costs: [Int] = []
    if let edits = edits(first, second), let rest = cost(a.dropFirst(), b.dropFirst()) {
      costs.append(edits + rest)
    }
    if minor.contains(first), let rest = cost(a.dropFirst(), b) {
      costs.append(letters(first) + rest)
    }
    if minor.contains(second), let rest = cost(a, b.dropFirst()) {
      costs.append(letters(second) + rest)
    }
    return costs.min()
  }

  private static func letters(_ word: String) -> Int { word.unicodeScalars.count }

  /// How many letters differ between two spellings of a word; nil between two words.
  private static func edits(_ a: String, _ b: String) -> Int? {
    if a == b { return 0 }
    if isNumber(a) || isNumber(b) { return nil }
    let (short, long) = letters(a) <= letters(b) ? (a, b) : (b, a)
    let difference = letters(long) - letters(short)
    // `program` and `programme`
    if letters(short) >= 6, difference <= 2, long.hasPrefix(short) { return difference }
    let limit = letters(short) < 5 ? 0 : letters(short) < 8 ? 1 : 2
    let changes = PlainLikeness.changes(Array(a.unicodeScalars), Array(b.unicodeScalars))
    return changes <= limit ? changes : nil
  }
}

extension PlainStage {
  /// One record of each work, of rows that are whole records. Why is left out again: how likeness
  /// is told is no matter of what the query means.
  static var dedupe: PlainStage {
    PlainStage("dedupe | drop why") { table in
      var result = try deduped(table) { try PlainDuplicates.areOne($0, $1) }
      result.columns.removeLast()
      return result
    }
  }

  /// One row of those with equal values in all of the keys; a missing value is equal to none.
  static func dedupe(by keys: [PlainNamed]) -> PlainStage {
    PlainStage("dedupe by \(keys.written)") { table in
      let why = keys.map { "same \($0.name)" }.joined(separator: ", ")
      return try deduped(table, why) { a, b in
        try keys.allSatisfy { key in
          let (a, b) = (try key.expression.value(a), try key.expression.value(b))
          return !a.members.isEmpty && PlainOrder.key(a) == PlainOrder.key(b)
        }
      }
    }
  }

  private static func deduped(
    _ table: PlainTable, _ why: String = "", _ areOne: (PlainRow, PlainRow) throws -> Bool
  ) throws -> PlainTable {
    let duplicates = PlainDuplicates(table)
    let id = table.columns.first { $0.name == "id" }
    var kept: [Int: PlainRow] = [:]
    for group in try duplicates.groups(areOne) {
      let fullest = try duplicates.fullest(group)
      let others = try group.filter { $0 != fullest }.map { row in
        try id.map { try table.rows[row][$0.name] } ?? .whole(row + 1)
      }
      var row = table.rows[fullest]
      row.cells["duplicates"] = others.isEmpty ? .missing : .list(others)
      row.cells["why"] = others.isEmpty ? .missing : .text(why)
      kept[fullest] = row
    }
    var result = table.with(rows: kept.keys.sorted().compactMap { kept[$0] })
    result.columns += [
      PlainColumn("duplicates", .list(id?.kind ?? .number), isTyped: id?.isTyped ?? true),
      PlainColumn("why", .text),
    ]
    if result.shape == .list { result.shape = .table }
    return result
  }
}
