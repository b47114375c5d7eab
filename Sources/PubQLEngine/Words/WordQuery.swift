import PubQLText

/// What a word index is asked: the records in which words stand.
struct WordQuery: Sendable {
  private let index: WordIndex
  private let form: Form
  /// Whether the records that it finds certainly meet what it was made of; else they only may.
  let isExact: Bool

  private enum Form: Sendable {
    case nothing
    /// One of these words
    case any([Int])
    /// Words that follow each other
    case phrase([Int])
    /// One of each of these
    case each([[Int]])
  }

  private init(_ index: WordIndex, _ form: Form, isExact: Bool) {
    self.index = index
    self.form = form
    self.isExact = isExact
  }

  /// Whether words say something about the texts that meet a relation with a target.
  static func canAsk(_ relation: ValueTest.Relation, _ target: TestTarget) -> Bool {
    switch (relation, target.value) {
    case (.has, _): target.phrase != nil
    case (.contains, _), (.starts, _), (.ends, _): WordPiece.pieces(of: target.folded) != nil
    case (.equal, .text), (.exactlyEqual, .text): !Words.words(folded: target.folded).isEmpty
    case (.matches, _):
      target.pattern.map { $0.isFoundInWords || $0.requiredLiteral != nil } ?? false
    default: false
    }
  }

  /// The texts that may meet a relation with a target; nil where words say nothing about them.
  init?(_ index: WordIndex, _ relation: ValueTest.Relation, _ target: TestTarget) {
    switch (relation, target.value) {
    case (.has, _):
      guard let phrase = target.phrase else { return nil }
      self.init(index, phrase: phrase.words, isExact: true)
    case (.contains, _), (.starts, _), (.ends, _):
      self.init(index, containing: target.folded, isExact: relation == .contains)
    case (.equal, .text), (.exactlyEqual, .text):
      let words = Words.words(folded: target.folded)
      if words.isEmpty { return nil }
      self.init(index, phrase: words, isExact: false)
    case (.matches, _):
      guard let pattern = target.pattern else { return nil }
      self.init(index, pattern)
    default: return nil
    }
  }

  /// The texts that may match a pattern: those with a word that does, where that tells, else with the
  /// letters that every match has. Nil where neither is known.
  private init?(_ index: WordIndex, _ pattern: Pattern) {
    let literal = pattern.requiredLiteral
    guard pattern.isFoundInWords else {
      guard let literal else { return nil }
      self.init(index, containing: literal.folded, isExact: literal.isAll)
      return
    }
    let matcher = PatternMatcher(pattern)
    let words = literal.map { index.words(containing: $0.folded, atEnd: false) }
    let matching = (words ?? Array(0..<index.wordCount)).filter { word in
      index.text(word).map { matcher.matches($0) } ?? false
    }
    self.init(index, matching.isEmpty ? .nothing : .any(matching), isExact: true)
  }

  /// The texts that have words one behind the other.
  init(_ index: WordIndex, phrase words: [[UInt8]], isExact: Bool) {
    let numbers = words.compactMap { index.word($0) }
    if numbers.isEmpty || numbers.count < words.count {
      self.init(index, .nothing, isExact: true)
    } else if numbers.count == 1 {
      self.init(index, .any(numbers), isExact: isExact)
    } else {
      self.init(index, .phrase(numbers), isExact: isExact)
    }
  }

  /// The texts that have all of some words, and of the last at least a word that begins so.
  init(_ index: WordIndex, begun words: [[UInt8]]) {
    var lists = words.dropLast().map { word in index.word(word).map { [$0] } ?? [] }
    if let last = words.last { lists.append(Array(index.words(beginning: last))) }
    self.init(index, lists.contains([]) ? .nothing : .each(lists), isExact: false)
  }

  /// The texts that may have some folded bytes: what of these is a word between others is one in
  /// the text, and at the ends it is a part of one. Nil where there is no word.
  init?(_ index: WordIndex, containing part: [UInt8], isExact: Bool) {
    guard let pieces = WordPiece.pieces(of: part) else { return nil }
    let words = pieces.map { $0.words(in: index) }
    if words.contains([]) {
      self.init(index, .nothing, isExact: true)
    } else if words.count == 1 {
      self.init(index, .any(words[0]), isExact: isExact && pieces[0].word.count == part.count)
    } else {
      self.init(index, .each(words), isExact: false)
    }
  }

  /// About how many occurrences have to be looked at.
  var cost: Int {
    switch form {
    case .nothing: 0
    case .any(let words): cost(words)
    case .phrase(let words): 4 * cost(words)
    case .each(let lists): lists.reduce(0) { $0 + cost($1) }
    }
  }

  private func cost(_ words: [Int]) -> Int {
    words.reduce(0) { $0 + index.recordCount(of: $1) }
  }

  // MARK: Records

  /// The records in a range between multiples of `PostingBlock.window`, each once.
  func records(in range: Range<Int>) -> [UInt32] {
    switch form {
    case .nothing: return []
    case .any(let words) where words.count == 1: return list(words[0], range)
    case .any(let words): return list(set(words, range), from: range.lowerBound)
    case .phrase(let words):
      var records: [UInt32] = []
      PhraseSearch(index, words: words, in: range, onlyWhether: true).forEach { record, _ in
        records.append(record)
      }
      return records
    case .each(let lists):
      var shared = set(lists[0], range)
      for words in lists.dropFirst() { shared.formIntersection(set(words, range)) }
      return list(shared, from: range.lowerBound)
    }
  }

  private func list(_ word: Int, _ range: Range<Int>) -> [UInt32] {
    let blocks = index.blocks(of: word, in: range)
    return [UInt32](unsafeUninitializedCapacity: blocks.count * PostingBlock.capacity) {
      buffer, count in
      guard let base = buffer.baseAddress else { return }
      for block in blocks {
        guard let data = index.head(of: block) else { continue }
        guard block.unpackRecords(data, into: base + count) else { return index.damaged() ?? () }
        count += block.recordCount
      }
    }
  }

  private func set(_ words: [Int], _ range: Range<Int>) -> WindowSet {
    var set = WindowSet(count: range.count)
    for word in words { set.insert(list(word, range).lazy.map { Int($0) - range.lowerBound }) }
    return set
  }

  private func list(_ set: WindowSet, from first: Int) -> [UInt32] {
    var records: [UInt32] = []
    set.forEach { records.append(UInt32(first + $0)) }
    return records
  }
}

/// What a part of a text says about a word in it.
private struct WordPiece {
  let word: [UInt8]
  /// Whether the word may be longer at its beginning, and at its end.
  let isOpen: (start: Bool, end: Bool)

  /// The words of folded bytes that stand anywhere in a text; nil where there is none, or where a
  /// mark at the beginning belongs to a word before.
  static func pieces(of part: [UInt8]) -> [WordPiece]? {
    part.withUnsafeBufferPointer { part in
      if Words.beginsWithMark(part) { return nil }
      var scanner = WordScanner(part)
      var pieces: [WordPiece] = []
      while let range = scanner.next() {
        pieces.append(
          WordPiece(
            word: Array(part[range]),
            isOpen: (range.lowerBound == 0, range.upperBound == part.count)))
      }
      return pieces.isEmpty ? nil : pieces
    }
  }

  func words(in index: WordIndex) -> [Int] {
    switch isOpen {
    case (false, false): index.word(word).map { [$0] } ?? []
    case (false, true): Array(index.words(beginning: word))
    case (true, let end): index.words(containing: word, atEnd: !end)
    }
  }
}
