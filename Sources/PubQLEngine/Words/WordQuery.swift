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

  /// The texts that may meet the condition of which a question was made.
  init(_ index: WordIndex, _ question: WordQuestion) {
    switch question {
    case .phrase(let words, let isExact): self.init(index, phrase: words, isExact: isExact)
    case .pieces(let pieces, let isExact): self.init(index, pieces, isExact: isExact)
    case .match(let pattern, let literal): self.init(index, pattern, literal: literal)
    }
  }

  /// The texts that have words one behind the other.
  private init(_ index: WordIndex, phrase words: [[UInt8]], isExact: Bool) {
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

  private init(_ index: WordIndex, _ pieces: [WordPiece], isExact: Bool) {
    let words = pieces.map { $0.words(in: index) }
    if words.contains([]) {
      self.init(index, .nothing, isExact: true)
    } else if words.count == 1 {
      self.init(index, .any(words[0]), isExact: isExact)
    } else {
      self.init(index, .each(words), isExact: false)
    }
  }

  private init(_ index: WordIndex, _ pattern: Pattern, literal: [UInt8]?) {
    let matcher = PatternMatcher(pattern)
    let words = literal.map { index.words(containing: $0, atEnd: false) }
    let matching = (words ?? Array(0..<index.wordCount)).filter {
      matcher.matches(index.text($0))
    }
    self.init(index, matching.isEmpty ? .nothing : .any(matching), isExact: true)
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
        guard index.unpack(block, into: base + count, counts: nil) else { return }
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

extension WordPiece {
  /// The words of an index that it may be.
  fileprivate func words(in index: WordIndex) -> [Int] {
    switch isOpen {
    case (false, false): index.word(word).map { [$0] } ?? []
    case (false, true): Array(index.words(beginning: word))
    case (true, let end): index.words(containing: word, atEnd: !end)
    }
  }
}
