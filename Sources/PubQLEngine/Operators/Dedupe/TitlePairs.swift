/// Finds the titles that are worth comparing, without comparing all with all.
///
/// These are titles that share one of their five rarest words, have the same letters, or, where
/// they have three words or fewer, begin or end with the same four letters. Where very many share
/// such a key, each is compared only with the next ones in alphabetical order, from the front and
/// from the back, so that the work grows with the number of titles and not with its square.
struct TitlePairs {
  static let rareWords = 5
  static let fewWords = 3
  static let endLetters = 4
  /// So many titles under one key are compared all with all.
  static let crowd = 100
  /// Among more, each is compared with so many of those that follow it.
  static let neighbours = 20

  private let table: TitleTable

  init(_ table: TitleTable) { self.table = table }

  /// Calls `body` for each pair, with the lower number first; it may see a pair several times.
  func forEach(
    _ context: ExecutionContext, _ body: (Int, Int) throws(RunError) -> Void
  ) throws(RunError) {
    var keys: [(key: UInt64, title: Int)] = []
    for title in table.titles.indices {
      try context.check(at: title)
      keys += self.keys(of: table.titles[title]).map { ($0, title) }
    }
    keys.sort { $0.key != $1.key ? $0.key < $1.key : $0.title < $1.title }
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].key == keys[start].key { end += 1 }
      if end - start > 1 {
        try context.check()
        var members = keys[start..<end].map(\.title)
        if members.count <= Self.crowd {
          try pairs(members, next: members.count, body)
        } else {
          let letters = Dictionary(
            members.map { ($0, table.joinedLetters(table.titles[$0])) },
            uniquingKeysWith: { a, _ in a })
          sort(&members) { letters[$0] ?? [] }
          try pairs(members, next: Self.neighbours, body)
          sort(&members) { (letters[$0] ?? []).reversed() }
          try pairs(members, next: Self.neighbours, body)
        }
      }
      start = end
    }
  }

  private func pairs(
    _ members: [Int], next: Int, _ body: (Int, Int) throws(RunError) -> Void
  ) throws(RunError) {
    for (place, member) in members.enumerated() {
      for other in members[(place + 1)...].prefix(next) where other != member {
        try body(min(member, other), max(member, other))
      }
    }
  }

  private func sort(_ members: inout [Int], by key: (Int) -> [UInt8]) {
    var keyed = members.map { (key: key($0), title: $0) }
    keyed.sort {
      $0.key == $1.key ? $0.title < $1.title : $0.key.lexicographicallyPrecedes($1.key)
    }
    members = keyed.map(\.title)
  }

  // MARK: Keys

  private func keys(of title: TitleTable.Title) -> Set<UInt64> {
    let rarest = Set(title.words).sorted {
      let (a, b) = (table.words[$0].titleCount, table.words[$1].titleCount)
      return a != b ? a < b : $0 < $1
    }
    var keys = Set(rarest.prefix(Self.rareWords).map { UInt64($0) })
    keys.insert(Self.key(1, title.lettersHash))
    if title.words.count <= Self.fewWords {
      let letters = table.joinedLetters(title)
      keys.insert(Self.key(2, TitleTable.hash(letters.prefix(Self.endLetters))))
      keys.insert(Self.key(3, TitleTable.hash(letters.suffix(Self.endLetters))))
    }
    return keys
  }

  /// Kinds of keys never meet: words are numbers below 2⁵⁶.
  private static func key(_ kind: UInt64, _ hash: UInt64) -> UInt64 { hash >> 8 | kind << 56 }
}
