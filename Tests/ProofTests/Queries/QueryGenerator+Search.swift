import PubQLCorpusGenerator

/// Searches, and what is made of what they found.
extension QueryGenerator {
  /// One to three words and phrases of one text of the data, some with other endings, and seldom
  /// what must not occur.
  mutating func searchText() -> String {
    let words = ReferenceWords.words(
      conditions.value(pick([.title, .title, .abstract, .topic], .title)))
    var pieces: [String] = []
    for _ in 0..<1 + random.below(3) { pieces.append(searchTerm(words)) }
    if random.chance(20) {
      let other = ReferenceWords.words(conditions.value(.title))
      pieces.append("-" + searchTerm(other))
    }
    return pieces.joined(separator: " ")
  }

  private mutating func searchTerm(_ words: [[UInt8]]) -> String {
    let texts = words.map { String(decoding: $0, as: UTF8.self) }
    guard !texts.isEmpty else { return "nothing" }
    let start = random.below(texts.count)
    let count = random.chance(25) ? min(2 + random.below(2), texts.count - start) : 1
    var text = texts[start..<start + count].joined(separator: " ")
    let isOpen = random.chance(20)
    if isOpen, let last = texts[start + count - 1].unicodeScalars.last {
      // Without its last letter, where another is left.
      let shorter = text.unicodeScalars.dropLast()
      if shorter.last.map({ $0 != " " }) ?? false, !ReferenceWords.isCJK(last) {
        text = conditions.string(shorter)
      }
    }
    return (count > 1 ? "\"\(text)\"" : text) + (isOpen ? "*" : "")
  }

  /// A search of title and abstract, of all texts, or of some fields.
  mutating func search(_ scope: Scope) -> PlainStage? {
    guard !scope.hasColumn("score") else { return nil }
    let texts = scope.columns.filter { $0.isTyped && $0.kind.element.isText }
    let text = searchText()
    let search = PlainSearch(text)
    guard !search.required.isEmpty else { return nil }
    if random.chance(60) {
      guard scope.columns.allSatisfy(\.isTyped) else { return nil }
      let usual = texts.filter { ["title", "abstract"].contains($0.name) }
      let fields = usual.isEmpty ? texts.filter { $0.kind != .id } : usual
      guard !fields.isEmpty else { return nil }
      return .search(
        conditions.quoted(text), for: search,
        in: fields.map { column in
          PlainStage.Searched(
            column: column, name: column.name,
            weight: !usual.isEmpty && column.name == "title" ? 2 : 1)
        }, isUsual: true)
    }
    var left = texts
    var fields: [PlainStage.Searched] = []
    for _ in 0..<1 + random.below(3) where !left.isEmpty {
      let column = left.remove(at: random.below(left.count))
      fields.append(
        PlainStage.Searched(column: column, name: name(of: column), weight: 1 + random.below(5)))
    }
    guard !fields.isEmpty else { return nil }
    return .search(conditions.quoted(text), for: search, in: fields, isUsual: false)
  }

  /// What is like one of the records, by the fields as they were read. It may be left out of the
  /// rows.
  mutating func similar(_ scope: Scope) -> PlainStage? {
    let all = PlainTable(corpus.records, sources: corpus.sources).rows
    guard scope.isWhole, !scope.hasColumn("score"),
      let row = random.pick(random.chance(70) ? scope.rows : all), let id = row.record?.id
    else { return nil }
    return .similar(id, row, as: random.chance(70) ? id : conditions.quoted(id))
  }

  mutating func dedupe(_ scope: Scope) -> PlainStage? {
    // Rows without titles, under whatever name, are no records.
    if random.chance(20), !scope.columns.contains(where: { $0.kind == .text }) {
      return PlainStage("dedupe", PlainStage.distinct.run)
    }
    guard !scope.hasColumn("duplicates"), !scope.hasColumn("why") else { return nil }
    if scope.isWhole, random.chance(40) { return .dedupe }
    return .dedupe(by: columns(scope))
  }

  /// `snippet(title)`, where rows were searched.
  mutating func snippet(_ scope: Scope) -> PlainExpression? {
    let texts = scope.columns.filter { $0.isTyped && [.text, .list(.text)].contains($0.kind) }
    guard let search = scope.search, let column = random.pick(texts) else { return nil }
    let width = random.chance(60) ? 1 + random.below(40) : nil
    let mark = random.chance(40) ? pick(["*", "=="], "*") : nil
    return .snippet(.column(column, as: name(of: column)), search, width, mark)
  }

  /// A citation of the row in hand, or a key of what is put together.
  mutating func citation(_ scope: Scope) -> PlainExpression? {
    if scope.isWhole, random.chance(80) {
      guard random.chance(70) else { return .key }
      let style = pick(PlainCitation.allCases, .apa)
      let name = random.chance(20) ? style.rawValue.uppercased() : style.rawValue
      return .citation(style, as: conditions.quoted(name))
    }
    let authors = random.pick(scope.columns(of: .list(.person)) + scope.columns(of: .person))
    return .key(
      expression(of: .text, scope, depth: 0), authors.map { .column($0, as: $0.name) },
      expression(of: .date, scope, depth: 0))
  }
}
